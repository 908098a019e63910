import { pairsOf } from './check-changes.ts'
import { changesIn, type Pair } from './changes.ts'
import type { Finding } from './finding.ts'
import { stem } from './nouns.ts'
import { isBare, meet, type Quantity } from './quantity.ts'
import { characterOf, type Paragraph, pattern, placeOf, quantityOf, type Sentence } from './sentences.ts'

/** What is said of two values in words alone: "oftare" of two that are equal, "oförändrat" of two that are not, "kraftigt" of next to nothing. */
export const checkComparisons = ({ sentences }: Paragraph): Finding[] =>
  sentences.flatMap((sentence) => {
    if (sentence.quantities.length < 2 || contrast.test(sentence.template)) return []
    const pairs = pairsOf(sentence, changesIn(sentence))
    return [
      ...equalButCompared(sentence),
      ...otherWay(sentence),
      ...become(sentence, pairs),
      ...exceeds(sentence),
      ...pairs.slice(0, 1).flatMap((pair) => [...unchanged(sentence, pair), ...strongly(sentence, pair)]),
    ]
  })

const contrast = /(?<!\p{L})(?:men|medan|däremot|trots|fast|utom|förutom|dock)(?!\p{L})/iu
const comparative =
  /(?<!\p{L})(?:oftare|mer sällan|vanligare|ovanligare|fler|färre|högre|lägre|större|mindre|längre|kortare|bättre|sämre|dyrare|billigare)(?!\p{L})/iu
const against = /(?<!\p{L})(?:mot|jämfört med|att jämföra med|än|och|respektive)(?!\p{L})/iu

/** "Får oftare avslag: 12 procent mot 12 procent". */
function equalButCompared(sentence: Sentence): Finding[] {
  const shares = sentence.quantities.filter(({ unit, isWord, isRange }) => unit === 'percent' && !isWord && !isRange)
  const [one, other, ...more] = shares
  if (!one || !other || more.length > 0 || one.value !== other.value || one.hedge !== null || other.hedge !== null)
    return []
  const [at, otherAt] = [one, other].map((each) => sentence.template.indexOf(characterOf(sentence, each))) as [
    number,
    number,
  ]
  const word = comparative.exec(sentence.template.slice(0, at))?.[0]
  if (!word || !against.test(sentence.template.slice(at, otherAt))) return []
  return [told(sentence, word, { before: other, after: one })]
}

const than =
  /(?<!\p{L})(?<!(?:inte|ej|aldrig|inga|ingen|inget|vare sig|lite|något) )(?:(?<up>fler|högre|större|längre|dyrare|oftare|vanligare)|(?<down>färre|lägre|mindre|kortare|billigare|mer sällan|ovanligare))(?: [\p{L}\uE000-\uF8FF()-]+){0,5}? än (?![\uE000-\uEFFF])(?<base>[\p{L}\uF000-\uF8FF-]+)/iu

/**
 * "Högre i april (602) än i mars (640)", "kvinnor väntar längre än män, 12 mot 15 dagar": the value of what is compared, and of
 * what it is compared with, which stands after "än" or last of the two. Only where the sentence has those two.
 */
function otherWay(sentence: Sentence): Finding[] {
  const { template } = sentence
  const found = than.exec(template)
  const changed = new Set(changesIn(sentence).map(({ quantity }) => quantity))
  const levels = sentence.quantities.filter((each) => !changed.has(each) && each.unit !== 'points')
  const [one, other] = levels
  if (!found || !one || !other || levels.length > 2 || !areAlike(one, other)) return []
  const [at, otherAt] = [one, other].map((each) => template.indexOf(characterOf(sentence, each))) as [number, number]
  const thanAt = found.index + found[0].lastIndexOf(' än ')
  const base = stem(found.groups?.base ?? '')
  // Both after the words: "fler män än kvinnor: 94 kvinnor och 80 män" names them, else they stand in the order of the words.
  const isSwapped = at > thanAt && one.thing === base && other.thing !== base
  const isOrdered =
    otherAt > thanAt &&
    (at < thanAt ||
      /^[^\uE000-\uEFFF]{0,30}(?:mot|respektive|och|jämfört med|än)(?!\p{L})/u.test(template.slice(at + 1, otherAt)))
  const [after, before] = isSwapped ? [other, one] : [one, other]
  const isUp = after.low > before.high ? true : after.high < before.low ? false : null
  if ((!isSwapped && !isOrdered) || isUp === null || isUp === (found.groups?.up !== undefined)) return []
  return [told(sentence, found.groups?.up ?? found.groups?.down ?? '', { before, after })]
}

const exceeding = pattern(
  `{q}[^.;:!?\uE000-\uEFFF]{0,30}(?<!\\p{L})(?:(överstiger|översteg|överskrider|överskred)|(understiger|understeg|underskrider|underskred))(?: (?!med(?!\\p{L}))[\\p{L}:.]+){0,6} {q}`,
)

