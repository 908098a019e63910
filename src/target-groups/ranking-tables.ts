import type { FigureTable, FigureUnit, TableCell, Withheld } from '../analysis/figures.ts'
import { concentrationOf, type CostRanking } from '../calculations/cost-ranking.ts'
import { isTooFew } from '../calculations/disclosure.ts'
import type { GroupPersons } from '../calculations/group-follow-up.ts'
import type { DisclosureLimits } from '../parameters/disclosure-limits.ts'
import { rankingTableText as words } from './target-groups.text.ts'

type Row = FigureTable['rows'][number]

export const cell = (value: number | null, unit: FigureUnit, withheld: Withheld = 'too-few'): TableCell =>
  value === null
    ? { value, numerator: null, denominator: null, unit, withheld }
    : { value, numerator: value, denominator: 1, unit }

/** A share with what it is a share of; withheld with its reason, or where there is nothing to share. */
export const shareCell = (
  numerator: number | null,
  denominator: number | null,
  withheld: Withheld = 'too-few',
): TableCell =>
  numerator === null || denominator === null || denominator === 0
    ? cell(null, 'share', denominator === 0 ? 'not-applicable' : withheld)
    : { value: numerator / denominator, numerator, denominator, unit: 'share' }

export const tableOf = (
  id: string,
  said: { name: string; definition: string },
  columns: Record<string, string>,
  rows: Row[],
  sentence = '',
): FigureTable => ({
  ...{ id, name: said.name, definition: said.definition, source: words.source, definitionVersion: 1 },
  columns: Object.entries(columns).map(([column, label]) => ({ id: column, label })),
  ...{ rows, sentence },
})

/** Children, women and men first, then the households and what they cost, against all of the period. */
export function personsTable(
  chosen: GroupPersons & { costOre: number },
  all: GroupPersons & { costOre: number },
  limits: DisclosureLimits,
): FigureTable {
  const { rows, columns } = words.persons
  const isHidden = isTooFew(chosen.households, limits)
  const counted = (id: keyof GroupPersons): Row => {
    const unit = id === 'households' ? 'households' : 'persons'
    const rest = all[id] - chosen[id]
    const shown = isHidden || isTooFew(chosen[id], limits) || isTooFew(rest, limits) ? null : chosen[id]
    return {
      ...{ id, label: rows[id] },
      cells: [cell(shown, unit), cell(isTooFew(all[id], limits) ? null : all[id], unit), shareCell(shown, all[id])],
    }
  }
  const costOre = isHidden ? null : chosen.costOre
  return tableOf('target-group-persons', words.persons, columns, [
    ...(['children', 'women', 'men', 'households'] as const).map(counted),
    {
      ...{ id: 'cost', label: rows.cost },
      cells: [cell(costOre, 'ore'), cell(all.costOre, 'ore'), shareCell(costOre, all.costOre)],
    },
  ])
}

const steps = [10, 20, 50, 100, 200, 500]

/** What the first 10, 20, 50 … of a ranking cost together, the number that was asked for among them. */
export function concentrationTable(ranking: CostRanking, chosen: number, limits: DisclosureLimits): FigureTable {
  const { columns, first, all } = words.concentration
  const length = ranking.households.length
  const counts = [...new Set([...steps.filter((each) => each < length), chosen])].sort((one, other) => one - other)
  const rows = counts.flatMap((count): Row[] => {
    const found = concentrationOf(ranking, count)
    if (!found) return []
    const { costOre, timesAverage } = found
    const isHidden = isTooFew(count, limits)
    const shown = (value: number) => (isHidden ? null : value)
    return [
      {
        ...{ id: `first-${count}`, label: first(count) },
        cells: [
          cell(count, 'households'),
          shareCell(count, ranking.base.households),
          cell(shown(costOre), 'ore'),
          shareCell(shown(costOre), ranking.base.costOre),
          cell(shown(Math.round(timesAverage * 100) / 100), 'count'),
        ],
      },
    ]
  })
  const { base } = ranking
  rows.push({
    ...{ id: 'all', label: all, kind: 'sum' },
    cells: [
      cell(base.households, 'households'),
      shareCell(base.households, base.households),
      cell(base.costOre, 'ore'),
      shareCell(base.costOre, base.costOre),
      cell(1, 'count'),
    ],
  })
  return tableOf('target-group-concentration', words.concentration, columns, rows)
}

/** Shares of the households and of the cost in steps of five per cent, the costliest first. */
export function curveOf(ranking: CostRanking, limits: DisclosureLimits): { share: number; ofCost: number | null }[] {
  return Array.from({ length: 21 }, (_, step) => {
    const share = step / 20
    const households = Math.round(share * ranking.base.households)
    if (households === 0) return { share, ofCost: 0 }
    const isKnown = households <= ranking.households.length && !isTooFew(households, limits)
    return { share, ofCost: isKnown ? (concentrationOf(ranking, households)?.shareOfCost ?? null) : null }
  })
}
