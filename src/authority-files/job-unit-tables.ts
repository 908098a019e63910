import type { FigureTable, TableCell } from '../analysis/figures.ts'
import { baseIsTooSmall, type Hidden, isTooFew, protectTable } from '../calculations/disclosure.ts'
import type { DisclosureLimits } from '../parameters/disclosure-limits.ts'
import type { JobUnitClasses } from '../parameters/job-unit-classes.ts'
import { formatNumber } from '../values/format.ts'
import { type JobUnitCounts, type JobUnitStay, resultClasses } from './job-unit.ts'
import { jobUnitText as text } from './job-unit.text.ts'

type Words = { name: string; definition: string; kolada?: string; sentence?: (count: string) => string }
type Counted = {
  id: string
  label: string
  kolada: string
  stays: readonly JobUnitStay[]
  /** Withheld for what another table would tell with it. */
  isHidden?: boolean
}
type Draft = { id: string; words: Words; rows: Counted[] }

/**
 * The job unit's statistics as Kolada asks for them, published: small counts are withheld with as many others as it takes.
 *
 * Tables of the same persons have the same sums. Where one must hide a sum that another would show, none of them shows more than
 * how many they are: otherwise what the one hides could be worked out from the other.
 */
export function jobUnitTables(counts: JobUnitCounts, classes: JobUnitClasses, limits: DisclosureLimits): FigureTable[] {
  return [
    ...withWorkOrStudies(publishTogether(leaverDrafts(counts, classes), limits), limits),
    ...publishTogether([ageDraft(counts, classes)], limits),
    ...publishTogether([referredDraft(counts)], limits),
    ...publishTogether([referralsDraft(counts, limits)], limits),
    missingTable(),
  ]
}

const leaverDrafts = ({ results, durations }: JobUnitCounts, classes: JobUnitClasses): Draft[] => [
  {
    id: 'job-unit-results',
    words: text.results,
    rows: resultClasses.map((each) => ({ id: each, ...text.results.rows[each], stays: results[each] })),
  },
  {
    id: 'job-unit-durations',
    words: text.durations,
    rows: classes.durations.map(({ kolada, ...ends }, at) => ({
      ...{ id: String(at), kolada, stays: durations[at] ?? [] },
      label: text.durations.label(ends, classes.durations[at - 1]),
    })),
  },
]

function ageDraft({ ages }: JobUnitCounts, { ageFrom }: JobUnitClasses): Draft {
  const label = (at: number): string => {
    const [from, next] = [ageFrom[at - 1], ageFrom[at]]
    if (from === undefined) return next === undefined ? text.ages.unknown : text.ages.under(next)
    return next === undefined ? text.ages.from(from) : text.ages.between(from, next - 1)
  }
  return {
    id: 'job-unit-ages',
    words: text.ages,
    rows: ages.map((stays, at) => ({
      id: String(at),
      label: at > ageFrom.length ? text.ages.unknown : label(at),
      kolada: text.ages.koladaRows[at] ?? '',
      stays,
    })),
  }
}

const referredDraft = ({ referred }: JobUnitCounts): Draft => ({
  id: 'job-unit-referred',
  words: text.referred,
  rows: [{ id: 'referred', ...text.referred.row, stays: referred }],
})

/** Where only a few have been referred more than once, the number of referrals beside the number of persons would tell how many. */
function referralsDraft({ referrals, referred }: JobUnitCounts, limits: DisclosureLimits): Draft {
  const [once, each] = [partsOf(referred), partsOf(referrals)]
  const again = [referrals.length - referred.length, ...each.map((count, at) => count - once[at]!)]
  const isTelling = again.some((count) => isTooFew(count, limits))
  return {
    id: 'job-unit-referrals',
    words: text.referrals,
    rows: [{ id: 'referrals', ...text.referrals.row, stays: referrals, isHidden: isTelling }],
  }
}

/** A sum of two rows that are shown, and of no other. */
function withWorkOrStudies([results, ...others]: FigureTable[], limits: DisclosureLimits): FigureTable[] {
  if (!results) return others
  const part = (id: string) => results.rows.find((row) => row.id === id)?.cells
  const [work, studies, whole] = [part('A'), part('B'), part('all')]
  const sums = [0, 1, 2].map((column): TableCell => {
    const [one, other] = [work?.[column]?.value ?? null, studies?.[column]?.value ?? null]
    const value = one === null || other === null ? null : one + other
    return value === null
      ? { unit: 'persons', value, numerator: null, denominator: null, withheld: 'too-few' }
      : { unit: 'persons', value, numerator: value, denominator: 1 }
  })
  const cells = [...sums, share(sums[0]?.value ?? null, whole?.[0]?.value ?? null, limits)]
  const row = { id: 'work-or-studies', ...text.results.workOrStudies, kind: 'of-which' as const, cells }
  return [{ ...results, rows: [...results.rows, row] }, ...others]
}

