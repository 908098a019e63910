import { type MonthIndex, month, monthFromIndex, monthIndex } from '../values/month.ts'
import type { Gender } from './identity-series.ts'
import type { Random } from './random.ts'
import { type Reason, reasons } from './reasons.ts'
import type { Household } from './spells.ts'

export type Enrolment = {
  intervention: string
  start: MonthIndex
  day: number
  /** How long; 0 for without end. */
  months: number
  result: string
  /** Of an employment: as the job unit's system writes it. */
  employment?: { employer: 'Kommunal' | 'Extern'; subsidised: 'Ja' | 'Nej' }
}

/** A running intervention with a true effect: the exit hazard is multiplied in the months after the start. */
type Programme = {
  name: string
  hazardRatio: number
  effectMonths: number
  /** How long the participation lasts. */
  months: number
  from: MonthIndex
  until: MonthIndex | null
  groups: readonly Reason['group'][]
  /** Chance a month for an eligible household; half of it for those who stay for years, so that selection has to be handled. */
  uptake: number
}

const at = (text: string): MonthIndex => monthIndex(month(text))

/**
 * Names from the modelled reports; effects, lengths and intake are ours. Rehabilitation and placement are not called what
 * the reports call theirs, whose participants are counted to the person and stand in `casework/cohorts.ts`.
 * MICA has no effect and the work placement holds people back: an evaluation has to find that too.
 */
export const programmes: readonly Programme[] = [
  programme('Jobbtorg', 1.3, 6, 4, '2009-01', null, ['unemployed'], 0.035),
  programme('Arbetslivsinriktad rehabilitering', 1.15, 8, 6, '2009-01', null, ['social', 'other'], 0.02),
  programme('Jobbjakten', 1.5, 4, 2, '2009-01', '2018-07', ['unemployed'], 0.02),
  programme('Arbetspraktik', 0.8, 3, 3, '2009-01', null, ['social', 'unemployed'], 0.015),
  programme('MICA', 1, 4, 4, '2016-01', '2019-01', ['unemployed'], 0.012),
  programme('Steget 2.0', 1.25, 6, 1, '2017-01', null, ['unemployed', 'sfi'], 0.03),
  programme('SYV', 1.05, 6, 1, '2018-01', null, ['sfi', 'unemployed'], 0.015),
]

/** Groups that start together, with the women and men who started. Too late in the data for an effect: none is put in. */
const cohorts = [
  { name: 'Korta vårdspåret', start: at('2019-02'), day: 4, months: 4, women: 10, men: 8 },
  { name: 'Lokalvårdsutbildning', start: at('2019-04'), day: 1, months: 3, women: 7, men: 10 },
]

/**
 * The twelve first visits of March 2019 were a group here once, and are events of the casework now. Its chance is still drawn,
 * so that all that comes after it in the demo stays as it was.
 */
const formerCohortStart = at('2019-03')

/** Work found in January–April 2019: recorded with the interventions, but an outcome, so it has no effect of its own. */
const jobs = [
  {
    name: 'Subventionerad anställning',
    women: 4,
    men: 7,
    months: 12,
    employment: { employer: 'Kommunal', subsidised: 'Ja' },
  },
  {
    name: 'Anställning utan subvention',
    women: 2,
    men: 3,
    months: 0,
    employment: { employer: 'Extern', subsidised: 'Nej' },
  },
] as const
const jobMonths = ['2019-01', '2019-02', '2019-03', '2019-04'].map(at)

