import type { Sample } from '../../calculations/effect/sample.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber } from '../../values/format.ts'
import { drawnSample } from './drawn-sample.ts'
import { effectRow, effectChart, trueRow } from './effect-rows.ts'

/** The youngest and the oldest have assistance the longest, and the participants are young. */
export function regressionPicture(): ChartDefinition {
  const sample = drawnSample({
    rows: 900,
    seed: 2,
    backgrounds: ['ålder'],
    logOdds: ([age]) => -1.2 - 1.4 * age!,
    months: ([age]) => 6 + age! ** 2,
    effect: 0,
  })
  const rows = [
    effectRow('Regression på ålder', sample, 'regression'),
    effectRow('Balansering på ålder', sample, 'entropy-balancing'),
    effectRow('Regression, även åldern i kvadrat', withSquare(sample), 'regression'),
    effectRow('Balansering, även åldern i kvadrat', withSquare(sample), 'entropy-balancing'),
    trueRow(0),
  ]
  return effectChart(rows, {
    title: 'Ett krökt samband beskrivet med en rät linje',
    description: `Regressionen på ålder ger effekten ${formatNumber(rows[0]!.estimate, 1)} månader. Insatsen gör ingenting.`,
  })
}

const withSquare = (sample: Sample): Sample => ({
  ...sample,
  covariates: sample.covariates.flatMap((age) => [
    age,
    { name: 'ålder²', values: age.values.map((value) => value ** 2) },
  ]),
})
