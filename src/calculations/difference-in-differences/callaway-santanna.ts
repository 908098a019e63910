import { CannotCalculate } from '../refusal.ts'
import { averageByCohortSize, averageEvenly, type AverageEffect } from './average-effects.ts'
import { balancedPanel, type BalancedPanel, type Control, type StaggeredRows } from './balanced-panel.ts'
import { clusteredStandardError } from './clustered-standard-error.ts'
import { groupTimeEffects } from './group-time-effects.ts'
import { twoByTwoOf } from './two-by-two.ts'

/** The standard error is null when the outcomes do not vary, so that nothing tells how uncertain the estimate is. */
export type Uncertain = { estimate: number; standardError: number | null }

export type StaggeredEffects = {
  groupTime: ({ group: number; time: number; treated: number; controls: number } & Uncertain)[]
  /** The mean over all cohorts and periods from their start on, by cohort size. */
  simple: Uncertain
  /** By periods since the start; overall the plain mean of the events from 0 on. */
  dynamic: Uncertain & { events: ({ event: number } & Uncertain)[] }
  /** By cohort, the plain mean of its periods from the start on; overall by cohort size. */
  group: Uncertain & { groups: ({ group: number } & Uncertain)[] }
  /** All periods after against all before; null when the starts are several, since it then has no clear meaning. */
  twoByTwo: Uncertain | null
  units: number
  clusters: number
  leftOut: BalancedPanel['leftOut']
}

/**
 * Effects when the intervention starts at different times in different units (Callaway & Sant'Anna 2021).
 *
 * Two-way fixed effects are never used: with effects that grow over time they compare with units already treated.
 * Standard errors from the influence functions, summed within clusters: √(Σ_c (Σ_{i∈c} ψ_i)²)/n, no small-sample factor.
 * Panel and conventions as the R package `did` without covariates: see `balancedPanel` and `groupTimeEffects`.
 * Refuses besides what `balancedPanel` refuses: nobody treated after the first period, and fewer than two clusters.
 */
export function staggeredEffects(rows: StaggeredRows, control: Control): StaggeredEffects {
  const panel = balancedPanel(rows, control)
  const cells = groupTimeEffects(panel, control)
  const after = cells.filter(({ group, time }) => time >= group)
  // Nobody is treated, or the only cohort is the one that others would be compared with.
  if (after.length === 0) throw new CannotCalculate(panel.cohort.includes(Infinity) ? 'no-treated' : 'no-controls')
  const clusters = new Set(panel.cluster).size
  if (clusters < 2) throw new CannotCalculate('too-few', { what: 'kluster', found: clusters, needed: 2 })

  const average = (parts: typeof cells) => averageByCohortSize(parts, panel.cohort)
  const events = grouped(cells, ({ group, time }) => time - group, average)
  const groups = grouped(after, ({ group }) => group, average)
  const uncertain = ({ estimate, influence }: AverageEffect): Uncertain => ({
    estimate,
    standardError: clusteredStandardError(influence, panel.cluster),
  })
  return {
    groupTime: cells.map((cell) => ({
      group: cell.group,
      time: cell.time,
      ...uncertain(cell),
      treated: cell.treated,
      controls: cell.controls,
    })),
    simple: uncertain(average(after)),
    dynamic: {
      ...uncertain(averageEvenly(events.filter(({ key }) => key >= 0))),
      events: events.map((each) => ({ event: each.key, ...uncertain(each) })),
    },
    group: {
      ...uncertain(
        averageByCohortSize(
          groups.map((each) => ({ group: each.key, ...each })),
          panel.cohort,
        ),
      ),
      groups: groups.map((each) => ({ group: each.key, ...uncertain(each) })),
    },
    twoByTwo: twoByTwoOf(panel),
    units: panel.units,
    clusters,
    leftOut: panel.leftOut,
  }
}

/** One average per key, by size of the key. */
function grouped<Part>(parts: Part[], keyOf: (part: Part) => number, average: (parts: Part[]) => AverageEffect) {
  const keys = [...new Set(parts.map(keyOf))].sort((left, right) => left - right)
  return keys.map((key) => ({ key, ...average(parts.filter((part) => keyOf(part) === key)) }))
}
