import { parsePrinted, stepOf } from '../economy/read-printed-table.ts'
import type { Finding } from './finding.ts'
import type { TextTable } from './text-document.ts'

/** A table's numbers by column, with what may be reckoned with. */
export type Grid = {
  table: TextTable
  block: number
  labels: string[]
  /** `values[column][row]`; the first column is the one after the labels. */
  values: (number | null)[][]
  texts: string[][]
  headings: string[]
  /** Amounts in thousands or millions, whose last digits are rounded. */
  isRounded: boolean
}

const wide = 40

export function gridOf(table: TextTable, block: number, above: string): Grid {
  const width = Math.min(wide, Math.max(0, ...table.rows.map(({ cells }) => cells.length - 1)))
  const texts = Array.from({ length: width }, (_, at) => table.rows.map(({ cells }) => cells[at + 1] ?? ''))
  return {
    ...{ table, block, texts, labels: table.rows.map(({ cells }) => cells[0] ?? '') },
    values: texts.map((column) => column.map(parsePrinted)),
    headings: Array.from({ length: width }, (_, at) => table.heading[at + 1] ?? ''),
    isRounded: /(?<!\p{L})(?:tkr|mnkr|mkr|msek|tusental|tusen|miljoner|avrund\p{L}*)(?!\p{L})/iu.test(
      `${above} ${table.heading.join(' ')}`,
    ),
  }
}

export const cellPlace = ({ texts, block }: Grid, column: number, row: number) => ({
  ...{ block, row, cell: column + 1, from: 0 },
  until: texts[column]?.[row]?.length ?? 0,
})

export const isPercent = ({ texts, headings }: Grid, column: number): boolean => {
  const filled = texts[column]!.filter((text) => /\d/.test(text))
  return (
    /%|procent|andel/i.test(headings[column]!) || (filled.length > 0 && filled.every((text) => /%|procent/i.test(text)))
  )
}

/** Households, decisions and sums may be of women and men both: the two make more than all. */
export const isShared = (label: string): boolean =>
  /hushåll|ärende|ansök|beslut|flöde|bistånd|kostnad|belopp|utbetal|familj/iu.test(label)

/** Means, rates and ages are never added up. */
export const isMean = (words: string): boolean =>
  /genomsnitt|snitt|medel|median|kvot|per (?!(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))\p{L}|grad(?!\p{L})|ålder|index/iu.test(
    words,
  )

/**
 * What the columns have to do with each other, found in the rows: a column that is another less a third, the sum of those
 * before it, or a share of one of them. A relation that most rows keep is meant to hold in all.
 */
export function checkColumns(grid: Grid): Finding[] {
  const { table } = grid
  if (grid.values.length < 2 || table.rows.length < 2) return []
  return [...totals(grid), ...differences(grid), ...shares(grid)]
}

/** Whether a relation is meant: nearly all rows keep it, and more rows where the heading does not say so. */
const isMeant = (kept: number, all: number, isNamed: boolean): boolean =>
  (isNamed ? kept >= 2 || (kept >= 1 && all === 2) : kept >= 3) && kept * 3 >= all * 2

/** "Kvinnor | Män | Totalt": the last is the sum of those before it. */
function totals(grid: Grid): Finding[] {
  const { values, headings, texts, labels } = grid
  return values.flatMap((column, total): Finding[] => {
    const isNamed = /^(?:totalt?|summa|samtliga|alla|hela|helår|året|båda)(?!\p{L})/iu.test(headings[total]!.trim())
    if (!isNamed || isPercent(grid, total)) return []
    const tries = spans(grid, total).map((parts) => {
      const rows = column.flatMap((value, row) => {
        const own = parts.map((part) => values[part]![row] ?? null)
        return value === null || own.includes(null) || isPercentCell(grid, total, row) || isMean(labels[row]!)
          ? []
          : [{ row, value, sum: rounded(own.reduce<number>((sum, each) => sum + (each ?? 0), 0)) }]
      })
      const step = (row: number) => stepOf([total, ...parts].map((each) => texts[each]![row] ?? '')) * parts.length
      const kept = rows.filter(
        ({ row, value, sum }) =>
          Math.abs(value - sum) <=
          (step(row) <= parts.length * 0.5 ? step(row) * 1.000001 : isWhole(value) ? 0 : 1) + 1e-9,
      )
      return { parts, rows, kept }
    })
    const best = tries.toSorted((a, b) => b.kept.length - a.kept.length)[0]
    if (!best || best.kept.length === best.rows.length) return []
    const areGroups =
      best.parts.length === 2 && best.parts.every((part) => /kvinn|flick|män|pojk/i.test(headings[part]!))
    const isLong = best.parts.length > 2 && best.rows.length === 2 && best.kept.length === 1
    if (!isMeant(best.kept.length, best.rows.length, true) && !areGroups && !isLong) return []
    const isOfBoth = best.parts.some((part) => /kvinn|män/i.test(headings[part]!))
    return best.rows
      .filter((row) => !best.kept.includes(row) && !(isOfBoth && isShared(labels[row.row]!)))
      .map(({ row, value, sum }) => ({
        ...{ kind: 'row-sum', severity: 'error', label: labels[row]!, column: headings[total]! },
        ...{
          printed: texts[total]![row] ?? String(value),
          expected: sum,
          places: [cellPlace(grid, total, row), ...best.parts.map((part) => cellPlace(grid, part, row))],
        },
      }))
  })
}

