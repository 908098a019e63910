import { parsePrinted } from '../economy/read-printed-table.ts'
import type { Finding } from './finding.ts'
import type { Quantity } from './quantity.ts'
import { type Paragraph, placeOf, type Sentence } from './sentences.ts'
import { lineOf, type Place, textAt, type TextDocument } from './text-document.ts'

/**
 * "Socialnämnden visar för januari–april ett underskott jämfört med budget om 14 891 tkr", against the sum in the statement's
 * column of variances. Only when the text has one such statement, of the same year.
 */
export function checkToldResult(paragraphs: Paragraph[], document: TextDocument): Finding[] {
  const [result, ...others] = resultsIn(document)
  if (!result || others.length > 0) return []
  const printed = textAt(document, result.place)
  return paragraphs.flatMap(({ sentences }) =>
    sentences.flatMap((sentence): Finding[] => {
      const told = toldResult(sentence, result.heading)
      if (!told || isSame(told, result.value)) return []
      const facts = { printed: told.text, other: printed, line: lineOf(document, result.place), label: result.label }
      return [
        {
          ...{ kind: 'repeated', severity: 'error', swapped: null, ...facts },
          places: [placeOf(sentence, told), result.place],
        },
      ]
    }),
  )
}

type Result = { place: Place; heading: string; label: string; value: number }

function resultsIn({ blocks }: TextDocument): Result[] {
  return blocks.flatMap((table, block) => {
    if (table.kind !== 'table') return []
    const cell = table.heading.findIndex((text) => /avvikelse/iu.test(text) && !/prognos|helår/iu.test(text))
    if (cell < 1 || !table.heading.some((text) => /budget/iu.test(text))) return []
    const sums = table.rows.flatMap(({ cells }, row) =>
      /^(?:summa|netto\p{L}*|totalt)$/iu.test((cells[0] ?? '').trim()) ? [row] : [],
    )
    const isStatement = table.rows.some(({ cells }) => /intäkter/iu.test(cells[0] ?? ''))
    const [row, ...others] = sums
    if (row === undefined || others.length > 0 || !isStatement) return []
    const { cells } = table.rows[row]!
    const value = parsePrinted(cells[cell] ?? '')
    const place = { block, row, cell, from: 0, until: (cells[cell] ?? '').length }
    return value === null ? [] : [{ place, heading: table.heading.join(' '), label: cells[0]!, value }]
  })
}

/** The whole's own result of the year that the statement is of; a unit's or a forecast is another. */
function toldResult({ template, quantities, periods }: Sentence, heading: string): Quantity | null {
  const [quantity, ...more] = quantities
  if (!quantity || more.length > 0 || quantity.unit !== 'money' || quantity.hedge !== null) return null
  const isWhole = /^\s?(?:\p{L}+- och )?\p{L}*(?:nämnden|förvaltningen|kommunen)(?!\p{L})/iu.test(template)
  if (!isWhole || !/(?:över|under)skott/iu.test(template) || !/budget/iu.test(template)) return null
  const years = periods.flatMap(({ text }) => text.match(/(?:19|20)\d\d/g) ?? [])
  return years.length > 0 && years.every((year) => heading.includes(year)) && !/prognos|helår/iu.test(template)
    ? quantity
    : null
}

/** The statement is in kronor, thousands or millions; what is told may be rounded. */
const isSame = ({ low, high, step }: Quantity, value: number): boolean =>
  [1, 1000, 1e6].some((scale) => {
    const kronor = Math.abs(value) * scale
    return kronor >= low - step / 2 && kronor <= high + step / 2
  })
