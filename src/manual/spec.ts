import type { RefusalKind } from '../calculations/refusal.ts'
import type { ChartDefinition } from '../charts/chart.ts'

/** Rows as they stand in the manual. Null is a missing value or one that is not defined. */
export type SpecTable = { columns: string[]; rows: (string | number | null)[][] }

/** One small case: what goes in, and what comes out. It is a test, and an example in the manual. */
export type Situation = {
  /** A sentence in Swedish that tells what the case shows. */
  title: string
  given: SpecTable
  /** Calls the calculation as any caller would. */
  find: (given: SpecTable) => SpecTable
  /** To nine digits; or the kind of the refusal. */
  expected: SpecTable | { refused: RefusalKind }
}

/** A method of the calculation library, told in Swedish for a municipality's statistician. */
export type Spec = {
  id: string
  family: 'panel' | 'survival' | 'effect' | 'savings' | 'forecast' | 'disclosure'
  title: string
  /** The question that the method answers, in a sentence or two. */
  answers: string
  /** The formula and its symbols, in Markdown. */
  definition: string
  /** What is chosen for the reader, with the value: never a hidden assumption. */
  choices: string[]
  /** When the method must not be used, and what to do instead. */
  notWhen: string[]
  /** Paper, statute, agency. */
  sources: string[]
  /** How it is run: `utfall calculate …`. */
  command?: string
  /** Shows what goes wrong when the method is used where it should not be, computed by the method itself. */
  picture: { caption: string; chart: () => ChartDefinition }
  situations: Situation[]
}

/** A column of numbers of a table; NaN where it is missing. */
export function numbersOf(table: SpecTable, column: string): Float64Array {
  const at = table.columns.indexOf(column)
  return Float64Array.from(table.rows, (row) => (row[at] === null ? Number.NaN : Number(row[at])))
}

/** A column of words of a table; empty where it is missing. */
export function textsOf(table: SpecTable, column: string): string[] {
  const at = table.columns.indexOf(column)
  return table.rows.map((row) => String(row[at] ?? ''))
}
