import { oneGroup } from '../../calculations/columns.ts'
import { seededRandom } from '../../calculations/random.ts'
import { competingExits } from '../../calculations/survival/competing-exits.ts'
import { followUpOf } from '../../calculations/survival/follow-up.ts'
import { kaplanMeier } from '../../calculations/survival/kaplan-meier.ts'
import { tablesByGroup } from '../../calculations/survival/risk-table.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatShare } from '../../values/format.ts'
import { seriesChart } from './series-chart.ts'

const causes = ['Arbete', 'Studier', 'Flytt', 'Okänd orsak']

/** The share that has left for each cause within two years, and what one minus Kaplan–Meier makes of it. */
export function competingExitsPicture(): ChartDefinition {
  const { time, exit } = drawnExits()
  const tableOf = (exits: Int32Array, count: number) =>
    tablesByGroup(followUpOf({ time, exit: exits, causes: count, group: oneGroup(time.length) }))[0]!
  const right = competingExits(tableOf(exit, causes.length)).map(({ incidence }) => incidence.at(-1)!)
  const wrong = causes.map((_, at) => {
    const only = exit.map((cause) => (cause === at + 1 ? 1 : 0))
    return 1 - kaplanMeier(tableOf(only, 1)).survival.at(-1)!
  })
  const withSum = (shares: number[]) => [...shares, shares.reduce((sum, share) => sum + share)]
  return seriesChart(
    'bars',
    {
      title: 'Andel som lämnat inom två år, efter orsak',
      description: `Räknad en orsak i taget blir summan ${formatShare(withSum(wrong).at(-1)!, 0)}. Rätt är att ${formatShare(withSum(right).at(-1)!, 0)} har lämnat.`,
      unit: 'share',
      unitLabel: 'andel av hushållen',
      categoryLabel: 'Orsak',
      reference: '1 − Kaplan–Meier',
    },
    [...causes, 'Tillsammans'],
    { Rätt: withSum(right), '1 − Kaplan–Meier': withSum(wrong) },
  )
}

function drawnExits() {
  const random = seededRandom(8)
  const chances = [0.03, 0.012, 0.01, 0.025]
  const rows = Array.from({ length: 800 }, () => {
    for (let month = 1; month <= 24; month++) {
      let left = random.next()
      for (const [at, chance] of chances.entries()) if ((left -= chance) < 0) return { month, cause: at + 1 }
    }
    return { month: 24, cause: 0 }
  })
  return { time: Float64Array.from(rows, ({ month }) => month), exit: Int32Array.from(rows, ({ cause }) => cause) }
}
