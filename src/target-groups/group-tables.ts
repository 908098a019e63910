import type { FigureTable, TableCell } from '../analysis/figures.ts'
import { isTooFew, protectLines } from '../calculations/disclosure.ts'
import type { GroupPersons } from '../calculations/group-follow-up.ts'
import { obstacleGroupLabel } from '../parameters/code-lists/obstacles.ts'
import { planKinds } from '../parameters/code-lists/casework.ts'
import type { DisclosureLimits } from '../parameters/disclosure-limits.ts'
import type { Ore } from '../values/money.ts'
import { formatShare } from '../values/format.ts'
import { groupTableText as words } from './group.text.ts'
import { cell, shareCell, tableOf } from './ranking-tables.ts'

type Row = FigureTable['rows'][number]

export type Closed = { open: GroupPersons; closed: GroupPersons }

/** 7 of 60 are 11.7 % (001-9), beside the same for those who were ranked next after. */
export function closedTable(group: Closed, compared: Closed, limits: DisclosureLimits): FigureTable {
  const said = words.closed
  const cellsOf = ({ open, closed }: Closed, id: keyof GroupPersons): TableCell[] => {
    const unit = id === 'households' ? 'households' : 'persons'
    const few = [open[id], closed[id], open[id] - closed[id], open.households].some((each) => isTooFew(each, limits))
    const shown = few ? null : closed[id]
    return [cell(isTooFew(open[id], limits) ? null : open[id], unit), cell(shown, unit), shareCell(shown, open[id])]
  }
  const rows = (['children', 'women', 'men', 'households'] as const).map((id): Row => ({
    id,
    label: words.rows[id],
    cells: [...cellsOf(group, id), ...cellsOf(compared, id)],
  }))
  const share = rows.at(-1)!.cells[2]!.value
  const sentence =
    share === null ? said.few : said.sentence(group.closed.households, group.open.households, formatShare(share))
  return tableOf('target-group-closed', said, said.columns, rows, sentence)
}

/** What was paid in as many months before and after; `households` is how many the sums are about. */
export type BeforeAfter = { households: number; beforeOre: Ore; afterOre: Ore }

export function costTable(
  group: BeforeAfter,
  compared: BeforeAfter,
  persons: { before: GroupPersons; after: GroupPersons },
  months: number,
  limits: DisclosureLimits,
): FigureTable {
  const said = words.cost
  const counted = (id: keyof GroupPersons): Row => {
    const unit = id === 'households' ? 'households' : 'persons'
    const [before = null, after = null] = [persons.before[id], persons.after[id]].map((each) =>
      isTooFew(each, limits) ? null : each,
    )
    const change = before === null || after === null ? null : after - before
    return {
      ...{ id, label: words.assisted[id] },
      cells: [cell(before, unit), cell(after, unit), cell(change, unit), shareCell(change, before)],
    }
  }
  const paid = (id: 'group' | 'compared', { households, beforeOre, afterOre }: BeforeAfter): Row => {
    const few = isTooFew(households, limits)
    const shown = (ore: Ore) => cell(few ? null : ore, 'ore')
    return {
      ...{ id, label: said.rows[id] },
      cells: [
        ...[shown(beforeOre), shown(afterOre), shown(afterOre - beforeOre)],
        shareCell(few ? null : afterOre - beforeOre, beforeOre),
      ],
    }
  }
  const fall = (each: BeforeAfter) => (each.beforeOre > 0 ? (each.beforeOre - each.afterOre) / each.beforeOre : null)
  const [own, others] = [fall(group), fall(compared)]
  const sentence =
    own === null || others === null || isTooFew(group.households, limits) ? '' : said.sentence(own, others, months)
  return tableOf(
    'target-group-cost',
    said,
    said.columns,
    [
      ...(['children', 'women', 'men', 'households'] as const).map(counted),
      paid('group', group),
      paid('compared', compared),
    ],
    sentence,
  )
}

