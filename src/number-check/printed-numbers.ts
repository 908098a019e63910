/** A cell that is a number, with what may stand beside it: "minst 61 procent", "(1 250)", "ca 40 dagar". */
export const isNumberCell = (cell: string): boolean =>
  /^(?:(?:minst|högst|ca|cirka|drygt|knappt) )?[+−–-]?\(?\d[\d\s\u00a0\u2009\u202f.]*(?:,\d+)?\)?\s?(?:%|procent|tkr|kr|mnkr|mkr|st|dagar|veckor|månader|år)?$/i.test(
    cell,
  )

/** A number at the end of a line, as its pieces between blanks: `['11', '890']`, `['9', '558']`. */
const piece = /^[+−–-]?\d+(?:\.\d{3})*(?:[.,]\d+)?%?$/
const unitPiece = /^(?:%|tkr|kr|mnkr|mkr|st)$/i
const emptyPiece = /^[-–—.]$/

/** What stands in the last column of a row when there is no number. */
const nothing = /(?<=\d)\s+(?:nytt mått|ny mätning|uppgift saknas|saknas|ej aktuellt|ny)$/i

/**
 * The numbers that a line ends with, and what stands before them. Thousands are often set apart with the same blank as
 * columns, so the pieces are kept, and `groupPieces` tells how they go together. Null when the line does not end so.
 */
export function splitTail(line: string): { label: string; pieces: string[]; isApart: boolean } | null {
  const words = line.trim().replace(nothing, ' –').split(/\s+/)
  let at = words.length
  while (at > 0 && isPiece(words[at - 1]!)) at--
  // A dash that a phrase ends with is no empty column.
  while (at < words.length && emptyPiece.test(words[at]!)) at++
  const pieces = words.slice(at)
  if (!pieces.some((each) => piece.test(each))) return null
  const label = words.slice(0, at).join(' ')
  return { label, pieces, isApart: / {3,}\S+(?: \S+)*\s*$/.test(line) && label !== '' }
}

const isPiece = (word: string): boolean => piece.test(word) || unitPiece.test(word) || emptyPiece.test(word)

const isThousands = (text: string): boolean => /^\d{3}(?:,\d+)?%?$/.test(text)
const mayLead = (text: string): boolean => /^[+−–-]?\d{1,3}$/.test(text)

/** All in as few numbers as the pieces allow: every piece of three digits goes with the one before it, where it can. */
export const greedily = (pieces: string[]): string[] =>
  pieces.reduce<string[]>((cells, each) => {
    const before = cells.at(-1)
    if (before !== undefined && unitPiece.test(each)) return [...cells.slice(0, -1), `${before} ${each}`]
    const isLed = before !== undefined && /^[+−–-]?\d{1,3}(?: \d{3})*$/.test(before) && !/^[+−–-]?0/.test(before)
    return isLed && isThousands(each) ? [...cells.slice(0, -1), `${before} ${each}`] : [...cells, each]
  }, [])

/** The most numbers that the pieces can be: each piece its own. */
export const fewestAndMost = (pieces: string[]): [number, number] => [
  greedily(pieces).length,
  pieces.filter((each) => !unitPiece.test(each)).length,
]

/**
 * The pieces as exactly so many numbers: in the only way they can go together, or in the one where the numbers of the row
 * are by far the most alike in size. Else as few as possible, if that is so many; null when it cannot be told.
 */
export function groupPieces(pieces: string[], count: number): string[] | null {
  if (pieces.length > 40) return null
  const [best, next] = waysOf(pieces, count)
    .map((cells) => ({ cells, spread: spreadOf(cells) }))
    .sort((a, b) => a.spread - b.spread)
  if (!best || !next || best.spread * 10 < next.spread) return best?.cells ?? null
  const greedy = greedily(pieces)
  return greedy.length === count ? greedy : null
}

/** How many times larger the largest is than the smallest. */
function spreadOf(cells: string[]): number {
  const sizes = cells.map((cell) => Number(cell.replace(/\D/g, ''))).filter((size) => size > 0)
  return sizes.length === 0 ? 1 : Math.max(...sizes) / Math.min(...sizes)
}

/** All ways, as far as they are few. A number does not begin with a zero, but for zero itself. */
function waysOf(pieces: string[], count: number): string[][] {
  const found: string[][] = []
  let steps = 0
  const walk = (at: number, cells: string[]) => {
    if (cells.length > count || ++steps > 5000) return
    if (at === pieces.length) {
      if (cells.length === count) found.push(cells)
      return
    }
    let cell = pieces[at]!
    if (/^[+−–-]?0\d/.test(cell)) return
    let next = at + 1
    const leads = mayLead(cell) && !/^[+−–-]?0/.test(cell)
    for (;;) {
      while (next < pieces.length && unitPiece.test(pieces[next]!)) cell += ` ${pieces[next++]!}`
      walk(next, [...cells, cell])
      if (!leads || next >= pieces.length || !isThousands(pieces[next]!) || /[,%a-z]/i.test(cell.slice(1))) return
      cell += ` ${pieces[next++]!}`
    }
  }
  walk(0, [])
  return found
}
