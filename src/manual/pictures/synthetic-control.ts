import { seededRandom } from '../../calculations/random.ts'
import { syntheticControl } from '../../calculations/synthetic-control/synthetic-control.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber, formatShare } from '../../values/format.ts'
import { monthsFrom } from './months-from.ts'
import { seriesChart } from './series-chart.ts'

const [months, start] = [36, 24]

/** A municipality that grows faster than every other one: no mixture of them follows it. Nothing happens at the start. */
export function syntheticControlPicture(): ChartDefinition {
  const random = seededRandom(2)
  const series = (growth: number, size: number) =>
    Float64Array.from({ length: months }, (_, at) => size * Math.exp(growth * at + 0.01 * random.normal()))
  const treated = series(0.014, 400)
  const donors = Array.from({ length: 12 }, (_, at) => series(0.001 * (at % 5), 300 + 50 * at))
  const { gap, effect, placebo } = syntheticControl({ treated, donors, start, basePeriods: 3 })
  return seriesChart(
    'line',
    {
      title: 'Kommunen växer snabbare än alla andra, redan före starten i januari 2024',
      description: `Effekten ser ut att vara ${formatShare(Math.exp(effect) - 1, 0)}, och ingen annan kommun har så stor (p = ${formatNumber(placebo.p, 2)}). Ingenting har hänt.`,
      unit: 'count',
      unitLabel: 'hushåll',
      categoryLabel: 'Månad',
      reference: 'Blandning av andra',
    },
    monthsFrom('2022-01', months),
    {
      Kommunen: treated.map(Math.round),
      'Blandning av andra': treated.map((value, at) => Math.round(value / Math.exp(gap[at]!))),
    },
  )
}