const isWhole = (value: number): boolean => Number.isInteger(value)
const isPercentCell = ({ texts }: Grid, column: number, row: number): boolean =>
  /%|procent/i.test(texts[column]![row] ?? '')
const rounded = (value: number): number => Number(value.toFixed(6)) + 0

/** The columns right before a total, or right after, two or more. */
function spans({ values, headings }: Grid, total: number): number[][] {
  const isTotal = (at: number) => /^(?:totalt?|summa|samtliga|alla)(?!\p{L})/iu.test(headings[at]?.trim() ?? '')
  const before: number[] = []
  for (let at = total - 1; at >= 0 && !isTotal(at); at--) before.unshift(at)
  const after: number[] = []
  for (let at = total + 1; at < values.length && !isTotal(at); at++) after.push(at)
  return [before, before.slice(1), before.slice(-2), after, after.slice(0, 2)].filter(({ length }) => length > 1)
}

const changeHeading = /förändr|diff|skillnad|ändring|\+\/[-−]|ökning|minskning|avvik|utveckling/i

/** A column of differences, or of changes in per cent, between two others. */
function differences(grid: Grid): Finding[] {
  const { values, headings, texts, labels } = grid
  if (values.length < 3 || values.length > 14) return []
  const hasNamed = headings.some((heading) => changeHeading.test(heading))
  return values.flatMap((column, change): Finding[] => {
    const isNamed = changeHeading.test(headings[change]!)
    const asPercent = isPercent(grid, change) || /%/.test(headings[change]!)
    // Where one column is named for the difference, the others are what it is made from.
    if (!isNamed && (asPercent || hasNamed)) return []
    const others = values.flatMap((_, at) => (at === change ? [] : [at]))
    const tries = others.flatMap((to) =>
      others.flatMap((from) => (to === from ? [] : [relation(grid, column, [change, to, from], asPercent)])),
    )
    const best = tries.toSorted(
      (a, b) =>
        b.kept.length - a.kept.length || Math.abs(a.columns[1] - a.columns[2]) - Math.abs(b.columns[1] - b.columns[2]),
    )[0]
    if (!best || best.kept.length === best.rows.length || !isMeant(best.kept.length, best.rows.length, isNamed))
      return []
    // Without a name, zeros and equal columns make relations that nobody meant.
    if (!isNamed && new Set(best.kept.map(({ value }) => value)).size < 3) return []
    return best.rows
      .filter((row) => !best.kept.includes(row))
      .map(({ row, expected }) => ({
        ...{ kind: 'column-difference', severity: 'error', label: labels[row]!, isPercent: asPercent },
        ...{
          columns: best.columns.map((at) => headings[at]!) as [string, string, string],
          printed: texts[change]![row]!,
          expected,
        },
        places: best.columns.map((at) => cellPlace(grid, at, row)),
      }))
  })
}

type RelationRow = { row: number; value: number; expected: number }

