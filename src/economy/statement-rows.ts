import { type Month, month } from '../values/month.ts'

/** Accounts whose first digits lie between `from` and `to`, both included: 4511–4519 holds 45110 too. */
export type AccountRange = { from: string; to: string }

/** One line of the statement. A municipality names its own; the first line that fits a booking takes it. */
export type StatementRow = {
  id: string
  label: string
  side: 'revenue' | 'cost'
  accounts: AccountRange[]
  /** What a booking must be tied to as well, as `dimension:object`; none for all. Of one dimension any of them will do. */
  objects: string[]
}

/** The rows that hold from a month on, until the next version. */
export type StatementRows = { from: Month; source: string; rows: StatementRow[] }

/** The row that reconciliation, forecast and variance look for: whatever its accounts, it holds the assistance paid. */
export const assistanceRow = 'assistance'

const row = (id: string, label: string, side: StatementRow['side'], from: string, to = from): StatementRow => ({
  id,
  label,
  side,
  accounts: [{ from, to }],
  objects: [],
})

/** The default mapping. Kommun-Bas fixes the classes; below them every municipality has its own accounts. */
export const defaultStatementRows: StatementRows[] = [
  {
    from: month('1990-01'),
    source: 'Kontoklasser enligt Kommun-Bas; konton inom klassen enligt vanlig praxis, ändras av kommunen.',
    rows: [
      row('revenue', 'Intäkter', 'revenue', '3'),
      row(assistanceRow, 'ekonomiskt bistånd', 'cost', '4511', '4519'),
      row('placements', 'köpt huvudverksamhet (placeringar)', 'cost', '46'),
      row('staff', 'personal', 'cost', '50', '57'),
      row('consultants', 'utredningskonsulter', 'cost', '7431'),
      row('other-costs', 'övriga kostnader', 'cost', '4', '7'),
    ],
  },
]

/**
 * The version that holds in a month: the latest that has begun, and of two from the same month the last in the list.
 * Throws for a month before the first version: a mapping is never guessed.
 */
export function rowsAt(at: Month, versions: StatementRows[]): StatementRow[] {
  const valid = versions
    .filter((version) => version.from <= at)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const latest = valid.at(-1)
  if (!latest) throw new Error(`No statement rows for ${at}`)
  return latest.rows
}

/** What decides the row of a booking: its account, and the objects it is tied to, `1:7110 2:575`. */
export type BookedOn = { account: string; objects?: string }

/** Null when no row takes the booking. */
export const rowOf = ({ account, objects = '' }: BookedOn, rows: StatementRow[]): StatementRow | null =>
  rows.find((each) => each.accounts.some((range) => isWithin(account, range)) && isTied(objects, each.objects)) ?? null

/** The same for many bookings: each account with its objects is looked up once. */
export function rowFinder(rows: StatementRow[]): (booked: BookedOn) => StatementRow | null {
  const known = new Map<string, StatementRow | null>()
  return (booked) => {
    const key = `${booked.account} ${booked.objects ?? ''}`
    let found = known.get(key)
    if (found === undefined) known.set(key, (found = rowOf(booked, rows)))
    return found
  }
}

const isWithin = (account: string, { from, to }: AccountRange): boolean =>
  account.slice(0, from.length) >= from && account.slice(0, to.length) <= to

/** Of every dimension that the row names, the booking has one of the objects named. */
function isTied(objects: string, asked: string[]): boolean {
  if (asked.length === 0) return true
  const tied = new Set(objectsOf(objects))
  return asked.every((each) => tied.has(each) || asked.some((other) => sameDimension(each, other) && tied.has(other)))
}

/** `1:7110 2:575` as its parts; a code may hold blanks. */
const objectsOf = (objects: string): string[] => objects.split(/ (?=\d{1,4}:)/)

const sameDimension = (one: string, other: string): boolean => one.split(':', 1)[0] === other.split(':', 1)[0]
