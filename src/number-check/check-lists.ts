import { amountLike, type Finding } from './finding.ts'
import { difference, meet, type Quantity, total } from './quantity.ts'
import { type Paragraph, placeOf, type Sentence } from './sentences.ts'

/**
 * A list under a line that ends with a colon, one number of one kind in each item: shares that are said to be how something is
 * divided make a hundred, and a sum in the line above, the last item or the line below is that of the items.
 */
export function checkLists(paragraphs: Paragraph[]): Finding[] {
  return paragraphs.flatMap((intro, at) => {
    const labelled = differenceOf(paragraphs.slice(at, at + 3))
    if (labelled.length > 0) return labelled
    if (!/:\s*$/.test(intro.text)) return []
    const items = itemsFrom(paragraphs, at)
    const unit = items[0]?.quantity.unit
    if (items.length < 3 || (unit !== 'percent' && unit !== 'count' && unit !== 'money')) return []
    return unit === 'percent' ? shares(intro, items) : sums(intro, items, paragraphs[at + items.length + 1])
  })
}

type Item = { quantity: Quantity; sentence: Sentence }

/** The blocks right below with one number each, of one unit. */
function itemsFrom(paragraphs: Paragraph[], at: number): Item[] {
  const items: Item[] = []
  for (const [place, paragraph] of paragraphs.slice(at + 1, at + 40).entries()) {
    const [sentence, ...more] = paragraph.sentences
    const [quantity, ...others] = sentence?.quantities ?? []
    const isItem = paragraph.block === paragraphs[at]!.block + place + 1 && paragraph.text.length < 90
    if (!isItem || !sentence || !quantity || more.length + others.length > 0 || summing.test(paragraph.text)) break
    const { isRange, isWord, sign, hedge, per, unit } = quantity
    if (
      isRange ||
      isWord ||
      sign !== '' ||
      hedge !== null ||
      per !== null ||
      unit !== (items[0]?.quantity.unit ?? unit)
    )
      break
    items.push({ quantity, sentence })
  }
  return items
}

/** "Budget: 64,0 mnkr", "Prognos: 67,2 mnkr" and "Avvikelse: −3,2 mnkr" under each other. */
function differenceOf(lines: Paragraph[]): Finding[] {
  const items = lines.flatMap(({ text, sentences: [sentence, ...more] }) => {
    const [quantity, ...others] = sentence?.quantities ?? []
    return sentence && quantity && more.length + others.length === 0 && text.length < 70
      ? [{ quantity, sentence, text }]
      : []
  })
  const [one, other, last] = items
  if (!one || !other || !last || !/^\W*(?:avvikelse|differens|skillnad|netto\p{L}*|net):/iu.test(last.text)) return []
  const areTwo = [one, other].every(
    ({ text, quantity }) =>
      /:/.test(text) && quantity.unit === last.quantity.unit && !quantity.isRange && quantity.sign === '',
  )
  const [small, large] = [one.quantity, other.quantity].toSorted((a, b) => a.value - b.value) as [Quantity, Quantity]
  const expected = difference(large, small)
  const printed = Math.abs(last.quantity.value)
  const half = last.quantity.unit === 'count' ? 0 : last.quantity.step / 2
  const isUnknown = last.quantity.hedge !== null || (last.quantity.unit !== 'money' && last.quantity.unit !== 'count')
  if (!areTwo || isUnknown || meet(expected, { low: printed - half, high: printed + half })) return []
  const middle = (expected.low + expected.high) / 2
  const facts = { printed: last.quantity.text, before: one.quantity.text, after: other.quantity.text }
  const places = [last, one, other].map((each) => placeOf(each.sentence, each.quantity))
  return [
    {
      kind: 'change',
      severity: 'error',
      as: 'difference',
      places,
      ...facts,
      expected: amountLike(last.quantity, { low: middle, high: middle }),
    },
  ]
}

const summing = /^\W*(?:totalt|sammanlagt|summa(?:n)?|tillsammans|i allt|det (?:blir|är|ger))(?!\p{L})/iu
const divides = /(?<!\p{L})(?:fördel\p{L}*|dela\p{L}*|uppdel\p{L}*|består|utgörs|så här ser)(?!\p{L})/iu

function shares({ text }: Paragraph, items: Item[]): Finding[] {
  const sum = total(items.map(({ quantity }) => quantity))
  if (!divides.test(text) || meet(sum, { low: 100, high: 100 }) || Math.abs((sum.low + sum.high) / 2 - 100) > 25)
    return []
  const facts = {
    parts: items.map(({ quantity }) => quantity.text),
    sum: items.reduce((all, { quantity }) => all + quantity.value, 0),
  }
  const places = items.map(({ quantity, sentence }) => placeOf(sentence, quantity))
  return [{ kind: 'percent-sum', severity: 'error', places, ...facts }]
}

/** The sum stands above where it is said to be divided, and below where a word says that it is one. */
function sums(intro: Paragraph, items: Item[], below: Paragraph | undefined): Finding[] {
  const above = intro.sentences.length === 1 ? intro.sentences[0] : undefined
  const isDivided = divides.test(intro.text) || /totalt|sammanlagt|följande|nedan/iu.test(intro.text)
  const isSum = below && (summing.test(below.text) || /(?<!\p{L})sammanlagt(?!\p{L})/iu.test(below.text))
  const last = isSum && below.sentences[0]?.quantities.length === 1 ? below.sentences[0] : undefined
  return [isDivided ? above : undefined, last].flatMap((sentence): Finding[] => {
    const [whole] = sentence?.quantities ?? []
    if (!sentence || !whole || whole.unit !== items[0]!.quantity.unit || whole.hedge !== null || whole.isRange)
      return []
    const sum = total(items.map(({ quantity }) => quantity))
    const isNear = Math.abs(sum.low - whole.value) <= whole.value * 0.3
    if (meet(sum, whole) || (sentence === above && (!isNear || sentence.quantities.length > 1)) || !isNear) return []
    const facts = {
      parts: items.map(({ quantity }) => quantity.text),
      printed: whole.text,
      expected: amountLike(whole, sum),
    }
    const places = [placeOf(sentence, whole), ...items.map((each) => placeOf(each.sentence, each.quantity))]
    return [{ kind: 'sum', severity: 'error', places, ...facts }]
  })
}
