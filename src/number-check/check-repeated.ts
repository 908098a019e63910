import { swappedDigits } from '../economy/mend-printed-row.ts'
import { parsePrinted } from '../economy/read-printed-table.ts'
import { changesIn, levelsIn } from './changes.ts'
import type { Finding } from './finding.ts'
import { topicsOf } from './nouns.ts'
import type { Quantity } from './quantity.ts'
import { type Paragraph, placeOf, type Sentence } from './sentences.ts'
import { lineOf, type TextDocument, type TextTable } from './text-document.ts'

/** A number as the text says it of something, with what the sentence is about. */
type Said = { quantity: Quantity; sentence: Sentence; topics: Set<string>; periods: string; digits: string }

/**
 * The same figure with two values: between sentences about the same thing and time, and between a sentence and the row of
 * a table it speaks of. Two numbers are told only when one looks like the other written wrong, or when nothing but the
 * number differs.
 */
export function checkRepeated(paragraphs: Paragraph[], document: TextDocument): Finding[] {
  const said = paragraphs.flatMap(({ sentences, isHeading }) => (isHeading ? [] : sentences.flatMap(figuresIn)))
  return [...betweenSentences(said, document), ...withTables(said, document)]
}

function figuresIn(sentence: Sentence): Said[] {
  if (sentence.quantities.length === 0) return []
  const changes = changesIn(sentence)
  const levels = new Set(levelsIn(sentence, changes))
  const topics = topicsOf(sentence.text)
  const periods = [...new Set(sentence.periods.map(({ text }) => text.toLowerCase()))].sort().join()
  const all = [...levels, ...changes.map(({ quantity }) => quantity)]
  return all
    .filter(({ unit, hedge, isWord }) => (unit === 'count' || unit === 'money') && hedge === null && !isWord)
    .map((quantity) => ({ quantity, sentence, topics, periods, digits: digitsOf(quantity) }))
}

const digitsOf = ({ value, scale }: Quantity): string => String(Math.abs(Math.round((value / scale) * 10) / 10))

/** Pairs are looked for among those that share their digits, so that a long text costs no more than its length. */
function betweenSentences(said: Said[], document: TextDocument): Finding[] {
  const groups = new Map<string, Said[]>()
  for (const each of said) {
    const { unit, thing, named, scale } = each.quantity
    const same = `${unit} ${unit === 'money' ? scale : (thing ?? named ?? '')}`
    for (const key of keysOf(each.digits)) add(groups, `${same} ${key}`, each)
    add(groups, `${same} ${each.periods} ${[...each.topics].sort().join()}`, each)
  }
  const told = new Set<Said>()
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 40).flatMap((later, at) => {
      const earlier = group.slice(0, at).find((each) => areSame(each, later))
      if (!earlier || told.has(later)) return []
      told.add(later)
      return [finding(later, earlier, document)]
    }),
  )
}

const add = (groups: Map<string, Said[]>, key: string, said: Said) => {
  const group = groups.get(key)
  if (group) group.push(said)
  else groups.set(key, [said])
}

/** All digits in order, for two that changed places; and the number with each digit hidden, for one that is wrong. */
const keysOf = (digits: string): string[] =>
  digits.replace(/\D/g, '').length < 3
    ? []
    : [[...digits].sort().join(''), ...[...digits].map((_, at) => `${digits.slice(0, at)}?${digits.slice(at + 1)}`)]

function areSame(one: Said, other: Said): boolean {
  if (one.quantity.value === other.quantity.value || one.sentence === other.sentence) return false
  // Both numbers stand in both sentences, or in one of them: they are two figures.
  const has = ({ sentence }: Said, { quantity }: Said) =>
    sentence.quantities.some(({ value }) => value === quantity.value)
  if (has(one, other) || has(other, one)) return false
  const [thing, otherThing] = [one, other].map(({ quantity }) => quantity.thing ?? quantity.named)
  if (one.quantity.unit === 'count' && (thing === null || thing !== otherThing)) return false
  const [small, large] = one.topics.size <= other.topics.size ? [one, other] : [other, one]
  const shared = [...small.topics].filter((topic) => large.topics.has(topic)).length
  const missing = small.topics.size - shared
  const isSwapped = one.digits.length > 2 && swappedDigits(Number(one.digits), Number(other.digits)) !== null
  // Two long numbers that differ by two digits in each other's place are hardly two things.
  const isCertain = isSwapped && one.digits.length > 3 && shared >= 2
  const isSlip = isSwapped || (shared >= 4 && differByOne(one.digits, other.digits))
  // Two sentences with words of their own speak of two things: "startade" and "avslutade".
  const isContrast = missing > 0 && large.topics.size > shared
  const isTimed =
    one.periods === other.periods || (isSlip && (one.periods === '' || other.periods === '') && shared >= 3)
  if (!isTimed || (isContrast && !isCertain)) return false
  if (isSlip) return isCertain || (shared >= 2 && missing === 0)
  return (
    missing === 0 &&
    large.topics.size === shared &&
    shared >= 3 &&
    one.sentence.quantities.length === 1 &&
    other.sentence.quantities.length === 1
  )
}

