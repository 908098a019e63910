import { changesIn } from './changes.ts'
import { amountLike, type Finding } from './finding.ts'
import { difference, type Interval, likeOther, meet, type Quantity, ratio, roundAmount, times } from './quantity.ts'
import { characterOf, type Paragraph, pattern, placeOf, quantityOf, type Sentence } from './sentences.ts'

/** A difference told with the two that it is between, and a change told both ways with what it came to. */
export const checkDifferences = ({ sentences }: Paragraph): Finding[] =>
  sentences.flatMap((sentence, at) => [
    ...between(sentence, sentences[at - 1]),
    ...missing(sentence, sentences[at - 1]),
    ...bothWays(sentence),
    ...inPoints(sentence),
    ...inBrackets(sentence),
  ])

const named =
  /(?<!\p{L})(?:skillnad(?:en)?|differens(?:en)?|gapet|glappet|(nettot)|netto(?:in|ut)flöde\p{L}*|netto(?:minskning|ökning|tillskott)\p{L}*)(?!\p{L})/iu

/** "Skillnaden mellan kvinnors (7,6 månader) och mäns (8,0 månader) bidragstid är 0,4 månader"; the two may stand in the sentence before.
 * A net with numbers after it is set against them: "Nettot är −75 mnkr mot budgeterade −60". */
function between(sentence: Sentence, before: Sentence | undefined): Finding[] {
  const word = named.exec(sentence.template)
  if (!word) return []
  const printed = sentence.quantities.find((each) => {
    const lead = sentence.template.slice(word.index, sentence.template.indexOf(characterOf(sentence, each)))
    return /(?:är|var|blir|blev|på|om|uppgår till|uppgick till)(?: [\p{L}.]+){0,2} $/u.test(lead)
  })
  if (!printed || printed.isRange || printed.unit === 'percent') return []
  const own = sentence.quantities.filter((each) => each !== printed)
  const near = own.length === 2 ? sentence : own.length === 0 ? before : undefined
  if (word[1] && own.some(({ from }) => from > printed.from)) return []
  const [one, other, ...more] = near === before ? (before?.quantities ?? []) : own
  const unit = printed.unit === 'points' ? 'percent' : printed.unit
  if (!near || !one || !other || more.length > 0 || [one, other].some((each) => each.unit !== unit || each.isRange))
    return []
  return judge(sentence, printed, near, one, other)
}

const lacking =
  /^\s?(?:det |då |alltså |därmed |således )*(?:saknas|fattas|behövs)(?!\p{L})[^\uE000-\uEFFF]*[\uE000-\uEFFF]/iu

/** "Behovet är 40 platser men vi har 28. Det saknas alltså 12 platser." */
function missing(sentence: Sentence, before: Sentence | undefined): Finding[] {
  const [printed, ...more] = sentence.quantities
  const [one, other, ...others] = before?.quantities ?? []
  if (!before || !printed || !one || !other || more.length + others.length > 0 || !lacking.test(sentence.template))
    return []
  const areAlike = [printed, one, other].every(
    ({ unit, isRange }) => unit === printed.unit && !isRange && unit !== 'percent',
  )
  return areAlike ? judge(sentence, printed, before, one, other) : []
}

function judge(sentence: Sentence, printed: Quantity, near: Sentence, one: Quantity, other: Quantity): Finding[] {
  const isOfOneThing = new Set([one, other, printed].flatMap(({ thing }) => thing ?? [])).size < 2
  const expected = difference(...((one.value > other.value ? [one, other] : [other, one]) as [Quantity, Quantity]))
  if (!isOfOneThing || meet(expected, absolute(roundAmount(printed)))) return []
  return [
    {
      ...{ kind: 'change', severity: 'error', as: printed.unit === 'points' ? 'points' : 'difference' },
      ...{
        printed: printed.text,
        before: one.text,
        after: other.text,
        expected: amountLike(printed, middle(expected)),
      },
      places: [placeOf(sentence, printed), placeOf(near, other), placeOf(near, one)],
    },
  ]
}

const partOf =
  /varav|respektive|korttid|långtid|konfidens|(?<!\p{L})(?:bland|hos)(?!\p{L}).*(?<!\p{L})(?:bland|hos)(?!\p{L}).*[;]/iu

