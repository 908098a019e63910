import { CannotCalculate } from '../calculations/refusal.ts'
import { protectText as text } from './protect.text.ts'

/** Reads `a×b;a×c` as lists of dimensions by number. Also `*` and a plain x stand between them. */
export function tablesOf(found: string, dimensions: readonly string[]): number[][] {
  return found.split(';').map((table) => {
    const names = table.split(/[×*]/).flatMap((part) => namesIn(part.trim(), dimensions) ?? [''])
    const numbers = names.map((name) => dimensions.indexOf(name))
    if (!numbers.includes(-1) && new Set(numbers).size === numbers.length) return numbers
    throw new CannotCalculate('bad-option', {
      option: '--tables',
      found,
      expected: text.tablesExpected(dimensions.join(', ')),
    })
  })
}

/** An x may also be part of a name, so every place for it is tried. */
function namesIn(part: string, dimensions: readonly string[]): string[] | null {
  if (dimensions.includes(part)) return [part]
  for (let at = part.indexOf('x'); at > 0; at = part.indexOf('x', at + 1)) {
    const first = part.slice(0, at).trim()
    const rest = dimensions.includes(first) && namesIn(part.slice(at + 1).trim(), dimensions)
    if (rest) return [first, ...rest]
  }
  return null
}
