import { type Method, estimateEffect } from '../../calculations/effect/estimate.ts'
import type { Sample } from '../../calculations/effect/sample.ts'
import { type SpecTable, numbersOf } from '../spec.ts'

/** Twelve made-up households: the months of assistance in the year after, with age and children from before. */
export const participants: SpecTable = {
  columns: ['insats', 'månader', 'ålder', 'barn'],
  rows: [
    [1, 4, 25, 0],
    [1, 7, 41, 2],
    [1, 2, 33, 1],
    [1, 8, 52, 0],
    [1, 5, 29, 1],
    [0, 9, 30, 1],
    [0, 6, 38, 0],
    [0, 11, 47, 2],
    [0, 8, 56, 1],
    [0, 7, 27, 2],
    [0, 12, 61, 0],
    [0, 5, 35, 1],
  ],
}

/** The table with one more column. */
export const withColumn = ({ columns, rows }: SpecTable, column: string, values: (number | null)[]): SpecTable => ({
  columns: [...columns, column],
  rows: rows.map((row, at) => [...row, values[at]!]),
})

/** The sample of a table: the first column says who took part, the second is the outcome, the rest are covariates. */
export const sampleOfTable = (table: SpecTable): Sample => ({
  treated: Uint8Array.from(numbersOf(table, table.columns[0]!)),
  outcome: numbersOf(table, table.columns[1]!),
  covariates: table.columns.slice(2).map((name) => ({ name, values: numbersOf(table, name) })),
})

export const effectColumns = ['effekt', 'medelfel']

/** Estimate and standard error by a method. */
export const findEffect =
  (method: Method) =>
  (table: SpecTable): SpecTable => {
    const { estimate, standardError } = estimateEffect(sampleOfTable(table), method)
    return { columns: effectColumns, rows: [[estimate, standardError]] }
  }

/** How a method is run. */
export const effectCommandLine = (method: Method): string =>
  `utfall calculate effect --file hushåll.csv --treated insats --outcome månader --covariates ålder,barn --method ${method}`