/** Columns of what `protectTable` takes: those whose gender is not known are protected, and shown in the whole alone. */
const partsOf = (stays: readonly JobUnitStay[]): number[] => {
  const women = stays.filter(({ gender }) => gender === 'woman').length
  const men = stays.filter(({ gender }) => gender === 'man').length
  return [women, men, stays.length - women - men]
}
const [womenAt, menAt, allAt] = [0, 1, 3] as const

function publishTogether(drafts: readonly Draft[], limits: DisclosureLimits): FigureTable[] {
  const hidden = drafts.map(({ rows }) =>
    protectTable(
      rows.map(({ stays }) => partsOf(stays)),
      limits,
    ),
  )
  const sums = new Set(hidden.map((rows) => JSON.stringify(rows.at(-1))))
  return drafts.map((draft, at) => tableOf(draft, sums.size > 1 ? onlyTheWhole(hidden[at]!) : hidden[at]!, limits))
}

/** All but how many they are, together. */
const onlyTheWhole = (hidden: readonly Hidden[]): Hidden[] =>
  hidden.map((row, at) => row.map((_, column) => at < hidden.length - 1 || column !== allAt))

function tableOf({ id, words, rows }: Draft, hidden: Hidden[], limits: DisclosureLimits): FigureTable {
  const everybody = rows.flatMap(({ stays }) => [...stays])
  const whole: Counted = { id: 'all', label: text.sum, kolada: words.kolada ?? '', stays: everybody }
  // A row that is alone is the whole, and has no share of it.
  const hasParts = rows.length > 1
  const all = [...rows, ...(hasParts ? [whole] : [])]
  const hiddenSum = hidden.at(-1)!.map((each) => each || isTooFew(everybody.length, limits))
  const hiddenRow = (at: number): Hidden => hidden[at]!.map((each) => each || rows[at]!.isHidden === true)
  const isHiddenWhole = hiddenSum[allAt]!
  const base = isHiddenWhole ? null : everybody.length
  return {
    id,
    ...{ name: words.name, definition: words.definition, source: text.source, definitionVersion: 1 },
    columns: Object.entries(text.columns)
      .filter(([column]) => hasParts || column !== 'share')
      .map(([column, label]) => ({ id: column, label })),
    rows: all.map((row, at) => ({
      ...{ id: row.id, label: row.label },
      ...(row === whole && { kind: 'sum' as const }),
      ...(row.kolada && { note: row.kolada }),
      cells: cellsOf(row.stays, row === whole ? hiddenSum : hiddenRow(at), base, limits).slice(0, hasParts ? 4 : 3),
    })),
    sentence: sentenceOf(
      everybody.length,
      isHiddenWhole || rows.some((row) => row.isHidden),
      words.sentence ?? text.sentence,
    ),
  }
}

const sentenceOf = (count: number, isHidden: boolean, sentence: (count: string) => string): string =>
  count === 0 ? text.nobody : isHidden ? text.hidden : sentence(formatNumber(count))

function cellsOf(
  stays: readonly JobUnitStay[],
  hidden: Hidden,
  base: number | null,
  limits: DisclosureLimits,
): TableCell[] {
  const parts = partsOf(stays)
  const count = (value: number, isHidden = false): TableCell =>
    isHidden
      ? { unit: 'persons', value: null, numerator: null, denominator: null, withheld: 'too-few' }
      : { unit: 'persons', value, numerator: value, denominator: 1 }
  return [
    count(stays.length, hidden[allAt]),
    count(parts[womenAt]!, hidden[womenAt]),
    count(parts[menAt]!, hidden[menAt]),
    share(hidden[allAt] ? null : stays.length, base, limits),
  ]
}

function share(part: number | null, base: number | null, limits: DisclosureLimits): TableCell {
  const absent = { unit: 'share' as const, value: null, numerator: null, denominator: null }
  if (base === 0) return { ...absent, withheld: 'no-data' }
  if (part === null || base === null || baseIsTooSmall(base, limits)) return { ...absent, withheld: 'too-few' }
  return { unit: 'share', value: part / base, numerator: part, denominator: base }
}

/** Rows to be filled in by hand, so that the form is whole. */
const missingTable = (): FigureTable => ({
  id: 'job-unit-missing',
  ...{ name: text.missing.name, definition: text.missing.definition, source: text.source, definitionVersion: 1 },
  columns: [{ id: 'all', label: text.columns.all }],
  rows: Object.entries(text.missing.rows).map(([id, { label, kolada }]) => ({
    ...{ id, label, note: kolada },
    cells: [{ unit: 'persons', value: null, numerator: null, denominator: null, withheld: 'no-data' }],
  })),
  sentence: text.missing.sentence,
})
