import { estimateEffect } from '../../calculations/effect/estimate.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber } from '../../values/format.ts'
import { drawnSample } from './drawn-sample.ts'
import { effectChart, trueRow } from './effect-rows.ts'

/** How many times the odds of the intervention rise for each standard deviation of the background. */
const oddsRatios = [2, 5, 15, 50, 150]

/** The more the background decides who gets the intervention, the fewer controls bear the answer. */
export function ipwPicture(): ChartDefinition {
  const rows = oddsRatios.map((ratio) => {
    const sample = drawnSample({
      rows: 600,
      seed: 5,
      backgrounds: ['tid med bistånd'],
      logOdds: ([time]) => Math.log(ratio) * (time! - 0.7),
      months: ([time]) => 7 + 2 * time!,
      effect: -1,
    })
    const { estimate, lower, upper, effectiveControls } = estimateEffect(sample, 'ipw')
    return { label: `Odds × ${ratio}: ${formatNumber(effectiveControls)} effektiva`, estimate, lower, upper }
  })
  return effectChart([...rows, trueRow(-1)], {
    title: 'Samma insats, när bakgrunden avgör alltmer vem som får den',
    description: `Den sanna effekten är −1 månad. När bakgrunden avgör som mest blir svaret ${formatNumber(rows.at(-1)!.estimate, 1)}.`,
    rowLabel: 'Bakgrundens betydelse',
  })
}
