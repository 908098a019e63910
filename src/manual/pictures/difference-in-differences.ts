import { twoByTwo } from '../../calculations/difference-in-differences/two-by-two.ts'
import { seededRandom } from '../../calculations/random.ts'
import { mean } from '../../calculations/sample-statistics.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber } from '../../values/format.ts'
import { monthsFrom } from './months-from.ts'
import { seriesChart } from './series-chart.ts'

const [months, start, households] = [24, 12, 60]

/** Participants whose months of assistance were falling long before an intervention that does nothing. */
export function differenceInDifferencesPicture(): ChartDefinition {
  const random = seededRandom(3)
  const rows = Array.from({ length: 2 * households }, (_, household) => {
    const treated = household < households ? 1 : 0
    return Array.from({ length: months }, (_, month) => ({
      household,
      treated,
      month,
      kronor: 9500 - treated * 160 * month + 400 * random.normal(),
    }))
  }).flat()
  const { estimate } = twoByTwo({
    treated: Uint8Array.from(rows, ({ treated }) => treated),
    after: Uint8Array.from(rows, ({ month }) => (month >= start ? 1 : 0)),
    outcome: Float64Array.from(rows, ({ kronor }) => kronor),
    cluster: Int32Array.from(rows, ({ household }) => household),
  })
  const course = (arm: number) =>
    Array.from({ length: months }, (_, at) =>
      mean(rows.filter(({ treated, month }) => treated === arm && month === at).map(({ kronor }) => 100 * kronor)),
    )
  return seriesChart(
    'line',
    {
      title: 'Insatsen börjar i januari 2025, men deltagarna föll redan före',
      description: `Skillnad i skillnad ger ${formatNumber(estimate)} kronor i månaden. Insatsen gör ingenting.`,
      unit: 'kronor',
      unitLabel: 'kronor per hushåll',
      categoryLabel: 'Månad',
    },
    monthsFrom('2024-01', months),
    { Deltagare: course(1), Andra: course(0) },
  )
}
