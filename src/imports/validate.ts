import type { Day } from '../values/day.ts'
import { IdentityNumber } from '../values/identity-number.ts'
import { cellReader, type LocalCodes } from './cell-readers.ts'
import { countedAs } from './columns.ts'
import { type Column, type Kind, type Layout, positionOf, type Value } from './kind.ts'
import { household, householdOf } from './kinds/household-column.ts'
import { isOtherMunicipality, type Municipality, municipalityColumn, targetsOf } from './municipality.ts'
import type { Problem } from './problems.text.ts'
import { type Reading, readingsOf, type Targets, textOf } from './readings.ts'
import { shown } from './shown.ts'
import { type IdentityKey, keysOfFile } from './source-key.ts'

/** What can be written. `row` is the line in the file, `values` in the order of the kind's columns. */
export type AcceptedRow = { row: number; key: string; values: Value[] }

/** One problem of one row, told at the file's own heading. `found` is safe to show. */
export type RejectedCell = { row: number; column: string; problem: Problem; found: string }

export type Validated = { accepted: AcceptedRow[]; rejected: RejectedCell[] }

export type Validator = {
  /** Judges rows, the first of which is line `firstRow` of the file. Call it with the file's rows in order. */
  validate: (rows: readonly (readonly string[])[], firstRow: number) => Validated
  /** Set once a row has shown that the file concerns another municipality: nothing of the file may be written. */
  refusal: () => RejectedCell | null
}

export type ValidatorOptions = {
  today: Day
  municipality: Municipality
  identityKey: IdentityKey
  /** What `kind.layoutOf` gave for the file. */
  layout?: Layout | null
  /** The profile's own codes. */
  codes?: LocalCodes
}

/**
 * Judges the rows of one file.
 *
 * All problems of a row are told, and a row with a problem is not accepted.
 * In a table with several values in a row, each value is judged for itself.
 * Nothing stands in for what cannot be read: an empty optional cell is null, an empty required one is a problem.
 * The keys of the file are remembered, so one validator serves one file, in one batch or in many.
 */
export function createValidator(
  kind: Kind,
  { columns, targets }: { columns: readonly string[]; targets: Targets },
  options: ValidatorOptions,
): Validator {
  const ours = targetsOf(kind)
  const readings = readingsOf(kind, columns, targets, options.layout ?? null)
  const readers = ours.map((column, at) => {
    const heading = `${columns[readings[0]?.[at]?.at ?? -1] ?? ''} ${options.layout?.countedIn ?? ''}`
    return cellReader(countedAs(withHiddenNumber(column, options.identityKey), heading), options, options.codes)
  })
  const municipalityAt = ours.findIndex(({ name }) => name === municipalityColumn.name)
  const keyAt = Math.max(0, positionOf(kind, kind.key.own ?? kind.key.identifying[0] ?? ''))
  const keyOf = keysOfFile(kind, options.identityKey)
  let refusal: RejectedCell | null = null

  return { validate, refusal: () => refusal }

  function validate(rows: readonly (readonly string[])[], firstRow: number): Validated {
    const validated: Validated = { accepted: [], rejected: [] }
    for (let at = 0; at < rows.length; at++) {
      for (const reading of readings) judge({ cells: rows[at]!, line: firstRow + at, reading }, validated)
      if (refusal) return { accepted: [], rejected: [refusal] }
    }
    return validated
  }

  function judge(row: Row, { accepted, rejected }: Validated): void {
    const problems: RejectedCell[] = row.cells.length > columns.length ? [tooManyAt(row)] : []
    const values = valuesOf(row, problems)
    if (isOfOther(row)) refusal = rejectedAt(municipalityAt, 'wrong-municipality', row)
    if (problems.length === 0) checkRow(values, row, problems)
    if (problems.length > 0) return addNew(problems, rejected)

    const key = keyOf(values)
    if (key === null) rejected.push(rejectedAt(keyAt, 'duplicate-key', row))
    else accepted.push({ row: row.line, key, values })
  }

  function valuesOf(row: Row, problems: RejectedCell[]): Value[] {
    const values: Value[] = []
    for (let at = 0; at < readers.length; at++) {
      const parsed = readers[at]!(foundAt(at, row))
      if ('problem' in parsed) problems.push(rejectedAt(at, parsed.problem, row))
      else if (at < kind.columns.length) values.push(parsed.ok)
    }
    return values
  }

  function checkRow(values: readonly Value[], row: Row, problems: RejectedCell[]): void {
    for (const { column, problem } of kind.check?.(values) ?? []) {
      problems.push(rejectedAt(positionOf(kind, column), problem, row))
    }
  }

  function isOfOther(row: Row): boolean {
    const text = municipalityAt < 0 ? '' : foundAt(municipalityAt, row)
    return text !== '' && isOtherMunicipality(text, options.municipality)
  }

  function tooManyAt({ cells, line }: Row): RejectedCell {
    const found = shown(cells[columns.length] ?? '', true)
    return { row: line, column: `Kolumn ${columns.length + 1}`, problem: 'too-many-columns', found }
  }

  function rejectedAt(at: number, problem: Problem, row: Row): RejectedCell {
    const { label, personal } = ours[at]!
    const heading = columns[row.reading[at]?.at ?? -1]
    return { row: row.line, column: heading ?? label, problem, found: shown(foundAt(at, row), personal) }
  }
}

/** Some systems number the case of a household by its applicant's identity number, which is kept in no plain text. */
function withHiddenNumber(column: Column, identityKey: IdentityKey): Column {
  if (column.name !== household.name) return column
  return {
    ...column,
    parse: (text, context) => {
      const number = IdentityNumber.parse(text, context.today)
      return number ? { ok: householdOf(number, identityKey) } : column.parse(text, context)
    },
  }
}

type Row = { cells: readonly string[]; line: number; reading: Reading }

function foundAt(at: number, { cells, reading }: Row): string {
  const source = reading[at]
  return source ? textOf(cells, source) : ''
}

/** A cell that several values of the row share is told once. */
function addNew(problems: readonly RejectedCell[], rejected: RejectedCell[]): void {
  const told = rejected.slice(rejected.findLastIndex(({ row }) => row !== problems[0]?.row) + 1)
  const isTold = (each: RejectedCell) =>
    told.some(({ column, problem }) => column === each.column && problem === each.problem)
  rejected.push(...problems.filter((each) => !isTold(each)))
}
