import { estimateEffect } from '../../calculations/effect/estimate.ts'
import { propensityMatching } from '../../calculations/effect/propensity-matching.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber } from '../../values/format.ts'
import { drawnSample } from './drawn-sample.ts'
import { effectRow, effectChart, trueRow } from './effect-rows.ts'

/** Sixty or so participants whose backgrounds say much of the outcome, and who have one match each. */
export function propensityMatchingPicture(): ChartDefinition {
  const sample = drawnSample({
    rows: 300,
    seed: 12,
    backgrounds: ['ålder', 'tid med bistånd', 'barn'],
    logOdds: ([age, time, children]) => -1.6 + age! - time! + 0.8 * children!,
    months: ([age, time, children]) => 7 + age! + 2 * time! - children!,
    effect: -1,
  })
  const { estimate, standardError, unmatched } = propensityMatching(sample, { scale: 'logit', caliper: 0.2 })
  const [lower, upper] = [estimate - 1.96 * standardError, estimate + 1.96 * standardError]
  const weighted = estimateEffect(sample, 'aipw')
  const rows = [
    { label: `En like var (${unmatched} utan like)`, estimate, lower, upper },
    effectRow('De fem mest lika', sample, 'nearest-neighbour'),
    effectRow('Balansering', sample, 'entropy-balancing'),
    { label: 'AIPW', estimate: weighted.estimate, lower: weighted.lower, upper: weighted.upper },
    trueRow(-1),
  ]
  return effectChart(rows, {
    title: 'Samma hushåll med en like var och med alla jämförda',
    description: `Medelfelet är ${formatNumber(standardError, 2)} månader med en like var och ${formatNumber(weighted.standardError, 2)} med AIPW.`,
  })
}
