import { isTooFew } from '../calculations/disclosure.ts'
import type { FigureTable, FigureUnit } from '../analysis/figures.ts'
import type { DisclosureLimits } from '../parameters/disclosure-limits.ts'
import { formatShare } from '../values/format.ts'
import type { Ore } from '../values/money.ts'
import { type Month, monthFromIndex, monthInWords } from '../values/month.ts'
import { type Period, periodInWords, yearBefore } from '../values/period.ts'
import type { ReadAction } from './assumption.ts'
import type { Credited, LedgerChange } from './attribution.ts'
import type { LedgerMonth } from './ledger-months.ts'
import type { LongTerm } from './paid.ts'
import type { Reached } from './participants.ts'
import { amount, cell, type Row, table } from './table-parts.ts'
import { tableText } from './tables.text.ts'

/** The change of what was paid with its parts, which sum to it in öre. Null change: the year before is not known. */
export function changeTable(
  change: LedgerChange | null,
  period: Period,
  names: ReadonlyMap<string, string>,
): FigureTable {
  const words = tableText.change
  if (!change) return table('savings-change', words, { amount: words.column }, [], words.noBefore)
  const row = (id: string, label: string, ore: Ore | null, kind?: Row['kind']): Row => ({
    ...{ id, label, cells: [amount(ore)] },
    ...(kind && { kind }),
  })
  return table(
    'savings-change',
    words,
    { amount: words.column },
    [
      row('before', words.before(periodInWords(yearBefore(period))), change.beforeOre),
      row('after', words.before(periodInWords(period)), change.afterOre),
      row('economy', words.economy, change.economyOre, 'of-which'),
      ...change.actions.map(({ key, ore }) =>
        row(`action-${key}`, words.action(names.get(key) ?? key), ore, 'of-which'),
      ),
      row('unexplained', words.unexplained, change.unexplainedOre, 'of-which'),
      row('change', words.change, change.changeOre, 'sum'),
    ],
    words.sentence(change.changeOre, periodInWords(period), change.unexplainedOre),
  )
}

/** Children, women and men first, then the households. Small groups are withheld, all of them when the households are too few. */
export function participantsTable(reached: Reached | null, limits: DisclosureLimits): FigureTable {
  const words = tableText.participants
  if (!reached) return table('savings-participants', words, { count: words.column }, [], words.none)
  const isHidden = isTooFew(reached.households, limits)
  const rows = (['children', 'women', 'men', 'households'] as const).map((id): Row => {
    const withheld = isHidden || isTooFew(reached[id], limits)
    const unit = id === 'households' ? 'households' : 'persons'
    return { id, label: words.rows[id], cells: [cell(withheld ? null : reached[id], unit, 'too-few')] }
  })
  const sentence = words.sentence(isHidden ? null : reached.households)
  return table('savings-participants', words, { count: words.column }, rows, sentence)
}

/** Persons, amount and months as assumed, beside what came. */
export function assumptionTable(
  { parts }: ReadAction,
  reached: Reached | null,
  savedMonths: number | null,
  limits: DisclosureLimits,
): FigureTable {
  const words = tableText.assumption
  const isHidden = reached !== null && isTooFew(reached.households, limits)
  const households = reached?.households ?? 0
  const perHousehold = (value: number | null | undefined) =>
    households > 0 && value !== null && value !== undefined ? value / households : null
  const actual = (value: number | null, unit: FigureUnit) =>
    cell(isHidden ? null : value, unit, isHidden ? 'too-few' : 'no-data')
  const leaving = parts.flatMap((part) => part.leaving ?? [])
  const assumed = (name: 'oreAMonth' | 'months') =>
    weighted(parts.map((part) => [part.factors[name].value, part.leaving]))
  return table(
    'savings-assumption',
    words,
    words.columns,
    [
      {
        ...{ id: 'persons', label: words.rows.persons },
        cells: [
          cell(leaving.length > 0 ? leaving.reduce((sum, each) => sum + each, 0) : null, 'count'),
          actual(reached && households, 'count'),
        ],
      },
      {
        ...{ id: 'amount', label: words.rows.amount },
        cells: [
          cell(inKronor(assumed('oreAMonth')), 'count'),
          actual(inKronor(perHousehold(reached?.paidOre)), 'count'),
        ],
      },
      {
        ...{ id: 'months', label: words.rows.months },
        cells: [cell(assumed('months'), 'months'), actual(perHousehold(savedMonths), 'months')],
      },
    ],
    words.sentence,
  )
}

