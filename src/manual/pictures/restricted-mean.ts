import { oneGroup } from '../../calculations/columns.ts'
import { seededRandom } from '../../calculations/random.ts'
import { followUpOf } from '../../calculations/survival/follow-up.ts'
import { kaplanMeier } from '../../calculations/survival/kaplan-meier.ts'
import { restrictedMean } from '../../calculations/survival/restricted-mean.ts'
import { tablesByGroup } from '../../calculations/survival/risk-table.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber } from '../../values/format.ts'
import { seriesChart } from './series-chart.ts'

const horizons = Array.from({ length: 20 }, (_, at) => 3 * (at + 1))
const followedMonths = 18

/** The mean by its horizon when all were followed for eighteen months, and when all were followed until they left. */
export function restrictedMeanPicture(): ChartDefinition {
  const random = seededRandom(4)
  const months = Float64Array.from(
    { length: 300 },
    () => 1 + Math.floor(Math.log(1 - random.next()) / Math.log(1 - 0.06)),
  )
  const means = (until: number) => {
    const exit = Int32Array.from(months, (each) => (each <= until ? 1 : 0))
    const time = months.map((each) => Math.min(each, until))
    const curve = kaplanMeier(tablesByGroup(followUpOf({ time, exit, causes: 1, group: oneGroup(time.length) }))[0]!)
    return horizons.map((horizon) => restrictedMean(curve, horizon).mean)
  }
  const [short, whole] = [means(followedMonths), means(1000)]
  return seriesChart(
    'line',
    {
      title: `Medeltid inom en gräns, när hushållen följts ${followedMonths} månader`,
      description: `Till ${followedMonths} månader är talen lika. Med gränsen ${horizons.at(-1)} blir det ${formatNumber(short.at(-1)!, 1)} månader; rätt är ${formatNumber(whole.at(-1)!, 1)}.`,
      unit: 'decimal',
      unitLabel: 'månader med bistånd',
      categoryLabel: 'Gräns, månader',
      reference: 'Följda till slutet',
    },
    horizons.map(String),
    { [`Följda ${followedMonths} månader`]: short, 'Följda till slutet': whole },
  )
}
