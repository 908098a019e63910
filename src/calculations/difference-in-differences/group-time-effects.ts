import { mean } from '../sample-statistics.ts'
import type { BalancedPanel, Control } from './balanced-panel.ts'

/** The effect on one cohort in one period. Before its start it is a placebo, whose true value is zero. */
export type GroupTimeEffect = {
  /** The period in which the cohort got the intervention. */
  group: number
  time: number
  estimate: number
  /** What each unit adds: the estimate less its true value is about the mean of these. */
  influence: Float64Array
  treated: number
  controls: number
}

/**
 * ATT(g,t) of Callaway & Sant'Anna (2021) without covariates, for every cohort g and every period t but the first.
 *
 * ATT(g,t) = E[Y_t − Y_b | G = g] − E[Y_t − Y_b | C], where the base b is the last period before g, and for t before g
 * the period before t (varying base, as the R package `did`). C is never treated, or with `not-yet` everyone outside the
 * cohort whose start is after t. ψ_i = (1{G_i = g}/p_g)(ΔY_i − Ē_g) − (1{i ∈ C}/p_C)(ΔY_i − Ē_C), p the share of all units.
 *
 * Without a never treated unit, the last cohort only serves as comparison.
 * A cell without controls has no estimate and is not in the list. Sorted by group and time.
 */
export function groupTimeEffects(panel: BalancedPanel, control: Control): GroupTimeEffect[] {
  return treatedCohorts(panel).flatMap((group) =>
    Array.from(panel.times.keys())
      .slice(1)
      .flatMap((period) => effectOf(panel, group, period, control) ?? []),
  )
}

function treatedCohorts({ cohort, times }: BalancedPanel): number[] {
  const cohorts = [...new Set(cohort)].sort((left, right) => left - right)
  // The last one is Infinity, those never treated, or the cohort that all others are compared with.
  return cohorts.slice(0, -1).filter((group) => group > times[0]!)
}

function effectOf(panel: BalancedPanel, group: number, period: number, control: Control): GroupTimeEffect | null {
  const { cohort, outcome, times, units } = panel
  const time = times[period]!
  const base = time < group ? period - 1 : times.findLastIndex((each) => each < group)
  const isControl = (start: number) => start === Infinity || (control === 'not-yet' && start > time && start !== group)
  const change = outcome[period]!.map((value, unit) => value - outcome[base]![unit]!)
  const treated = change.filter((_, unit) => cohort[unit] === group)
  const controls = change.filter((_, unit) => isControl(cohort[unit]!))
  if (controls.length === 0) return null
  const [treatedChange, controlChange] = [mean(treated), mean(controls)]
  const influence = change.map((value, unit) => {
    if (cohort[unit] === group) return (units / treated.length) * (value - treatedChange)
    return isControl(cohort[unit]!) ? (-units / controls.length) * (value - controlChange) : 0
  })
  return {
    group,
    time,
    estimate: treatedChange - controlChange,
    influence,
    treated: treated.length,
    controls: controls.length,
  }
}
