import { compareTotals, placeboEffect } from '../../calculations/savings/compare-totals.ts'
import { forecastMean } from '../../calculations/forecast/forecast-mean.ts'
import { seededRandom } from '../../calculations/random.ts'
import { sum } from '../../calculations/sample-statistics.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { intervalsChart } from '../../charts/intervals-chart.ts'
import { formatNumber } from '../../values/format.ts'
import { trueRow } from './effect-rows.ts'

const [before, after] = [36, 12]

/** Assistance rises in every municipality and then falls in every one. Nothing is done anywhere. */
export function municipalChangePicture(): ChartDefinition {
  const random = seededRandom(4)
  const municipalities = Array.from({ length: 15 }, () => drawnMillions(random.normal))
  const [own, ...others] = municipalities
  const totals = others.map(yearsOf)
  const sumOf = (at: 0 | 1) => sum(totals.map((years) => years[at]))
  const [earlier, later] = yearsOf(own!)
  const placebos = totals.map(([first, last]) =>
    placeboEffect({ before: first, after: last, othersBefore: sumOf(0) - first, othersAfter: sumOf(1) - last }),
  )
  const compared = compareTotals(
    { before: earlier, after: later, othersBefore: sumOf(0), othersAfter: sumOf(1) },
    placebos,
  )
  const forecast = sum(forecastMean(own!.subarray(0, before), { method: 'median', horizon: after, season: 12 }))
  const withoutBounds = (label: string, estimate: number) => ({ label, estimate, lower: null, upper: null })
  const chart = intervalsChart(
    [
      withoutBounds('Året före mot året efter', later - earlier),
      withoutBounds('Mot en prognos', later - forecast),
      { label: 'Mot andra kommuner', estimate: compared.effect, lower: compared.lower, upper: compared.upper },
      trueRow(0, 'Sann effekt'),
    ],
    {
      title: 'Biståndet vänder nedåt i alla kommuner, och ingen har gjort något',
      unit: 'decimal',
      unitLabel: 'miljoner kronor',
      rowLabel: 'Jämförelse',
    },
  )
  return {
    ...chart,
    description: `Före mot efter ger ${formatNumber(later - earlier, 1)} miljoner kronor. Mot andra kommuner är effekten inte skild från noll: ${formatNumber(compared.lower, 1)} till ${formatNumber(compared.upper, 1)}.`,
  }
}

const drawnMillions = (normal: () => number): Float64Array =>
  Float64Array.from({ length: before + after }, (_, at) => {
    const level = at < before ? 2.6 + 0.01 * at : 2.95 - 0.05 * (at - before)
    return level * Math.exp(0.03 * normal())
  })

const yearsOf = (months: Float64Array): [number, number] => [
  sum(months.subarray(before - 12, before)),
  sum(months.subarray(before)),
]
