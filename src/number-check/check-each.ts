import { amountLike, type Finding } from './finding.ts'
import { stem } from './nouns.ts'
import { meet, middle, product, type Quantity, roundAmount, widened } from './quantity.ts'
import { pattern, placeOf, quantityOf, type Sentence } from './sentences.ts'

/** So many of one size, and what they come to: "12 grupper med 8 deltagare i varje, totalt 96 deltagare". */
export const checkEach = (sentence: Sentence, before: Sentence | undefined): Finding[] => [
  ...eachOf(sentence),
  ...checkOne(sentence, before),
  ...checkGroups(sentence),
  ...checkApiece(sentence),
]

export const comesTo =
  /(?<!\p{L})(?:ger|gav|gör|gjorde|blir|blev|motsvarar|motsvarade|innebär|innebar|kostar|kostade|uppgår|uppgick|totalt|sammanlagt|det vill säga|dvs|alltså|summa|kostnad\p{L}*|besparing\p{L}*|genomsnitt|snitt|fördela\p{L}*)(?!\p{L})/iu

/** "15 personer som var och en får 8 000 kr/månad kostar 120 000 kr per månad". */
function eachOf(sentence: Sentence): Finding[] {
  const [count, ...others] = sentence.quantities.filter(({ unit, thing }) => unit === 'count' && thing !== null)
  const [rate, whole, ...rates] = sentence.quantities.filter(({ unit, per }) => unit === 'money' && per !== null)
  const isAll = others.length + rates.length === 0 && sentence.quantities.length === 3
  if (!count || !rate || !whole || !isAll || !whole.per || rate.per?.slice(0, 3) !== whole.per.slice(0, 3)) return []
  if (
    !/var och en|vardera|varje|per person|styck|genomsnitt|snitt/iu.test(sentence.template + rate.text) ||
    !comesTo.test(sentence.template)
  )
    return []
  const expected = product([count, rate])
  if (meet(expected, widened(roundAmount(whole)))) return []
  const places = [whole, count, rate].map((each) => placeOf(sentence, each))
  const facts = { printed: whole.text, factors: [count.text, rate.text], expected: amountLike(whole, middle(expected)) }
  return [{ kind: 'product', severity: 'error', places, ...facts }]
}

const oneOf = /^\s?(?:varje|en|ett|kostnaden för (?:en|ett|varje)) (\p{L}+) [^\uE000-\uEFFF]*[\uE000-\uEFFF]/iu

/** "Varje plats kostar 45 000 kr. 20 platser kostar 900 000 kr." */
function checkOne(sentence: Sentence, before: Sentence | undefined): Finding[] {
  const [count, whole, ...more] = sentence.quantities
  const [rate, ...others] = before?.quantities ?? []
  const one = before && oneOf.exec(before.template)?.[1]
  if (!one || !rate || !count || !whole || others.length + more.length > 0 || count.unit !== 'count') return []
  const isSame = rate.unit === 'money' && whole.unit === 'money' && rate.per === whole.per && count.thing === stem(one)
  const expected = product([count, rate])
  if (!isSame || meet(expected, widened(roundAmount(whole)))) return []
  const places = [placeOf(sentence, whole), placeOf(sentence, count), placeOf(before, rate)]
  const facts = { printed: whole.text, factors: [count.text, rate.text], expected: amountLike(whole, middle(expected)) }
  return [{ kind: 'product', severity: 'error', places, ...facts }]
}

const groups = pattern(
  `{q}{n} (?:med|à|á|om|på)(?: vardera)? {q}{n}(?: i varje| per grupp| vardera| var| per tillfälle)?[^.;!?\uE000-\uEFFF]{0,30}?(?:totalt|sammanlagt|det vill säga|dvs\\.?|vilket ger|tillsammans|når|ger|blir)[^.;!?\uE000-\uEFFF]{0,20}?{q}`,
)

/** "12 grupper med 8 deltagare i varje, totalt 96 deltagare". */
function checkGroups(sentence: Sentence): Finding[] {
  return [...sentence.template.matchAll(groups)].flatMap((match): Finding[] => {
    const [count, size, printed] = [1, 2, 3].map((at) => quantityOf(sentence, match[at])) as [
      Quantity,
      Quantity,
      Quantity,
    ]
    const isEach = /i varje|per grupp|vardera|per tillfälle| à | á /.test(match[0])
    const areCounts = [count, size, printed].every(({ unit, isRange }) => unit === 'count' && !isRange)
    if (!isEach || !areCounts || size.thing !== printed.thing || meet(product([count, size]), printed)) return []
    return [
      {
        ...{
          kind: 'product',
          severity: 'error',
          places: [printed, count, size].map((each) => placeOf(sentence, each)),
        },
        ...{
          printed: printed.text,
          factors: [count.text, size.text],
          expected: amountLike(printed, product([count, size])),
        },
      },
    ]
  })
}

const apiece = pattern(
  `{q}{n} (?:(?:à|á|om vardera|på vardera) {q}|om {q} (?:vardera|styck))[^.;!?\uE000-\uEFFF]{0,40}?(?:ger|gör|blir|kostar|kostade|totalt|sammanlagt|det vill säga|dvs\\.?|alltså|motsvarar|summa|=)[^.;!?\uE000-\uEFFF]{0,30}?{q}`,
)

/** "Fem månadslöner à 38 000 kronor ger 190 000 kronor": three numbers in all. */
const checkApiece = (sentence: Sentence): Finding[] =>
  [...sentence.template.matchAll(apiece)].flatMap((match): Finding[] => {
    const [count, rate, printed] = [match[1], match[2] ?? match[3], match[4]].map((taken) =>
      quantityOf(sentence, taken),
    ) as [Quantity, Quantity, Quantity]
    const isPlain =
      count.unit === 'count' && rate.unit === 'money' && printed.unit === 'money' && sentence.quantities.length === 3
    const expected = product([count, rate])
    if (!isPlain || count.isRange || meet(expected, widened(roundAmount(printed)))) return []
    const places = [printed, count, rate].map((each) => placeOf(sentence, each))
    const factors = [count.text, rate.text]
    return [
      {
        kind: 'product',
        severity: 'error',
        places,
        printed: printed.text,
        factors,
        expected: amountLike(printed, middle(expected)),
      },
    ]
  })
