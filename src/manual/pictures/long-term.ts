import { assistedAtLeast, assistedWithoutLongGap, rollingLongTerm } from '../../calculations/long-term.ts'
import { panelOf } from '../../calculations/panel-of.ts'
import { preparePanel, type PreparedPanel } from '../../calculations/prepared-panel.ts'
import { seededRandom } from '../../calculations/random.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { addMonths, month, monthIndex } from '../../values/month.ts'
import { seriesChart } from './series-chart.ts'

const years = [2018, 2019, 2020]

/** The same households by the three methods, year by year. */
export function longTermPicture(): ChartDefinition {
  const panel = preparePanel(drawnPanel(), 2)
  const counts = years.map((year) => threeWays(panel, year))
  const last = counts.at(-1)!
  return seriesChart(
    'bars',
    {
      title: 'Samma hushåll, tre sätt att räkna långvarigt bistånd',
      description: `År ${years.at(-1)} är de ${last[0]}, ${last[1]} eller ${last[2]} beroende på sättet. Lika många kommer in hela tiden.`,
      unit: 'count',
      unitLabel: 'hushåll',
      categoryLabel: 'År',
    },
    years.map(String),
    {
      'Långvarigt i år': counts.map(([year]) => year!),
      'Mycket långvarigt': counts.map(([, threeYears]) => threeYears!),
      'Minst 10 av 12, i december': counts.map(([, , rolling]) => rolling!),
    },
  )
}

function threeWays(panel: PreparedPanel, year: number): number[] {
  const at = (from: number) => monthIndex(month(`${from}-01`))
  const [until, limit] = [at(year + 1), { assistedMonths: 10, windowMonths: 12 }]
  return [
    assistedAtLeast(panel, 'households', { from: at(year), until }, limit.assistedMonths),
    assistedWithoutLongGap(panel, 'households', { from: at(year - 2), until }, { assistedMonths: 27, allowedGap: 2 }),
    rollingLongTerm(panel, 'households', until - 1, limit).long,
  ].map(({ rows }) => rows.length)
}

/** Households come evenly over nine years and stay for between one and seventy months. */
function drawnPanel() {
  const random = seededRandom(2)
  const households = Array.from({ length: 240 }, (_, at) => {
    const first = addMonths(month('2012-01'), random.integer(108))
    const last = addMonths(first, Math.floor(70 * random.next() ** 2))
    const from = first < '2016-01' ? month('2016-01') : first
    const until = last > '2020-12' ? month('2020-12') : last
    return [`H${at}`, { months: from <= until ? `${from}..${until}` : '' }] as const
  })
  return panelOf({ first: '2016-01', last: '2020-12', households: Object.fromEntries(households) })
}
