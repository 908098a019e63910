import { sum } from '../sample-statistics.ts'
import { exitsOf, type RiskTable } from './risk-table.ts'

/** What Gray's test knows at one time with exits. Columns have a value per group, or per group × group. */
export type GrayStep = {
  atRisk: Int32Array
  /** Exits by the cause, of the groups that take part. */
  own: Int32Array
  /** Exits by any cause. */
  all: Int32Array
  /** S just before the time and after it, and F of the cause just before it. */
  before: Float64Array
  after: Float64Array
  incidence: Float64Array
  /** n/S(t−): how many would still be followed if nobody left. 0 for a group that takes no part: nobody is at risk, or S has reached 0. */
  followed: Float64Array
  /** F of the cause before and after, when the groups are taken to be alike. */
  pooledBefore: number
  pooled: number
  /** (1 − F(t−))^rho. */
  weight: number
  /** What the hazard of the group in the column adds to the score of the group in the row. */
  score: Float64Array
  /** ∫ score dF/(1 − F−), this time included. */
  influence: Float64Array
}

/** Visits the times with exits in order. The step is one object, whose values hold until the next time. */
export function eachGrayStep(table: RiskTable, cause: number, rho: number, visit: (step: GrayStep) => void) {
  const { groups } = table
  const own = exitsOf(table, cause)
  const all = exitsOf(table)
  const step = firstStep(groups)
  for (let start = 0; start < all.length; start += groups) {
    step.all = all.subarray(start, start + groups)
    if (sum(step.all) === 0) continue
    step.own = own.subarray(start, start + groups)
    step.atRisk = table.atRisk.subarray(start, start + groups)
    enter(step, rho)
    visit(step)
    leave(step)
  }
}

const firstStep = (groups: number): GrayStep => ({
  atRisk: new Int32Array(groups),
  own: new Int32Array(groups),
  all: new Int32Array(groups),
  before: new Float64Array(groups).fill(1),
  after: new Float64Array(groups).fill(1),
  incidence: new Float64Array(groups),
  followed: new Float64Array(groups),
  pooledBefore: 0,
  pooled: 0,
  weight: 1,
  score: new Float64Array(groups * groups),
  influence: new Float64Array(groups * groups),
})

function enter(step: GrayStep, rho: number) {
  const { atRisk, own, all, before, after, followed } = step
  for (let group = 0; group < followed.length; group++) {
    const [n, survival] = [atRisk[group]!, before[group]!]
    followed[group] = survival > 0 ? n / survival : 0
    if (followed[group] === 0) own[group] = 0
    after[group] = n > 0 ? (survival * (n - all[group]!)) / n : survival
  }
  const total = sum(followed)
  const exits = sum(own)
  const rise = exits > 0 ? exits / total : 0
  step.weight = (1 - step.pooledBefore) ** rho
  step.pooled = step.pooledBefore + rise
  setScore(step, total)
  if (rise > 0) addInfluence(step, rise / (1 - step.pooledBefore))
}

/** A group alone moves no score, also when F of all rows has passed 1 and there is no weight. */
function setScore({ score, followed, weight }: GrayStep, total: number) {
  const groups = followed.length
  score.fill(0)
  for (let row = 0; row < groups; row++) {
    if (followed[row] === 0 || followed[row] === total) continue
    const part = weight * followed[row]!
    for (let column = 0; column < groups; column++) score[row * groups + column] = (-part * followed[column]!) / total
    score[row * groups + row]! += part
  }
}

function addInfluence({ score, influence }: GrayStep, hazard: number) {
  for (let place = 0; place < score.length; place++) if (score[place] !== 0) influence[place]! += score[place]! * hazard
}

function leave(step: GrayStep) {
  const { atRisk, own, before, after, incidence } = step
  for (let group = 0; group < before.length; group++)
    if (own[group]! > 0) incidence[group]! += (before[group]! * own[group]!) / atRisk[group]!
  before.set(after)
  step.pooledBefore = step.pooled
}