function relation(
  { values, texts, labels, isRounded }: Grid,
  column: (number | null)[],
  columns: [number, number, number],
  asPercent: boolean,
) {
  const [change, to, from] = columns
  const rows = column.flatMap((value, row): RelationRow[] => {
    const [after, before] = [values[to]![row] ?? null, values[from]![row] ?? null]
    if (value === null || after === null || before === null || (asPercent && before === 0)) return []
    if (
      !asPercent &&
      /%|procent/i.test(texts[change]![row] ?? '') !== /%|procent/i.test(texts[to]![row] ?? '') &&
      !/enhet/i.test(labels[row]!)
    )
      return []
    return [{ row, value, expected: asPercent ? ((after - before) / Math.abs(before)) * 100 : rounded(after - before) }]
  })
  const kept = rows.filter(({ row, value, expected }) => {
    const step = stepOf([texts[change]![row] ?? ''])
    const tolerance = asPercent
      ? step / 2 + 1e-6 + percentSpread(texts, values, [to, from], row, isRounded || isMean(labels[row]!))
      : stepOf([texts[change]![row] ?? '', texts[to]![row] ?? '', texts[from]![row] ?? '']) * 1.000001
    return (
      Math.abs(value - expected) <= (asPercent || isRounded || isRoundedCell(texts, columns, row) ? tolerance : 1e-6)
    )
  })
  return { columns, rows, kept }
}

/** One in the last digit is rounding where thousands or decimals are printed; whole counts are exact, but the two cannot be told apart. */
const isRoundedCell = (texts: string[][], columns: number[], row: number): boolean =>
  columns.some((at) => Math.abs(parsePrinted(texts[at]![row] ?? '') ?? 0) >= 100 || /,\d/.test(texts[at]![row] ?? ''))

/** What rounding in the two values may do to a change in per cent: kronor are rounded from öre, and so may large numbers be. */
function percentSpread(
  texts: string[][],
  values: (number | null)[][],
  [to, from]: [number, number],
  row: number,
  isRounded: boolean,
): number {
  const steps = [to, from].map((at) =>
    isRounded || /,\d|kr/.test(texts[at]![row] ?? '') || Math.abs(values[at]![row] ?? 0) >= 1000
      ? stepOf([texts[at]![row] ?? '']) / 2
      : 0,
  )
  const before = Math.abs(values[from]![row] ?? 0)
  return before === 0 ? 0 : ((steps[0]! + steps[1]!) / before) * 100 * 1.2
}

/** A column of shares: of the last row's total, or of another column. */
function shares(grid: Grid): Finding[] {
  const { values, texts, labels, headings } = grid
  return values.flatMap((column, share): Finding[] => {
    if (!isPercent(grid, share) || changeHeading.test(headings[share]!)) return []
    const counts = values.flatMap((_, at) => (at === share || isPercent(grid, at) ? [] : [at]))
    const total = labels.findLastIndex((label) => /^(?:totalt?|summa|samtliga|alla)(?!\p{L})/iu.test(label.trim()))
    const tries = counts.flatMap((part) => [
      ...(total >= 0 ? [shareRows(grid, column, share, part, (_row) => ({ column: part, row: total }))] : []),
      ...counts
        .filter((whole) => whole !== part)
        .map((whole) => shareRows(grid, column, share, part, (row) => ({ column: whole, row }))),
    ])
    const best = tries.toSorted((a, b) => b.kept.length - a.kept.length)[0]
    if (!best || best.kept.length === best.rows.length || !isMeant(best.kept.length, best.rows.length, true)) return []
    return best.rows
      .filter((row) => !best.kept.includes(row))
      .map(({ row, expected, whole }) => ({
        ...{ kind: 'column-share', severity: 'error', label: labels[row]!, printed: texts[share]![row]! },
        ...{ part: texts[best.part]![row]!, whole: texts[whole.column]![whole.row]!, expected },
        places: [
          cellPlace(grid, share, row),
          cellPlace(grid, best.part, row),
          cellPlace(grid, whole.column, whole.row),
        ],
      }))
  })
}

type Cell = { column: number; row: number }

function shareRows(
  { values, texts }: Grid,
  column: (number | null)[],
  share: number,
  part: number,
  wholeOf: (row: number) => Cell,
) {
  const rows = column.flatMap((value, row) => {
    const whole = wholeOf(row)
    const [own, all] = [values[part]![row] ?? null, values[whole.column]![whole.row] ?? null]
    if (value === null || own === null || !all || (whole.row === row && whole.column === part)) return []
    return [{ row, value, whole, expected: (own / all) * 100 }]
  })
  const kept = rows.filter(
    ({ row, value, expected }) => Math.abs(value - expected) <= stepOf([texts[share]![row] ?? '']) / 2 + 0.02,
  )
  return { part, rows, kept }
}
