import type { Ore } from '../values/money.ts'
import { CannotCalculate } from './refusal.ts'
import { shapleyShares } from './savings/shapley.ts'

/** A subsidised job with the municipality as employer, instead of assistance. Amounts are whole öre a month, shares 0–1. */
export type JobCase = {
  wageOre: Ore
  /** Employer's fees and agreed insurances, as a share of the wage. */
  feeShare: number
  /** Tools, premises and the time of those who supervise. */
  supervisionOre: Ore
  /** The state's part of wage and fees … */
  subsidyShare: number
  /** … up to this wage. */
  subsidisedWageOre: Ore
  /** Months that the job lasts, at most the horizon. */
  months: number
  /** What the household would have got in assistance, a month. */
  supportOre: Ore
  /** The chance a month that the household would have left assistance anyway: what it saves then is not the job's doing. */
  exitShare: number
  /** Of those whose job has ended, the share that comes back to assistance. */
  returnShare: number
  /** The municipality's part of the tax on the wage … */
  taxShare: number
  /** … above this, the basic deduction. */
  untaxedOre: Ore
  /** Months that are looked at, from the first of the job. */
  horizon: number
}

export type JobMonth = {
  /** Wage, fees and supervision less the subsidy. */
  cost: Ore
  /** Assistance that is not paid, as expected. */
  supportSaved: Ore
  taxBack: Ore
  /** supportSaved + taxBack − cost. */
  net: Ore
  cumulative: Ore
}

export type JobResult = {
  months: JobMonth[]
  cost: Ore
  supportSaved: Ore
  taxBack: Ore
  net: Ore
  /** The first month, from 1, after which the municipality has had its money back and keeps it to the horizon; null when it never has. */
  breakEven: number | null
  /** The subsidy at which the net is zero, other things equal; null when no share between 0 and 1 gives that. */
  breakEvenSubsidy: number | null
}

/**
 * What a job instead of assistance costs and gives back to the municipality, month by month:
 *
 *     cost  = wage·(1 + fees) + supervision − subsidy share·min(wage, subsidised wage)·(1 + fees)     while the job lasts
 *     saved = support·(1 − exit)ᵗ⁻¹                    while the job lasts, and times (1 − return) after it
 *     tax   = municipal tax·max(wage − deduction, 0)   while the job lasts
 *
 * What the work itself is worth is not counted, nor what the state and the household gain. Each part is rounded to whole
 * öre each month, so that the months sum to the totals.
 * Refuses shares outside 0–1, negative amounts, a horizon below 1 and a job that is longer than the horizon.
 */
export function supportIntoWages(given: JobCase): JobResult {
  checkCase(given)
  const months: JobMonth[] = []
  let cumulative = 0
  for (let month = 1; month <= given.horizon; month++) {
    const { cost, supportSaved, taxBack } = monthOf(given, month)
    const net = supportSaved + taxBack - cost
    cumulative += net
    months.push({ cost, supportSaved, taxBack, net, cumulative })
  }
  const sum = (part: keyof JobMonth) => months.reduce((total, each) => total + each[part], 0)
  return {
    months,
    cost: sum('cost'),
    supportSaved: sum('supportSaved'),
    taxBack: sum('taxBack'),
    net: cumulative,
    breakEven: breakEvenOf(months),
    breakEvenSubsidy: breakEvenSubsidyOf(given),
  }
}

function monthOf(given: JobCase, month: number): Pick<JobMonth, 'cost' | 'supportSaved' | 'taxBack'> {
  const isEmployed = month <= given.months
  const stillThere = (1 - given.exitShare) ** (month - 1)
  const kept = isEmployed ? 1 : 1 - given.returnShare
  const supportSaved = Math.round(given.supportOre * stillThere * kept)
  if (!isEmployed) return { cost: 0, supportSaved, taxBack: 0 }
  const subsidised = given.subsidyShare * Math.min(given.wageOre, given.subsidisedWageOre)
  return {
    cost: Math.round((given.wageOre - subsidised) * (1 + given.feeShare)) + given.supervisionOre,
    supportSaved,
    taxBack: Math.round(given.taxShare * Math.max(given.wageOre - given.untaxedOre, 0)),
  }
}

/** Not the first month at zero or above, but the one from which it stays there. */
function breakEvenOf(months: JobMonth[]): number | null {
  const last = months.findLastIndex(({ cumulative }) => cumulative < 0)
  return last === months.length - 1 ? null : last + 2
}

/** The net is a straight line in the subsidy, but for the öre. */
function breakEvenSubsidyOf(given: JobCase): number | null {
  const netAt = (subsidyShare: number) =>
    Array.from({ length: given.horizon }, (_, at) => monthOf({ ...given, subsidyShare }, at + 1)).reduce(
      (sum, { cost, supportSaved, taxBack }) => sum + supportSaved + taxBack - cost,
      0,
    )
  const [without, whole] = [netAt(0), netAt(1)]
  const share = whole === without ? NaN : without / (without - whole)
  return share >= 0 && share <= 1 ? share : null
}

/** What a case may be asked with instead, one input at a time. */
export const jobInputs = [
  'wageOre',
  'feeShare',
  'supervisionOre',
  'subsidyShare',
  'months',
  'supportOre',
  'exitShare',
  'returnShare',
  'taxShare',
] as const
export type JobInput = (typeof jobInputs)[number]

/**
 * How much of the difference in net between two cases comes from each input that differs (Shapley 1953): the mean of what it
 * changes over every order in which the inputs can be changed, so that no order is chosen. The parts sum to the difference.
 * Takes the horizon, the deduction and the ceiling of the first case for both.
 */
export function explainJobDifference(from: JobCase, to: JobCase): Partial<Record<JobInput, number>> {
  const changed = jobInputs.filter((input) => from[input] !== to[input])
  const shares = shapleyShares(changed.length, (coalition) => {
    const mixed = { ...from }
    changed.forEach((input, at) => coalition & (1 << at) && (mixed[input] = to[input]))
    return supportIntoWages(mixed).net
  })
  return Object.fromEntries(changed.map((input, at) => [input, shares[at]!]))
}

function checkCase(given: JobCase): void {
  const refuse = (column: string, found: number, expected: string) => {
    throw new CannotCalculate('bad-value', { column, found, expected })
  }
  for (const input of ['wageOre', 'supervisionOre', 'subsidisedWageOre', 'supportOre', 'untaxedOre'] as const)
    if (!Number.isInteger(given[input]) || given[input] < 0) refuse(input, given[input], 'hela ören, 0 eller mer')
  for (const input of ['feeShare', 'subsidyShare', 'exitShare', 'returnShare', 'taxShare'] as const)
    if (!(given[input] >= 0 && given[input] <= 1)) refuse(input, given[input], 'mellan 0 och 1')
  if (!Number.isInteger(given.horizon) || given.horizon < 1) refuse('horizon', given.horizon, 'minst 1 månad')
  if (!Number.isInteger(given.months) || given.months < 0 || given.months > given.horizon)
    refuse('months', given.months, `0 till ${given.horizon} månader`)
}