/** Lets households start in what runs in the month. At most one running programme with an effect at a time. */
export function enrol(active: readonly Household[], now: MonthIndex, scale: number, random: Random): void {
  const running = programmes.filter(({ from, until }) => from <= now && (until === null || now < until))
  for (const household of active) {
    if (now < household.effectUntil) continue
    const found = running.find(
      (each) => isEligible(household, each) && random.chance(each.uptake * (household.slow ? 0.5 : 1)),
    )
    if (found) start(household, found, now, random)
  }
  if (now === formerCohortStart) random.shuffled(active)
  for (const cohort of cohorts.filter(({ start }) => start === now)) {
    for (const household of chosen(active, cohort, scale, random)) {
      household.enrolments.push({
        intervention: cohort.name,
        start: now,
        day: cohort.day,
        months: cohort.months,
        result: '',
      })
    }
  }
}

/** Records who of those without assistance from `now` on found work then. A quarter of the counts each month. */
export function recordJobs(leaving: readonly Household[], now: MonthIndex, scale: number, random: Random): void {
  const part = jobMonths.indexOf(now)
  if (part < 0) return
  const partOf = (count: number) =>
    Math.round((count * scale * (part + 1)) / 4) - Math.round((count * scale * part) / 4)
  const taken = new Set<Household>()
  for (const job of jobs) {
    const candidates = leaving.filter((household) => !taken.has(household))
    for (const household of chosen(candidates, { women: partOf(job.women), men: partOf(job.men) }, 1, random)) {
      taken.add(household)
      const { name, months, employment } = job
      household.enrolments.push({
        intervention: name,
        start: now,
        day: now % 12 === 0 ? 7 : 1,
        months,
        result: 'Arbete',
        employment,
      })
    }
  }
}

/** What an evaluation is to find, with how many took part in months that the files hold. */
export const trueEffects = (households: readonly Household[]) => [
  ...programmes.map(({ name, hazardRatio, effectMonths, from, until, groups }) => ({
    intervention: name,
    hazardRatio,
    effectMonths,
    from: monthFromIndex(from),
    until: until === null ? null : monthFromIndex(until),
    eligibleGroups: groups,
    participations: countOf(households, name),
  })),
  ...[...cohorts, ...jobs].map(({ name }) => ({
    intervention: name,
    hazardRatio: 1,
    participations: countOf(households, name),
  })),
]

function programme(
  name: string,
  hazardRatio: number,
  effectMonths: number,
  months: number,
  from: string,
  until: string | null,
  groups: Programme['groups'],
  uptake: number,
): Programme {
  return { name, hazardRatio, effectMonths, months, from: at(from), until: until ? at(until) : null, groups, uptake }
}

const isEligible = (household: Household, { groups }: Programme): boolean =>
  groups.includes(reasons[household.reason]!.group)

function start(household: Household, programme: Programme, now: MonthIndex, random: Random): void {
  household.effect = programme.hazardRatio
  household.effectUntil = now + programme.effectMonths
  const result = random.pick(['Slutfört', 'Slutfört', 'Slutfört', 'Avbrott', 'Avbrott', 'Studier', 'Arbete', ''])
  household.enrolments.push({
    intervention: programme.name,
    start: now,
    day: random.between(1, 27),
    months: programme.months,
    result,
  })
}

type Wanted = { women: number; men: number }

function chosen(from: readonly Household[], wanted: Wanted, scale: number, random: Random): Household[] {
  const fit = random
    .shuffled(from)
    .filter((household) => !isOnCourse(household))
    .sort((a, b) => seeksWork(b) - seeksWork(a))
  const take = (gender: Gender, count: number) =>
    fit.filter((household) => household.gender === gender).slice(0, Math.round(count * scale))
  return [...take('woman', wanted.women), ...take('man', wanted.men)]
}

/** Nobody is in two of the counted groups. */
const isOnCourse = ({ enrolments }: Household): boolean =>
  enrolments.some(({ intervention }) => cohorts.some(({ name }) => name === intervention))

const seeksWork = (household: Household): number =>
  ['unemployed', 'sfi'].includes(reasons[household.reason]!.group) ? 1 : 0

const countOf = (households: readonly Household[], name: string): number =>
  households.reduce((sum, { enrolments }) => sum + enrolments.filter((each) => each.intervention === name).length, 0)
