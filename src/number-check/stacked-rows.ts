import { isLabel, type FoundRow, type Line } from './plain-table.ts'

const isNumberLine = (text: string): boolean =>
  /^\s*[+−–-]?\d[\d\s\u00a0.]*(?:,\d+)?\s?(?:%|tkr|kr|mnkr)?\s*$/i.test(text)

export type Stacked = { rows: FoundRow[]; before: Line[]; heading: string[] | null }

/** One cell on each line: a label, then as many numbers as the others have. At least two labels. */
export function stackedRows(group: Line[]): Stacked | null {
  const first = group.findIndex(({ text }) => isNumberLine(text))
  if (first < 1) return null
  const labels = group.flatMap(({ text }, at) => (at >= first - 1 && !isNumberLine(text) ? [at] : []))
  const rows = labels.map((at, index) => {
    const { line, text } = group[at]!
    const cells = group.slice(at + 1, labels[index + 1] ?? group.length).map((each) => each.text.trim())
    return { line, label: text.trim(), cells, isPart: /^\s*(?:varav\b|[-–]\s)/i.test(text) }
  })
  const count = rows[0]?.cells.length ?? 0
  if (rows.length < 2 || count === 0 || !rows.every(({ cells, label }) => cells.length === count && isLabel(label)))
    return null
  const above = group.slice(0, first - 1)
  const heading = above.slice(-count - 1).map(({ text }) => text.trim())
  return above.length > count && heading.every((each) => each.length < 50)
    ? { rows, before: above.slice(0, -count - 1), heading }
    : { rows, before: above, heading: null }
}

/** The same with a blank line between all cells, as some programs take text out of a PDF. */
export function joinStacked(groups: Line[][]): Line[][] {
  const joined: Line[][] = []
  for (let at = 0; at < groups.length;) {
    let end = at
    const isLabelFirst = !isNumberLine(groups[at]![0]!.text)
    while (isLabelFirst && end < groups.length && groups[end]!.length === 1 && end - at < 3000) {
      const isNumber = isNumberLine(groups[end]![0]!.text)
      const isBeforeNumber = groups[end + 1]?.length === 1 && isNumberLine(groups[end + 1]![0]!.text)
      if (!isNumber && !isBeforeNumber) break
      end++
    }
    const run = groups.slice(at, end).flat()
    const isTable = end - at >= 4 && stackedRows(run) !== null
    const next = Math.max(end, at + 1)
    joined.push(...(isTable ? [run] : groups.slice(at, next)))
    at = next
  }
  return joined
}
