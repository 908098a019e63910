import type { Figures, Release } from '../analysis/figures.ts'
import type { FiguresService } from '../analysis/load-figures.ts'
import { addMonths, type Month } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import type { BoardFigures } from './board-view.ts'

/** What the board follows over time, the children first; then how many, who comes and leaves, how long, and what it costs. */
export const boardIndicators = [
  'children',
  'share-of-children',
  'households-per-month',
  'persons',
  'share-of-population',
  'inflow',
  'outflow',
  'long-term-rolling-12',
  'months-per-household',
  'paid',
  'cost-per-household-month',
  'rejection-share',
]

const monthsOfSeries = 24
const mostYears = 4

/** The latest whole tertial and the same months of the years before, for women and men; and two years month by month. */
export async function boardFigures(
  service: FiguresService,
  municipality: Municipality,
  release: Release,
): Promise<BoardFigures> {
  const { from, to } = await service.latestTertial(municipality)
  const reach = await service.reach(municipality)
  const wanted = addMonths(to, 1 - monthsOfSeries)
  const seriesFrom = reach && reach.from > wanted ? reach.from : wanted
  if (!reach) return { periods: [], seriesFrom, figures: [] }
  const ask = (period: { from: Month; to: Month }) => service.figures(municipality, { ...period, splits: ['gender'] })
  const periods = Array.from({ length: mostYears }, (_, years) => ({
    ...{ from: addMonths(from, -12 * years), to: addMonths(to, -12 * years) },
  }))
    .filter((period) => period.from >= reach.from)
    .toReversed()
  const computed: Figures[] = []
  for (const period of [...periods, { from: seriesFrom, to }])
    computed.push(...[await ask(period)].filter((each) => each !== null).map(onlyOfBoard))
  const all = await release(computed)
  const [years, long] = [all.slice(0, -1), all.at(-1)]
  return {
    ...{ periods, seriesFrom },
    figures: boardIndicators
      .map((id) => ({
        years: years.flatMap(({ indicators }) => indicators.filter((each) => each.id === id)),
        series: long?.indicators.find((each) => each.id === id)?.series ?? [],
      }))
      .filter((each) => each.years.length > 0),
  }
}

/** The rest of the figures stays where it is. */
const onlyOfBoard = (figures: Figures): Figures => ({
  ...figures,
  indicators: figures.indicators.filter(({ id }) => boardIndicators.includes(id)),
  tables: [],
})
