import { isTooFew } from '../calculations/disclosure.ts'
import { type Month, monthFromIndex, type MonthIndex } from '../values/month.ts'
import { lastMonthOf, type Period, periodInWords } from '../values/period.ts'
import { againstSimilar, type Counterfactual, type CounterfactualKind, judgeClaim } from './counterfactuals.ts'
import { toldOf } from './estimate.ts'
import { loadOthers, monthsOfPeriod, periodOfYear, yearEarlier, yearsOf } from './list-savings.ts'
import { type Ledger, type LedgerAction, type LedgerNeeds, limitsNow } from './load-ledger.ts'
import { longTermIn, paidIn } from './paid.ts'
import { savedSinceBefore } from './participants.ts'
import { longTermTable } from './savings-tables.ts'
import type { ActionView } from './savings-view.ts'

/** A year beside what it would have been without the action, in every way there is. Null when the data hold no year of it. */
export async function compareWays(
  needs: LedgerNeeds,
  { money: { panel } }: Ledger,
  action: LedgerAction,
  asked: number | undefined,
): Promise<ActionView['comparison']> {
  const years = yearsOf(panel, action.start)
  const whole = years.find((each) => each * 12 + 12 <= panel.untilMonth)
  const year = asked !== undefined && years.includes(asked) ? asked : (whole ?? years[0])
  const period = year === undefined ? null : periodOfYear(panel, year)
  if (year === undefined || !period) return null
  const months = monthsOfPeriod(period)
  const paidOre = paidIn(panel, months)
  const counterfactuals = await waysOf(needs, { panel, action, year, period, paidOre })
  const [first, last] = [Math.max(months.from, action.start), months.until - 1]
  return {
    ...{ year, years, paidOre, counterfactuals },
    from: period.from,
    to: lastMonthOf(period),
    claims: action.entry.body.claims.map((claim) => judgeClaim(claim, counterfactuals)),
    longTerm: longTermTable(
      { month: monthFromIndex(first), found: longTermIn(panel, first) },
      { month: monthFromIndex(last), found: longTermIn(panel, last) },
      limitsNow(panel),
    ),
  }
}

type Compared = {
  panel: Ledger['money']['panel']
  action: LedgerAction
  year: number
  period: Period
  paidOre: number | null
}

async function waysOf(needs: LedgerNeeds, compared: Compared): Promise<Counterfactual[]> {
  const { panel, action, year, period, paidOre } = compared
  const months = monthsOfPeriod(period)
  const beforeOre = paidIn(panel, yearEarlier(months))
  const isWhole = months.until - months.from === 12
  const stated = isWhole ? action.entry.body.counterfactuals.filter((each) => each.year === year) : []
  const by = (kind: CounterfactualKind): Counterfactual[] =>
    stated
      .filter((each) => each.kind === kind)
      .map(({ ore, author, on, source }) => ({
        ...way(kind, ore, paidOre),
        ...{ author, on, source },
      }))
  const orStated = (kind: CounterfactualKind, computed: Counterfactual | null): Counterfactual[] => {
    const known = [...(computed !== null && computed.ore !== null ? [computed] : []), ...by(kind)]
    return known.length > 0 ? known : [way(kind, null, paidOre)]
  }
  const others = beforeOre === null || paidOre === null ? [] : await loadOthers(needs, period)
  const similar = againstSimilar(beforeOre ?? 0, paidOre ?? 0, others)
  return [
    ...orStated('last-year', way('last-year', beforeOre, paidOre)),
    ...orStated('own-forecast', null),
    ...orStated(
      'similar',
      similar && {
        ...way('similar', similar.ore, paidOre),
        ...{ lowerOre: similar.lowerOre, upperOre: similar.upperOre },
        source: others.map(({ region }) => region).join(', '),
      },
    ),
    ...orStated('matched', matched(compared)),
    ...sinceBaseline(compared),
    ...(action.begun === null ? [] : [ownBefore(compared) ?? way('own-before', null, paidOre)]),
  ]
}

/**
 * What those concerned cost a month on average in the action's own period of comparison, had they gone on with it: everybody, or
 * those whom the action has reached, each from the month it began. For everybody against the year before it is that row again.
 */
function sinceBaseline(compared: Compared): Counterfactual[] {
  const { action, panel, period, paidOre } = compared
  const { from, until } = action.entry.body.baseline
  const baseline = { from: from as Month, until: until as Month }
  const [before, months] = [baseline, period].map(monthsOfPeriod) as [Months, Months]
  const earlier = yearEarlier(months)
  if (action.begun === null && before.from === earlier.from && before.until === earlier.until) return []
  const beforeOre = paidIn(panel, before)
  const ore = beforeOre === null || paidOre === null ? null : expectedSince(compared, before, beforeOre, paidOre)
  return [{ ...way('baseline', ore, paidOre), source: periodInWords(baseline) }]
}

type Months = { from: MonthIndex; until: MonthIndex }

function expectedSince(
  { action: { begun }, panel, period }: Compared,
  before: Months,
  beforeOre: number,
  paidOre: number,
): number | null {
  const months = monthsOfPeriod(period)
  if (begun === null) return Math.round((beforeOre * (months.until - months.from)) / (before.until - before.from))
  const saved = savedSinceBefore(begun, panel, months, () => before)
  return saved && !isTooFew(saved.households, limitsNow(panel)) ? paidOre + saved.ore : null
}

const way = (kind: CounterfactualKind, ore: number | null, paidOre: number | null): Counterfactual => ({
  ...{ kind, ore, author: '', on: null, source: '', lowerOre: null, upperOre: null },
  savingOre: ore === null || paidOre === null ? null : ore - paidOre,
})

/** The same households as they were before they began. */
function ownBefore({ action: { begun }, panel, period, paidOre }: Compared): Counterfactual | null {
  const saved = begun && savedSinceBefore(begun, panel, monthsOfPeriod(period))
  if (!saved || paidOre === null || isTooFew(saved.households, limitsNow(panel))) return null
  return way('own-before', paidOre + saved.ore, paidOre)
}

/** What the matched comparison gives in the year. Its interval is of all its months, so it stands where the year holds them all. */
function matched({ action: { estimated, reached }, panel, period, paidOre }: Compared): Counterfactual | null {
  const told = toldOf(estimated)
  if (!told || paidOre === null) return null
  const { from, until } = monthsOfPeriod(period)
  const inYear = told.savings.byMonth.filter(({ month }) => month >= from && month < until)
  if (inYear.length === 0 || !reached || isTooFew(reached.households, limitsNow(panel))) return null
  const saved = inYear.reduce((sum, { grossOre }) => sum + grossOre, 0)
  const isAll = saved === told.savings.grossOre
  return {
    ...way('matched', paidOre + saved, paidOre),
    lowerOre: isAll ? told.savings.lowerOre : null,
    upperOre: isAll ? told.savings.upperOre : null,
  }
}
