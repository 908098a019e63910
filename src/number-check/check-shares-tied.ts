import { changesIn } from './changes.ts'
import { type Amount, amountLike, type Finding } from './finding.ts'
import { type Interval, likeOther, meet, type Quantity, ratio, times } from './quantity.ts'
import { characterOf, type Paragraph, pattern, placeOf, quantityOf, type Sentence } from './sentences.ts'

/**
 * A share that a word ties to the two numbers beside it, however the sentence is built: "av 260 hushåll har 91, alltså
 * 35 procent, barn", "146 kallades och 117 kom, så 80 procent dök upp". Only where the sentence has two numbers of one kind and
 * the share and nothing else. Silent when the share fits in any way that the two can be put together.
 */
export const checkSharesTied = ({ sentences }: Paragraph): Finding[] =>
  sentences.flatMap((sentence, at) => [
    ...inOne(sentence),
    ...saidTwice(sentence),
    ...fewOf(sentence),
    ...inWords(sentence),
    ...ofBefore(sentence, sentences[at - 1]),
  ])

const tie =
  /(?:det vill säga|dvs\.?|d\.v\.s\.|alltså|således|därmed|(?:, |^\s?)så|vilket|motsvara\p{L}*|innebär|innebar|ger|gav|blir|blev|utgör|utgjorde|eller|det är|andel\p{L}*|\p{L}+frekvens\p{L}*|\p{L}+graden|\p{L}+kvot\p{L}*|beläggning\p{L}*)(?: [\p{L}.:]+){0,4} ?[(]?$|[(–,] ?$/iu

/** The share last, between the whole and its part, or first: "var femte sökande, 19 av 95". */
function inOne(sentence: Sentence): Finding[] {
  const numbers = sentence.quantities.filter(({ unit }) => unit !== 'time')
  const [share, ...shares] = numbers.filter(isShare)
  const [first, second, ...more] = numbers.filter((each) => !isShare(each))
  if (!share || !first || !second || shares.length + more.length > 0 || isSigned(share)) return []
  const { template } = sentence
  const place = (each: Quantity) => template.indexOf(characterOf(sentence, each))
  const words = (from: Quantity, to: Quantity) => template.slice(place(from) + 1, place(to))
  const isPair = /^(?: [\p{L}-]+){0,3} (?:av|utav)(?: [\p{L}]+){0,3} $/iu.test(words(first, second))
  // "48 av budgetens 120 mnkr": the part has the unit of the whole.
  const [one, other] = isPair ? [likeOther(first, second), second] : [first, second]
  // A saving or a deficit may be the whole of which a share is told, and what has grown may not.
  const isChanged = changesIn(sentence).some(
    ({ quantity, direction }) => quantity === share || (direction !== 0 && [first, second].includes(quantity)),
  )
  if (!areOfOneKind(one, other) || isChanged || others.test(template)) return []
  const isWhole = /(?:^|[,;:–(] ?)\s?av (?:de |våra |totalt |samtliga |[\p{L}]{3,}s ){0,2}$/iu.test(
    template.slice(0, place(first)),
  )
  const isTied =
    share.from < first.from
      ? isPair && startsShare.test(words(share, first))
      : share.from > second.from
        ? tie.test(words(second, share)) && !ofAnother.test(template.slice(place(share) + 1))
        : isWhole
          ? tie.test(words(share, second))
          : tie.test(words(first, share)) &&
            /^ av (?:(?:de|alla|samtliga|totalt|sammanlagt|[\p{L}]{3,}s) ){0,3}$/iu.test(words(share, second))
  return isTied ? judge(sentence, share, sentence, one, other) : []
}

/** What may stand between a share and the part of the whole that it is. */
const startsShare =
  /^(?! (?:av|utav) [^\uE000-\uEFFF,(:]{3,}, (?:varav|där|som|och))[^.;!?\uE000-\uEFFF]{0,60}(?:[,:(–] ?)(?:[\p{L}.:]+ ){0,3}$/iu

const twice = pattern(
  `{q} av {q}(?: [\\p{L}-]+){0,6}(?:,|:)? ?(?:\\(|(?<=[,:] )|eller |det vill säga |alltså |dvs\\.? )(?:(?:cirka|ca|drygt|knappt) )?{q} av {q}(?=[),. ]|$)`,
)

/** "Två av fem handläggare (10 av 25)": one share in two ways, the first of them rounded. */
const saidTwice = (sentence: Sentence): Finding[] =>
  [...sentence.template.matchAll(twice)].flatMap((match): Finding[] => {
    const [few, of, part, whole] = [1, 2, 3, 4].map((at) => quantityOf(sentence, match[at])) as [
      Quantity,
      Quantity,
      Quantity,
      Quantity,
    ]
    const isPlain = [few, of, part, whole].every((each) => each.unit === 'count' && !each.isRange)
    const [said, is] = [few.value / of.value, part.value / whole.value]
    if (!isPlain || of.value > 12 || whole.value < of.value || part.value > whole.value || Math.abs(said - is) < 0.06)
      return []
    const percent = { low: is * 100, high: is * 100 }
    const printed = sentence.text.slice(few.from - sentence.from, of.until - sentence.from)
    const places = [placeOf(sentence, part), placeOf(sentence, whole), placeOf(sentence, few)]
    const expected: Amount = { unit: 'percent', scale: 1, decimals: 0, ...percent }
    return [{ kind: 'share', severity: 'error', places, printed, part: part.text, whole: whole.text, expected }]
  })

/** "Av 240 hushåll svarade 96. Det ger en svarsfrekvens på 40 procent", and the two apart: "Vi kallade 146 och 117 kom. Det är 80 procent." */
function ofBefore(sentence: Sentence, before: Sentence | undefined): Finding[] {
  const filled = before ? filledOf(sentence, before) : []
  if (filled.length > 0) return filled
  const [share, ...more] = sentence.quantities
  const [one, other, ...others] = before?.quantities ?? []
  if (!before || !share || !one || !other || more.length + others.length > 0) return []
  const isTied =
    /^\s?(?:[–-]\s)?(?:det(?:ta)?|alltså|därmed|\p{L}*(?:frekvensen|graden|kvoten|beläggningen|bortfallet))(?!\p{L})(?: [\p{L}]+){0,1} (?:är|uppgår|uppgick|var|motsvarar|motsvarade|innebär|ger|gav|blir|blev|utgör|att)(?!\p{L})[^\uE000-\uEFFF]*[\uE000-\uEFFF](?!(?: \p{L}+){0,2} (?:fler|färre|mer|mindre|högre|lägre))/iu.test(
      sentence.template,
    )
  return isTied &&
    isShare(share) &&
    areOfOneKind(one, other) &&
    !ofAnother.test(sentence.template.split(characterOf(sentence, share))[1] ?? '')
    ? judge(sentence, share, before, one, other)
    : []
}

/** "Tre av fyra som skrevs in: av 88 inskrivna har 66 kommit ut": the few first, and the whole and its part after a colon, a comma or a bracket. */
function fewOf(sentence: Sentence): Finding[] {
  const counts = sentence.quantities.filter(({ unit }) => unit === 'count')
  const [few, of, one, other] = counts
  if (!few || !of || !one || !other || counts.length !== 4 || sentence.quantities.length !== 4 || of.value > 12)
    return []
  const place = (each: Quantity) => sentence.template.indexOf(characterOf(sentence, each))
  const isFew = / av (?:de )?$/iu.test(sentence.template.slice(place(few) + 1, place(of))) && few.hedge === null
  const isTied = /[,:(–][^\uE000-\uEFFF]*(?<!\p{L})av (?:[\p{L}]+ ){0,2}$/iu.test(
    sentence.template.slice(place(of), place(one)),
  )
  const said = few.value / of.value
  const is = other.value / one.value
  const isPlain = counts.every(({ isRange }) => !isRange) && one.value > 12 && is < 1
  if (!isFew || !isTied || !isPlain || others.test(sentence.template) || Math.abs(said - is) < 0.06) return []
  const printed = sentence.text.slice(few.from - sentence.from, of.until - sentence.from)
  const places = [placeOf(sentence, other), placeOf(sentence, one), placeOf(sentence, few)]
  const expected: Amount = { unit: 'percent', scale: 1, decimals: 0, low: is * 100, high: is * 100 }
  return [{ kind: 'share', severity: 'error', places, printed, part: other.text, whole: one.text, expected }]
}

const wordAndNumber = pattern(
  `{q}(?:(?: av)?(?: [\\p{L}-]+){0,3})?(?:,| \\(| –)(?: ?(?:det vill säga|dvs\\.?|alltså|närmare bestämt|cirka|ca|drygt|knappt|mer än|mindre än|nästan|över|under|nära))* ?{q}(?= ?(?:[,.;)–]|$))`,
)

/** "Mer än hälften (47 procent)": the same share in words and in figures. */
const inWords = (sentence: Sentence): Finding[] =>
  [...sentence.template.matchAll(wordAndNumber)].flatMap((match): Finding[] => {
    const pair = [match[1], match[2]].map((taken) => quantityOf(sentence, taken))
    const [word, number] = [pair.find(({ isWord }) => isWord), pair.find(({ isWord }) => !isWord)]
    if (!word || !number || !isShare(word) || !isShare(number)) return []
    const said = word.hedge === null ? { low: word.value * 0.88, high: word.value * 1.12 } : word
    if (meet(said, number)) return []
    const places = [placeOf(sentence, word), placeOf(sentence, number)]
    // The hedge stands before the word, and is what may be wrong.
    const lead =
      /\p{L}+ $|(?:mer|mindre|färre|fler) än $/iu.exec(sentence.text.slice(0, word.from - sentence.from))?.[0] ?? ''
    const printed = `${word.hedge === null ? '' : lead}${word.text}`.trim()
    return [{ kind: 'share-word', severity: 'error', places, printed, share: number.text }]
  })

/** A share of something that is named after it, or set against another time. */
const ofAnother =
  /^(?: [\p{L}-]+){0,2} (?:av (?!dem|de |dessa|samtliga|alla|målet|budget|plan)|än|jämfört|mot|bland|hos)/iu
const others = /varav|jämfört|respektive|medan|däremot|samtidigt|(?<!\p{L})(?:flera|båda|både)(?!\p{L})/iu

const isShare = ({ unit, isRange }: Quantity): boolean => unit === 'percent' && !isRange
/** "66 mot prognosen 140, −53 %": a change and no share. */
const isSigned = ({ text }: Quantity): boolean => /^[-+−–]/.test(text)
const areOfOneKind = (one: Quantity, other: Quantity): boolean =>
  one.unit === other.unit &&
  (one.unit === 'count' || one.unit === 'money') &&
  [one, other].every(({ isRange, per, sign }) => !isRange && per === null && sign === '') &&
  (one.thing === null || other.thing === null || one.thing === other.thing)

function judge(
  sentence: Sentence,
  share: Quantity,
  own: Sentence,
  one: Quantity,
  other: Quantity,
  wholeIn: Sentence = own,
): Finding[] {
  const [part, whole] = one.value <= other.value ? [one, other] : [other, one]
  const is = ratio(part, whole)
  if (!is || part.value === 0 || part.value === whole.value) return []
  const percent = times(is, 100)
  const rise = ratio(whole, part)
  const ways: Interval[] = [
    percent,
    { low: 100 - percent.high, high: 100 - percent.low },
    ...(rise ? [times(rise, 100), { low: rise.low * 100 - 100, high: rise.high * 100 - 100 }] : []),
  ]
  if (ways.some((way) => meet(way, share))) return []
  const middle = (percent.low + percent.high) / 2
  return [
    {
      ...{ kind: 'share', severity: 'error', printed: share.text, part: part.text, whole: whole.text },
      places: [placeOf(sentence, share), placeOf(own, part), placeOf(wholeIn, whole)],
      expected: amountLike(share.isWord ? { ...share, step: 1 } : share, { low: middle, high: middle }),
    },
  ]
}

const filling =
  /(?<!\p{L})(?:beläggning\p{L}*|\p{L}+frekvens\p{L}*|\p{L}+grad(?:en)?)(?!\p{L})[^\uE000-\uEFFF]{0,20}$/iu

/** "Utbildningen har 24 platser. I mars var 21 tillsatta, en beläggning på 88 procent". */
function filledOf(sentence: Sentence, before: Sentence): Finding[] {
  const [part, share, ...more] = sentence.quantities
  const [whole, ...others] = before.quantities
  if (!part || !share || !whole || more.length + others.length > 0 || !isShare(share) || !areOfOneKind(part, whole))
    return []
  const isTied = filling.test(sentence.template.slice(0, sentence.template.indexOf(characterOf(sentence, share))))
  return isTied && part.value < whole.value ? judge(sentence, share, sentence, part, whole, before) : []
}
