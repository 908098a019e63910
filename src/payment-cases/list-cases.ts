import type { User } from '../access/sessions.ts'
import type { Tx } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import { addMonths, type Month } from '../values/month.ts'
import { caseSums, recoveryTie } from './case-sums.ts'
import { loadCaseHouseholds, loadCases, sumRecoveries } from './cases.queries.ts'
import { replayCase } from './payment-case.ts'
import type { CasesView } from './payment-cases-view.ts'
import { caseRow } from './show-case.ts'

/** The cases that are open, or were opened or closed in a period, half-open; and what they came to. */
export async function listCases(
  tx: Tx,
  { municipalityId }: User,
  { from, until }: { from: Month; until: Month },
  today: Day,
): Promise<CasesView> {
  const cases = await loadCases(tx, municipalityId)
  const ids = [...new Set(cases.map(({ householdId }) => householdId))]
  const households = await loadCaseHouseholds(tx, municipalityId, ids)
  const shown = cases.flatMap((each) => {
    const household = households.get(each.householdId)
    return household ? [{ known: replayCase(each.events), row: caseRow(each, household), household }] : []
  })
  const counted = shown.filter(({ known, household }) => known.opened && !household.isProtected)
  const period = { from, until, today }
  const isIn = (day: Day | null) => day !== null && day >= `${from}-01` && day < `${until}-01`
  return {
    ...{ from, to: addMonths(until, -1), today },
    rows: shown
      .map(({ row }) => row)
      .filter(
        ({ phase, openedOn, closedOn }) => phase !== 'withdrawn' && (!closedOn || isIn(openedOn) || isIn(closedOn)),
      )
      .sort((a, b) => Number(a.closedOn !== null) - Number(b.closedOn !== null) || (a.openedOn < b.openedOn ? 1 : -1)),
    tables: [
      caseSums(counted, period),
      recoveryTie(counted, await sumRecoveries(tx, municipalityId, { from, until }), period),
    ],
  }
}
