import type { User } from '../access/sessions.ts'
import type { FigureTable } from '../analysis/figures.ts'
import type { Tx } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import { addMonths, type Month } from '../values/month.ts'
import { type CountedCase, type CountedPeriod, caseSteps, caseSums, recoveryTie } from './case-sums.ts'
import { loadCaseHouseholds, loadCases, sumRecoveries } from './cases.queries.ts'
import { replayCase } from './payment-case.ts'
import type { CaseRow, CasesView } from './payment-cases-view.ts'
import { caseRow } from './show-case.ts'

/** The cases that are open, or were opened or closed in a period, half-open; and what they came to. */
export async function listCases(
  tx: Tx,
  { municipalityId }: User,
  { from, until }: { from: Month; until: Month },
  today: Day,
): Promise<CasesView> {
  const shown = await loadShownCases(tx, municipalityId)
  const period = { from, until, today }
  return {
    ...{ from, to: addMonths(until, -1), today },
    rows: shown
      .filter((each) => isListed(each, period))
      .map(({ row }) => row)
      .sort((a, b) => Number(a.closedOn !== null) - Number(b.closedOn !== null) || (a.openedOn < b.openedOn ? 1 : -1)),
    tables: await tablesOf(tx, municipalityId, shown, period),
  }
}

type ShownCase = CountedCase & { row: CaseRow }

/** Every case that may be seen, with its household. Row level security decides which. */
export async function loadShownCases(tx: Tx, municipalityId: number): Promise<ShownCase[]> {
  const cases = await loadCases(tx, municipalityId)
  const ids = [...new Set(cases.map(({ householdId }) => householdId))]
  const households = await loadCaseHouseholds(tx, municipalityId, ids)
  return cases.flatMap((each) => {
    const household = households.get(each.householdId)
    return household ? [{ known: replayCase(each.events), row: caseRow(each, household), household }] : []
  })
}

function isListed({ row: { phase, openedOn, closedOn } }: ShownCase, { from, until }: CountedPeriod): boolean {
  const isIn = (day: Day | null) => day !== null && day >= `${from}-01` && day < `${until}-01`
  return phase !== 'withdrawn' && (!closedOn || isIn(openedOn) || isIn(closedOn))
}

/** How far the cases have come, what they came to, and their repayments beside the payments. Protected households are not among them. */
export async function tablesOf(
  tx: Tx,
  municipalityId: number,
  shown: readonly ShownCase[],
  period: CountedPeriod,
): Promise<FigureTable[]> {
  const counted = shown.filter(({ known, household }) => known.opened && !household.isProtected)
  const listed = counted.filter((each) => isListed(each, period))
  const recovered = await sumRecoveries(tx, municipalityId, { from: period.from, until: period.until })
  return [caseSteps(listed, period), caseSums(counted, period), recoveryTie(counted, recovered, period)]
}
