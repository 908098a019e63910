import { monthsOf } from './check-dates.ts'
import { amountLike, type Finding } from './finding.ts'
import { stem } from './nouns.ts'
import { type Interval, likeOther, meet, type Quantity, ratio, times, total } from './quantity.ts'
import { characterOf, type Paragraph, pattern, placeOf, quantityOf, type Sentence } from './sentences.ts'

/**
 * A mean that is told beside what it is the mean of: "tolv coacher hade 276 deltagare, i snitt 23 per coach", "i genomsnitt 38
 * hushåll var (304 hushåll på 8 handläggare)", "6,6 mnkr på tre månader, i medeltal 2,2". Only where the sentence, or it and the
 * one before, has the mean, an amount and what it is shared by, and nothing else.
 */
export const checkAveragesTold = ({ sentences }: Paragraph): Finding[] =>
  sentences.flatMap((sentence, at) => {
    const listed = [...meanOfList(sentence), ...meanOfTimes(sentence)]
    if (listed.length > 0) return listed
    const own = meanIn(sentence, [sentence])
    const before = sentences[at - 1]
    return own ?? (before && !isMean.test(before.template) ? (meanIn(sentence, [before, sentence]) ?? []) : [])
  })

const isMean =
  /(?<!\p{L})(?:snitt(?:et)?|genomsnitt(?:et)?|medeltal(?:et)?|medelvärdet?|genomsnittlig\p{L}*)(?!\p{L})/iu
const before =
  /(?<!\p{L})(?:snitt(?:et)?|genomsnitt(?:et)?|medeltal(?:et)?|medelvärdet?|genomsnittlig\p{L}*|medel\p{L}+)(?!\p{L})[^\uE000-\uEFFF;()]{0,60}$/iu
const after =
  /^(?: [\p{L}-]+){0,3} (?:vardera|styck|var(?= ?(?:[.,;)]|$))|per (\p{L}+)|i (?:snitt|genomsnitt|medeltal)|i månaden|i veckan)(?!\p{L})/iu
/** What is shared unevenly, or measured of others than those that are named. */
const notAll = /varav|respektive|jämfört|median|högst|lägst|(?<!\p{L})(?:mål|målet|än|mot|medan|tidigare)(?!\p{L})/iu

/** Null when there is no mean; none when there is one that may be right, or whose amount and divisor cannot be told. */
function meanIn(sentence: Sentence, near: Sentence[]): Finding[] | null {
  const { template } = sentence
  const means = sentence.quantities.filter((each) => {
    const at = template.indexOf(characterOf(sentence, each))
    return each.unit !== 'percent' && (before.test(template.slice(0, at)) || after.test(template.slice(at + 1)))
  })
  const [mean, ...more] = means
  if (!mean || more.length > 0 || near.some((each) => notAll.test(each.template))) return null
  const others = near.flatMap((each) =>
    each.quantities.flatMap((quantity) => (quantity === mean ? [] : [{ quantity, each }])),
  )
  const [one, other] = others
  if (!one || others.length > 2 || mean.isRange || (mean.unit !== 'count' && mean.unit !== 'money')) return null
  const pair = other ? [one, other] : [one]
  const totals = pair.filter(({ quantity }) => isTotalOf(quantity, mean))
  const [whole, ...wholes] = totals.length > 1 ? totals.toSorted((a, b) => b.quantity.value - a.quantity.value) : totals
  if (!whole || (wholes.length > 0 && mean.unit === 'money')) return null
  const divisor = pair.find((each) => each !== whole)
  const per = perOf(sentence, mean)
  const by = divisor ? byOf(divisor.quantity, mean, per) : monthsIn(near, per)
  if (!by) return null
  const expected = ratio(whole.quantity, by)
  if (!expected || meet(expected, roughly(mean))) return []
  const places = [placeOf(sentence, mean), placeOf(whole.each, whole.quantity)]
  const middle = (expected.low + expected.high) / 2
  return [
    {
      ...{ kind: 'average', severity: 'error', printed: mean.text },
      factors: [whole.quantity.text, divisor?.quantity.text ?? `${by.low} månader`],
      places: divisor ? [...places, placeOf(divisor.each, divisor.quantity)] : places,
      expected: amountLike(Number.isInteger(middle) ? mean : { ...mean, step: Math.min(mean.step, mean.scale / 10) }, {
        low: middle,
        high: middle,
      }),
    },
  ]
}

const inBrackets = pattern(
  '\\((?:[\\p{L}\uF000-\uF8FF]+ )?{Q}(?:(?:,| och|;|, och) (?:[\\p{L}\uF000-\uF8FF]+ )?{Q})+(?: [\\p{L}]+)?\\)',
)

