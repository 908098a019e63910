import { CannotCalculate } from '../refusal.ts'

/**
 * A stock of households by how many months they have been in it, and what changes it each month.
 * Place 0 is the first month of a spell; the last place is open and holds all longer durations.
 */
export type CohortModel = {
  /** Households by duration in the month before the first projected. */
  start: Float64Array
  /** The probability to leave after each duration, same length. */
  hazard: Float64Array
  /** New spells in each projected month; its length is the horizon. */
  inflow: Float64Array
  /** The share of the months inside a spell in which something is paid; the rest are the allowed gaps. */
  activeShare: number
}

export type CohortProjection = {
  /** Households inside a spell, by projected month. */
  stock: Float64Array
  /** Households that are paid: stock × active share. */
  active: Float64Array
  /** Households that left between the month before and this one. */
  exits: Float64Array
  /** The stock by duration after the last month. */
  end: Float64Array
}

/**
 * Stock × exit + inflow: n_{t+1}(1) = λ_t and n_{t+1}(d+1) = n_t(d)·(1 − h_d), the last duration added to itself.
 *
 * It explains (did more come, or fewer leave?) and answers what-if; it does not foresee better than the latest value
 * when nothing changes, and its result is an expectation without a margin: see `simulateCohort`.
 * Refuses no durations, hazards of another number, a hazard or share outside 0–1, and negative or missing households.
 */
export function projectCohort(model: CohortModel): CohortProjection {
  checkCohort(model)
  const { hazard, inflow, activeShare } = model
  const [stock, exits] = [new Float64Array(inflow.length), new Float64Array(inflow.length)]
  let current = model.start
  inflow.forEach((arriving, month) => {
    const left = current.reduce((total, households, duration) => total + households * hazard[duration]!, 0)
    current = nextMonth(current, hazard, arriving)
    stock[month] = current.reduce((total, households) => total + households, 0)
    exits[month] = left
  })
  return { stock, active: stock.map((households) => households * activeShare), exits, end: current.slice() }
}

function nextMonth(current: Float64Array, hazard: Float64Array, arriving: number): Float64Array {
  const next = new Float64Array(current.length)
  const last = current.length - 1
  current.forEach((households, duration) => {
    next[Math.min(duration + 1, last)]! += households * (1 - hazard[duration]!)
  })
  next[0]! += arriving
  return next
}

/**
 * The stock that a constant inflow and constant hazards end in: λ·(1 + (1−h₁) + (1−h₁)(1−h₂) + … ), where the last,
 * open duration adds its share divided by its hazard. Refuses a last hazard of zero: the stock then grows for ever.
 */
export function steadyState(hazard: Float64Array, inflow: number): number {
  const last = hazard.length - 1
  if (!(hazard[last]! > 0))
    throw new CannotCalculate('bad-value', { column: 'hazard', found: hazard[last] ?? 0, expected: 'över 0' })
  let [remaining, months] = [1, 0]
  hazard.forEach((probability, duration) => {
    months += duration === last ? remaining / probability : remaining
    remaining *= 1 - probability
  })
  return inflow * months
}

/** What every use of the model refuses. */
export function checkCohort({ start, hazard, inflow, activeShare }: CohortModel) {
  if (start.length === 0) throw new CannotCalculate('no-rows')
  if (hazard.length !== start.length)
    throw new CannotCalculate('bad-value', { column: 'hazard', found: hazard.length, expected: `${start.length} tal` })
  within('start', start, Infinity, 'ett antal, 0 eller mer')
  within('inflow', inflow, Infinity, 'ett antal, 0 eller mer')
  within('hazard', hazard, 1, 'mellan 0 och 1')
  within('active-share', [activeShare], 1, 'mellan 0 och 1')
}

function within(column: string, values: ArrayLike<number>, most: number, expected: string) {
  for (const found of Array.from(values))
    if (!(found >= 0 && found <= most && found < Infinity))
      throw new CannotCalculate('bad-value', { column, found, expected })
}
