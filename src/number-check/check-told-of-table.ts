import { changesIn } from './changes.ts'
import { cellPlace, type Grid, gridOf, isMean, isPercent } from './check-columns.ts'
import { amountLike, type Finding } from './finding.ts'
import { meet, type Quantity } from './quantity.ts'
import { type Paragraph, placeOf, type Sentence } from './sentences.ts'
import { lineOf, type TextDocument } from './text-document.ts'

/**
 * What the words below a table say of its one column of numbers: which row has the most, and the mean or the sum of all. A table
 * with more columns is let be, for the words seldom say which of them they are about.
 */
export const checkToldOfTable = (paragraphs: Paragraph[], document: TextDocument): Finding[] =>
  document.blocks.flatMap((block, at) => {
    if (block.kind !== 'table' || block.rows.length < 3 || block.rows.length > 200) return []
    const column = onlyColumn(gridOf(block, at, ''))
    const after = paragraphs.filter((each) => !each.isHeading && each.block > at && each.block <= at + 2)
    const isNext = !document.blocks
      .slice(at + 1, (after.at(-1)?.block ?? at) + 1)
      .some(({ kind }) => kind !== 'paragraph')
    const sentences = column && isNext ? after.flatMap(({ sentences: all }) => all) : []
    return sentences.flatMap((sentence) => [
      ...ranked(sentence, column!),
      ...reckoned(sentence, column!),
      ...named(sentence, column!, document),
      ...shareOf(sentence, column!),
    ])
  })

type Column = { grid: Grid; rows: { label: string; value: number; row: number }[]; total: number | null }

/** The numbers of all rows but those of sums. */
function onlyColumn(grid: Grid): Column | null {
  const filled = grid.values.flatMap((values, at) => (values.some((value) => value !== null) ? [at] : []))
  if (filled.length !== 1 || filled[0] !== 0 || isPercent(grid, 0)) return null
  const all = grid.labels.map((label, row) => ({ label: plain(label), value: grid.values[0]![row] ?? null, row }))
  const isTotal = /^(?:totalt?|summa|sammanlagt|alla|samtliga|hela|varav|snitt|genomsnitt|medel\p{L}*)(?!\p{L})/iu
  const rows = all.flatMap(({ label, value, row }) =>
    value === null || isTotal.test(label) ? [] : [{ label, value, row }],
  )
  const sums = all.filter(({ label }) => isTotal.test(label))
  return rows.length < 3 || grid.table.rows.some(({ isPart }) => isPart)
    ? null
    : { grid, rows, total: sums.length === 1 ? sums[0]!.value : null }
}

const plain = (text: string): string =>
  text
    .replace(/[*†\d\s]+$/u, '')
    .trim()
    .toLowerCase()

const most =
  /(?<!\p{L})(?<!näst )(?<!(?:av de|bland de) )(?:flest|störst|högst|mest|dyrast|längst|(?<least>lägst|minst|färst|billigast|kortast))(?!\p{L})(?! ?\d)/giu

/** The row that is named after the word, before another such word. */
function ranked({ template, text, from, block }: Sentence, { grid, rows }: Column): Finding[] {
  const words = [...text.matchAll(most)]
  if (words.length > 1 && /(?<!\p{L})(?:andel\p{L}*|procent)(?!\p{L})/iu.test(template)) return []
  return words.flatMap((match, at): Finding[] => {
    const until = words[at + 1]?.index ?? text.length
    const region = text
      .slice(match.index, until)
      .split(/[;:]|, (?:följt|medan|och)|(?<!\p{L})(?:följt|medan|än|jämfört)(?!\p{L})/u)[0]!
    const meant = rows.filter(({ label }) => label.length > 2 && hasWords(region.toLowerCase(), label))
    const [row] = meant
    const isLeast = match.groups?.least !== undefined
    const better = rows.filter(({ value }) => row && (isLeast ? value < row.value : value > row.value))
    if (!row || meant.length > 1 || better.length === 0 || /ökning|minskning|förändring/iu.test(template)) return []
    const start = from + match.index
    const word = placeOf({ block }, { from: start, until: start + match[0].length })
    const cells = better.slice(0, 3).map((each) => grid.texts[0]![each.row]!)
    const facts = { word: match[0], printed: `${row.label} (${grid.texts[0]![row.row]!})`, others: cells, isLeast }
    return [{ kind: 'rank', severity: 'error', places: [word, cellPlace(grid, 0, row.row)], ...facts }]
  })
}

const hasWords = (text: string, label: string): boolean => {
  const at = text.indexOf(label)
  return at >= 0 && !/\p{L}/u.test(text[at - 1] ?? ' ') && !/^\p{L}{3,}/u.test(text.slice(at + label.length))
}

const means = /(?<!\p{L})(?:i (?:genomsnitt|snitt|medeltal)|snittet|genomsnittet|medelvärdet)(?!\p{L})/iu
const sums = /(?<!\p{L})(?:totalt|sammanlagt|tillsammans|summan)(?!\p{L})/iu
const notAll = /(?<!\p{L})(?:varav|av|utan|exkl\p{L}*|mot|än|jämfört|per (?!år|månad)\p{L}+|sedan|från)(?!\p{L})/iu

