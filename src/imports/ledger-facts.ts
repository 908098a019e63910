import type { Fact } from '../register/merge-facts.ts'
import { monthToNumber } from '../values/month.ts'
import { type MonthlyAmount, monthlyAmounts } from './read/sie/monthly-amounts.ts'
import type { SieFile } from './read/sie/sie-file.ts'
import { UnreadableFile } from './read/unreadable-file.ts'

export type LedgerFacts = {
  facts: Fact[]
  /** The months that the file covers, as a condition on the current rows: what it no longer has there is closed. */
  wholeWithin: string
}

/**
 * The month amounts of a ledger as facts. A later export of the same months supersedes an earlier one, row by row.
 * Throws UnreadableFile for a file without amounts by month (SIE 1), and for one of vouchers to be booked (SIE 4I),
 * which is not a ledger: importing it as one would replace the months it touches.
 */
export function ledgerFacts(sie: SieFile): LedgerFacts {
  if (isVouchersToBook(sie)) throw notALedger()
  const names = new Map(sie.accounts.map(({ account, name }) => [account, name]))
  const amounts = monthlyAmounts(sie)
  if (amounts.length === 0) throw noMonths(sie)
  const months = amounts.map(({ month }) => monthToNumber(month)).sort((a, b) => a - b)
  return {
    facts: amounts.map((amount) => toFact(amount, names.get(amount.account) ?? null)),
    wholeWithin: `fact.month between ${months[0]} and ${months.at(-1)}`,
  }
}

function toFact({ account, month, objects, amountOre }: MonthlyAmount, name: string | null): Fact {
  const tied = objects.map(({ dimension, object }) => `${dimension}:${object}`).join(' ')
  return {
    sourceKey: `${account}|${month}|${tied}`,
    scope: 0,
    values: [account, name, monthToNumber(month), tied, amountOre],
  }
}

const isVouchersToBook = (sie: SieFile): boolean =>
  sie.sieType === 4 && sie.results.length === 0 && sie.closingBalances.length === 0 && sie.openingBalances.length === 0

const notALedger = (): UnreadableFile =>
  new UnreadableFile(
    'wrong-format',
    'Filen är verifikat som ska bokföras (SIE 4I) och inte en huvudbok. Exportera SIE 4E eller SIE 2 ur ekonomisystemet.',
    { found: 'SIE 4I', expected: 'SIE 4E, 3 eller 2' },
  )

const noMonths = ({ sieType }: SieFile): UnreadableFile =>
  new UnreadableFile(
    'wrong-format',
    'Filen har inga belopp per månad. Exportera SIE 4E, 3 eller 2 med periodsaldon ur ekonomisystemet.',
    { found: `SIE ${sieType}`, expected: 'SIE 4E, 3 eller 2' },
  )
