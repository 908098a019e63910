import { codesOf, oneGroup } from '../../calculations/columns.ts'
import { type FollowUp, followUpOf } from '../../calculations/survival/follow-up.ts'
import { numbersOf, type SpecTable, textsOf } from '../spec.ts'

/** The rows of a situation as a follow-up: the columns tid and avslut, and if given inträde, grupp and stratum. */
export function followUpIn(given: SpecTable): FollowUp {
  const exit = Int32Array.from(numbersOf(given, 'avslut'))
  return followUpOf({
    time: numbersOf(given, 'tid'),
    exit,
    causes: Math.max(1, ...exit),
    ...(given.columns.includes('inträde') && { entry: numbersOf(given, 'inträde') }),
    group: given.columns.includes('grupp') ? codesOf(textsOf(given, 'grupp')) : oneGroup(exit.length),
    ...(given.columns.includes('stratum') && { strata: codesOf(textsOf(given, 'stratum')) }),
  })
}

/** In a table, what is not defined has no value. */
export const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value)
