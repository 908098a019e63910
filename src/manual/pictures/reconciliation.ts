import { minimumTrace, proportional } from '../../calculations/forecast/reconciliation.ts'
import { seededRandom } from '../../calculations/random.ts'
import { sum } from '../../calculations/sample-statistics.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber } from '../../values/format.ts'
import { seriesChart } from './series-chart.ts'

/** Net millions of kronor. What is claimed back is negative, and the forecasts of the groups add up to 96. */
const groups = { Ensamstående: 90, Par: 66, Återkrav: -60 }
const total = 120

/** Groups put in proportion, when one of them is negative. */
export function reconciliationPicture(): ChartDefinition {
  const random = seededRandom(3)
  const hierarchy = { total, groups: Float64Array.from(Object.values(groups)) }
  const errors = Array.from({ length: 24 }, () => {
    const own = [4, 3, 2].map((spread) => spread * random.normal())
    return [sum(own) + 6 * random.normal(), ...own]
  })
  const matrix = { rows: errors.length, columns: 4, values: Float64Array.from(errors.flat()) }
  const inProportion = proportional(hierarchy).groups
  const byTrace = minimumTrace(hierarchy, matrix).groups
  return seriesChart(
    'bars',
    {
      title: `Grupperna ger ${sum(hierarchy.groups)} miljoner och totalen ${total}`,
      description: `Proportionellt blir återkraven ${formatNumber(inProportion.at(-1)!)} miljoner i stället för ${formatNumber(groups.Återkrav)}, åt fel håll. MinT ger ${formatNumber(byTrace.at(-1)!)}.`,
      unit: 'count',
      unitLabel: 'miljoner kronor',
      categoryLabel: 'Grupp',
      reference: 'Prognos',
    },
    Object.keys(groups),
    { Proportionellt: inProportion.map(Math.round), MinT: byTrace.map(Math.round), Prognos: hierarchy.groups },
  )
}
