/**
 * The panel: all that the calculations know, as columns of integers, one municipality at a time.
 *
 * No names, no numbers of persons, no database, no clock.
 * Rows of a table are sorted as its comment says; every calculation relies on it.
 * Codes are positions in the dictionary beside the column; -1 means that the register does not know.
 */

/** One row per household and concerned month with any payment, sorted by (household, month). */
export type HouseholdMonths = {
  length: number
  /** Position in `Panel.householdIds`. */
  household: Int32Array
  /** Month index, see values/month.ts. */
  month: Int32Array
  /** Net of recoveries, öre. Assistance was received when it is above zero. */
  amountOre: Float64Array
  /** Of the household that month: children under 18 and adults (applicant and co-applicant). */
  children: Uint8Array
  adults: Uint8Array
  womenAdults: Uint8Array
  menAdults: Uint8Array
  /** Age of the main applicant at the end of the month; -1 unknown. */
  age: Int16Array
  /** Household type, code of Socialstyrelsen: 1, 3–9 (there is no 2). 9 is unknown. */
  householdType: Uint8Array
  /** Position in `Panel.units`. */
  unit: Int16Array
}

/** One row per person and month in a household that has a row that month, sorted by (person, month). */
export type PersonMonths = {
  length: number
  person: Int32Array
  month: Int32Array
  /** Row of `HouseholdMonths`. */
  householdMonth: Int32Array
  /** 0 main applicant, 1 co-applicant, 2 child. */
  role: Uint8Array
  /** 1 woman, 2 man, 0 unknown. */
  gender: Uint8Array
  /** Whole years at the end of the month; -1 unknown. */
  age: Int16Array
  /** Position in `Panel.obstacles`; adults only; -1 unknown or not an adult. */
  obstacle: Int16Array
}

/** One row per decision, sorted by (household, month). */
export type Decisions = {
  length: number
  household: Int32Array
  month: Int32Array
  /** 0 granted, 1 partially granted, 2 rejected. */
  outcome: Uint8Array
  womenAdults: Uint8Array
  menAdults: Uint8Array
  children: Uint8Array
  age: Int16Array
  householdType: Uint8Array
  unit: Int16Array
}

/** One row per application, sorted by (household, month); the month is that of the application's day. */
export type Applications = Omit<Decisions, 'outcome'> & {
  /** 0 new, 1 returning, 2 continued. */
  kind: Uint8Array
}

export type Panel = {
  /** First month of the data and the first month after it, as indices: the window in which silence means no assistance. */
  firstMonth: number
  untilMonth: number
  /** The register's own ids, position = code in the columns. */
  householdIds: Float64Array
  personCount: number
  units: { code: string; name: string }[]
  /** National code and its group; a local sub-code has its national code as parent. */
  obstacles: { code: string; label: string; group: string }[]
  householdMonths: HouseholdMonths
  personMonths: PersonMonths
  decisions: Decisions
  applications: Applications
}
