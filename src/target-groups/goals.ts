import type { Withheld } from '../analysis/figures.ts'
import type { CatalogueBody, CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { addDays, type Day, daysBetween } from '../values/day.ts'
import { type Month, monthFromIndex, type MonthIndex, monthIndex } from '../values/month.ts'
import type { Project } from './target-groups-view.ts'

export type Goal = Project['goals'][number]
export type Reading = CatalogueBody<'project-readings'>['readings'][number]
/** A reading with who made it, as the catalogue's versions tell. */
export type TypedReading = Reading & { by: string | null }

/** What was read at the end of a tertial. Withheld where it is about too few, or where nothing has been read. */
export type Read = { value: number; withheld?: undefined } | { value: null; withheld: Withheld }

/** A goal as it stands: where it began, what each tertial came to, and what it is to reach. */
export type FollowedGoal = { goal: Goal; baseline: Read; readings: Read[] }

export type Verdict =
  { kind: 'unread' | 'withheld' | 'reached' | 'unmoved' | 'away' } | { kind: 'on-way' | 'missed'; way: number }

const noData: Read = { value: null, withheld: 'no-data' }

/**
 * Where a goal stands by its latest reading. `way` is the share of the way from the baseline to the target, 0–1.
 * A target below the baseline is reached from above; one that equals it is to be held. `isOver`: the project has ended.
 */
export function verdictOf({ goal: { target }, baseline, readings }: FollowedGoal, isOver: boolean): Verdict {
  const latest = latestOf(readings)
  if (latest === undefined) return { kind: 'unread' }
  if (latest.value === null || baseline.value === null) return { kind: 'withheld' }
  const whole = target - baseline.value
  const gone = latest.value - baseline.value
  if (whole === 0) return { kind: gone === 0 ? 'reached' : 'away' }
  const way = gone / whole
  if (way >= 1) return { kind: 'reached' }
  if (isOver) return { kind: 'missed', way: Math.max(way, 0) }
  if (way === 0) return { kind: 'unmoved' }
  return way < 0 ? { kind: 'away' } : { kind: 'on-way', way }
}

/** A tertial in which nothing was read says nothing of the ones before. */
const latestOf = (readings: readonly Read[]): Read | undefined =>
  readings.findLast(({ withheld }) => withheld !== 'no-data')

/** Calendar tertials of a project, cut to its days, as many as have begun by a day. `until` is the first day no longer in it. */
export type Span = { from: Day; until: Day; months: { from: MonthIndex; until: MonthIndex } }

export function tertialsBegun({ from, until }: Pick<Project, 'from' | 'until'>, today: Day): Span[] {
  const spans: Span[] = []
  const first = monthIndex(from.slice(0, 7) as Month)
  for (let at = first; firstDay(at) < until && firstDay(at) <= today; at = at - (at % 4) + 4) {
    const end = at - (at % 4) + 4
    const isLast = firstDay(end) >= until
    spans.push({
      from: firstDay(at) < from ? (from as Day) : firstDay(at),
      until: isLast ? (until as Day) : firstDay(end),
      months: { from: at, until: isLast ? monthIndex(addDays(until as Day, -1).slice(0, 7) as Month) + 1 : end },
    })
  }
  return spans
}

const firstDay = (at: MonthIndex): Day => `${monthFromIndex(at)}-01` as Day

/** The latest of a goal's readings in each tertial; what was read after the project's last day belongs to the last of them. */
export function readInEach(readings: readonly Reading[], goal: string, spans: readonly Span[]): Read[] {
  const own = readings.filter((each) => each.goal === goal).toSorted((one, other) => (one.on < other.on ? -1 : 1))
  return spans.map(({ from, until }, at) => {
    const isLast = at === spans.length - 1
    const found = own.findLast(({ on }) => on >= from && (isLast || on < until))
    return found ? { value: found.value } : noData
  })
}

/** The share of a project's time that has gone on a day, 0–1. */
export function timeGone({ from, until }: Pick<Project, 'from' | 'until'>, today: Day): number {
  const whole = daysBetween(from as Day, until as Day)
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, daysBetween(from as Day, today) / whole))
}

/** Readings as they stand, the latest first, each by who saved the first version that has it as it is. */
export function readingsBy(versions: readonly CatalogueEntry<'project-readings'>[]): TypedReading[] {
  const latest = versions[0]
  if (!latest) return []
  const isSame = (one: Reading, other: Reading) =>
    one.goal === other.goal && one.on === other.on && one.value === other.value && one.note === other.note
  return latest.body.readings
    .map((reading) => ({
      ...reading,
      by: versions.findLast(({ body }) => body.readings.some((each) => isSame(each, reading)))?.savedBy ?? null,
    }))
    .toSorted((one, other) => (one.on < other.on ? 1 : -1))
}
