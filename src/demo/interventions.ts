import { type MonthIndex, month, monthFromIndex, monthIndex } from '../values/month.ts'
import type { Gender } from './identity-series.ts'
import type { Random } from './random.ts'
import { type Reason, reasons } from './reasons.ts'
import type { Household } from './spells.ts'

export type Enrolment = { intervention: string; start: MonthIndex; day: number; months: number; result: string }

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
 * Names from the modelled reports; effects, lengths and intake are ours.
 * MICA has no effect and work training holds people back: an evaluation has to find that too.
 */
const programmes: readonly Programme[] = [
  programme('Jobbtorg', 1.3, 6, 4, '2009-01', null, ['unemployed'], 0.035),
  programme('Jobbtorg Resurs', 1.15, 8, 6, '2009-01', null, ['social', 'other'], 0.02),
  programme('Jobbjakten', 1.5, 4, 2, '2009-01', '2018-07', ['unemployed'], 0.02),
  programme('Arbetsträning', 0.8, 3, 3, '2009-01', null, ['social', 'unemployed'], 0.015),
  programme('MICA', 1, 4, 4, '2016-01', '2019-01', ['unemployed'], 0.012),
  programme('Steget 2.0', 1.25, 6, 1, '2017-01', null, ['unemployed', 'sfi'], 0.03),
  programme('SYV', 1.05, 6, 1, '2018-01', null, ['sfi', 'unemployed'], 0.015),
]

/** Groups that start together, with the women and men who started. Too late in the data for an effect: none is put in. */
const cohorts = [
  { name: 'Korta vårdspåret', start: at('2019-02'), months: 4, women: 10, men: 8, result: '' },
  { name: 'Lokalvårdsutbildning', start: at('2019-04'), months: 3, women: 7, men: 10, result: '' },
  { name: 'Kartläggning hos coach', start: at('2019-03'), months: 1, women: 6, men: 6, result: 'Slutfört' },
]

/** Work found in January–April 2019: recorded with the interventions, but an outcome, so it has no effect of its own. */
const jobs = [
  { name: 'Subventionerad anställning', women: 4, men: 7, months: 12 },
  { name: 'Anställning utan subvention', women: 2, men: 3, months: 0 },
]
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
  for (const cohort of cohorts.filter(({ start }) => start === now)) {
    for (const household of chosen(active, cohort, scale, random)) {
      household.enrolments.push({
        intervention: cohort.name,
        start: now,
        day: 4,
        months: cohort.months,
        result: cohort.result,
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
      household.enrolments.push({ intervention: job.name, start: now, day: 1, months: job.months, result: 'Arbete' })
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
  const fit = random.shuffled(from).sort((a, b) => seeksWork(b) - seeksWork(a))
  const take = (gender: Gender, count: number) =>
    fit.filter((household) => household.gender === gender).slice(0, Math.round(count * scale))
  return [...take('woman', wanted.women), ...take('man', wanted.men)]
}

const seeksWork = (household: Household): number =>
  ['unemployed', 'sfi'].includes(reasons[household.reason]!.group) ? 1 : 0

const countOf = (households: readonly Household[], name: string): number =>
  households.reduce((sum, { enrolments }) => sum + enrolments.filter((each) => each.intervention === name).length, 0)
