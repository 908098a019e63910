import { parsePrinted, stepOf } from '../economy/read-printed-table.ts'
import type { Finding } from './finding.ts'
import { type Interval, meet, ratio, times } from './quantity.ts'
import type { TextDocument, TextTable } from './text-document.ts'

/**
 * A column that is one divided by another in every row but one: kronor per household, shares, index numbers. The headings must say
 * so ("per hushåll", "index", "snitt", "andel"), and most rows bear it out; what the columns are divided by is never guessed.
 */
export const checkColumnRatios = ({ blocks }: TextDocument): Finding[] =>
  blocks.flatMap((table, block) => (table.kind === 'table' && table.rows.length <= 200 ? inTable(table, block) : []))

const isRatio = /(?<!\p{L})(?:per|snitt\p{L}*|genomsnitt\p{L}*|medel\p{L}*|index)(?!\p{L})|\/|(?:snitt|medel)/iu
const scales = [1, 100, 1000, 1e6]

type Cell = Interval & { value: number }

function inTable({ heading, rows }: TextTable, block: number): Finding[] {
  const width = Math.min(heading.length, 10)
  const columns = Array.from({ length: width }, (_, at) =>
    at === 0 ? [] : columnOf(rows.map(({ cells }) => cells[at] ?? '')),
  )
  for (let at = 2; at < width; at++) {
    if (!isRatio.test(heading[at] ?? '')) continue
    const found: Broken | null = brokenIn(columns, at) ?? brokenIndex(columns, at, heading[at] ?? '')
    if (!found) continue
    const { row, part, whole, scale } = found
    const printed = rows[row]!.cells[at]!
    const below = found.base ?? row
    const expected = (columns[part]![row]!.value / columns[whole]![below]!.value) * scale
    const place = (cell: number) => ({ block, row, cell, from: 0, until: rows[row]!.cells[cell]!.length })
    const facts = { label: rows[row]!.cells[0] ?? '', column: heading[at]!, printed, expected }
    const texts = { part: rows[row]!.cells[part]!, whole: rows[below]!.cells[whole]! }
    return [{ kind: 'column-ratio', severity: 'error', places: [at, part, whole].map(place), ...facts, ...texts }]
  }
  return []
}

type Broken = { row: number; part: number; whole: number; scale: number; base?: number }

/** "Index" of a column, 100 in the year it begins. */
function brokenIndex(columns: (Cell | null)[][], at: number, heading: string): Broken | null {
  const base = columns[at]!.findIndex((cell) => cell?.value === 100)
  if (!/index/iu.test(heading) || base < 0) return null
  for (const [part, column] of columns.entries()) {
    const from = column[base]
    if (part === 0 || part === at || !from) continue
    const rows = columns[at]!.flatMap((cell, row) =>
      cell && column[row] && row !== base ? [{ cell, own: column[row], row }] : [],
    )
    const wrong = rows.filter(({ cell, own }) => {
      const is = ratio(own, from)
      return !is || !meet(times(is, 100), cell)
    })
    if (rows.length > 2 && wrong.length === 1) return { row: wrong[0]!.row, part, whole: part, scale: 100, base }
  }
  return null
}

/** As printed, rounded to its last digit; null for what is no number. */
function columnOf(texts: string[]): (Cell | null)[] {
  return texts.map((text) => {
    const value = parsePrinted(text)
    const half = stepOf([text]) / 2
    return value === null || value <= 0 ? null : { value, low: value - half, high: value + half }
  })
}

/** Two columns and a scale that give the third in all rows but one. */
function brokenIn(
  columns: (Cell | null)[][],
  at: number,
): { row: number; part: number; whole: number; scale: number } | null {
  const others = columns.flatMap((_, column) => (column > 0 && column !== at ? [column] : []))
  for (const part of others)
    for (const whole of others) {
      if (part === whole) continue
      for (const scale of scales) {
        const rows = columns[at]!.flatMap((printed, row) => {
          const [one, other] = [columns[part]![row], columns[whole]![row]]
          const is = printed && one && other ? ratio(one, other) : null
          return printed && is ? [{ row, fits: meet(times(is, scale), wide(printed)) }] : []
        })
        const broken = rows.filter(({ fits }) => !fits)
        if (rows.length >= 3 && broken.length === 1) return { row: broken[0]!.row, part, whole, scale }
        if (rows.length >= 2 && broken.length === 0) return null
      }
    }
  return null
}

const wide = ({ low, high, value }: Cell): Interval => ({ low: low - value * 0.003, high: high + value * 0.003 })
