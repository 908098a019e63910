import { baseIsTooSmall, type Hidden, protectTable } from '../calculations/disclosure.ts'
import { notReferredReasons } from '../parameters/code-lists/casework.ts'
import type { DisclosureLimits } from '../parameters/disclosure-limits.ts'
import { formatNumber } from '../values/format.ts'
import type { Funnel } from './funnel.ts'
import { partitionText } from './partition.text.ts'
import { throughputText } from './throughput.text.ts'

type Cell = {
  value: number | null
  numerator: number | null
  denominator: number | null
  unit: 'persons' | 'share'
  withheld?: 'too-few'
}

/** Has the shape of a `FigureTable`. */
export type PartitionTable = {
  id: string
  name: string
  definition: string
  source: string
  definitionVersion: number
  columns: { id: string; label: string }[]
  rows: { id: string; label: string; kind?: 'sum'; cells: Cell[] }[]
  sentence: string
}

type Counted = { id: string; label: string; persons: number; women: number; men: number }

/**
 * Where every adult with assistance is: in exactly one row, `unknown` as its own, and why those never referred were not (003-6–9, 003-16).
 *
 * Small counts are withheld with as many others as it takes. The reasons share their sum with a row of the first table, so all of
 * them are withheld when that row is, or when hiding some of them would not do.
 */
export function partitionTables(funnel: Funnel, limits: DisclosureLimits): PartitionTable[] {
  if (funnel.persons === 0) return []
  const buckets = funnel.buckets.map(({ bucket, ...size }): Counted => ({
    ...{ id: bucket, label: throughputText.funnel.buckets[bucket] },
    ...size,
  }))
  const hidden = protectTable(buckets.map(partsOf), limits)
  const never = hidden[funnel.buckets.findIndex(({ bucket }) => bucket === 'not-referred')] ?? []
  const reasons = funnel.notReferred
    .filter(({ persons }) => persons > 0)
    .map(({ reason, ...size }): Counted => ({ id: reason, label: notReferredReasons[reason], ...size }))
  return [
    tableOf('recipient-partition', partitionText.partition, buckets, hidden, limits, sentenceOf(funnel, hidden)),
    ...(reasons.length > 0 ? [reasonsTable(reasons, never, limits)] : []),
  ]
}

function reasonsTable(reasons: Counted[], whole: Hidden, limits: DisclosureLimits): PartitionTable {
  const own = protectTable(reasons.map(partsOf), limits)
  const isTold = ![...whole, ...(own.at(-1) ?? [])].includes(true)
  const hidden = isTold ? own : own.map((row) => row.map(() => true))
  const sentence = isTold ? partitionText.reasons.sentence(formatNumber(sumOf(reasons, 'persons'))) : partitionText.few
  return tableOf('never-referred', partitionText.reasons, reasons, hidden, limits, sentence)
}

/** Columns of what `protectTable` gives. Those whose gender is not known are protected, and shown in the whole alone. */
const [women, men, all] = [0, 1, 3]
const partsOf = ({ persons, women, men }: Counted): number[] => [women, men, persons - women - men]

const sumOf = (rows: Counted[], part: 'persons' | 'women' | 'men'): number =>
  rows.reduce((sum, row) => sum + row[part], 0)

function tableOf(
  id: string,
  words: { name: string; definition: string },
  counted: Counted[],
  hidden: Hidden[],
  limits: DisclosureLimits,
  sentence: string,
): PartitionTable {
  const sum: Counted = {
    ...{ id: 'all', label: throughputText.sum },
    ...{ persons: sumOf(counted, 'persons'), women: sumOf(counted, 'women'), men: sumOf(counted, 'men') },
  }
  const isSumHidden = hidden.at(-1)?.[all] ?? true
  const rows = [...counted, sum].map((row, at) => {
    const isHidden = (column: number) => hidden[at]?.[column] ?? true
    return {
      ...{ id: row.id, label: row.label },
      ...(row === sum && { kind: 'sum' as const }),
      cells: [
        countCell(row.persons, isHidden(all)),
        shareCell(row.persons, sum.persons, isHidden(all) || isSumHidden, limits),
        countCell(row.women, isHidden(women)),
        countCell(row.men, isHidden(men)),
      ],
    }
  })
  return {
    ...{ id, name: words.name, definition: words.definition, source: partitionText.source, definitionVersion: 2 },
    columns: partitionText.columns.map(([column, label]) => ({ id: column, label })),
    ...{ rows, sentence },
  }
}

const countCell = (count: number, isHidden: boolean): Cell =>
  isHidden ? hiddenCell('persons') : { value: count, numerator: count, denominator: 1, unit: 'persons' }

const shareCell = (part: number, whole: number, isHidden: boolean, limits: DisclosureLimits): Cell =>
  isHidden || baseIsTooSmall(whole, limits)
    ? hiddenCell('share')
    : { value: part / whole, numerator: part, denominator: whole, unit: 'share' }

const hiddenCell = (unit: Cell['unit']): Cell => ({
  ...{ value: null, numerator: null, denominator: null, unit },
  withheld: 'too-few',
})

function sentenceOf({ persons, buckets, steps: { outcome } }: Funnel, hidden: Hidden[]): string {
  if (hidden[buckets.length]?.[all] !== false) return partitionText.few
  const whole = partitionText.partition.sentence(formatNumber(persons))
  // The furthest come first.
  return hidden[0]?.[all] ? whole : `${whole} ${partitionText.partition.outcome(formatNumber(outcome))}`
}
