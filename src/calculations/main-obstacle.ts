import type { Months } from './assistance.ts'
import { rowsIn } from './month-order.ts'
import type { PreparedPanel } from './prepared-panel.ts'

const mainApplicant = 0

/** The obstacle of the main applicant per household-month of the period: what a household is sorted by. -1 when not known. */
export function mainObstacle({ panel, assistedPersons }: PreparedPanel, { from, until }: Months): Int16Array {
  const { role, householdMonth, obstacle } = panel.personMonths
  const found = new Int16Array(panel.householdMonths.length).fill(-1)
  const rows = rowsIn(assistedPersons, from, until)
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!
    if (role[row] === mainApplicant) found[householdMonth[row]!] = obstacle[row]!
  }
  return found
}
