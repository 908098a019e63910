import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { groundsOn, type Path } from '../pathway/path.ts'
import type { Day } from '../values/day.ts'
import type { Enrolment } from './enrolments.ts'
import type { ReferralChoice } from './interventions-view.ts'
import { bucketOf } from './summary.ts'

export type ChoicesWorld = {
  today: Day
  unitNames: ReadonlyMap<string, string>
  committeeOf: ReadonlyMap<string, string>
  ownCommittee: string | null
  /** Everybody's, for places and queue. */
  enrolments: readonly Enrolment[]
}

/**
 * What somebody may be referred to today, in the order to try: lower priority number first (employment with paid introduction
 * before internship before work training, document 000-14), then free places, then the shorter queue, then the name.
 */
export function referralChoices(
  catalogue: readonly CatalogueEntry<'intervention'>[],
  path: Path,
  { today, unitNames, committeeOf, ownCommittee, enrolments }: ChoicesWorld,
): ReferralChoice[] {
  const standing = (key: string, bucket: 'waiting' | 'ongoing') =>
    enrolments.filter((each) => each.intervention === key && bucketOf(each) === bucket).length
  return (
    catalogue
      // Nobody is referred to a project: a household joins it.
      .filter(
        ({ body }) => body.kind !== 'project' && body.from <= today && (body.until === null || today < body.until),
      )
      .map(({ key, body }): ReferralChoice => {
        return {
          key,
          ...{ name: body.name, kind: body.kind, purpose: body.purpose, targetGroup: body.targetGroup },
          ...{ unit: body.unit, unitName: unitNames.get(body.unit) ?? body.unit, priority: body.priority },
          goals: body.goals,
          free: body.places === null ? null : Math.max(0, body.places - standing(key, 'ongoing')),
          waiting: standing(key, 'waiting'),
          needsGround: committeeOf.get(body.unit) !== ownCommittee,
          personsWithGround: groundsOn(path, today)
            .filter(({ recipient }) => recipient === body.unit)
            .map(({ personId }) => personId),
        }
      })
      .sort(byTurn)
  )
}

const byTurn = (a: ReferralChoice, b: ReferralChoice): number =>
  a.priority - b.priority ||
  Number(a.free === 0) - Number(b.free === 0) ||
  a.waiting - b.waiting ||
  a.name.localeCompare(b.name, 'sv')