/** A round number is as likely another round number. */
const differByOne = (one: string, other: string): boolean =>
  one.length > 2 &&
  one.length === other.length &&
  !/00$/.test(one + other) &&
  [...one].filter((digit, at) => digit !== other[at]).length === 1

function finding(later: Said, earlier: Said, document: TextDocument): Finding {
  const places = [placeOf(later.sentence, later.quantity), placeOf(earlier.sentence, earlier.quantity)]
  return {
    ...{ kind: 'repeated', severity: 'error', places, printed: later.quantity.text, other: earlier.quantity.text },
    ...{
      line: lineOf(document, places[1]!),
      swapped: swappedDigits(Number(later.digits), Number(earlier.digits)),
      label: null,
    },
  }
}

/** The table's numbers by row, with what the row is about. */
function withTables(said: Said[], document: TextDocument): Finding[] {
  return document.blocks.flatMap((table, block) => {
    if (table.kind !== 'table' || table.rows.length > 300) return []
    const rows = table.rows.map(({ cells }) => ({
      label: cells[0] ?? '',
      topics: labelTopics(cells[0] ?? ''),
      values: cells.slice(1).map(parsePrinted),
    }))
    const all = new Set(
      rows.flatMap(({ values }) => values.flatMap((value) => (value === null ? [] : [Math.abs(value)]))),
    )
    const byTopic = new Map<string, number[]>()
    rows.forEach(({ topics }, at) => {
      for (const topic of topics) byTopic.set(topic, [...(byTopic.get(topic) ?? []), at])
    })
    return said.flatMap((each): Finding[] => {
      const value = Math.abs(each.quantity.value)
      if (value < 10 || [1, 1000, 1e6].some((scale) => all.has(Math.round((value / scale) * 10) / 10))) return []
      const places = new Set([...each.topics].flatMap((topic) => byTopic.get(topic) ?? []))
      const spoken = [...places].filter((at) => isSpokenOf(each, rows[at]!.topics))
      if (spoken.length !== 1) return []
      return wrongCell(each, table, { block, row: spoken[0]! }, rows[spoken[0]!]!, document)
    })
  })
}

type Row = { label: string; topics: Set<string>; values: (number | null)[] }

/** "Antal" and "varav" say nothing of what a row is about. */
const labelTopics = (label: string): Set<string> => {
  const topics = topicsOf(label)
  for (const word of ['antal', 'varav', 'summa', 'total', 'totalt', 'inkl', 'exkl']) topics.delete(word)
  return topics
}

/** Two short numbers are alike by chance, and so the row is spoken of in all its words. */
function isSpokenOf({ topics, quantity, digits }: Said, row: Set<string>): boolean {
  if (row.size === 0 || quantity.sign === '-') return false
  const shared = [...row].filter((topic) => topics.has(topic)).length
  return shared >= (row.size <= 2 || digits.length < 4 ? row.size : Math.ceil(row.size * 0.6))
}

function wrongCell(
  each: Said,
  table: TextTable,
  { block, row }: { block: number; row: number },
  { label, values }: Row,
  document: TextDocument,
): Finding[] {
  const cell = values.findIndex((value, at) => value !== null && isSlipOf(each, value, table.heading[at + 1] ?? ''))
  const value = values[cell]
  // An amount of money is no number of something.
  const isCountRow = each.quantity.unit === 'money' && /^antal(?!\p{L})/iu.test(label.trim())
  if (cell < 0 || value === undefined || value === null || isCountRow) return []
  const printed = table.rows[row]!.cells[cell + 1]!
  const places = [placeOf(each.sentence, each.quantity), { block, row, cell: cell + 1, from: 0, until: printed.length }]
  return [
    {
      ...{ kind: 'repeated', severity: 'error', places, printed: each.quantity.text, other: printed },
      ...{ line: lineOf(document, places[1]!), swapped: swappedDigits(Number(each.digits), Math.abs(value)), label },
    },
  ]
}

/** Two digits that changed places, or one that is wrong when the sentence speaks of the time or the kind of the column. */
function isSlipOf({ digits, quantity, sentence }: Said, value: number, heading: string): boolean {
  const printed = String(Math.abs(value))
  if (digits.length < 3 || (quantity.thing === null && quantity.unit === 'count' && sentence.quantities.length > 1))
    return false
  if (swappedDigits(Number(digits), Math.abs(value))) return true
  const years = heading.match(/(?:19|20)\d\d/g) ?? []
  const isOfColumn =
    years.length > 0 && years.every((each) => sentence.text.includes(each)) && !/prognos|budget/i.test(heading)
  return isOfColumn && differByOne(digits, printed)
}
