import { parsePrinted, stepOf } from '../economy/read-printed-table.ts'
import { changesIn, levelsIn } from './changes.ts'
import type { Finding } from './finding.ts'
import { meet, type Unit } from './quantity.ts'
import { paragraphsOf, placeOf, type Sentence } from './sentences.ts'
import type { TextDocument } from './text-document.ts'

/** A figure of the register: money in kronor, shares in per cent. */
export type KnownFigure = {
  /** As a text would call it: "antal hushåll med bistånd". */
  name: string
  /** As a text would say it: "2019", "januari–april 2019". */
  period: string
  unit: Extract<Unit, 'count' | 'money' | 'percent'>
  value: number
  /** The value as it is printed. */
  text: string
}

/**
 * What a text says otherwise than the register. Only where it is certain that the two speak of the same: a sentence with the
 * figure's whole name, its period and no other, and a single value; or the cell where a row with the name meets a column
 * with the period.
 */
export function checkAgainst(document: TextDocument, figures: KnownFigure[]): Finding[] {
  const sentences = paragraphsOf(document).flatMap((paragraph) => paragraph.sentences)
  return figures.flatMap((figure) => [
    ...sentences.flatMap((sentence) => inSentence(sentence, figure)),
    ...document.blocks.flatMap((_, block) => inTable(document, block, figure)),
  ])
}

const plain = (text: string): string => text.toLowerCase().replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim()

function inSentence(sentence: Sentence, figure: KnownFigure): Finding[] {
  const values = levelsIn(sentence, changesIn(sentence))
  const [value, ...others] = values
  const isOfPeriod = sentence.periods.length === 1 && plain(sentence.periods[0]!.text) === plain(figure.period)
  if (!value || others.length > 0 || !isOfPeriod || !plain(sentence.text).includes(plain(figure.name))) return []
  if (value.unit !== figure.unit || meet(value, { low: figure.value, high: figure.value })) return []
  return [told(figure, value.text, placeOf(sentence, value))]
}

function inTable({ blocks }: TextDocument, block: number, figure: KnownFigure): Finding[] {
  const table = blocks[block]
  if (table?.kind !== 'table') return []
  const column = table.heading.findIndex((heading, at) => at > 0 && plain(heading).endsWith(plain(figure.period)))
  const row = table.rows.findIndex(({ cells }) => plain(cells[0] ?? '') === plain(figure.name))
  const printed = table.rows[row]?.cells[column]
  const value = printed === undefined ? null : parsePrinted(printed)
  // The scale of a table of money stands beside it, so that amounts are left to the sums.
  if (column < 1 || printed === undefined || value === null || figure.unit === 'money') return []
  if (Math.abs(value - figure.value) <= stepOf([printed]) / 2) return []
  return [told(figure, printed, { block, row, cell: column, from: 0, until: printed.length })]
}

const told = ({ name, text }: KnownFigure, printed: string, place: Finding['places'][number]): Finding => ({
  ...{ kind: 'register', severity: 'error', places: [place], printed, name, expected: text },
})
