import type { Covariate, Sample } from '../calculations/effect/sample.ts'
import { take } from '../calculations/columns.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import { type ColumnFile, readColumns } from './read-columns.ts'

export type SampleOptions = {
  file: string
  /** A file to take the controls from instead: its untreated rows are set against the treated of `file`. */
  controls?: string
  treated: string
  outcome: string
  covariates: string[]
}

export type ReadSample = {
  /** The rows with a known outcome. Covariates are NaN where they are missing. */
  sample: Sample
  /** The rows left out since their outcome is missing. */
  missingOutcome: { treated: number; controls: number }
  /** Another column of numbers, for the rows of the sample; NaN where it is missing. */
  column: (name: string) => Covariate
}

/**
 * Reads who got the intervention, what came of it, and what was known before.
 *
 * Refuses `bad-value` for a treatment that is neither 0 nor 1, and what `readColumns` refuses.
 */
export async function readSample(options: SampleOptions): Promise<ReadSample> {
  const parts = await partsOf(options)
  const column = (name: string): Covariate => ({
    name,
    values: concatenated(parts.map(({ file, rows }) => take(file.numbers(name), rows))),
  })
  const treated = concatenated(parts.map(({ file, rows }) => take(treatmentOf(file, options.treated), rows)))
  const { values: outcome } = column(options.outcome)
  const known = Int32Array.from(outcome.keys()).filter((row) => !Number.isNaN(outcome[row]))
  const missing = treated.filter((_, row) => Number.isNaN(outcome[row]))
  const ofKnown = ({ name, values }: Covariate): Covariate => ({ name, values: take(values, known) })
  return {
    sample: {
      treated: Uint8Array.from(take(treated, known)),
      outcome: take(outcome, known),
      covariates: options.covariates.map((name) => ofKnown(column(name))),
    },
    missingOutcome: { treated: countOf(missing, 1), controls: countOf(missing, 0) },
    column: (name) => ofKnown(column(name)),
  }
}

type Part = { file: ColumnFile; rows: Int32Array }

async function partsOf({ file, controls, treated }: SampleOptions): Promise<Part[]> {
  const first = await readColumns(file)
  if (controls === undefined) return [{ file: first, rows: Int32Array.from({ length: first.length }, (_, row) => row) }]
  const second = await readColumns(controls)
  return [armOf(first, treated, 1), armOf(second, treated, 0)]
}

function armOf(file: ColumnFile, treated: string, arm: 0 | 1): Part {
  const values = treatmentOf(file, treated)
  return { file, rows: Int32Array.from(values.keys()).filter((row) => values[row] === arm) }
}

function treatmentOf(file: ColumnFile, column: string): Float64Array {
  const values = file.knownNumbers(column)
  const wrong = values.findIndex((value) => value !== 0 && value !== 1)
  if (wrong >= 0)
    throw new CannotCalculate('bad-value', { column, row: wrong + 2, found: values[wrong]!, expected: '0 eller 1' })
  return values
}

function concatenated(parts: Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const countOf = (values: Float64Array, value: number): number => values.filter((each) => each === value).length
