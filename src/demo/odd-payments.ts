import { monthFromIndex } from '../values/month.ts'
import type { Home } from './compositions.ts'
import type { Amounts } from './payments.ts'
import type { Plan } from './plan.ts'

/**
 * A few payments that the control of payments finds something in, each with a good explanation. No month's sum is moved by them.
 * They lie in months that were paid some time ago, so that somebody has had time to look.
 */
const monthsBack = { many: 3, twice: [3, 4], changed: [2, 3, 4] } as const

/** Lets a household that costs little change places with one that costs much, for a month: rent that was owed, paid at once. */
export function payManyTimes(homes: readonly Home[], amounts: Amounts, { until }: Plan): Amounts {
  const at = until - monthsBack.many
  const paid = homes.flatMap((home) => {
    const place = home.months.indexOf(at)
    return place < 0 ? [] : [{ home, kronor: amounts.get(home)!, place }]
  })
  const usual = paid.filter(({ kronor, place }) => place >= 11 && kronor.length >= 12)
  const least = minBy(usual, ({ kronor }) => medianOf(kronor))
  const most = minBy(paid, ({ kronor, place }) => -kronor[place]!)
  if (!least || !most) return amounts
  const [low, high] = [least.kronor[least.place]!, most.kronor[most.place]!]
  return new Map([
    ...amounts,
    [least.home, least.kronor.with(least.place, high)],
    [most.home, most.kronor.with(most.place, low)],
  ])
}

const medianOf = (kronor: ArrayLike<number>): number =>
  Array.from(kronor).sort((one, other) => one - other)[kronor.length >> 1]!

const minBy = <Item>(items: readonly Item[], of: (item: Item) => number): Item | undefined =>
  items.reduce<Item | undefined>(
    (least, each) => (least === undefined || of(each) < of(least) ? each : least),
    undefined,
  )

const [numberOf, household, month, , amount, purpose] = [0, 1, 2, 3, 4, 5]
const main = 'Försörjningsstöd'

/**
 * The rows of the payments file with some that somebody typed wrong: two of a month have each other's amounts, and go as they
 * should be to `mended`, for a file that was sent later. Another month's is paid in two halves.
 */
export function* withOddPayments(rows: Iterable<string[]>, { until }: Plan, mended: string[][]): Generator<string[]> {
  const changed = new Set<string>(monthsBack.changed.map((back) => monthFromIndex(until - back)))
  const twice = new Set<string>(monthsBack.twice.map((back) => monthFromIndex(until - back)))
  let waiting: string[][] = []
  for (const row of rows) {
    const at = row[month!]!
    const isMain = row[purpose!] === main
    if (waiting.length > 0) {
      waiting.push(row)
      const first = waiting[0]!
      // A month in which nobody else was paid differently has nothing to change places with.
      const isOther = isMain && at === first[month!] && row[household!] !== first[household!]
      const differs = Math.abs(kronorOf(row) - kronorOf(first)) >= 1000
      if (isOther && differs) mended.push(first, row)
      if ((isOther && differs) || at !== first[month!]) {
        if (isOther && differs) waiting = exchanged(waiting)
        yield* waiting
        waiting = []
      }
      continue
    }
    if (isMain && changed.delete(at)) waiting = [row]
    else if (isMain && kronorOf(row) % 2 === 0 && kronorOf(row) >= 2000 && twice.delete(at)) yield* halves(row)
    else yield row
  }
  yield* waiting
}

const kronorOf = (row: readonly string[]): number => Number(row[amount!]!.replace(',', '.'))

function exchanged(rows: string[][]): string[][] {
  const [first, last] = [rows[0]!, rows.at(-1)!]
  return [first.with(amount!, last[amount!]!), ...rows.slice(1, -1), last.with(amount!, first[amount!]!)]
}

const halves = (row: string[]): string[][] =>
  ['A', 'B'].map((part) =>
    row.with(numberOf!, `${row[numberOf!]}${part}`).with(amount!, (kronorOf(row) / 2).toFixed(2).replace('.', ',')),
  )
