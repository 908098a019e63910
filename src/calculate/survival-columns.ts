import { type Codes, codesOf, oneGroup, take } from '../calculations/columns.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import type { SurvivalSample } from '../calculations/survival/survival-sample.ts'
import type { ColumnFile } from './read-columns.ts'

export type SampleColumns = {
  time: string
  event: string
  entry?: string
  group?: string
  strata?: string
  competing?: boolean
}

export type ReadSample = {
  sample: SurvivalSample
  /** The causes as they stand in the file, rising: the first is cause 1 of the sample. */
  causes: number[]
  /** Rows without a time, an event, an entry or a group. */
  leftOut: number
}

/** More than these are a column of something else, such as a number per household, and take memory without end. */
const mostGroups = 500
const mostCauses = 100

/**
 * The rows of a file that say how long somebody was followed and how it ended.
 * Refuses a time below zero, an entry that is not before the time, an event that is no code of an event,
 * and more groups or causes than a comparison can be of.
 */
export function readSample(file: ColumnFile, columns: SampleColumns): ReadSample {
  const time = file.numbers(columns.time)
  const event = file.numbers(columns.event)
  const entry = columns.entry === undefined ? null : file.numbers(columns.entry)
  const groups = columns.group === undefined ? null : wordsOf(file, columns.group)
  const strata = columns.strata === undefined ? null : wordsOf(file, columns.strata)
  const isKnown = (row: number) =>
    !Number.isNaN(time[row]!) && !Number.isNaN(event[row]!) && !Number.isNaN(entry?.[row]) && groups?.[row] !== ''
  const rows = Int32Array.from(time.keys()).filter(isKnown)
  for (const row of rows) refuseBadRow({ time, event, entry }, row, columns)
  const codesIn = (words: string[]): Codes => codesOf(Array.from(rows, (row) => words[row]!))
  const causes = columns.competing ? causesOf(take(event, rows)) : [1]
  const group = groups ? codesIn(groups) : oneGroup(rows.length)
  refuseMoreThan(mostGroups, group.labels.length, '--group')
  refuseMoreThan(mostCauses, causes.length, '--event')
  const sample = {
    time: take(time, rows),
    exit: Int32Array.from(rows, (row) => causes.indexOf(event[row]!) + 1),
    causes: causes.length,
    group,
    ...(entry && { entry: take(entry, rows) }),
    ...(strata && { strata: codesIn(strata) }),
  }
  return { sample, causes, leftOut: file.length - rows.length }
}

type Columns = { time: Float64Array; event: Float64Array; entry: Float64Array | null }

function refuseBadRow({ time, event, entry }: Columns, row: number, columns: SampleColumns) {
  const refuse = (column: string, found: number, expected: string) => {
    throw new CannotCalculate('bad-value', { column, row: row + 2, found, expected })
  }
  const [until, code] = [time[row]!, event[row]!]
  if (until < 0) refuse(columns.time, until, 'en tid som är 0 eller mer')
  if (entry && entry[row]! >= until) refuse(columns.entry!, entry[row]!, `ett tal under ${until}`)
  if (columns.competing) {
    if (!Number.isInteger(code) || code < 0) refuse(columns.event, code, '0, 1, 2 och så vidare')
  } else if (code !== 0 && code !== 1) refuse(columns.event, code, '0 eller 1')
}

function refuseMoreThan(most: number, found: number, option: string) {
  if (found <= most) return
  throw new CannotCalculate('bad-option', { option, found: `${found} olika värden`, expected: `högst ${most}` })
}

const causesOf = (events: Float64Array) => [...new Set(events)].filter((event) => event > 0).sort((a, b) => a - b)

/** The words of a column, empty where nothing stands or R has written NA. */
const wordsOf = (file: ColumnFile, column: string) =>
  file.texts(column).map((text) => (text.trim() === 'NA' ? '' : text.trim()))
