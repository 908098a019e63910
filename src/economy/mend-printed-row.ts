import { type PrintedFinding, rounded, roundingFinding, whereIs } from './printed-finding.ts'
import { numberAt, type PrintedRow, type PrintedTable, placeOf, stepOf } from './read-printed-table.ts'

/** A row's numbers with what could be mended put right, and what was wrong with them. */
export type MendedRow = { row: PrintedRow; values: (number | null)[]; findings: PrintedFinding[] }

/**
 * Each row's variance against its actual − budget. One in the last digit is rounding. When the variance fits with the other
 * sign of one of the three, that sign was lost; else the variance is wrong.
 *
 * In a table without negative amounts costs are printed as positive, and either sign of the difference is right.
 */
export function mendRows(table: PrintedTable, comment: string | null): MendedRow[] {
  const [actual, budget, variance] = [placeOf(table, 'actual'), placeOf(table, 'budget'), placeOf(table, 'variance')]
  const hasVariance = actual >= 0 && budget >= 0 && variance >= 0
  const eitherSign = areCostsPositive(table)
  return table.rows.map((row) => {
    const [a, b, v] = [actual, budget, variance].map((at) => numberAt(row, at)) as [
      number | null,
      number | null,
      number | null,
    ]
    if (!hasVariance || a === null || b === null || v === null) return { row, values: row.values, findings: [] }
    const step = stepOf([actual, budget, variance].map((at) => row.texts[at]!)) * 1.000001
    const fits = (printed: number, difference: number) => Math.abs(printed - difference) <= step
    const right = eitherSign && fits(v, b - a) ? rounded(b - a) : rounded(a - b)
    if (fits(v, right))
      return { row, values: row.values, findings: v === right ? [] : [roundingFinding(row, 'variance', v, right)] }
    const signs = [
      { at: actual, column: 'actual' as const, printed: a, isLost: fits(v, -a - b) },
      { at: budget, column: 'budget' as const, printed: b, isLost: fits(v, a + b) },
      { at: variance, column: 'variance' as const, printed: v, isLost: fits(-v, a - b) },
    ]
    const lost = signs.find(({ isLost }) => isLost)
    return lost ? withSign(row, lost, v) : withVariance(row, variance, v, right)
  })

  function withVariance(row: PrintedRow, at: number, printed: number, expected: number): MendedRow {
    const inText = comment !== null && mentions(comment, expected)
    return {
      row,
      values: row.values.with(at, expected),
      findings: [
        {
          ...whereIs(row),
          ...{ kind: 'variance', severity: 'error', printed, expected },
          ...{ swapped: swappedDigits(printed, expected), inText },
        },
      ],
    }
  }
}

type LostSign = { at: number; column: 'actual' | 'budget' | 'variance'; printed: number }

const withSign = (row: PrintedRow, { at, column, printed }: LostSign, variance: number): MendedRow => ({
  row,
  values: row.values.with(at, -printed),
  findings: [
    {
      ...whereIs(row),
      ...{ kind: 'lost-sign', severity: 'error', column, printed, expected: -printed, variance, sumAsPrinted: null },
    },
  ],
})

/** No amount is negative: signs say nothing of what is a cost. */
export const areCostsPositive = (table: PrintedTable): boolean =>
  table.rows.every((row) =>
    [placeOf(table, 'actual'), placeOf(table, 'budget')].every((at) => (numberAt(row, at) ?? 0) >= 0),
  )

/** Two digits that have changed places, as they stand in the right number. Null when that is not what has happened. */
export function swappedDigits(printed: number, right: number): [string, string] | null {
  const [one, other] = [String(Math.abs(printed)), String(Math.abs(right))]
  if (one.length !== other.length || Math.sign(printed) !== Math.sign(right)) return null
  const [first, second, ...more] = [...one].flatMap((digit, at) => (digit === other[at] ? [] : [at]))
  if (first === undefined || second === undefined || more.length > 0) return null
  return one[first] === other[second] && one[second] === other[first] ? [other[first]!, other[second]!] : null
}

const mentions = (text: string, number: number): boolean =>
  new RegExp(`(?<!\\d)${Math.abs(number)}(?!\\d)`).test(text.replace(/(?<=\d)[\s\u00a0\u2009\u202f](?=\d{3})/g, ''))
