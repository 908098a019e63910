import { changesIn } from './changes.ts'
import { amountLike, type Finding } from './finding.ts'
import { likeOther, meet, type Quantity, total } from './quantity.ts'
import { type Paragraph, pattern, placeOf, quantityOf, type Sentence } from './sentences.ts'

/**
 * A sum that a word says is one, of all the other numbers of its kind: in its own sentence, however they are set apart, or in
 * the sentences before. Silent when any of the numbers beside each other make it, and when it is far from all of them together.
 */
export const checkSumsTold = ({ sentences }: Paragraph): Finding[] =>
  sentences.flatMap((sentence, at) => {
    const whole = wholeIn(sentence)
    if (!whole) return []
    const here = partsIn(sentence, whole)
    if (here.length > 0)
      return here.length > 1 && here.at(-1)!.part.from < whole.from ? judge(sentence, whole, [here]) : []
    return judge(sentence, whole, partsBefore(sentences.slice(Math.max(0, at - 4), at), whole))
  })

type Told = { part: Quantity; sentence: Sentence }

const summed = pattern(
  '(?<!\\p{L})(?:totalt|sammanlagt|tillsammans|sammantaget|summan?|i allt|inalles|ihop|allt som allt|alltså|således|det blir)(?!\\p{L})[^.;:!?()\uE000-\uEFFF]{0,45}{q}',
  'iu',
)
const noSum =
  /(?<!\p{L})(?:netto\p{L}*|skillnad\p{L}*|differens\p{L}*|återst\p{L}*|kvar\p{L}*|\p{L}*skott\p{L}*|resultat\p{L}*|varav|därav|jämfört|mot|gentemot|än|medan|budget\p{L}*|prognos\p{L}*|per|snitt\p{L}*|genomsnitt\p{L}*|median\p{L}*|mål\p{L}*|av|vardera|varje|fler|färre|minus|bland annat|bl a|exempelvis|främst|flera|båda|både|saknas|fattas|högst|lägst|mellan)(?!\p{L})/iu

function wholeIn(sentence: Sentence): Quantity | null {
  const found = summed.exec(sentence.template)
  const whole = found && quantityOf(sentence, found[1])
  const isPlain = whole && (whole.unit === 'count' || whole.unit === 'money') && isOne(whole)
  return isPlain && !noSum.test(sentence.template) && changesIn(sentence).length === 0 ? whole : null
}

const isOne = ({ isRange, isWord, sign, hedge, per }: Quantity): boolean =>
  !isRange && !isWord && sign === '' && hedge === null && per === null

/** All other numbers of a sentence, or none when one of them is of another kind. */
function partsIn(sentence: Sentence, whole: Quantity): Told[] {
  const parts = sentence.quantities.filter((each) => each !== whole).map((each) => likeOther(each, whole))
  const areParts = parts.every(
    (part) => part.unit === whole.unit && isOne(part) && part.step >= Math.min(1, whole.step),
  )
  return areParts ? parts.map((part) => ({ part, sentence })) : []
}

/** The sentences before that have nothing but numbers of the kind: the nearest, the two nearest and so on. */
function partsBefore(before: Sentence[], whole: Quantity): Told[][] {
  const told: Told[][] = []
  for (const sentence of before.toReversed()) {
    const parts = partsIn(sentence, whole)
    if (parts.length === 0 || noSum.test(sentence.template) || changesIn(sentence).length > 0) break
    told.push([...parts, ...(told.at(-1) ?? [])])
  }
  return told.filter(({ length }) => length > 1)
}

function judge(sentence: Sentence, whole: Quantity, ways: Told[][]): Finding[] {
  const sums = ways.map((told) => ({ told, sum: total(told.map(({ part }) => part)) }))
  if (sums.some(({ told, sum }) => meet(sum, whole) || hasRun(told, whole))) return []
  const near = sums.find(
    ({ told, sum }) =>
      Math.abs(sum.low - whole.value) <= whole.value * 0.2 && told.every(({ part }) => part.value < whole.value),
  )
  if (!near) return []
  const { told, sum } = near
  const places = [placeOf(sentence, whole), ...told.map((each) => placeOf(each.sentence, each.part))]
  const facts = { parts: told.map(({ part }) => part.text), printed: whole.text, expected: amountLike(whole, sum) }
  return [{ kind: 'sum', severity: 'error', places, ...facts }]
}

/** "De fyra distrikten hade 140, 95, 62 och 48": the first number may be none of the parts. */
const hasRun = (told: Told[], whole: Quantity): boolean =>
  told.some((_, from) =>
    told.slice(from + 1).some((__, length) => {
      const run = told.slice(from, from + length + 2).map(({ part }) => part)
      return meet(total(run), whole)
    }),
  )