/** "Målet var 85 procent; utfallet blev 81, det vill säga 4 procentenheter under": two shares, and the points between them last. */
function inPoints(sentence: Sentence): Finding[] {
  const [one, other, printed, ...more] = sentence.quantities
  if (!one || !other || !printed || more.length > 0 || printed.unit !== 'points' || partOf.test(sentence.template))
    return []
  const areShares = [one, other].every(
    ({ unit, isWord, isRange, hedge }) => unit === 'percent' && !isWord && !isRange && hedge === null,
  )
  const lead = sentence.template.slice(sentence.template.indexOf(characterOf(sentence, other)) + 1)
  const isTied =
    /^[^\uE000-\uEFFF]*(?:dvs|det vill säga|d\.v\.s|alltså|vilket|således|därmed)[^\uE000-\uEFFF]*[\uE000-\uEFFF](?! av )/iu
  return areShares && isTied.test(lead) ? judge(sentence, printed, sentence, one, other) : []
}

const aside = pattern('{q}(?: [\\p{L}-]+){0,3} \\((?:[\\p{L}\uF000-\uF8FF]+:? ){0,3}{q}(?: [\\p{L}-]+){0,2}[,;] {q}\\)')

/** "412 (föregående år 380, +32)": a value, the one before it and a signed change. */
const inBrackets = (sentence: Sentence): Finding[] =>
  [...sentence.template.matchAll(aside)].flatMap((match) => {
    const [one, other, printed] = [1, 2, 3].map((at) => quantityOf(sentence, match[at])) as [
      Quantity,
      Quantity,
      Quantity,
    ]
    const areOfOneKind = [one, other].every(
      ({ unit, isRange, per }) => unit === likeOther(printed, one).unit && !isRange && per === null,
    )
    if (printed.sign === '' || !areOfOneKind || one.unit === 'percent') return []
    return judge(
      sentence,
      { ...likeOther(printed, one), thing: null },
      sentence,
      { ...one, thing: null },
      { ...other, thing: null },
    )
  })

/** "Ökade med 6 mnkr eller 12 procent till 56 mnkr": what it was follows from the one, and the other from that. */
function bothWays(sentence: Sentence): Finding[] {
  const changes = changesIn(sentence)
  const share = changes.find(({ quantity: { unit, hedge } }) => unit === 'percent' && hedge === null)
  const size = changes.find(({ quantity: { unit } }) => unit === 'money' || unit === 'count')
  const levels = sentence.quantities.filter(
    (each) => each !== share?.quantity && each !== size?.quantity && each.unit !== 'time',
  )
  const [end] = levels
  const direction = size?.direction || share?.direction
  if (!share || !size || !end || !direction || levels.length > 1 || changes.length > 2) return []
  const isEnd = /(?<!\p{L})till(?: [\p{L}.]+){0,2} $/iu.test(
    sentence.template.slice(0, sentence.template.indexOf(characterOf(sentence, end))),
  )
  const [amount, after] = [absolute(roundAmount(size.quantity)), roundAmount(end)]
  const isAlike =
    end.unit === size.quantity.unit &&
    (end.unit === 'money' || !end.thing || !size.quantity.thing || end.thing === size.quantity.thing)
  if (!isEnd || !isAlike || end.isRange || end.hedge !== null || size.quantity.hedge !== null) return []
  const was = {
    low: after.low - direction * (direction > 0 ? amount.high : amount.low),
    high: after.high - direction * (direction > 0 ? amount.low : amount.high),
  }
  const is = ratio(amount, was)
  if (!is || meet(times(is, 100), absolute(share.quantity))) return []
  return [
    {
      ...{ kind: 'share', severity: 'error', printed: share.quantity.text, part: size.quantity.text },
      whole: `${end.text} ${direction > 0 ? 'minus' : 'plus'} ${size.quantity.text}`,
      expected: amountLike(share.quantity, middle(times(is, 100))),
      places: [share.quantity, size.quantity, end].map((each) => placeOf(sentence, each)),
    },
  ]
}

const absolute = ({ low, high }: Interval): Interval => (high < 0 ? { low: -high, high: -low } : { low, high })
const middle = ({ low, high }: Interval): Interval => ({ low: (low + high) / 2, high: (low + high) / 2 })
