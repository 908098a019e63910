import { zeros } from '../linear-algebra.ts'
import { sum } from '../sample-statistics.ts'
import type { FollowUp } from './follow-up.ts'
import { eachGrayStep, type GrayStep } from './gray-steps.ts'
import { tablesByStratum } from './risk-table.ts'
import { type ScoreTest, scoreTest } from './score-test.ts'

/**
 * Whether the share that leaves by a cause differs between groups (Gray 1988). Null when there is only one group.
 *
 * Those who left by another cause count as still at risk of this one, as many as would have been followed so long:
 * R = n (1 − F(t−)) / S(t−) in each group. The exits of a group are compared with its part of ΣR, weighted by
 * (1 − F(t−))^rho with F of all rows; strata are summed. Scores and variance are those of `cmprsk::cuminc`.
 *
 * A group that is never compared takes no part and costs no degree of freedom.
 * With late entries n holds those who had entered before the time.
 * Null also when F of all rows passes 1 while groups are compared and `rho` is no whole number, so that there is no
 * weight: a few rows without censoring can bring that about.
 */
export function grayTest(followUp: FollowUp, cause: number, { rho }: { rho: number }): ScoreTest | null {
  const groups = followUp.sample.group.labels.length
  if (groups < 2) return null
  const scores = new Float64Array(groups)
  const variance = zeros(groups, groups)
  for (const table of tablesByStratum(followUp)) {
    const influence = new Float64Array(groups * groups)
    eachGrayStep(table, cause, rho, (step) => {
      addScores(scores, step)
      influence.set(step.influence)
    })
    eachGrayStep(table, cause, rho, (step) => addVariances(variance.values, influence, step))
  }
  return variance.values.every(Number.isFinite) ? scoreTest(scores, variance) : null
}

/** How many more left by the cause than the group's part of those at risk of it. A group alone has it all. */
function addScores(scores: Float64Array, { own, followed, incidence, weight }: GrayStep) {
  const exits = sum(own)
  if (exits === 0) return
  const atRisk = followed.map((each, group) => each * (1 - incidence[group]!))
  const total = sum(atRisk)
  if (atRisk.includes(total)) return
  for (let group = 0; group < scores.length; group++)
    scores[group]! += weight * (own[group]! - (exits * atRisk[group]!) / total)
}

/** The exits of each group move the scores of all: by the cause at once and through S and F later, by others later. */
function addVariances(variance: Float64Array, influence: Float64Array, step: GrayStep) {
  const exits = sum(step.own)
  const total = sum(step.followed)
  for (let group = 0; group < step.atRisk.length; group++) {
    if (step.followed[group] === 0) continue
    const [n, before, after] = [step.atRisk[group]!, step.before[group]!, step.after[group]!]
    const ratio = after > 0 ? (1 - step.pooled) / after : 0
    if (exits > 0) {
      const ties = exits > 1 ? 1 - (exits - 1) / (total * before - 1) : 1
      addMove(variance, influence, step, {
        group,
        now: 1,
        later: 1 - ratio,
        size: (ties * before * exits) / (total * n),
      })
    }
    const others = step.all[group]! - step.own[group]!
    if (others > 0 && after > 0) {
      const ties = (n - others) / (n - 1)
      addMove(variance, influence, step, {
        group,
        now: 0,
        later: ratio,
        size: (ties * before * before * others) / (n * n),
      })
    }
  }
}

type Move = { group: number; now: number; later: number; size: number }

function addMove(variance: Float64Array, influence: Float64Array, step: GrayStep, { group, now, later, size }: Move) {
  const groups = step.atRisk.length
  const move = (row: number) => {
    const place = row * groups + group
    return now * step.score[place]! + later * (influence[place]! - step.influence[place]!)
  }
  for (let row = 0; row < groups; row++)
    for (let column = 0; column < groups; column++) variance[row * groups + column]! += size * move(row) * move(column)
}
