import { amountLike, type Finding } from './finding.ts'
import { checkEach, comesTo } from './check-each.ts'
import {
  difference,
  type Interval,
  meet,
  middle,
  product,
  type Quantity,
  roundAmount,
  times,
  total,
  widened,
} from './quantity.ts'
import { type Paragraph, pattern, placeOf, quantityOf, type Sentence } from './sentences.ts'

/**
 * What is reckoned in the text: expressions with signs ("16 × 6 300 = 100 800", "449 + 620 − 691 = 378"), and amounts per
 * person or month that are said to come to a whole ("12 deltagare à 8 000 kr per månad i fyra månader, totalt 384 tkr").
 */
export function checkProducts({ sentences }: Paragraph): Finding[] {
  return sentences.flatMap((sentence, at) => {
    if (sentence.quantities.length < 2) return []
    const expressions = checkExpressions(sentence)
    return (
      expressions ?? [
        ...checkRates(sentence, sentences[at - 1]),
        ...checkYear(sentence),
        ...checkMinus(sentence),
        ...checkEach(sentence, sentences[at - 1]),
      ]
    )
  })
}

const expression = pattern(
  `{Q}(?:(?: [\\p{L}/]+){0,4} ?(?:[+−–×x*·/]|plus|minus|gånger)(?: [\\p{L}]+)? ?{Q}){1,12}(?: [\\p{L}/]+){0,4} ?(?:=|≈|är lika med|blir|ger|gör|, det vill säga|, dvs\\.?|, alltså|, vilket (?:ger|blir)|, totalt)(?: [\\p{L}]+){0,2} ?{q}`,
)

/** Null when there is no expression. Multiplication goes before addition. */
function checkExpressions(sentence: Sentence): Finding[] | null {
  const found = [...sentence.template.matchAll(expression)]
  if (found.length === 0) return null
  return found.flatMap((match) => {
    const printed = quantityOf(sentence, match[1])
    const terms = termsOf(sentence, match[0])
    if (!terms || printed.isRange) return []
    const value = total(terms.map(({ sign, factors }) => signed(sign, product(factors.map(asPrinted)))))
    const hasMoney = terms.some(({ factors }) => factors.some(({ unit }) => unit === 'money'))
    // A bare result has the unit of what it is made from.
    const isBare = printed.unit === 'count' && printed.thing === null && hasMoney
    if (isBare && !terms.every(({ factors }) => factors.every(({ scale }) => scale === 1))) return []
    const isRounded = printed.unit === 'money' || printed.hedge !== null || /≈/.test(match[0])
    if (meet(value, isRounded ? widened(roundAmount(printed)) : printed)) return []
    const parts = terms.flatMap(({ factors }) => factors)
    return [
      {
        ...{
          kind: 'expression',
          severity: 'error',
          places: [printed, ...parts].map((each) => placeOf(sentence, each)),
        },
        ...{
          printed: printed.text,
          expression: textOfExpression(sentence, parts, printed),
          expected: amountLike(printed, middle(value)),
        },
      },
    ]
  })
}

const textOfExpression = (sentence: Sentence, parts: Quantity[], printed: Quantity): string =>
  sentence.text
    .slice(parts[0]!.from - sentence.from, printed.from - sentence.from)
    .replace(/\s*(?:=|≈|är lika med|blir|ger|gör|, det vill säga|, dvs|, alltså|, vilket|, totalt)[^=]*$/i, '')
    .trim()

type Term = { sign: 1 | -1; factors: Quantity[] }

