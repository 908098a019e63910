import { amountLike, type Finding } from './finding.ts'
import { difference, meet, type Quantity, roundAmount } from './quantity.ts'
import { type Paragraph, pattern, placeOf, quantityOf, type Sentence } from './sentences.ts'

/**
 * What came out of a cost against its budget, and of a forecast against the last one: how much, and whether it is a surplus or
 * a deficit, better or worse. The amounts may stand in two sentences after each other.
 */
export function checkResults({ sentences }: Paragraph): Finding[] {
  return sentences.flatMap((sentence, at) => {
    const near = [sentences[at - 1], sentence].flatMap((each) => (each ? [each] : []))
    return [...againstBudget(near, sentence), ...againstForecast(near, sentence)]
  })
}

type Found = { quantity: Quantity; sentence: Sentence; word: string }

const cost = pattern('(?<!\\p{L})kostnad(?:er|en|erna)?(?!\\p{L}){gap}{q}')
const budget = pattern('(?<!\\p{L})budget\\p{L}*{gap}{q}')
const result = pattern('(?<!\\p{L})(?<word>överskott|underskott)(?: (?:på|om)){1}(?: [\\p{L}.]+){0,2}? {q}')
const level = pattern('(?<word>underskott|överskott)(?:et)?(?!\\p{L}){gap}{q}')
const judged = pattern('{q}(?: [\\p{L}]+){0,2}? (?<word>bättre|sämre)(?!\\p{L}) än')

/** All of a kind in the sentences, amounts of money only. The quantity is the last group that took a character. */
const allOf = (near: Sentence[], expression: RegExp): Found[] =>
  near.flatMap((sentence) =>
    [...sentence.template.matchAll(expression)].flatMap((match) => {
      const taken = match.slice(1).find((each) => each !== undefined && /^[\uE000-\uEFFF]$/u.test(each))
      const quantity = quantityOf(sentence, taken)
      const isPlain = quantity?.unit === 'money' && !quantity.isRange && quantity.sign === ''
      return isPlain ? [{ quantity, sentence, word: match.groups?.word?.toLowerCase() ?? '' }] : []
    }),
  )

/** "Kostnader på 43 679 tkr. Budgeten var 41 237 tkr, vilket innebär ett underskott om 2 442 tkr." */
function againstBudget(near: Sentence[], sentence: Sentence): Finding[] {
  const [told, ...more] = allOf([sentence], result)
  if (!told || more.length > 0 || near.some(({ template }) => /intäkt|prognos|netto/iu.test(template))) return []
  const own = allOf([sentence], budget)
  const costs = allOf([sentence], cost).length > 0 ? allOf([sentence], cost) : allOf(near, cost)
  const [spent, ...others] = costs.filter(({ quantity }) => quantity !== told.quantity)
  const [planned, ...plans] = own.filter(({ quantity }) => quantity !== told.quantity && quantity !== spent?.quantity)
  if (!spent || !planned || others.length + plans.length > 0) return []
  const isDeficit = spent.quantity.value > planned.quantity.value
  return judge(told, planned, spent, isDeficit === (told.word === 'underskott'))
}

/** "Ett underskott på 8 341 tkr. Det är 1 776 tkr sämre än i föregående prognos, då underskottet beräknades till 6 565 tkr." */
function againstForecast(near: Sentence[], sentence: Sentence): Finding[] {
  const [told, ...more] = allOf([sentence], judged)
  const [now, last, ...others] = allOf(near, level).filter(({ quantity }) => quantity !== told?.quantity)
  if (!told || !now || !last || more.length + others.length > 0 || now.word !== last.word) return []
  if (!/prognos/iu.test(sentence.template)) return []
  const isLess = now.quantity.value < last.quantity.value
  return judge(told, last, now, (isLess === (now.word === 'underskott')) === (told.word === 'bättre'))
}

function judge({ quantity, sentence, word }: Found, before: Found, after: Found, isRight: boolean): Finding[] {
  const [from, to] = [before.quantity, after.quantity]
  if (from.value === to.value) return []
  const [low, high] = [from, to].sort((one, other) => one.value - other.value) as [Quantity, Quantity]
  const expected = difference(high, low)
  const places = [placeOf(sentence, quantity), placeOf(after.sentence, to), placeOf(before.sentence, from)]
  const facts = { before: from.text, after: to.text }
  if (!meet(expected, roundAmount(quantity))) {
    const middle = (expected.low + expected.high) / 2
    const amount = amountLike(quantity, { low: middle, high: middle })
    const size = { printed: quantity.text, expected: amount, as: 'difference' } as const
    return [{ kind: 'change', severity: 'error', places, ...size, ...facts }]
  }
  return isRight ? [] : [{ kind: 'direction', severity: 'error', places, word, ...facts }]
}
