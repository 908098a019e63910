import { changesIn } from './changes.ts'
import { amountLike, type Finding } from './finding.ts'
import { difference, isBare, likeOther, meet, type Quantity, roundAmount, total } from './quantity.ts'
import { type Paragraph, pattern, placeOf, quantityOf, type Sentence } from './sentences.ts'

/**
 * "Vi lovade 200 nya platser. Hittills har 148 tillkommit, så det återstår 52": what is left against the whole and what is taken
 * from it, in the sentence or in it and the one or two before. Only where those numbers are all there are of their kind.
 */
export const checkRemainders = ({ sentences }: Paragraph): Finding[] =>
  sentences.flatMap((sentence, at) => {
    const left = leftIn(sentence)
    if (!left) return []
    const near = [1, 2, 3].map((size) => sentences.slice(Math.max(0, at + 1 - size), at + 1))
    const told = near.map((some) => some.flatMap((each) => toldIn(each, left))).find(({ length }) => length > 1)
    const used = new Set([sentence, ...(told ?? []).map((each) => each.sentence)])
    const isPlain = [...used].every((each) => !others.test(each.template) && changesIn(each).length === 0)
    return told && told.length < 4 && isPlain ? judge(sentence, left, told) : []
  })

type Told = { quantity: Quantity; sentence: Sentence }

const leaving = [
  pattern(
    '(?<!\\p{L})(?:återst\\p{L}*|resterande|övriga|kvarvarande|kvarstå\\p{L}*|de andra)(?: [\\p{L}]+){0,3} {q}',
    'iu',
  ),
  pattern(
    '{q}(?: [\\p{L}-]+){0,3} (?:återstår|återstod|kvarstår|kvarstod|är kvar|finns kvar|fanns kvar|var kvar)(?!\\p{L})',
    'iu',
  ),
]
const others =
  /(?<!\p{L})(?:varav|därav|avslut\p{L}*|jämfört|föregående|medan|tidigare|än|snitt\p{L}*|genomsnitt\p{L}*|budget\p{L}*|per|båda|både|mål\p{L}*|fler|färre)(?!\p{L})/iu

function leftIn(sentence: Sentence): Quantity | null {
  const found = leaving.map((each) => each.exec(sentence.template)).find(Boolean)
  const left = found && quantityOf(sentence, found[1])
  return left && (left.unit === 'count' || left.unit === 'money') && isPlainNumber(left) ? left : null
}

const isPlainNumber = ({ isRange, isWord, sign, per }: Quantity): boolean =>
  !isRange && !isWord && sign === '' && per === null

const toldIn = (sentence: Sentence, left: Quantity): Told[] =>
  sentence.quantities.flatMap((each) => {
    const quantity = likeOther(each, left)
    const isOfKind = quantity.unit === left.unit || (isBare(left) && quantity.unit === 'time')
    return isOfKind && each !== left && isPlainNumber(quantity) ? [{ quantity, sentence }] : []
  })

function judge(sentence: Sentence, left: Quantity, told: Told[]): Finding[] {
  const [whole, ...parts] = told.toSorted((one, other) => other.quantity.value - one.quantity.value)
  if (
    !whole ||
    left.value >= whole.quantity.value ||
    parts.some(({ quantity }) => quantity.value === whole.quantity.value)
  )
    return []
  if (told.some(({ quantity }) => quantity.unit !== whole.quantity.unit)) return []
  const printed = left.unit === 'money' ? roundAmount(left) : left
  const all = parts.map(({ quantity }) => quantity)
  const ways = [total(all), ...all].map((taken) => difference(whole.quantity, taken))
  const [expected] = ways
  if (!expected || expected.low <= 0 || ways.some((way) => meet(way, printed))) return []
  const taken = parts.map(({ quantity }) => quantity.text).join(' − ')
  return [
    {
      ...{ kind: 'expression', severity: 'error', printed: left.text, expression: `${whole.quantity.text} − ${taken}` },
      expected: amountLike(left, { low: (expected.low + expected.high) / 2, high: (expected.low + expected.high) / 2 }),
      places: [placeOf(sentence, left), ...told.map((each) => placeOf(each.sentence, each.quantity))],
    },
  ]
}
