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
    const shown = closedShown({ open, closed }, id, limits)
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

/** How many have left, where neither they nor those who stay are too few. */
const closedShown = ({ open, closed }: Closed, id: keyof GroupPersons, limits: DisclosureLimits): number | null =>
  [open[id], closed[id], open[id] - closed[id], open.households].some((each) => isTooFew(each, limits))
    ? null
    : closed[id]

/** The same, time after time. The latest stands in other tables too; one that differs from the next by too few would tell of just those. */
export function closedInTurn(times: readonly Closed[], limits: DisclosureLimits): (number | null)[] {
  let next: number | null = null
  return times
    .toReversed()
    .map((each) => {
      const shown = closedShown(each, 'households', limits)
      if (shown === null || (next !== null && differsByFew(shown, next, limits))) return null
      next = shown
      return shown
    })
    .toReversed()
}

/** Two counts side by side tell of those who make the difference. */
const differsByFew = (one: number, other: number, limits: DisclosureLimits): boolean =>
  isTooFew(Math.abs(one - other), limits)

/** What was paid in as many months before and after, and to how many. */
export type BeforeAfter = { beforeOre: Ore; afterOre: Ore; persons: { before: GroupPersons; after: GroupPersons } }

/** A count is shown before and after unless they differ by so few that these could be told. */

export function costTable(
  group: BeforeAfter,
  compared: BeforeAfter,
  months: number,
  limits: DisclosureLimits,
): FigureTable {
  const said = words.cost
  const counted = (id: keyof GroupPersons): Row => {
    const unit = id === 'households' ? 'households' : 'persons'
    const { before: first, after: last } = group.persons
    const before = isTooFew(first[id], limits) ? null : first[id]
    const isHidden = isTooFew(last[id], limits) || differsByFew(first[id], last[id], limits)
    const after = isHidden ? null : last[id]
    const change = before === null || after === null ? null : after - before
    return {
      ...{ id, label: words.assisted[id] },
      cells: [cell(before, unit), cell(after, unit), cell(change, unit), shareCell(change, before)],
    }
  }
  const paid = (id: 'group' | 'compared', each: BeforeAfter): Row => {
    const [before, after] = shownOre(each, limits)
    const change = before === null || after === null ? null : after - before
    return {
      ...{ id, label: said.rows[id] },
      cells: [cell(before, 'ore'), cell(after, 'ore'), cell(change, 'ore'), shareCell(change, before)],
    }
  }
  const [own, others] = [fallOf(shownOre(group, limits)), fallOf(shownOre(compared, limits))]
  const sentence = own === null || others === null ? '' : said.sentence(own, others, months)
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

/** What was paid to fewer than the limit is withheld, before and after each for itself. */
const shownOre = (
  { beforeOre, afterOre, persons }: BeforeAfter,
  limits: DisclosureLimits,
): [Ore | null, Ore | null] => [
  isTooFew(persons.before.households, limits) ? null : beforeOre,
  isTooFew(persons.after.households, limits) ? null : afterOre,
]

const fallOf = ([before, after]: [Ore | null, Ore | null]): number | null =>
  before !== null && after !== null && before > 0 ? (before - after) / before : null

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
    first === null || last === null || change === null
      ? ''
      : said.sentence(first, last, `${change > 0 ? '+' : ''}${formatShare(change)}`)
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
  const closed = closedInTurn(
    tertials.map(({ group }) => group),
    limits,
  )
  return tableOf(
    'project-tertials',
    said,
    said.columns,
    tertials.map(({ label, group: { open }, size, paidOre, comparedSize, comparedOre }, at) => {
      const shown = closed[at] ?? null
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
