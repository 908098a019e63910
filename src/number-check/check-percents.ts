import { changesIn } from './changes.ts'
import { areAll, enumeration } from './enumerations.ts'
import type { Finding } from './finding.ts'
import { meet, type Quantity, total } from './quantity.ts'
import { characterOf, type Paragraph, pattern, placeOf, quantityOf, type Sentence } from './sentences.ts'

/** Shares of one whole, which make a hundred per cent. */
export const checkPercents = ({ sentences }: Paragraph): Finding[] => sentences.flatMap(percents)

/** "60 procent kvinnor och 45 procent män". */
function percents(sentence: Sentence): Finding[] {
  const left = withRest(sentence)
  if (left.length > 0) return left
  const shares = sentence.quantities.filter(
    ({ unit, isWord, isRange, hedge }) => unit === 'percent' && !isWord && !isRange && hedge === null,
  )
  const changed = new Set(changesIn(sentence).map(({ quantity }) => quantity))
  if (shares.length > 2 && !shares.some((each) => changed.has(each))) return manyPercents(sentence, shares)
  if (shares.length !== 2 || shares.some((each) => changed.has(each))) return []
  if (andelar.test(sentence.template)) return sumOf(sentence, shares)
  if (!areAll(sentence, shares)) return []
  const between = sentence.text.slice(shares[0]!.until - sentence.from, shares[1]!.from - sentence.from)
  // "60 procent av kvinnorna" is a share of the women.
  if (
    / av (?!dem|deltagarna|de(?!\p{L}))/iu.test(
      between + sentence.text.slice(shares[1]!.until - sentence.from).slice(0, 16),
    )
  )
    return []
  if (
    !/^ (?:av (?:dem|deltagarna|de) )?(?:är |var |utgörs av )?(?:(?:\p{L}+ ){0,1}\p{L}+)?(?:,| ?och|, och) (?:\p{L}+ ){0,2}$/iu.test(
      between,
    )
  )
    return []
  return sumOf(sentence, shares)
}

const andelar =
  /andelen (?:kvinnor|flickor)(?: (?:är|var))? [\uE000-\uEFFF](?:,| och) (?:andelen )?(?:män|pojkar)(?: (?:är|var))? [\uE000-\uEFFF]|andelen (?:män|pojkar)(?: (?:är|var))? [\uE000-\uEFFF](?:,| och) (?:andelen )?(?:kvinnor|flickor)(?: (?:är|var))? [\uE000-\uEFFF]/iu

function sumOf(sentence: Sentence, shares: Quantity[]): Finding[] {
  const sum = total(shares)
  if (Math.abs(sum.low - 100) > 30 || meet(sum, { low: 100, high: 100 })) return []
  return [
    {
      ...{ kind: 'percent-sum', severity: 'error', places: shares.map((each) => placeOf(sentence, each)) },
      ...{ parts: shares.map(({ text }) => text), sum: shares[0]!.value + shares[1]!.value },
    },
  ]
}

const ofOneWhole = /(?<!\p{L})(?:av|fördel\p{L}*|består|utgör\p{L}*|resterande|övriga)(?!\p{L})/iu

/** Three shares or more of one whole: never more than a hundred, and a hundred when the rest is among them. Answers of which one may choose several are let be. */
function manyPercents(sentence: Sentence, shares: Quantity[]): Finding[] {
  const { template } = sentence
  const parts = enumeration(sentence, template.indexOf(characterOf(sentence, shares[0]!)), { ...shares[0]! })
  const all = [shares[0]!, ...parts.filter((each) => each !== shares[0])]
  const isOne =
    all.length === shares.length && sentence.quantities.filter(({ unit }) => unit === 'percent').length === all.length
  if (
    !isOne ||
    !ofOneWhole.test(template) ||
    /flera|jämfört|respektive|medan|kvinnor.*män|män.*kvinnor/iu.test(template)
  )
    return []
  const sum = total(all)
  const isWithRest = /resterande|övriga|övrigt|annat|fördel/iu.test(template)
  const isWrong = sum.low > 100.5 || (isWithRest && sum.high < 99.5 && sum.high > 70)
  if (!isWrong || sum.low > 150) return []
  const facts = { parts: all.map(({ text }) => text), sum: all.reduce((one, { value }) => one + value, 0) }
  return [{ kind: 'percent-sum', severity: 'error', places: all.map((each) => placeOf(sentence, each)), ...facts }]
}

const restOf = pattern(
  '{q}(?!\\))[^.;!?\uE000-\uEFFF]{0,70}(?:,| och| medan) (?:resten|resterande|återstående|övriga),?(?: (?:cirka|ca|drygt|knappt))? {q}',
)

/** "Tre fjärdedelar faller på kommunen och resten, 25 procent, på staten": the two are all there is. */
const withRest = (sentence: Sentence): Finding[] =>
  [...sentence.template.matchAll(restOf)].flatMap((match): Finding[] => {
    const shares = [match[1], match[2]].map((taken) => quantityOf(sentence, taken))
    const areShares = sentence.quantities.filter(({ unit }) => unit === 'percent').length === 2
    if (!areShares || shares.some(({ unit, isRange }) => unit !== 'percent' || isRange)) return []
    const sum = total(shares)
    if (meet(sum, { low: 100, high: 100 }) || sum.low > 200) return []
    const facts = { parts: shares.map(({ text }) => text), sum: shares.reduce((all, { value }) => all + value, 0) }
    return [{ kind: 'percent-sum', severity: 'error', places: shares.map((each) => placeOf(sentence, each)), ...facts }]
  })
