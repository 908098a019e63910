import { amountLike, type Finding } from './finding.ts'
import type { Quantity } from './quantity.ts'
import { characterOf, type Paragraph, pattern, placeOf, quantityOf, type Sentence } from './sentences.ts'

/** "Samtliga" of which a number is not all, and "ingen … längre än 14 dagar" where the longest is longer. */
export const checkAllOrNone = ({ sentences }: Paragraph): Finding[] =>
  sentences.flatMap((sentence, at) => [...notAll(sentence), ...beyond(sentence, sentences[at + 1])])

const all = /^\s?(?:samtliga|alla|var och en av)(?!\p{L})/iu
const exception = /(?<!\p{L})(?:men|utom|förutom|nästan|inte|dock|varav|undantag\p{L}*)(?!\p{L})/iu
const partOf = pattern('(?:\\(|: |, |– |det vill säga |dvs\\.? ){q} av {q}')

/** "Samtliga 46 ungdomar har en plan (41 av 46)". */
function notAll(sentence: Sentence): Finding[] {
  const found = partOf.exec(sentence.template)
  partOf.lastIndex = 0
  if (!found || !all.test(sentence.template) || exception.test(sentence.template)) return []
  const [part, whole] = [quantityOf(sentence, found[1]), quantityOf(sentence, found[2])]
  const others = sentence.quantities.filter((each) => each !== part && each !== whole && each.unit === 'count')
  const isPlain = [part, whole].every(({ unit, isRange, hedge }) => unit === 'count' && !isRange && hedge === null)
  if (!isPlain || part.value >= whole.value || others.some(({ value }) => value !== whole.value)) return []
  const facts = { printed: part.text, share: /\p{L}+/u.exec(sentence.text)![0], whole: whole.text }
  const places = [placeOf(sentence, part), placeOf(sentence, whole)]
  return [{ kind: 'part-of', severity: 'error', places, ...facts, expected: amountLike(part, whole) }]
}

const nobody =
  /(?<!\p{L})(?:ingen|inget|inga|aldrig)(?!\p{L})[^\uE000-\uEFFF;]*(?:längre|mer|fler|högre|större|över)(?: än)? (?:\p{L}+ )?$/iu
const everybody =
  /(?<!\p{L})(?:samtliga|alla|varje)(?!\p{L})[^\uE000-\uEFFF;]*(?:inom|högst|under|på|max|senast efter) (?:\p{L}+ )?$/iu
const extreme =
  /(?<!\p{L})(?:längsta|längst|högsta|högst|största|störst|som mest|dyraste|maximala)(?!\p{L})[^\uE000-\uEFFF;]*$/iu

/** A limit that nobody passes, and the longest or the highest that does. */
function beyond(sentence: Sentence, next: Sentence | undefined): Finding[] {
  const limit = sentence.quantities.find((each) => {
    const before = beforeIn(sentence, each)
    return each.unit !== 'percent' && !each.isRange && (nobody.test(before) || everybody.test(before))
  })
  if (!limit) return []
  return [sentence, ...(next ? [next] : [])].flatMap((near): Finding[] => {
    const most = near.quantities.find((each) => each !== limit && extreme.test(beforeIn(near, each)))
    const isOfOneKind =
      most?.unit === limit.unit && most.thing === limit.thing && most.per === limit.per && !most.isRange
    if (!most || !isOfOneKind || most.value <= limit.value || /förra|tidigare|fjol/iu.test(near.template)) return []
    const places = [placeOf(near, most), placeOf(sentence, limit)]
    return [{ kind: 'limit', severity: 'error', places, printed: most.text, limit: limit.text }]
  })
}

const beforeIn = (sentence: Sentence, quantity: Quantity): string =>
  sentence.template.slice(0, sentence.template.indexOf(characterOf(sentence, quantity)))