/** Adults with assistance in the month by what stands in their way: persons, with how many there were in all. */
export function obstaclesTable(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  limits: DisclosureLimits,
): FigureTable {
  const said = words.obstacles
  const groups = Object.entries(obstacleGroupLabel).filter(([, label]) => before.has(label) || after.has(label))
  const counts = (found: ReadonlyMap<string, number>) => groups.map(([, label]) => found.get(label) ?? 0)
  const lines = [counts(before), counts(after)]
  const { hidden, hideTotal } = protectLines(lines, limits)
  const sums = lines.map((line) => line.reduce((sum, each) => sum + each, 0))
  const cellsOf = (pair: readonly (number | null)[]): TableCell[] => {
    const [first = null, last = null] = pair
    const change = first === null || last === null ? null : last - first
    return [
      ...[cell(first, 'persons'), shareCell(first, sums[0]!), cell(last, 'persons'), shareCell(last, sums[1]!)],
      ...[cell(change, 'persons'), shareCell(change, first)],
    ]
  }
  const rows = groups.map(([id, label], at): Row => ({
    id,
    label,
    cells: cellsOf(hidden[at] ? [null, null] : lines.map((line) => line[at]!)),
  }))
  const total: Row = { id: 'sum', label: said.sum, kind: 'sum', cells: cellsOf(hideTotal ? [null, null] : sums) }
  const sick = rows.find(({ id }) => id === 'sickCertified')?.cells
  const [first = null, last = null, change = null] = [0, 2, 5].map((at) => sick?.[at]?.value)
  const sentence =
    first === null || last === null || change === null ? '' : said.sentence(first, last, formatShare(change))
  return tableOf('target-group-obstacles', said, said.columns, [...rows, total], sentence)
}

/** Of how many households something has been done, on the group's day and now. */
export type Worked = {
  households: number
  mapped: number
  plans: Record<keyof typeof planKinds, number>
  withPlan: number
  withChildren: number
  childrenAsked: number
  childrenArranged: number
  /** In the project, as somebody has recorded; null without one to record it for. */
  takingPart: number | null
}

export function plansTable(before: Worked, after: Worked, limits: DisclosureLimits): FigureTable {
  const said = words.plans
  const row = (id: string, label: string, of: (worked: Worked) => number, base: (worked: Worked) => number): Row => {
    const shown = [before, after].map((each) =>
      isTooFew(of(each), limits) || isTooFew(base(each) - of(each), limits) || isTooFew(base(each), limits)
        ? null
        : of(each),
    )
    const [first = null, last = null] = shown
    return {
      ...{ id, label },
      cells: [
        ...[cell(first, 'households'), shareCell(first, base(before)), cell(last, 'households')],
        shareCell(last, base(after)),
      ],
    }
  }
  const all = ({ households }: Worked) => households
  return tableOf(
    'target-group-plans',
    said,
    said.columns,
    [
      row(
        'children-arranged',
        said.rows.childrenArranged,
        (each) => each.childrenArranged,
        (each) => each.withChildren,
      ),
      row(
        'children-asked',
        said.rows.childrenAsked,
        (each) => each.childrenAsked,
        (each) => each.withChildren,
      ),
      ...(after.takingPart === null
        ? []
        : [row('taking-part', said.rows.takingPart, (each) => each.takingPart ?? 0, all)]),
      row('mapped', said.rows.mapped, (each) => each.mapped, all),
      row('with-plan', said.rows.withPlan, (each) => each.withPlan, all),
      ...Object.entries(planKinds).map(([kind, label]): Row => ({
        ...row(kind, label, (each) => each.plans[kind as keyof typeof planKinds], all),
        kind: 'of-which',
      })),
    ],
    said.sentence,
  )
}

/** A tertial of a project, as it stands at its end or at the end of the data. `size` and `comparedSize`: all that were followed from the start. */
export type Tertial = {
  label: string
  group: Closed
  size: number
  paidOre: Ore
  comparedSize: number
  comparedOre: Ore
}

export function tertialsTable(tertials: readonly Tertial[], limits: DisclosureLimits): FigureTable {
  const said = words.tertials
  return tableOf(
    'project-tertials',
    said,
    said.columns,
    tertials.map(({ label, group: { open, closed }, size, paidOre, comparedSize, comparedOre }) => {
      const few = [closed.households, open.households - closed.households].some((each) => isTooFew(each, limits))
      const shown = few ? null : closed.households
      const mean = (ore: Ore, households: number) =>
        cell(households === 0 || isTooFew(households, limits) ? null : Math.round(ore / households), 'ore')
      return {
        ...{ id: label, label },
        cells: [
          ...[cell(shown, 'households'), shareCell(shown, open.households)],
          cell(isTooFew(size, limits) ? null : paidOre, 'ore'),
          ...[mean(paidOre, size), mean(comparedOre, comparedSize)],
        ],
      }
    }),
    tertials.length === 0 ? said.none : '',
  )
}
