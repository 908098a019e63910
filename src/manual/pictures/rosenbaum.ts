import { rosenbaumBound } from '../../calculations/effect/rosenbaum.ts'
import { seededRandom } from '../../calculations/random.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber } from '../../values/format.ts'
import { seriesChart } from './series-chart.ts'

const gammas = Array.from({ length: 13 }, (_, at) => 1 + at * 0.125)
const pairs = 120

/** Pairs that are unlike in what can be seen, and an intervention that does nothing. */
export function rosenbaumPicture(): ChartDefinition {
  const random = seededRandom(5)
  // The participant is five years younger, and each year means a tenth of a month.
  const unlike = Array.from({ length: pairs }, () => -0.1 * -5 + 1.4 * random.normal())
  const alike = Array.from({ length: pairs }, () => 1.4 * random.normal())
  const bounds = (differences: number[]) => gammas.map((gamma) => rosenbaumBound(differences, gamma))
  const seen = bounds(unlike)
  const borne = gammas.findLast((_, at) => seen[at]! <= 0.05) ?? 1
  return seriesChart(
    'line',
    {
      title: 'En insats utan effekt: p-värdet när en dold skillnad Γ tillåts',
      description: `Med par där deltagaren är fem år yngre ser effekten ut att tåla Γ = ${formatNumber(borne, 2)}, fast den inte finns.`,
      unit: 'decimal',
      unitLabel: 'p-värde i sämsta fall',
      categoryLabel: 'Γ',
      reference: 'Gräns 5 %',
    },
    gammas.map((gamma) => formatNumber(gamma, 2)),
    { 'Par olika gamla': seen, 'Par lika gamla': bounds(alike), 'Gräns 5 %': gammas.map(() => 0.05) },
  )
}