/** "Snittet för de tre åren (58,2, 59,9 och 61,2 mnkr) är 59,8 mnkr". */
function meanOfList(sentence: Sentence): Finding[] {
  const [match, ...more] = [...sentence.template.matchAll(inBrackets)]
  if (!match || more.length > 0 || !isMean.test(sentence.template.slice(0, match.index))) return []
  const listed = [...match[0]].flatMap((each) => (/[\uE000-\uEFFF]/u.test(each) ? [quantityOf(sentence, each)] : []))
  const [mean, ...means] = sentence.quantities.filter((each) => each.from > listed.at(-1)!.from)
  const isAfter = /^ (?:är|var|blir|blev|uppgår till|uppgick till)(?: [\p{L}]+){0,2} [\uE000-\uEFFF]/iu
  if (!mean || means.length > 0 || !isAfter.test(sentence.template.slice(match.index + match[0].length))) return []
  const alike = listed.map((each) => likeOther(each, mean))
  if (alike.some(({ unit, isRange }) => unit !== mean.unit || isRange)) return []
  const expected = times(total(alike), 1 / alike.length)
  if (meet(expected, roughly(mean))) return []
  const middle = (expected.low + expected.high) / 2
  const factors = [alike.map(({ text }) => text).join(' + '), String(alike.length)]
  const places = [mean, ...listed].map((each) => placeOf(sentence, each))
  return [
    {
      kind: 'average',
      severity: 'error',
      places,
      printed: mean.text,
      factors,
      expected: amountLike(mean, { low: middle, high: middle }),
    },
  ]
}

const meanLast = pattern(
  '(?:i (?:snitt|genomsnitt|medeltal)|(?:snittet|genomsnittet|medelvärdet)(?: [\\p{L}]+){0,5})(?: [\\p{L}]+){0,2} {q}',
  'iu',
)

/** "Under januari, februari och mars gjordes 210, 198 respektive 222 besök, i snitt 210": as many numbers as times, each of one time. */
function meanOfTimes(sentence: Sentence): Finding[] {
  const found = meanLast.exec(sentence.template)
  const mean = found && quantityOf(sentence, found[1])
  if (!mean || sentence.quantities.at(-1) !== mean || (mean.unit !== 'count' && mean.unit !== 'money')) return []
  const each = sentence.quantities.slice(0, -1).map((one) => likeOther(one, mean))
  const areOfTimes = each.length > 2 && sentence.periods.length === each.length
  if (!areOfTimes || each.some(({ unit, isRange, sign }) => unit !== mean.unit || isRange || sign !== '')) return []
  const expected = times(total(each), 1 / each.length)
  const middle = (expected.low + expected.high) / 2
  if (meet(expected, roughly(mean)) || Math.abs(middle - mean.value) > middle * 0.3) return []
  const places = [mean, ...sentence.quantities.slice(0, -1)].map((one) => placeOf(sentence, one))
  const factors = [each.map(({ text }) => text).join(' + '), String(each.length)]
  const amount = amountLike(mean, { low: middle, high: middle })
  return [{ kind: 'average', severity: 'error', places, printed: mean.text, factors, expected: amount }]
}

const isTotalOf = (quantity: Quantity, mean: Quantity): boolean =>
  quantity.unit === mean.unit &&
  quantity.per === null &&
  !quantity.isRange &&
  quantity.value > mean.value &&
  (mean.unit === 'money' || mean.thing === null || quantity.thing === null || quantity.thing === mean.thing)

/** "Per coach": what comes after the mean, as a stem. */
function perOf(sentence: Sentence, mean: Quantity): string | null {
  const at = sentence.template.indexOf(characterOf(sentence, mean))
  const word = /^(?: [\p{L}-]+){0,3} (?:per|i) (\p{L}+)/iu.exec(sentence.template.slice(at + 1))?.[1]
  return mean.per ?? (word ? stem(word) : null)
}

/** What the whole is shared by: as many as there are, or so many months. A mean per something is shared by that alone. */
function byOf(quantity: Quantity, mean: Quantity, per: string | null): Interval | null {
  if (quantity.isRange || quantity.per !== null) return null
  if (quantity.unit === 'time') {
    const isPer =
      per !== null && quantity.thing?.startsWith({ man: 'mon', vec: 'wee', dag: 'day' }[per.slice(0, 3)] ?? '-')
    return isPer || per === null ? { low: quantity.value, high: quantity.value } : null
  }
  const isOwn = quantity.unit === 'count' && quantity.thing !== mean.thing
  const isPer = per === null || quantity.thing?.slice(0, 3) === per.slice(0, 3)
  return isOwn && isPer ? { low: quantity.low, high: quantity.high } : null
}

/** "Januari–april … i snitt 603 i månaden". */
function monthsIn(near: Sentence[], per: string | null): Interval | null {
  const [period, ...more] = near.flatMap(({ periods }) => periods)
  const months = period && more.length === 0 && per?.startsWith('man') ? monthsOf(period.text) : null
  return months === null ? null : { low: months, high: months }
}

/** A mean is told as a whole number as often as with decimals. */
const roughly = ({ low, high, value, step, hedge }: Quantity): Interval =>
  hedge === null ? { low: value - step / 2 - value * 0.003, high: value + step / 2 + value * 0.003 } : { low, high }
