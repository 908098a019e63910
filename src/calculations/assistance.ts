import type { MonthIndex } from '../values/month.ts'
import { latestIn, rowsIn } from './month-order.ts'
import type { PersonMonths } from './panel.ts'
import { type PreparedPanel, remembered } from './prepared-panel.ts'
import { householdRows, keep, personRows, type Selection } from './selection.ts'

/** Months counted as an index, `until` not included. */
export type Months = { from: MonthIndex; until: MonthIndex }

/** The data hold every one of the months. */
export const isCovered = ({ firstMonth, untilMonth }: PreparedPanel, { from, until }: Months): boolean =>
  from >= firstMonth && until <= untilMonth

/** Months with assistance, each household counted every month. */
export const householdMonthsWithAssistance = ({ assisted }: PreparedPanel, { from, until }: Months): Selection => ({
  ...householdRows(rowsIn(assisted, from, until)),
  isDistinct: until - from === 1,
})

/** Each household once, by its last month with assistance in the period: that row tells its unit, type and age. */
export const householdsWithAssistance = (prepared: PreparedPanel, { from, until }: Months): Selection =>
  remembered(prepared, `households ${from} ${until}`, () => ({
    ...householdRows(latestIn(prepared.assisted, from, until)),
    isDistinct: true,
  }))

/** Each person once, adults and children, by the last month in a household with assistance. */
export const personsWithAssistance = (prepared: PreparedPanel, { from, until }: Months): Selection =>
  remembered(prepared, `persons ${from} ${until}`, () => ({
    ...personRows(latestIn(prepared.assistedPersons, from, until)),
    isDistinct: true,
  }))

export const adultsWithAssistance = (prepared: PreparedPanel, months: Months): Selection =>
  remembered(prepared, `adults ${months.from} ${months.until}`, () =>
    keep(personsWithAssistance(prepared, months), (row) => isAdult(prepared.panel.personMonths, row)),
  )

export const childrenWithAssistance = (prepared: PreparedPanel, months: Months): Selection =>
  remembered(prepared, `children ${months.from} ${months.until}`, () =>
    keep(personsWithAssistance(prepared, months), (row) => !isAdult(prepared.panel.personMonths, row)),
  )

/** 18 years or older; without a known age the role in the household decides. */
export const isAdult = (persons: PersonMonths, row: number): boolean =>
  persons.age[row]! >= 0 ? persons.age[row]! >= 18 : persons.role[row] !== 2

/** Payments less recoveries, öre, for the months concerned; also of households that ended at zero or below. */
export const paidAmount = ({ paid, panel }: PreparedPanel, { from, until }: Months): Selection => ({
  table: 'householdMonths',
  rows: rowsIn(paid, from, until),
  sumOf: panel.householdMonths.amountOre,
  isDistinct: until - from === 1,
})
