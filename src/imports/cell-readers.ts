import type { Column, Context, Parsed } from './kind.ts'

/** For a column of ours, what the municipality calls each of our codes: `{ obstacle: { '19': 'partTime_insufficient' } }`. */
export type LocalCodes = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Reads the text of a cell, without blanks around it; an empty text is null or, where a value is required, a problem. */
export type CellReader = (text: string) => Parsed

/** Most different texts that are remembered for a column: enough for the households of the largest municipality. */
const mostRemembered = 100_000

/** The reader of a column, with the municipality's own codes before ours, and texts that recur parsed once. */
export function cellReader(column: Column, context: Context, localCodes: LocalCodes = {}): CellReader {
  const empty: Parsed = column.required ? { problem: 'missing-value' } : { ok: null }
  const own = localCodes[column.name] ?? {}
  const parse = (text: string) => column.parse(Object.hasOwn(own, text) ? own[text]! : text, context)
  if (!column.repeats) return (text) => (text === '' ? empty : parse(text))

  const known = new Map<string, Parsed>([['', empty]])
  return (text) => {
    const remembered = known.get(text)
    if (remembered !== undefined) return remembered
    const parsed = parse(text)
    if (known.size < mostRemembered) known.set(text, parsed)
    return parsed
  }
}
