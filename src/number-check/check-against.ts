import { parsePrinted, stepOf } from '../economy/read-printed-table.ts'
import { changesIn, levelsIn } from './changes.ts'
import type { Finding } from './finding.ts'
import { type NamedPeriod, namedPeriod } from './named-period.ts'
import { topicsOf } from './nouns.ts'
import { meet, type Quantity, type Unit } from './quantity.ts'
import { paragraphsOf, placeOf, type Sentence } from './sentences.ts'
import type { TextDocument } from './text-document.ts'

/** How running text speaks of a figure: it has all of `needs` and none of `not`, and no other words of its own than `words`. */
export type FigureWords = { needs: RegExp[]; not: RegExp; words: ReadonlySet<string> }

/** A figure of the register: money in kronor, shares in per cent. */
export type KnownFigure = {
  /** Its name, as the row of a table would have it. */
  name: string
  period: NamedPeriod
  unit: Extract<Unit, 'count' | 'money' | 'percent'>
  value: number
  /** The value as it is printed. */
  text: string
  /** How it is counted, and how far the data reach, in whole sentences. */
  definition: string
  /** Null for a figure that is only looked for by its name. */
  said: FigureWords | null
}

/**
 * What a text says otherwise than the register. Only where it is certain that the two speak of the same: a sentence of the figure
 * and nothing else, with its period and no other and a single value; or the cell where a row with the name meets a column with
 * the period. A question and no error: who wrote the text may have counted in another way.
 */
export function checkAgainst(document: TextDocument, figures: KnownFigure[]): Finding[] {
  const sentences = paragraphsOf(document)
    .filter(({ isHeading }) => !isHeading)
    .flatMap((paragraph) => paragraph.sentences)
  return [
    ...sentences.flatMap((sentence) => inSentence(sentence, figures)),
    ...figures.flatMap((figure) => document.blocks.flatMap((_, block) => inTable(document, block, figure))),
  ]
}

const plain = (text: string): string => text.toLowerCase().replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim()

function inSentence(sentence: Sentence, figures: KnownFigure[]): Finding[] {
  const [value, ...others] = levelsIn(sentence, changesIn(sentence))
  const [time, ...times] = sentence.periods
  const period = time && times.length === 0 ? namedPeriod(time.text) : null
  if (!value || others.length > 0 || !period || sentence.quantities.length > 1) return []
  const same = figures.filter((figure) => isSaid(sentence, value, figure) && isSame(figure.period, period))
  // Two figures that the sentence may speak of: it is right when it has either.
  const [figure] = same
  return figure && same.every((each) => !isEqual(value, each.value))
    ? [told(figure, value.text, placeOf(sentence, value))]
    : []
}

const isSame = (one: NamedPeriod, other: NamedPeriod): boolean => one.from === other.from && one.to === other.to

function isSaid(
  { text, template }: Sentence,
  { unit }: Quantity,
  { unit: ofFigure, name, said }: KnownFigure,
): boolean {
  if (unit !== ofFigure) return false
  if (plain(text).includes(plain(name))) return true
  return (
    said !== null &&
    said.needs.every((word) => word.test(text)) &&
    !said.not.test(text) &&
    [...topicsOf(template)].every((topic) => said.words.has(topic))
  )
}

/** A whole number is a mean that was rounded as often as a count. */
const isEqual = ({ low, high, step }: Quantity, value: number): boolean =>
  meet({ low: low - step / 2, high: high + step / 2 }, { low: value, high: value })

function inTable({ blocks }: TextDocument, block: number, figure: KnownFigure): Finding[] {
  const table = blocks[block]
  // The scale of a table of money stands beside it, so that amounts are left to the sums.
  if (table?.kind !== 'table' || figure.unit === 'money') return []
  const column = table.heading.findIndex((heading, at) => at > 0 && isOfPeriod(heading, figure.period))
  const row = table.rows.findIndex(({ cells }) => plain(cells[0] ?? '') === plain(figure.name))
  const printed = table.rows[row]?.cells[column]
  const value = printed === undefined ? null : parsePrinted(printed)
  if (column < 1 || printed === undefined || value === null) return []
  if (Math.abs(value - figure.value) <= stepOf([printed]) / 2) return []
  return [told(figure, printed, { block, row, cell: column, from: 0, until: printed.length })]
}

const isOfPeriod = (heading: string, period: NamedPeriod): boolean => {
  const named = namedPeriod(heading.replace(/^(?:antal|utfall)\s/iu, ''))
  return named !== null && isSame(named, period)
}

const told = ({ name, text, definition }: KnownFigure, printed: string, place: Finding['places'][number]): Finding => ({
  ...{ kind: 'register', severity: 'question', places: [place], printed, name, expected: text, definition },
})
