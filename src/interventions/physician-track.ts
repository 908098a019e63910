import { type CodeOf, physicianGroups, physicianSteps } from '../parameters/code-lists/casework.ts'
import type { Referral } from '../pathway/path.ts'
import { type Day, daysBetween } from '../values/day.ts'
import type { Gender } from './enrolments.ts'
import { type Count, countOf, type Days, median } from './summary.ts'

export type TrackStep = 'referred' | CodeOf<typeof physicianSteps>
export type TrackGroup = CodeOf<typeof physicianGroups> | 'none'

export const trackSteps: readonly TrackStep[] = ['referred', ...(Object.keys(physicianSteps) as TrackStep[])]
export const trackGroups: readonly TrackGroup[] = [...(Object.keys(physicianGroups) as TrackGroup[]), 'none']

/** One person's way through the social physician's track: the first day of each step, and the group last said. */
export type Track = { gender: Gender | null; group: TrackGroup; steps: Partial<Record<TrackStep, Day>> }

export function trackOf({ on, said, physicianSteps: taken }: Referral, gender: Gender | null): Track {
  const steps: Track['steps'] = { referred: on }
  for (const { on: day, body } of taken) steps[body.step] ??= day
  return { gender, group: taken.findLast(({ body }) => body.group)?.body.group ?? said.physicianGroup ?? 'none', steps }
}

export type TrackRow = {
  step: TrackStep
  byGroup: Record<TrackGroup, Count>
  /** Median days from the step before, of those who took both; null when nobody did. */
  medianDays: number | null
}

/** From what each step is counted: the certificate is not always written, so an application is counted from the visit. */
const stepBefore: Partial<Record<TrackStep, TrackStep>> = {
  seen: 'referred',
  certificate: 'seen',
  application: 'seen',
  'granted-full': 'application',
  'granted-part': 'application',
  denied: 'application',
  exit: 'application',
}

/** How many reached each step, of those referred in the period, group by group (document 000-18). */
export function trackTable(tracks: readonly Track[], { from, until }: Days): TrackRow[] {
  const referred = tracks.filter(({ steps }) => steps.referred && from <= steps.referred && steps.referred < until)
  return trackSteps.map((step) => {
    const there = referred.filter(({ steps }) => steps[step])
    const before = stepBefore[step]
    return {
      step,
      byGroup: Object.fromEntries(
        trackGroups.map((group) => [group, countOf(there.filter((track) => track.group === group))]),
      ) as Record<TrackGroup, Count>,
      medianDays: median(
        there.flatMap(({ steps }) => {
          const start = before && steps[before]
          return start ? daysBetween(start, steps[step]!) : []
        }),
      ),
    }
  })
}
