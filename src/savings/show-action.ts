import { isTooFew } from '../calculations/disclosure.ts'
import type { Day } from '../values/day.ts'
import { monthFromIndex } from '../values/month.ts'
import { lastMonthOf, type Period } from '../values/period.ts'
import type { Finding } from './assumption.ts'
import { againstSimilar, type Counterfactual, type CounterfactualKind, judgeClaim } from './counterfactuals.ts'
import { toldOf } from './estimate.ts'
import { findingText } from './findings.text.ts'
import { goOn, type LedgerMonth } from './ledger-months.ts'
import {
  lastMonth,
  loadOthers,
  monthsOfPeriod,
  periodOfYear,
  shownSummary,
  yearEarlier,
  yearsOf,
} from './list-savings.ts'
import { type Ledger, type LedgerAction, type LedgerNeeds, limitsNow, loadLedger } from './load-ledger.ts'
import { longTermIn, paidIn } from './paid.ts'
import { savedSinceBefore } from './participants.ts'
import { assumptionTable, longTermTable, monthsTable, overlapTable, participantsTable } from './savings-tables.ts'
import type { ActionView, SaidFinding, ShownMonth } from './savings-view.ts'
import { dueBy } from './due.ts'
import { promiseOf } from './summary.ts'

/** One action with all that is told of it; null when there is none with the key. */
export async function showAction(
  needs: LedgerNeeds,
  key: string,
  { year, today, mayEdit }: { year: number | undefined; today: Day; mayEdit: boolean },
): Promise<ActionView | null> {
  const ledger = await loadLedger(needs)
  const action = ledger.actions.find(({ entry }) => entry.key === key)
  if (!action) return null
  const { panel } = ledger.money
  const { entry, read, reached, estimated, months } = action
  const told = toldOf(estimated)
  const limits = limitsNow(panel)
  return {
    ...{ today, mayEdit, entry, parts: read.parts, isPhysician: action.isPhysician },
    dataTo: lastMonth(panel),
    findings: read.findings.map(saidFinding),
    summary: shownSummary(action),
    gates: estimated.kind === 'estimated' ? estimated.savings.gates : [],
    months: shownMonths(action),
    participants: participantsTable(reached, limits),
    assumption: assumptionTable(read, reached, told && told.savings.savedMonths, limits),
    byMonth: monthsTable(months),
    overlap: told && overlapTable(told.credited),
    comparison: await compare(needs, ledger, action, year),
  }
}

export const saidFinding = (finding: Finding): SaidFinding => ({ kind: finding.kind, text: findingText(finding) })

/** What is known, and then what was promised beside how it goes on: until the promise has come in, at most two years ahead. */
function shownMonths({ entry, read, start, months }: LedgerAction): ShownMonth[] {
  const promise = promiseOf(read, start)
  const end = start + Math.ceil(read.months) - 1
  const known = months.at(-1)
  const ahead = known ? goOn(months, Math.min(end, known.month + 24)) : []
  const shown = (each: LedgerMonth): ShownMonth => ({
    month: monthFromIndex(each.month),
    promisedOre: each.promisedOre,
    realisedOre: each.cumulativeOre,
    ownCostOre: entry.body.ownCosts.length > 0 ? each.ownCostOre : null,
    aheadOre: each === known && ahead.length > 0 ? each.cumulativeOre : null,
  })
  const future = Array.from(
    { length: Math.max(0, Math.min(end, (known?.month ?? start - 1) + 24) - (known?.month ?? start - 1)) },
    (_, at): ShownMonth => {
      const month = (known?.month ?? start - 1) + 1 + at
      return {
        ...{ month: monthFromIndex(month), realisedOre: null, ownCostOre: null },
        promisedOre: promise && dueBy(promise, month),
        aheadOre: ahead.find((each) => each.month === month)?.cumulativeOre ?? null,
      }
    },
  )
  return [...months.map(shown), ...future]
}

/** A year beside what it would have been without the action, in every way there is. Null when the data hold no year of it. */
async function compare(
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
    ...(action.begun === null ? [] : [ownBefore(compared) ?? way('own-before', null, paidOre)]),
  ]
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