function termsOf(sentence: Sentence, text: string): Term[] | null {
  const terms: Term[] = []
  let between = ''
  for (const character of text.slice(0, -1)) {
    const code = character.charCodeAt(0)
    if (code < 0xe000 || code > 0xefff) {
      between += character
      continue
    }
    const quantity = quantityOf(sentence, character)
    if (quantity.isRange || quantity.isWord) return null
    if (/[×x*·]|gånger/i.test(between.replace(/\p{L}{2,}/gu, (word) => (word === 'gånger' ? word : ''))))
      terms.at(-1)?.factors.push(quantity)
    else if (/\//.test(between.replace(/\/\p{L}+/gu, ''))) return null
    else {
      // A sign that was read as part of the number is the operator between the two.
      const isMinus =
        /[−–-]|minus/.test(between) || (terms.length > 0 && quantity.sign === '-' && !/[+]|plus/.test(between))
      const own = quantity.sign === '-' && terms.length > 0 && isMinus ? positive(quantity) : quantity
      terms.push({ sign: isMinus && terms.length > 0 ? -1 : 1, factors: [own] })
    }
    between = ''
  }
  return terms.length > 0 ? terms : null
}

const positive = (quantity: Quantity): Quantity => ({
  ...quantity,
  value: Math.abs(quantity.value),
  low: Math.abs(quantity.high),
  high: Math.abs(quantity.low),
})
const signed = (sign: 1 | -1, { low, high }: Interval): Interval =>
  sign > 0 ? { low, high } : { low: -high, high: -low }

/** In an expression a number is what it says, but for its decimals and thousands. */
const asPrinted = ({ value, low, high, unit, scale, step }: Quantity): Interval =>
  unit !== 'time' && (scale > 1 || step < scale) ? { low, high } : { low: value, high: value }
const minus = pattern(
  `{q}[^.;:!?()\uE000-\uEFFF]{0,20}?(?:: ?|, det vill säga |\\()[^.;:!?()\uE000-\uEFFF]{0,50}?{q} ?(?:minus|−|–) ?(?:[\\p{L}]+ ){0,3}?{q}`,
)

/** "En nettokostnad på 20,7 mnkr: kostnader på 27,5 mnkr minus intäkter på 6,7 mnkr". */
const checkMinus = (sentence: Sentence): Finding[] =>
  [...sentence.template.matchAll(minus)].flatMap((match): Finding[] => {
    const [printed, first, second] = [1, 2, 3].map((at) => quantityOf(sentence, match[at])) as [
      Quantity,
      Quantity,
      Quantity,
    ]
    const areAmounts = [printed, first, second].every(({ unit, isRange }) => unit === 'money' && !isRange)
    const value = difference(first, second)
    const size = value.low < 0 ? { low: -value.high, high: -value.low } : value
    if (!areAmounts || meet(size, printed) || meet(value, printed)) return []
    const facts = {
      printed: printed.text,
      expression: `${first.text} − ${second.text}`,
      expected: amountLike(printed, middle(value)),
    }
    const places = [printed, first, second].map((each) => placeOf(sentence, each))
    return [{ kind: 'expression', severity: 'error', places, ...facts }]
  })

/**
 * One amount or number per month or person, one number of them, perhaps a number of months, and one whole: in one sentence
 * with a word that ties them. The rate may stand alone in the sentence before.
 */
function checkRates(sentence: Sentence, before: Sentence | undefined): Finding[] {
  const own = sentence.quantities
  const alone = before?.quantities.length === 1 && before.quantities[0]!.per !== null ? before.quantities[0]! : null
  const quantities = own.some(({ unit, per }) => unit === 'money' && per !== null) || !alone ? own : [alone, ...own]
  const parts = ratePartsOf(quantities)
  if (!parts || !comesTo.test(sentence.template)) return []
  const { rate, whole, count, length } = parts
  if (
    alone &&
    quantities !== own &&
    alone.unit === 'money' &&
    count &&
    !alone.per?.startsWith(count.thing?.slice(0, 3) ?? '-')
  )
    return []
  const ways = waysOf(rate, count, length)
  // "Två tjänster om 620 tkr kostar 1 240 tkr om året": the rate is that of all.
  if (count && meet(product([whole, count]), widened(roundAmount(rate)))) return []
  const printed = widened(roundAmount(whole))
  const [first] = ways
  if (!first || ways.some((way) => meet(product(way), printed))) return []
  const factors = [rate, ...(count ? [count] : []), ...(length ? [length] : [])]
  return [
    {
      ...{ kind: 'product', severity: 'error', places: [whole, ...factors].map((each) => placeOf(sentence, each)) },
      ...{
        printed: whole.text,
        factors: factors.map(({ text }) => text),
        expected: amountLike(whole, middle(product(first))),
      },
    },
  ]
}

type RateParts = { rate: Quantity; whole: Quantity; count: Quantity | null; length: Quantity | null }

/** Null when there is anything more, or less: a number over may belong to the reckoning in a way that is not said. */
function ratePartsOf(quantities: Quantity[]): RateParts | null {
  const isRate = ({ unit, per }: Quantity) => per !== null && (unit === 'money' || unit === 'count')
  const rates = quantities.filter(isRate)
  const [rate] = rates
  if (!rate || rates.length > 1 || quantities.some(({ isRange }) => isRange)) return null
  const lengths = quantities.filter(({ unit }) => unit === 'time')
  const wholes = quantities.filter(
    (each) => each !== rate && each.unit === rate.unit && (rate.unit === 'money' || each.thing === rate.thing),
  )
  const counts = quantities.filter(
    (each) => each.unit === 'count' && each !== rate && !wholes.includes(each) && each.thing !== null,
  )
  const [whole] = wholes
  const isAll = rates.length + lengths.length + wholes.length + counts.length === quantities.length
  if (
    !whole ||
    wholes.length > 1 ||
    counts.length > 1 ||
    lengths.length > 1 ||
    counts.length + lengths.length === 0 ||
    !isAll
  )
    return null
  if (rate.unit === 'count' && (rate.thing === null || (counts[0] && !counts[0].thing?.startsWith(rate.per ?? '-'))))
    return null
  return { rate, whole, count: counts[0] ?? null, length: lengths[0] ?? null }
}

/** "6 000 kr i månaden, vilket blir 72 000 kr per år". */
function checkYear(sentence: Sentence): Finding[] {
  const [one, other, ...more] = sentence.quantities
  if (!one || !other || more.length > 0 || one.unit !== 'money' || other.unit !== 'money') return []
  const monthly = [one, other].find(({ per }) => /^man/.test(per ?? ''))
  const yearly = [one, other].find(({ per }) => /^ar/.test(per ?? ''))
  const isTied = /vilket|det vill säga|dvs|alltså|motsvarar|blir|ger|eller/iu.test(sentence.template)
  if (!monthly || !yearly || !isTied || groupOf(monthly) !== groupOf(yearly)) return []
  const year = times(monthly, 12)
  if (meet(year, widened(roundAmount(yearly)))) return []
  return [
    {
      ...{ kind: 'product', severity: 'error', places: [placeOf(sentence, yearly), placeOf(sentence, monthly)] },
      ...{ printed: yearly.text, factors: [monthly.text, '12'], expected: amountLike(yearly, middle(year)) },
    },
  ]
}

/** What an amount per month or year is also per: "per månad och hushåll". */
const groupOf = ({ per }: Quantity): string | undefined => per?.split('/')[1]

/** An amount per month may be that of one or of the whole group: both are tried. Without a number of months a monthly amount comes to nothing certain. */
function waysOf(rate: Quantity, count: Quantity | null, length: Quantity | null): Interval[][] {
  const per = rate.per ?? ''
  const isMonthly = /man/.test(per)
  const isYearly = /^ar(?:\/|$)|\/ar$/.test(per)
  if (/vec/.test(per)) return length?.thing === 'week' ? [[rate, exactly(length)]] : []
  if (count && /dag|dyg|vec/.test(per) && !length && count.thing?.startsWith(per.slice(0, 3))) return [[rate, count]]
  if (/dag|dyg/.test(per))
    return length?.thing === 'day' ? [[rate, exactly(length)], ...(count ? [[rate, exactly(length), count]] : [])] : []
  if (/tim|ter|kva/.test(per)) return []
  if (!isMonthly && !isYearly) return count ? [[rate, count], ...(length ? [[rate, count, length]] : [])] : []
  if (length && length.thing !== 'month') return []
  if (!length)
    return isYearly && count
      ? [
          [rate, count],
          [rate, count, { low: 1 / 12, high: 1 / 12 }],
        ]
      : []
  const months = isYearly ? times(exactly(length), 1 / 12) : exactly(length)
  return count
    ? [
        [rate, count, months],
        [rate, months],
      ]
    : [[rate, months]]
}

/** "Fyra månader" in a reckoning are four. */
const exactly = ({ value }: Quantity): Interval => ({ low: value, high: value })
