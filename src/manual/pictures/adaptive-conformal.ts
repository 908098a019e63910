import { adaptiveRounds } from '../../calculations/forecast/adaptive-conformal.ts'
import { nobody, scoresOf } from '../../calculations/forecast/conformal.ts'
import { type Random, seededRandom } from '../../calculations/random.ts'
import { mean } from '../../calculations/sample-statistics.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatShare } from '../../values/format.ts'
import { monthsFrom } from './months-from.ts'
import { seriesChart } from './series-chart.ts'

const [months, shock, series, level] = [24, 8, 60, 0.8]

/** The errors of sixty series become greater for good: the fixed width misses on, and the adaptive one comes after. */
export function adaptiveConformalPicture(): ChartDefinition {
  const random = seededRandom(7)
  const errors = (count: number, scale: number) => Array.from({ length: count }, () => scale * sizeOf(random))
  const calibration = scoresOf(errors(300, 1).map((size) => ({ size, weight: 1, owner: nobody })))
  const rounds = Array.from({ length: months }, (_, at) => ({
    calibration,
    outcomes: errors(series, at < shock ? 1 : 1.8),
  }))
  const coveredAt = (rate: number) => adaptiveRounds(rounds, { level, rate, delay: 3 }).map(({ missed }) => 1 - missed!)
  const [fixed, adaptive] = [coveredAt(0), coveredAt(0.1)]
  const atFirst = mean(adaptive.slice(shock, shock + 3))
  return seriesChart(
    'line',
    {
      title: 'Felen blir större i september 2024: andel av 60 serier i sitt intervall',
      description: `De tre första månaderna täcker även det adaptiva bara ${formatShare(atFirst, 0)}, de tre sista ${formatShare(mean(adaptive.slice(-3)), 0)}. Det fasta stannar på ${formatShare(mean(fixed.slice(-3)), 0)}.`,
      unit: 'share',
      unitLabel: 'andel i intervallet',
      categoryLabel: 'Månad',
      reference: 'Utlovat',
    },
    monthsFrom('2024-01', months),
    { Adaptivt: adaptive, Fast: fixed, Utlovat: adaptive.map(() => level) },
  )
}

const sizeOf = (random: Random): number => Math.abs(10 * random.normal())
