import type { Day } from '../../../values/day.ts'
import type { Ore } from '../../../values/money.ts'
import type { Month } from '../../../values/month.ts'
import type { Encoding } from '../decode-text.ts'

/**
 * What a SIE file of type 1–4 says. Amounts are in öre with the sign of the file: debit positive, credit negative.
 * `year` counts from the file's own: 0 is the current one, −1 the one before.
 * Voucher texts, signatures and addresses are not here: they may hold names.
 */
export type SieFile = {
  /** 1 when another program has imported the file before; null when the post is missing. */
  flagga: 0 | 1 | null
  sieType: 1 | 2 | 3 | 4
  company: SieCompany
  years: SieYear[]
  accounts: SieAccount[]
  dimensions: SieDimension[]
  objects: SieObject[]
  /** `#IB` and `#UB`: a balance that is not there is not an error, and is not zero either. */
  openingBalances: SieBalance[]
  closingBalances: SieBalance[]
  /** `#OIB` and `#OUB`: the same per object. */
  objectOpeningBalances: SieObjectBalance[]
  objectClosingBalances: SieObjectBalance[]
  /** `#RES`: the whole year of an income or cost account. */
  results: SieBalance[]
  /** `#PSALDO`: the change in the month, not the balance after it. Rows per object stand beside their total: see `monthlyAmounts`. */
  periodBalances: SiePeriodAmount[]
  periodBudgets: SiePeriodAmount[]
  vouchers: SieVoucher[]
  encoding: Encoding
  warnings: string[]
}

export type SieCompany = {
  name: string | null
  organisationNumber: string | null
  program: string | null
  generatedOn: Day | null
}
/** Both days are part of the year, as in the file. */
export type SieYear = { year: number; from: Day; to: Day }
/** Type: T asset, S debt, K cost, I income; null when the file does not say. */
export type SieAccount = { account: string; name: string; type: 'T' | 'S' | 'K' | 'I' | null }
export type SieDimension = { dimension: string; name: string; parent: string | null }
export type SieObject = { dimension: string; object: string; name: string }
export type SieObjectReference = { dimension: string; object: string }
export type SieBalance = { year: number; account: string; amountOre: Ore }
export type SieObjectBalance = SieBalance & { objects: SieObjectReference[] }
export type SiePeriodAmount = {
  year: number
  month: Month
  account: string
  objects: SieObjectReference[]
  amountOre: Ore
}

/** `differenceOre` is what its rows sum to: zero in every sound voucher. */
export type SieVoucher = {
  series: string
  number: string
  date: Day
  rows: SieTransaction[]
  /** How many rows were added (`#RTRANS`, whose `#TRANS` is among `rows`) and removed (`#BTRANS`) after booking. */
  addedRows: number
  removedRows: number
  differenceOre: Ore
}

/** `date` is null when the row has none of its own: the voucher's date holds. */
export type SieTransaction = { account: string; objects: SieObjectReference[]; amountOre: Ore; date: Day | null }