/** "I genomsnitt 64,0 mnkr per år", "sammanlagt 412": one number in the sentence, near what all rows make. */
function reckoned(sentence: Sentence, { grid, rows, total }: Column): Finding[] {
  const [printed, ...more] = sentence.quantities
  const isMeanSaid = means.test(sentence.template)
  if (!printed || more.length > 0 || (!isMeanSaid && !sums.test(sentence.template)) || notAll.test(sentence.template))
    return []
  if (isMean(grid.headings[0]!) || changesIn(sentence).length > 0 || !isPlain(printed)) return []
  const sum = rows.reduce((all, { value }) => all + value, 0)
  const own = printed.value / printed.scale
  const expected = isMeanSaid ? sum / rows.length : sum
  const step = (printed.step / printed.scale) * (isMeanSaid ? 0.5 : Math.max(0.5, rows.length / 2))
  const isRight = [expected, ...(isMeanSaid ? [] : [total ?? expected])].some(
    (each) => Math.abs(each - own) <= step + 1e-9,
  )
  if (isRight || Math.abs(expected - own) > expected * 0.25) return []
  const amount = amountLike(printed, { low: expected * printed.scale, high: expected * printed.scale })
  const places = [placeOf(sentence, printed), ...rows.map(({ row }) => cellPlace(grid, 0, row))]
  const parts = rows.map(({ row }) => grid.texts[0]![row]!)
  const facts = { printed: printed.text, expected: amount }
  return isMeanSaid
    ? [{ kind: 'average', severity: 'error', places, factors: [parts.join(' + '), String(rows.length)], ...facts }]
    : [{ kind: 'sum', severity: 'error', places, parts, ...facts }]
}

/** "I juli betalades 4 377 tkr ut": one number of the one row that is named, about as large as that of the row. */
function named(sentence: Sentence, { grid, rows }: Column, document: TextDocument): Finding[] {
  const [printed, ...more] = sentence.quantities
  const text = sentence.text.toLowerCase()
  const [row, ...others] = rows.filter(({ label }) => label.length > 2 && hasWords(text, label))
  if (!printed || more.length > 0 || !row || others.length > 0 || !isPlain(printed) || printed.per !== null) return []
  if (means.test(text) || sums.test(text) || notAll.test(text) || changesIn(sentence).length > 0 || printed.value < 10)
    return []
  const isMoney = /(?<!\p{L})(?:tkr|mnkr|mkr|kr|kronor|kostnad\p{L}*|belopp)(?!\p{L})/iu.test(grid.headings[0]!)
  const own = printed.value / printed.scale
  const isSame = (value: number) =>
    [1, 1e3, 1e6].some((scale) => Math.abs(value / scale - own) <= printed.step / printed.scale / 2 + 1e-9)
  const isNear = Math.abs(own - row.value) <= row.value * 0.2
  if (isMoney !== (printed.unit === 'money') || rows.some(({ value }) => isSame(value)) || !isNear) return []
  const place = cellPlace(grid, 0, row.row)
  const facts = { printed: printed.text, other: grid.texts[0]![row.row]!, line: lineOf(document, place) }
  const label = grid.labels[row.row]!
  return [
    {
      kind: 'repeated',
      severity: 'error',
      swapped: null,
      ...facts,
      label,
      places: [placeOf(sentence, printed), place],
    },
  ]
}

const makesUp =
  /(?<!\p{L})(?:utgör|utgjorde|står för|stod för|svarar för|svarade för|motsvarar|motsvarade|andel\p{L}*)(?!\p{L})/iu

/** "Försörjningsstöd utgör 86 procent av alla beslut": the one row that is named, of all rows. */
function shareOf(sentence: Sentence, { grid, rows, total }: Column): Finding[] {
  const [share, ...shares] = sentence.quantities.filter(({ unit }) => unit === 'percent')
  const text = sentence.text.toLowerCase()
  const [row, ...others] = rows.filter(({ label }) => label.length > 2 && hasWords(text, label))
  const sum = rows.reduce((all, { value }) => all + value, 0)
  const areKnown = sentence.quantities.every(
    ({ unit, value, scale }) => unit === 'percent' || [sum, row?.value].includes(value / scale),
  )
  if (!share || shares.length > 0 || !row || others.length > 0 || !areKnown || !makesUp.test(sentence.template))
    return []
  if ((total !== null && total !== sum) || changesIn(sentence).length > 0) return []
  const value = (row.value / sum) * 100
  if (meet(share, { low: value, high: value })) return []
  const facts = { printed: share.text, part: grid.texts[0]![row.row]!, whole: String(sum) }
  const places = [placeOf(sentence, share), cellPlace(grid, 0, row.row)]
  return [
    { kind: 'share', severity: 'error', places, ...facts, expected: amountLike(share, { low: value, high: value }) },
  ]
}

const isPlain = ({ unit, isRange, hedge }: Quantity): boolean =>
  (unit === 'count' || unit === 'money') && !isRange && hedge === null