/** "Kostnaden på 8,6 mnkr understiger budgeten på 8,0". */
const exceeds = (sentence: Sentence): Finding[] =>
  [...sentence.template.matchAll(exceeding)].flatMap((match) => {
    const [after, before] = [quantityOf(sentence, match[1]), quantityOf(sentence, match[4])]
    const isUp = after.low > before.high ? true : after.high < before.low ? false : null
    const word = match[2] ?? match[3] ?? ''
    const isRight = isUp === null || isUp === (match[2] !== undefined)
    return isRight || !areAlike(after, before) || isBare(after) ? [] : [told(sentence, word, { before, after })]
  })

const becomes =
  /(?:blivit|blev|är|var|blir) (?:allt |något |betydligt |nu )?(?:(?<up>fler|högre|större|längre|dyrare)|(?<down>färre|lägre|mindre|kortare|billigare))(?! än)[^.;!?\uE000-\uEFFF]{0,30}[:,(][^.;!?\uE000-\uEFFF]{0,15}$/iu

/** "Har blivit fler: 88 jämfört med 73": the first of the two that are compared is what they have become. */
function become(sentence: Sentence, [pair]: Pair[]): Finding[] {
  const found = pair?.isOrdered ? becomes.exec(sentence.template.slice(0, pair.at)) : null
  if (!found || !pair) return []
  const isUp = pair.after.low > pair.before.high ? true : pair.after.high < pair.before.low ? false : null
  const word = found.groups?.up ?? found.groups?.down ?? ''
  return isUp === null || isUp === (found.groups?.up !== undefined) ? [] : [told(sentence, word, pair)]
}

const areAlike = (one: Quantity, other: Quantity): boolean =>
  [one, other].every(({ isRange, isWord, sign, hedge }) => !isRange && !isWord && sign === '' && hedge === null) &&
  (one.unit === other.unit || isBare(one) || isBare(other)) &&
  (one.unit !== 'money' || one.per === other.per) &&
  (one.unit !== 'time' || one.thing === other.thing)

const told = (sentence: Sentence, word: string, { before, after }: Pick<Pair, 'before' | 'after'>): Finding => ({
  ...{ kind: 'direction', severity: 'error', word, before: before.text, after: after.text },
  places: [placeOf(sentence, wordIn(sentence, word)), placeOf(sentence, after), placeOf(sentence, before)],
})

/** Where a word of the sentence stands in the block. */
function wordIn({ from, text }: Sentence, word: string): { from: number; until: number } {
  const at = from + Math.max(0, text.indexOf(word))
  return { from: at, until: at + word.length }
}

const sameWord =
  /(?<!\p{L})(?:(?:är|var|ligger|låg|varit|legat) (?:helt )?oförändra\p{L}*|(?:på|ligger kvar på) samma nivå|lika (?:många|stor|stora|stort|hög|höga|högt|mycket)|ingen skillnad)(?!\p{L})/iu
const nearly =
  /(?:i stort sett|nästan|relativt|ungefär|närmast|i princip|praktiskt taget|så gott som) (?:\p{L}+ ){0,2}$/iu

/** "Är oförändrat, 45 mot 52": a tenth apart at least. */
function unchanged(sentence: Sentence, { before, after }: Pair): Finding[] {
  const found = sameWord.exec(sentence.template)
  if (!found || meet(before, after) || before.value === 0) return []
  const apart = Math.abs(after.value - before.value) / Math.abs(before.value)
  const isNearly = nearly.test(sentence.template.slice(Math.max(0, found.index - 40), found.index))
  return apart < (isNearly ? 0.2 : 0.1) ? [] : [told(sentence, found[0], { before, after })]
}

const strong =
  /(?<!\p{L})(?:kraftig\p{L}*|markant\p{L}*|dramatisk\p{L}*|avsevär\p{L}*|betydlig\p{L}*|väsentlig\p{L}*|rejäl\p{L}*)(?= (?:\p{L}+ ){0,1}?(?:fler|färre|högre|lägre|mer|mindre|ök\p{L}*|minsk\p{L}*|steg|stigit|sjönk\p{L}*|sjunk\p{L}*|förbättr\p{L}*|försämr\p{L}*))|(?<=(?:ök|minsk|steg|stig|sjönk|sjunk|gått upp|gått ned|gick upp|gick ned)\p{L}* )(?:kraftigt|markant|dramatiskt|avsevärt|betydligt|väsentligt|rejält)(?!\p{L})/iu

/** "En kraftig ökning, från 601 till 604": less than a fiftieth. */
function strongly(sentence: Sentence, { before, after }: Pair): Finding[] {
  const word = strong.exec(sentence.template)?.[0]
  const isLevel = ({ unit }: Quantity) => unit === 'count' || unit === 'money'
  if (!word || before.value <= 0 || !isLevel(before) || !isLevel(after) || before.value === after.value) return []
  const percent = (Math.abs(after.value - before.value) / before.value) * 100
  if (percent >= 2) return []
  const facts = { word, before: before.text, after: after.text, percent }
  return [
    {
      kind: 'small-change',
      severity: 'question',
      places: [placeOf(sentence, wordIn(sentence, word)), placeOf(sentence, after)],
      ...facts,
    },
  ]
}
