import { codesOf } from '../../calculations/columns.ts'
import { seededRandom } from '../../calculations/random.ts'
import { followUpOf } from '../../calculations/survival/follow-up.ts'
import { logRank } from '../../calculations/survival/log-rank.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { survivalChart } from '../../charts/survival-chart.ts'
import { formatNumber } from '../../values/format.ts'
import { curveOf, survivalTexts } from './drawn-spells.ts'

/** Two units whose curves cross: one where many leave at once, and one where many leave after half a year. */
export function logRankPicture(): ChartDefinition {
  const random = seededRandom(6)
  const hazards = {
    Nord: (month: number) => (month <= 4 ? 0.17 : 0.02),
    Syd: (month: number) => (month <= 6 ? 0.03 : 0.095),
  }
  const groups = Object.entries(hazards).map(([name, hazard]) => ({
    name,
    spells: Array.from({ length: 150 }, () => {
      let months = 1
      while (months < 24 && random.next() > hazard(months)) months++
      return { months, left: months < 24 }
    }),
  }))
  const rows = groups.flatMap(({ name, spells }) => spells.map((spell) => ({ name, ...spell })))
  const { p } = logRank(
    followUpOf({
      time: Float64Array.from(rows, ({ months }) => months),
      exit: Int32Array.from(rows, ({ left }) => (left ? 1 : 0)),
      causes: 1,
      group: codesOf(rows.map(({ name }) => name)),
    }),
    { rho: 0 },
  )!
  const chart = survivalChart(
    groups.map(({ name, spells }) => curveOf(`Enhet ${name}`, spells)),
    survivalTexts('Kurvor som korsar varandra'),
  )
  return {
    ...chart,
    description: `Log-rank ger p = ${formatNumber(p, 2)} fast enheterna är helt olika. ${chart.description}`,
  }
}
