import type { Figures, Release } from '../analysis/figures.ts'
import type { FiguresQuestion, FiguresService } from '../analysis/load-figures.ts'
import { type Month, month } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import type { OtherPeriod, ReportTemplate } from './template.ts'

/**
 * The figures of the other periods that a template asks for, as known on the same moment as the report's.
 * Without the tables of the slices above, which are of the report's own period alone.
 */
export async function loadOtherFigures(
  service: FiguresService,
  municipality: Municipality,
  template: ReportTemplate,
  { from, splits, knownAt }: Pick<FiguresQuestion, 'from' | 'splits' | 'knownAt'>,
): Promise<Partial<Record<OtherPeriod, Figures>>> {
  const asked = template.sections
    .flatMap(({ parts }) => parts)
    .flatMap((part) => ('period' in part && part.period ? [part.period] : []))
  const loaded = await Promise.all(
    [...new Set(asked)].map(async (period) => {
      const question = { ...monthsOf(period, from), ...(splits && { splits }), knownAt: knownAt ?? null }
      return [period, await service.figures(municipality, question)] as const
    }),
  )
  return Object.fromEntries(loaded.filter(([, figures]) => figures !== null))
}

/** The figures of a report leave together: what one of them withholds the others may not tell. */
export async function released(
  release: Release,
  figures: Figures,
  others: Partial<Record<OtherPeriod, Figures>>,
  { unit, makes }: { unit?: string | undefined; makes?: (reported: Reported) => unknown } = {},
): Promise<Reported> {
  const periods = Object.keys(others) as OtherPeriod[]
  const reported = ([first, ...rest]: readonly Figures[]): Reported => ({
    figures: first!,
    others: Object.fromEntries(periods.map((period, at) => [period, rest[at]!])),
  })
  const all = [figures, ...Object.values(others)]
  return reported(await release(all, { unit, makes: makes && ((watched) => makes(reported(watched))) }))
}

type Reported = { figures: Figures; others: Partial<Record<OtherPeriod, Figures>> }

function monthsOf(period: OtherPeriod, from: Month): { from: Month; to: Month } {
  if (period === 'first-month') return { from, to: from }
  const year = Number(from.slice(0, 4)) - 1
  return { from: month(`${year}-01`), to: month(`${year}-12`) }
}
