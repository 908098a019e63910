import type { Finding } from './finding.ts'
import { topicsOf } from './nouns.ts'
import { meet, type Quantity } from './quantity.ts'
import { readQuantities } from './read-quantities.ts'
import { type Paragraph, placeOf, type Sentence } from './sentences.ts'
import { lineOf, type TextDocument, type TextTable } from './text-document.ts'

/** The one figure of a sentence, with what it is said of and of what time. */
type Told = { sentence: Sentence; quantity: Quantity; subject: string; period: string }

/**
 * The same figure told twice: in another section in other words, or of the row and the column of a table. Only sentences with
 * one figure, about the same words and the same time, so that nothing but the number can differ.
 */
export function checkToldAgain(paragraphs: Paragraph[], document: TextDocument): Finding[] {
  const told = paragraphs.flatMap(({ sentences }) => sentences.flatMap(toldIn))
  const first = new Map<string, Told>()
  return [
    ...told.flatMap((each) => {
      const same = `${each.quantity.unit} ${each.period} ${each.subject}`
      const earlier = first.get(same)
      if (!earlier) first.set(same, each)
      const isAgain = earlier && isOfOneThing(each) && !isSameValue(each.quantity, earlier.quantity)
      return isAgain ? [againIn(each, earlier, document)] : []
    }),
    ...document.blocks.flatMap((block, at) =>
      block.kind === 'table' ? told.flatMap((each) => ofTable(each, block, at, document)) : [],
    ),
  ]
}

/** Words that say how a figure is told and not what it is of. */
const telling =
  /(?<!\p{L})(?:antal(?:et)?|i korthet|som framgår(?: av \p{L}+| ovan)?|prognos\p{L}*|räkna\p{L}*|beräkna\p{L}*|redovisa\p{L}*|visa\p{L}*|framgår|uppgick|ovan|därmed|helåret)(?!\p{L})/giu
/** What follows the figure after a comma tells something else of it. */
const aside = /(?<=[\uE000-\uEFFF][^\uE000-\uEFFF]*), (?:vilket|som|och|något som|där)(?!\p{L}).*$/iu
/** One noun may have two values when the text says how they differ. */
const otherwise =
  /(?<!\p{L})(?:definition\p{L}*|preliminär\p{L}*|rätta|komplettering\p{L}*|tidigare|förra|föregående|mål\p{L}*|genomsnitt\p{L}*|snitt|varav|budget\p{L}*|enligt|medel\p{L}*)(?!\p{L})/iu

function toldIn(sentence: Sentence): Told[] {
  const [quantity, ...more] = sentence.quantities
  if (!quantity || more.length > 0 || !isOfOneTime(sentence)) return []
  if ((quantity.unit !== 'count' && quantity.unit !== 'money') || quantity.hedge !== null) return []
  if (quantity.isRange || quantity.isWord || quantity.per !== null || quantity.value < 10) return []
  if (quantity.unit === 'count' && otherwise.test(sentence.template)) return []
  const period = sentence.periods.map(({ text }) => text.toLowerCase()).join(' ')
  const said = sentence.template.replace(aside, '').replace(quantity.text, ' ')
  const noun =
    quantity.unit === 'count' ? sentence.text.slice(quantity.from - sentence.from, quantity.until - sentence.from) : ''
  const topics = topicsOf(`${said} ${noun}`.replace(telling, ' '))
  return topics.size === 0 ? [] : [{ sentence, quantity, subject: subjectOf(topics), period }]
}

/** "Januari till augusti 2023" is two marks and one time. */
const isOfOneTime = ({ periods, template }: Sentence): boolean =>
  periods.length < 2 || (periods.length === 2 && /[\uF000-\uF8FF] till [\uF000-\uF8FF]/u.test(template))

const subjectOf = (topics: Set<string>): string => [...topics].sort().join(' ')

/** Of a time that is named, or of a whole year's result; an amount has an owner, for "besparingen" alone may be that of anything. */
const isOfOneThing = ({ subject, period, quantity, sentence }: Told): boolean =>
  quantity.unit === 'count' ? period !== '' : subject.includes(' ') && (period !== '' || /helår/i.test(sentence.text))

/** Rounded to what is printed: 14,9 mnkr is 14 891 tkr. */
const isSameValue = (one: Quantity, other: Quantity): boolean =>
  one.value === other.value || (one.scale !== other.scale && meet(one, other))

function againIn(later: Told, earlier: Told, document: TextDocument): Finding {
  const places = [later, earlier].map(({ sentence, quantity }) => placeOf(sentence, quantity))
  const facts = { printed: later.quantity.text, other: earlier.quantity.text, line: lineOf(document, places[1]!) }
  return { kind: 'repeated', severity: 'error', places, ...facts, swapped: null, label: null }
}

/** The row with the sentence's own words, and the column of its time. */
function ofTable(
  { quantity, subject, period, sentence }: Told,
  table: TextTable,
  block: number,
  document: TextDocument,
) {
  if (period === '' || quantity.unit !== 'count') return []
  const column = table.heading.findIndex(
    (text) => flat(text).includes(flat(period)) && !/prognos|budget|mål/iu.test(text),
  )
  const rows = table.rows.flatMap(({ cells }, row) =>
    subjectOf(topicsOf((cells[0] ?? '').replace(telling, ' '))) === subject ? [row] : [],
  )
  const [row, ...others] = rows
  if (column < 1 || row === undefined || others.length > 0) return []
  const cells = table.rows[row]!.cells
  const printed = cells[column] ?? ''
  const [value, ...more] = readQuantities(printed, false).quantities
  if (!value || more.length > 0 || value.unit !== 'count' || value.value === quantity.value) return []
  const places = [placeOf(sentence, quantity), { block, row, cell: column, from: 0, until: printed.length }]
  const facts = { printed: quantity.text, other: printed, line: lineOf(document, places[1]!), label: cells[0]! }
  return [{ kind: 'repeated', severity: 'error', places, ...facts, swapped: null } satisfies Finding]
}

const flat = (text: string): string => text.toLowerCase().replaceAll(/[\s–—-]+|till/gu, '')
