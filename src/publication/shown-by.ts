import type { Figures } from '../analysis/figures.ts'
import { type Leaving, toldBy } from './published-cells.ts'
import type { Told } from './told.ts'

/** Makes of figures what somebody will read: a document, a file, an answer. */
export type MakesOf = (figures: readonly Figures[]) => unknown

/**
 * What the figures tell of that stands in what is made of them, and what of them is withheld. The rest is nobody's to read: a
 * template shows some of the tables, an address one cell.
 *
 * The making is watched: a number that it never asks for cannot stand in what it makes. One that it asks for counts as shown.
 */
export function shownBy(leaving: readonly Leaving[], makes: MakesOf): Told[] {
  const copies = structuredClone([...leaving])
  const told = copies.flatMap(toldBy)
  const read = new Set<object>()
  makes(copies.map(({ figures }) => watched(figures, read, new WeakMap())))
  return told.filter(
    ({ isHidden, value, table }) => isHidden || !value || read.has(value) || (table && read.has(table)),
  )
}

/** What tells a number, or a whole table in words. */
const telling: ReadonlySet<string | symbol> = new Set(['value', 'numerator', 'denominator', 'sentence'])

function watched<Part extends object>(part: Part, read: Set<object>, known: WeakMap<object, object>): Part {
  return new Proxy(part, {
    get: (of, name, self) => {
      if (telling.has(name)) read.add(of)
      const found: unknown = Reflect.get(of, name, self)
      if (typeof found !== 'object' || found === null) return found
      const seen = known.get(found) ?? watched(found, read, known)
      known.set(found, seen)
      return seen
    },
  })
}
