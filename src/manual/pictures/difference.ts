import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber } from '../../values/format.ts'
import { drawnSample } from './drawn-sample.ts'
import { effectRow, effectChart, trueRow } from './effect-rows.ts'

/** Participants who stand nearer to work from the start. */
export function differencePicture(): ChartDefinition {
  const effect = -0.5
  const sample = drawnSample({
    rows: 900,
    seed: 1,
    backgrounds: ['tid med bistånd'],
    logOdds: ([time]) => -0.6 - time!,
    months: ([time]) => 7 + 2 * time!,
    effect,
  })
  const rows = [
    effectRow('Skillnad mellan medelvärden', sample, 'difference'),
    effectRow('Balansering', sample, 'entropy-balancing'),
    trueRow(effect),
  ]
  return effectChart(rows, {
    title: 'Deltagarna hade kortare tid med bistånd redan före insatsen',
    description: `Skillnaden är ${formatNumber(rows[0]!.estimate, 1)} månader. Den sanna effekten är ${formatNumber(effect, 1)}.`,
  })
}
