import { isWorkingDay } from '../../parameters/swedish-calendar.ts'
import { addDays, type Day } from '../../values/day.ts'
import { type MonthIndex, monthFromIndex } from '../../values/month.ts'
import type { Home } from '../compositions.ts'
import type { ObstacleMonth } from '../obstacles.ts'
import { responsibilities, type Responsibility } from '../organisation.ts'
import type { Plan } from '../plan.ts'
import { createRandom, type Random } from '../random.ts'
import { type Reason, reasons } from '../reasons.ts'
import { createStory, type Story, type Told, type Window } from './story.ts'

/** A time with assistance, with pauses of at most two months in it. */
export type Episode = {
  first: MonthIndex
  last: MonthIndex
  /** When the household got in touch; null when it had assistance before the records begin. */
  contact: Day | null
  /** When the case is closed, the third month without assistance; null when that is not known yet. */
  closes: Day | null
}

/** A household as its workers know it, and the story that is told of it. The applicant is the person. */
export type Subject = {
  home: Home
  episodes: Episode[]
  responsible: Responsibility[]
  random: Random
  story: Story
  /** Why assistance is needed in a month, or in the latest month before it that has assistance. */
  reasonAt: (at: MonthIndex) => Reason
  /** The caseworker who plans with the household. */
  planner: string
  /** When which unit may be told. */
  consents: { unit: string; from: Day; until: Day }[]
  /** The first version of each kind of plan. */
  plans: Map<string, Told>
  /** Why the case is closed, when something else in the story has decided that. */
  closure: string | null
  /** Has been referred to something in the records: nobody is to more than one thing and what follows on it. */
  isReferred: boolean
}

/** The three years that were recorded, ending the day of the demo: the 14th of the month after the last with assistance. */
export function windowOf({ first, until }: Plan): Window {
  return { from: firstDay(Math.max(first, until - 36)), until: demoDay(until) }
}

export const demoDay = (until: MonthIndex): Day => addDays(firstDay(until), 13)

export const firstDay = (at: MonthIndex): Day => `${monthFromIndex(at)}-01` as Day
export const monthOf = (day: Day): MonthIndex => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

/** The day itself, or the next one that is worked on. */
export function workday(day: Day): Day {
  return isWorkingDay(day) ? day : workday(addDays(day, 1))
}

/** A working day so many days later, or the next one. */
export const later = (day: Day, days: number): Day => workday(addDays(day, days))

/** The same chance for the same household, whatever else is told of others. */
export function subjectsOf(
  homes: readonly Home[],
  obstacles: readonly ObstacleMonth[],
  plan: Plan,
  seed: number,
): Subject[] {
  const found = reasonsByHome(obstacles)
  const start = monthOf(windowOf(plan).from)
  return homes.map((home) => {
    const own = found.get(home.number) ?? []
    const responsible = responsibilities(home)
    const random = createRandom(seed, `casework ${home.number}`)
    return {
      home,
      random,
      responsible,
      episodes: episodesOf(home, plan, start, random),
      story: createStory(),
      reasonAt: (at) => reasons[own.findLast((each) => each.at <= at)?.reason ?? home.reason]!,
      planner: plannerOf(home, responsible),
      consents: [],
      plans: new Map(),
      closure: closureOfJob(home),
      isReferred: false,
    }
  })
}

function reasonsByHome(obstacles: readonly ObstacleMonth[]): Map<number, { at: MonthIndex; reason: number }[]> {
  const found = new Map<number, { at: MonthIndex; reason: number }[]>()
  for (const { at, adults, reasons: own } of obstacles) {
    for (const [position, { role, household }] of adults.entries()) {
      if (role !== 'mainApplicant') continue
      const known = found.get(household)
      if (known) known.push({ at, reason: own[position]! })
      else found.set(household, [{ at, reason: own[position]! }])
    }
  }
  return found
}

function episodesOf({ months }: Home, plan: Plan, start: MonthIndex, random: Random): Episode[] {
  const runs: { first: MonthIndex; last: MonthIndex }[] = []
  for (const at of months) {
    const run = runs.at(-1)
    if (run && at <= run.last + 3) run.last = at
    else runs.push({ first: at, last: at })
  }
  return runs
    .filter(({ last }) => last >= start)
    .map(({ first, last }) => ({
      first,
      last,
      contact: first > start ? later(firstDay(first), random.between(-11, 8)) : null,
      closes: last + 2 <= plan.until ? later(firstDay(last + 2), random.between(2, 17)) : null,
    }))
}

/** Even households belong to planning unit 1, odd to unit 2; those who stay too short to get there are met by its first caseworker. */
const plannerOf = ({ number }: Home, responsible: readonly Responsibility[]): string =>
  responsible.find(({ unit }) => unit !== 'EBM')?.caseworker ?? (number % 2 === 0 ? 'Klara Strand' : 'Stina Ljung')

/** Whoever found work in the files has a case that was closed for it. */
function closureOfJob({ enrolments }: Home): string | null {
  const job = enrolments.findLast(({ employment }) => employment)
  if (!job) return null
  return job.employment?.subsidised === 'Ja' ? 'work-subsidised' : 'work-unsubsidised'
}

export const isUnemployed = ({ group }: Reason): boolean => group === 'unemployed' || group === 'sfi'
export const isSick = ({ label }: Reason): boolean => label.startsWith('Sjuk')

export const ageOn = ({ home }: Subject, day: Day): number => Math.floor((monthOf(day) - home.members[0]!.birth) / 12)

const abilities: Record<string, string> = {
  Full: 'full',
  'Delvis nedsatt': 'reduced',
  'Under 25 %': 'below25',
  Saknas: 'none',
}

export const abilityOf = ({ workAbility }: Reason): string => abilities[workAbility] ?? 'unclear'

/** The intervention of the files that the person takes part in around a day, if any. */
export const isEnrolled = ({ home }: Subject, from: Day, until: Day): boolean =>
  home.enrolments.some(({ start, months }) => firstDay(start) < until && from < firstDay(start + Math.max(months, 1)))
