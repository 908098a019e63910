/**
 * Payments and participations as columns, for the calculations about money.
 *
 * Households are positions in `Panel.householdIds` of the panel that the columns were read with.
 * Months are indices, see values/month.ts. Codes are positions in the dictionary beside the column.
 */

/** One row per payment or recovery, sorted by (household, concerned month, pay month). */
export type Payments = {
  length: number
  household: Int32Array
  /** The month that the assistance is for. */
  concernedMonth: Int32Array
  /** The month in which it was paid, which is the ledger's; -1 where the case system does not say. */
  payMonth: Int32Array
  /** The month in which the fact became known here: later than the pay month for what was registered late. */
  knownMonth: Int32Array
  /** Öre; a recovery is negative. */
  amountOre: Float64Array
  /** Position in `purposes`; -1 where the case system does not say. */
  purpose: Int16Array
  purposes: string[]
}

/** One row per time that somebody took part in an intervention, sorted by (household, start). */
export type Participations = {
  length: number
  household: Int32Array
  /** Position in `interventions`. */
  intervention: Int16Array
  interventions: string[]
  /** The month of the first day. */
  start: Int32Array
  /** The month after that of the last day; -1 for one that goes on. */
  until: Int32Array
}
