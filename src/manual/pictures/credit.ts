import { creditOnce } from '../../calculations/savings/credit.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatThousands } from '../../values/format.ts'
import { seriesChart } from './series-chart.ts'

const amountOre = 800_000

/** Household-months that were saved, by the interventions the household had. */
const savedMonths = [
  ...Array.from({ length: 20 }, () => ['Jobbcoach']),
  ...Array.from({ length: 15 }, () => ['Kurs']),
  ...Array.from({ length: 30 }, () => ['Jobbcoach', 'Kurs']),
  ...Array.from({ length: 25 }, () => ['Jobbcoach', 'Kurs', 'Praktik']),
]

/** What each intervention would claim by itself, and what it may count when each month is counted once. */
export function creditPicture(): ChartDefinition {
  const saved = savedMonths.map((interventions) => ({ ore: amountOre, interventions }))
  const { credited, separateClaimsOre, creditedOre } = creditOnce(saved, amountOre * savedMonths.length)
  const claims = credited.map(
    ({ intervention }) => amountOre * savedMonths.filter((names) => names.includes(intervention)).length,
  )
  return seriesChart(
    'bars',
    {
      title: 'Tre insatser för delvis samma hushåll',
      description: `Var för sig räknar de ${formatThousands(separateClaimsOre)} tusen kronor. ${formatThousands(creditedOre)} tusen har sparats.`,
      unit: 'thousands',
      unitLabel: 'tusen kronor',
      categoryLabel: 'Insats',
      reference: 'Var för sig',
    },
    [...credited.map(({ intervention }) => intervention), 'Tillsammans'],
    { 'En gång': [...credited.map(({ ore }) => ore), creditedOre], 'Var för sig': [...claims, separateClaimsOre] },
  )
}