/** The mean over the parts, by how many are to leave; null when some part does not say. */
function weighted(values: (readonly [number | null, number | null])[]): number | null {
  const known = values.flatMap(([value, weight]) => (value === null || weight === null ? [] : [{ value, weight }]))
  const total = known.reduce((sum, { weight }) => sum + weight, 0)
  return known.length === 0 || total === 0
    ? null
    : known.reduce((sum, { value, weight }) => sum + value * weight, 0) / total
}

/** Whole kronor: a month of a household is too little to be told in thousands, as tables tell amounts. */
const inKronor = (ore: number | null): number | null => (ore === null ? null : Math.round(ore / 100))

export function monthsTable(months: readonly LedgerMonth[]): FigureTable {
  const words = tableText.months
  const realised = (ore: Ore | null) =>
    cell(ore, 'ore', months.some(({ realisedOre }) => realisedOre !== null) ? 'too-few' : 'no-data')
  return table(
    'savings-months',
    words,
    words.columns,
    months.map((each) => ({
      ...{ id: monthFromIndex(each.month), label: monthInWords(monthFromIndex(each.month)) },
      cells: [
        amount(each.promisedOre),
        realised(each.realisedOre),
        realised(each.cumulativeOre),
        amount(each.ownCostOre),
        realised(each.netOre),
      ],
    })),
    '',
  )
}

/** What the action would count if it counted alone, what others take of it, and what is left. `groupNames`: by key. */
export function overlapTable(
  { claimedOre, creditedOre, shared, receivedOre }: Credited,
  groupNames: ReadonlyMap<string, string>,
): FigureTable {
  const words = tableText.overlap
  const isLarge = ({ ore }: { ore: Ore }) => Math.abs(ore) >= 500_00
  const small = shared.filter((each) => !isLarge(each))
  return table(
    'savings-overlap',
    words,
    words.columns,
    [
      { id: 'claimed', label: words.claimed, cells: [amount(claimedOre)] },
      ...shared.filter(isLarge).map(({ intervention, ore }): Row => ({
        ...{
          id: `shared-${intervention}`,
          label: words.sharedWith(groupNames.get(intervention) ?? intervention),
          kind: 'of-which',
        },
        cells: [amount(0 - ore)],
      })),
      ...(small.length > 0
        ? [
            {
              ...{ id: 'shared-small', label: words.sharedSmall, kind: 'of-which' as const },
              cells: [amount(0 - small.reduce((sum, { ore }) => sum + ore, 0))],
            },
          ]
        : []),
      { id: 'received', label: words.received, cells: [amount(receivedOre)] },
      { id: 'credited', label: words.credited, kind: 'sum', cells: [amount(creditedOre)] },
    ],
    '',
  )
}

/** 203 in January and 132 in December is −35.0 % (004-5). */
export function longTermTable(
  first: { month: Month; found: LongTerm | null },
  last: { month: Month; found: LongTerm | null },
  limits: DisclosureLimits,
): FigureTable {
  const words = tableText.longTerm
  const columns = {
    first: monthInWords(first.month),
    last: monthInWords(last.month),
    difference: words.columns.change,
    relative: words.columns.share,
  }
  const shown = (found: LongTerm | null, id: keyof LongTerm) =>
    found === null || isTooFew(found[id], limits) || isTooFew(found.households, limits) ? null : found[id]
  const rows = (['children', 'women', 'men', 'households'] as const).map((id): Row => {
    const [before, after] = [shown(first.found, id), shown(last.found, id)]
    const unit = id === 'households' ? 'households' : 'persons'
    const reason = (found: LongTerm | null) => (found ? 'too-few' : 'no-data')
    const missing = first.found && last.found ? 'too-few' : 'no-data'
    const difference = before === null || after === null ? null : after - before
    return {
      ...{ id, label: tableText.participants.rows[id] },
      cells: [
        cell(before, unit, reason(first.found)),
        cell(after, unit, reason(last.found)),
        cell(difference, unit, missing),
        difference === null || !before
          ? cell(null, 'share', missing)
          : { value: difference / before, numerator: difference, denominator: before, unit: 'share' },
      ],
    }
  })
  const [before, after] = [shown(first.found, 'households'), shown(last.found, 'households')]
  const share = before && after !== null ? formatShare(after / before - 1) : null
  const sentence =
    before && after !== null && share
      ? words.sentence(before, after, monthInWords(first.month), monthInWords(last.month), share)
      : words.none
  return table('savings-long-term', words, columns, rows, sentence)
}
