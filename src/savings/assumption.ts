import type { CatalogueBody } from '../catalogue/catalogue-bodies.ts'
import type { Ore } from '../values/money.ts'
import type { Month } from '../values/month.ts'
import { monthIndex, monthsBetween } from '../values/month.ts'

export type Action = CatalogueBody<'savings-action'>
/** What was assumed about one group of those whom an action is for. */
export type Assumption = Action['assumptions'][number]

export const factorNames = ['persons', 'share', 'oreAMonth', 'months', 'promisedOre'] as const
export type FactorName = (typeof factorNames)[number]

/** `implied` follows from the others; `whole` is a share that nobody stated, taken as all. */
export type Factor = { value: number | null; origin: 'stated' | 'implied' | 'whole' | 'unknown'; source: string | null }

/** What does not hold, or what somebody should ask about, in a promise as it was written. */
export type Finding =
  | { kind: 'no-formula'; part: string }
  | { kind: 'no-promise'; part: string }
  | { kind: 'affected-differs'; part: string; persons: number; share: number; affected: number; months: number | null }
  | { kind: 'part-of-a-person'; part: string; leaving: number }
  | { kind: 'product-differs'; part: string; promisedOre: Ore; productOre: Ore }
  | { kind: 'longer-than-year'; part: string; months: number; left: number }
  | { kind: 'all-at-once'; part: string; months: number }
  | { kind: 'months-differ'; parts: { label: string; months: number }[] }
  | { kind: 'goal-without-baseline' }
  | { kind: 'maybe-counted-twice' }
  | { kind: 'same-participants'; names: string[] }

export type ReadAssumption = {
  label: string
  factors: Record<FactorName, Factor>
  /** Persons who are to leave: those said to be affected, else persons × share. Null when neither is known. */
  leaving: number | null
  /** Promised for each of those who are to leave. Null when either is not known. */
  perPersonOre: Ore | null
  findings: Finding[]
}

export type ReadAction = {
  parts: ReadAssumption[]
  /** Σ of what the parts promise; null when no part promises anything. */
  promisedOre: Ore | null
  /** Over how many months the promise is expected to come in; the rest of the first year when nobody said. */
  months: number
  findings: Finding[]
}

/**
 * Reads what was assumed when an action was opened, and works out the factor that was left out:
 *
 *     promised = persons × share × öre a month × months
 *
 * so that 600 000 kr from 16 persons at 6 300 kr shows its 5.95 months (000-8), and 1 000 000 kr from 25 at 8 400 kr its
 * 4.76 (000-10). A share that nobody stated is taken as all. With two factors left out nothing is implied.
 */
export function readAction({
  assumptions,
  start,
  until,
  goal,
  counted,
}: Pick<Action, 'assumptions' | 'start' | 'until' | 'goal' | 'counted'>): ReadAction {
  const left = monthsLeft(start as Month, until as Month | null)
  const parts = assumptions.map((each) => readAssumption(each, left))
  const promised = parts.flatMap(({ factors }) => factors.promisedOre.value ?? [])
  const known = parts.flatMap(({ factors }) => factors.months.value ?? [])
  return {
    parts,
    promisedOre: promised.length === 0 ? null : promised.reduce((sum, ore) => sum + ore, 0),
    months: known.length === 0 ? left : Math.max(...known),
    findings: [
      ...parts.flatMap(({ findings }) => findings),
      ...monthsThatDiffer(parts),
      ...(isRelative(goal) ? [{ kind: 'goal-without-baseline' as const }] : []),
      ...(counted === 'unclear' ? [{ kind: 'maybe-counted-twice' as const }] : []),
    ],
  }
}

/** Months from the start until the end of its year, or until the action ends if that is before. */
export function monthsLeft(start: Month, until: Month | null): number {
  const yearEnd = 12 - (monthIndex(start) % 12)
  return until === null ? yearEnd : Math.max(0, Math.min(yearEnd, monthsBetween(start, until)))
}

function readAssumption(given: Assumption, left: number): ReadAssumption {
  const factors = factorsOf(given)
  const leaving = leavingOf(given, factors)
  const { value: promisedOre } = factors.promisedOre
  return {
    label: given.label,
    factors,
    leaving,
    perPersonOre: leaving && promisedOre !== null ? Math.round(promisedOre / leaving) : null,
    findings: findingsIn(given, factors, leaving, left),
  }
}

