import type { ChartDefinition } from '../../charts/chart.ts'
import { stepValue } from '../../calculations/survival/step-value.ts'
import { formatShare } from '../../values/format.ts'
import { curveOf, drawnSpells, followed, lastMonth } from './drawn-spells.ts'
import { seriesChart } from './series-chart.ts'

const limits = [3, 6, 12, 24, 36]

/** How many reach a length among those who start, and how many in the stock of one month have passed it. */
export function stockAndFlowPicture(): ChartDefinition {
  const spells = drawnSpells(1)
  const { time, survival } = curveOf('', spells.filter(({ start }) => start >= 0).map(followed))
  const stock = spells.filter(({ start, last }) => start <= lastMonth && last >= lastMonth)
  const reached = limits.map((limit) =>
    stepValue(Float64Array.from(time, Number), Float64Array.from(survival, Number), limit, 1),
  )
  const passed = limits.map((limit) => stock.filter(({ start }) => lastMonth - start + 1 > limit).length / stock.length)
  return seriesChart(
    'bars',
    {
      title: 'Hur många har bistånd länge?',
      description: `Av dem som börjar är ${formatShare(reached[2]!, 0)} kvar efter ett år. I beståndet har ${formatShare(passed[2]!, 0)} passerat ett år.`,
      unit: 'share',
      unitLabel: 'andel av hushållen',
      categoryLabel: 'Längre än',
      reference: 'Har bistånd sista månaden',
    },
    limits.map((limit) => `${limit} månader`),
    { 'Började få bistånd': reached, 'Har bistånd sista månaden': passed },
  )
}
