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
    return [...againstBudget(near, sentence), ...againstForecast(near, sentence), ...sizeOnly(near), ...netOf(near)]
  })
}

type Found = { quantity: Quantity; sentence: Sentence; word: string }

const cost = pattern('(?<!\\p{L})(?!netto)\\p{L}*kostnad(?:er|en|erna)?(?!\\p{L}){gap}{q}')
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
  const own = allOf([sentence], budget)
  const ownCosts = allOf([sentence], cost)
  // A forecast beside an outcome is another pair of amounts, but for a sentence that has one pair only.
  const others = ownCosts.length > 0 && sentence.quantities.length === 3 ? /intäkt|netto/iu : /intäkt|prognos|netto/iu
  const read = ownCosts.length > 0 && sentence.quantities.length === 3 ? [sentence] : near
  if (!told || more.length > 0 || read.some(({ template }) => others.test(template))) return []
  const costs = ownCosts.length > 0 ? ownCosts : allOf(near, cost)
  const [spent, ...spents] = costs.filter(({ quantity }) => quantity !== told.quantity)
  const [planned, ...plans] = own.filter(({ quantity }) => quantity !== told.quantity && quantity !== spent?.quantity)
  if (!spent || !planned || spents.length + plans.length > 0) return []
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

const outcome = pattern('(?<!\\p{L})(?:\\p{L}*utfall\\p{L}*|\\p{L}*prognos\\p{L}*|helårsprognos\\p{L}*){gap}{q}')

/** "Budgeten är 86,5 mnkr. Prognosen är 89,0 mnkr, alltså ett underskott på 2,5 mnkr": three amounts in all. Which way is not known of more than costs. */
function sizeOnly(near: Sentence[]): Finding[] {
  const amounts = near.flatMap(({ quantities }) => quantities)
  const [told, ...more] = allOf(near, result)
  const [planned] = allOf(near, budget)
  const spent = allOf(near, outcome).find(
    ({ quantity }) => quantity !== told?.quantity && quantity !== planned?.quantity,
  )
  if (!told || !planned || !spent || more.length > 0 || amounts.length !== 3 || planned.quantity === told.quantity)
    return []
  return judge(told, planned, spent, true)
}

/** "Bruttokostnad 12,5 mnkr, intäkter 2,5 mnkr, nettokostnad 10,0 mnkr": what each amount is by the words before it. */
function netOf(near: Sentence[]): Finding[] {
  for (const sentences of [near.slice(-1), near]) {
    const all = sentences.flatMap((sentence) =>
      sentence.quantities.map((quantity) => ({ quantity, sentence, word: accountOf(sentence, quantity) })),
    )
    if (all.length < 3) continue
    const [net, cost, income] = ['net', 'cost', 'income'].map((word) => all.filter((each) => each.word === word))
    const isPlain =
      all.length === 3 &&
      all.every(({ quantity: { unit, isRange, per } }) => unit === 'money' && !isRange && per === null)
    if (!isPlain || net?.length !== 1 || cost?.length !== 1 || income?.length !== 1) return []
    return netFinding(net[0]!, cost[0]!, income[0]!)
  }
  return []
}

type Account = { quantity: Quantity; sentence: Sentence; word: string | null }

function accountOf({ template, quantities }: Sentence, quantity: Quantity): 'net' | 'cost' | 'income' | null {
  const character = String.fromCharCode(0xe000 + quantities.indexOf(quantity))
  const words = /[^\uE000-\uEFFF]*$/u.exec(template.slice(0, template.indexOf(character)))?.[0] ?? ''
  const found = [
    ...words.matchAll(
      /(?<!\p{L})(?:(?<net>netto\p{L}*|resultat\p{L}*)|(?<income>\p{L}*intäkt\p{L}*)|(?<cost>(?:brutto)?kostnad\p{L}*))(?!\p{L})/giu,
    ),
  ]
  const { net, income, cost } = found.length === 1 ? found[0]!.groups! : {}
  return net ? 'net' : income ? 'income' : cost ? 'cost' : null
}

function netFinding(net: Account, cost: Account, income: Account): Finding[] {
  const expected = difference(cost.quantity, income.quantity)
  const size = expected.low < 0 ? { low: -expected.high, high: -expected.low } : expected
  const printed = roundAmount(net.quantity)
  const places = [net, cost, income].map(({ sentence, quantity }) => placeOf(sentence, quantity))
  const isResult = /resultat\p{L}*(?: (?:blev|är|var|uppgick till|för \p{L}+ (?:blev|är|var)))? [\uE000-\uEFFF]/iu.test(
    net.sentence.template,
  )
  const isLost = isResult && net.quantity.sign === '' && expected.low > 0
  if ((meet(size, printed) || meet({ low: -size.high, high: -size.low }, printed)) && !isLost) return []
  const value = isResult ? -(expected.low + expected.high) / 2 : (size.low + size.high) / 2
  const facts = {
    expression: isResult
      ? `${income.quantity.text} − ${cost.quantity.text}`
      : `${cost.quantity.text} − ${income.quantity.text}`,
    ...{ printed: net.quantity.text, expected: amountLike(net.quantity, { low: value, high: value }) },
  }
  return [{ kind: 'expression', severity: 'error', places, ...facts }]
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
