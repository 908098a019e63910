import { savingsOfHazards } from '../../calculations/savings/exit-hazard.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatThousands } from '../../values/format.ts'
import { seriesChart } from './series-chart.ts'

const group = { persons: 16, monthlyAmount: 6300, hazard: 0.03, ownCost: 250_000, horizon: 12 }

/** Persons × kronor × months beside what is left when those who would have gone anyway, and the cost, are taken away. */
export function savedMonthsPicture(): ChartDefinition {
  const { naiveGross, gross, net } = savingsOfHazards(group, 0.08)
  const ore = [naiveGross, gross, net].map((kronor) => 100 * kronor)
  return seriesChart(
    'horizontal-bars',
    {
      title: 'Sexton personer i ett år, när utflödet går från 3 till 8 procent i månaden',
      description: `På papperet ${formatThousands(ore[0]!)} tusen kronor. Netto är det ${formatThousands(ore[2]!)} tusen.`,
      unit: 'thousands',
      unitLabel: 'tusen kronor',
      categoryLabel: 'Sätt att räkna',
    },
    ['Personer × kronor × månader', 'Mot vad som hade hänt ändå', 'Efter insatsens kostnad'],
    { Besparing: ore },
  )
}