/** Those said to be affected stand for persons × share. */
function factorsOf(given: Assumption): ReadAssumption['factors'] {
  const stated = Object.fromEntries(factorNames.map((name) => [name, statedFactor(given[name])])) as Record<
    FactorName,
    Factor
  >
  const missing = factorNames.filter((name) => given[name] === null)
  const hasAffected = given.affected !== null
  const unknown = missing.filter((name) => !(hasAffected && (name === 'persons' || name === 'share')))
  // Nobody says "all of them": without a share, and with something else to find out, all are meant.
  const isWhole = !hasAffected && unknown.length > 1 && given.share === null && given.persons !== null
  const factors = isWhole ? { ...stated, share: { value: 1, origin: 'whole' as const, source: null } } : stated
  const [sought, ...others] = unknown.filter((name) => !(isWhole && name === 'share'))
  if (sought === undefined || others.length > 0) return factors
  const value = impliedBy(factors, sought, given.affected?.value ?? null)
  return { ...factors, [sought]: { value, origin: value === null ? 'unknown' : 'implied', source: null } }
}

const statedFactor = (given: { value: number; source: string } | null): Factor =>
  given ? { ...given, origin: 'stated' } : { value: null, origin: 'unknown', source: null }

/** The factor that the others leave; null when they divide by zero. */
function impliedBy(factors: Record<FactorName, Factor>, sought: FactorName, affected: number | null): number | null {
  const leaving = affected === null ? ['persons', 'share'] : []
  const product = (['oreAMonth', 'months', ...leaving] as FactorName[])
    .filter((name) => name !== sought)
    .reduce((all, name) => all * factors[name].value!, affected ?? 1)
  if (sought === 'promisedOre') return Math.round(product)
  const value = factors.promisedOre.value! / product
  return Number.isFinite(value) ? value : null
}

function leavingOf({ affected }: Assumption, { persons, share }: ReadAssumption['factors']): number | null {
  if (affected) return affected.value
  return persons.value === null || share.value === null ? null : persons.value * share.value
}

function findingsIn(
  given: Assumption,
  factors: ReadAssumption['factors'],
  leaving: number | null,
  left: number,
): Finding[] {
  const { label: part, persons, share, affected } = given
  const { months, oreAMonth, promisedOre } = factors
  const findings: Finding[] = []
  if (promisedOre.value === null) return [{ kind: 'no-promise', part }]
  if (leaving === null && oreAMonth.value === null && months.value === null) return [{ kind: 'no-formula', part }]
  const product = persons && share ? persons.value * share.value : null
  if (affected && product !== null && differs(affected.value, product, 1e-9)) {
    const otherwise = promisedOre.value / (product * (oreAMonth.value ?? Number.NaN))
    const counted = Number.isFinite(otherwise) ? otherwise : null
    findings.push({
      kind: 'affected-differs',
      part,
      persons: persons!.value,
      share: share!.value,
      affected: affected.value,
      months: counted,
    })
  } else if (!affected && product !== null && !Number.isInteger(round(product)))
    findings.push({ kind: 'part-of-a-person', part, leaving: product })
  if (leaving !== null && oreAMonth.value !== null && months.value !== null) {
    const productOre = Math.round(leaving * oreAMonth.value * months.value)
    // Promises are written in whole thousands.
    if (Math.abs(productOre - promisedOre.value) > 500_00)
      findings.push({ kind: 'product-differs', part, promisedOre: promisedOre.value, productOre })
  }
  if (months.value === null) return findings
  if (round(months.value) > left) findings.push({ kind: 'longer-than-year', part, months: months.value, left })
  else if (round(months.value) >= left && (factors.share.value ?? 1) === 1)
    findings.push({ kind: 'all-at-once', part, months: months.value })
  return findings
}

/** Groups of one action that begin at the same time and yet are counted for different numbers of months. */
function monthsThatDiffer(parts: readonly ReadAssumption[]): Finding[] {
  const counted = parts.flatMap(({ label, factors }) =>
    factors.months.value === null ? [] : [{ label, months: factors.months.value }],
  )
  const [first, ...rest] = counted
  return first && rest.some(({ months }) => Math.round(months) !== Math.round(first.months))
    ? [{ kind: 'months-differ', parts: counted }]
    : []
}

/** A goal in relation to something, with no amount to take the relation of (000-1). */
const isRelative = (goal: string): boolean =>
  /halver|hälft|fördubbl|procent|%/i.test(goal) &&
  !/\d[\d\s\u00a0]*(?:[.,]\d+)?\s*(?:kr|tkr|mnkr|mkr|miljon)/i.test(goal)

const round = (value: number): number => Math.round(value * 1e9) / 1e9
const differs = (one: number, other: number, tolerance: number): boolean => Math.abs(one - other) > tolerance
