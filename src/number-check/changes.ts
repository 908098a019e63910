import { isAlike, isBare, likeOther, type Quantity } from './quantity.ts'
import { characterOf, pattern, quantityOf, type Sentence } from './sentences.ts'

/** 1 up, −1 down, 0 not said. */
export type Direction = 1 | -1 | 0

/** How much something has changed, as it is said. */
export type Change = { quantity: Quantity; direction: Direction; at: number; word?: string }

/** Two values of the same thing that the text sets against each other. `isOrdered` is false when it does not say which is the base. */
export type Pair = { before: Quantity; after: Quantity; isOrdered: boolean; at: number; until: number }

const down =
  'minsk\\p{L}*|sjunk\\p{L}*|sjönk|sänk\\p{L}*|nedgång\\p{L}*|gått ned|gick ned|gått ner|gick ner|reducer\\p{L}*|fallit|föll|tapp\\p{L}*|krymp\\p{L}*|kortat\\p{L}*|förkort\\p{L}*|spara\\p{L}*|understig\\p{L}*|understeg|underskrid\\p{L}*|underskred'
const up =
  'ök\\p{L}*|steg|stigit|stiger|höj\\p{L}*|uppgång\\p{L}*|tillväxt\\p{L}*|väx\\p{L}*|vuxit|gått upp|gick upp|tillskott|förläng\\p{L}*|förstärk\\p{L}*|uppräkn\\p{L}*|utök\\p{L}*|överstig\\p{L}*|översteg|överskrid\\p{L}*|överskred'
const either =
  'försämr\\p{L}*|förbättr\\p{L}*|förändr\\p{L}*|skillnad\\p{L}*|\\p{L}*differens\\p{L}*|mellanskillnad\\p{L}*|\\p{L}*avvikelse\\p{L}*|överskott\\p{L}*|underskott\\p{L}*|\\p{L}*besparing\\p{L}*|förbättring\\p{L}*|försämring\\p{L}*|improvement|resultatet|(?<=(?:ger|blir|gav|blev) en )nettokostnad'
const more = 'fler|högre|mer|större|dyrare|längre'
const fewer = 'färre|lägre|mindre|billigare|kortare'
const weak = /överskott|underskott|resultatet|nettokostnad|avvikelse/iu
const judged = 'bättre|sämre'

export const directionWord = new RegExp(`(?<!\\p{L})(?:(${down}|${fewer})|(${up}|${more}))(?!\\p{L})`, 'iu')

const directionOf = (word: string): Direction => {
  const found = directionWord.exec(word)
  return found?.[1] ? -1 : found?.[2] ? 1 : 0
}

const said = pattern(
  `(?<!\\p{L})(${down}|${up}|${either})(?!\\p{L})(?:(?! som | att )[^.;:!?()\uE000-\uEFFF]){0,50}?(?<!\\p{L})(?:med|på|om|är|var|blir|blev|motsvarar|motsvarade|utgör|uppgår till|uppgick till)(?: [\\p{L}:.]+){0,3}? {q}`,
)
/** "Steg snittbeloppet 700 kronor", "sjönk 1,4 procentenheter": the amount straight after the verb and what it is of. */
const straight = pattern(
  `(?<!\\p{L})(minskade|minskat|minskar|sjunkit|sjönk|sjunker|sänktes|sänkts|föll|fallit|krympte|ökade|ökat|ökar|steg|stigit|stiger|höjdes|höjts|växte|vuxit|växer)(?: (?!(?:till|från|i|under|av|som|att|mot|än|och|men|för|vid|mellan|hos|bland|per|med|på|om|när|då|var|är|fick|hade|har)(?!\\p{L}))[\\p{L}-]+){0,3}? {q}`,
)
const saved = pattern(`(?<!\\p{L})((?:sparat|besparat|sparade|spara)) (?:[\\p{L}:.]+ ){0,3}?{q}`)
const compared = pattern(`{q}(?: [\\p{L}-]+){0,2}? (?<!eller )(${more}|${fewer}|${judged})(?!\\p{L})(?! (?:eller|per))`)
/** "1,7 mnkr över budgeten på 30,0 mnkr". */
const beside = pattern(
  `{q}(?: [\\p{L}-]+){0,1}? (över|under) (?:den )?(?:\\p{L}*budget\\p{L}*|prognos\\p{L}*|målet|plan(?:en)?|riks\\p{L}+|\\p{L}*snittet|förra|fjol\\p{L}*)(?!\\p{L})`,
)
const alsoAs = pattern(
  `{q}(?: [\\p{L}-]+){0,2}?,? (?:\\(|eller |motsvarande |det vill säga |dvs\\.? |d\\.v\\.s\\. |vilket motsvarar |vilket är |alltså )(?:[\\p{L}:.]+ ){0,2}?{q}`,
)
const fromTo = pattern(
  `(?<!\\p{L})från(?: [\\p{L}:.]+){0,4}? {q}(?:[^.;:!?\uE000-\uEFFF]{0,80}?)(?<!\\p{L})till(?: [\\p{L}:.]+){0,4}? {q}`,
)
const arrow = pattern(`{q}{n} ?(?:→|->|=>) ?{q}`)
const afterPair = pattern(
  `^(?: [\\p{L}\uF000-\uF8FF-]+){0,6}?,? ?(?:\\(|– |(?:vilket|som|det) (?:är|motsvarar|motsvarade|innebär|innebar|ger|gav|blir)(?: [\\p{L}:.]+){0,4}? |motsvarande (?:[\\p{L}]+ ){0,3}?|(?:det vill säga|alltså|således) (?:[\\p{L}]+ ){0,3}?|dvs\\.? (?:[\\p{L}]+ ){0,3}?){q}`,
  'iu',
)

/** "Från 34 till 38 procent, fyra procentenheter": with nothing more said of it in its clause. */
const aside = pattern('^(?: [\\p{L}-]+){0,3}?(?:,| –) {q}(?=(?: [\\p{L}-]+){0,1} ?(?:[.;,)]|–|$))', 'iu')

/** Nearly all checks ask for a sentence's changes, so they are found once. */
const known = new WeakMap<Sentence, Change[]>()

/** What a sentence says has changed, and by how much. */
export function changesIn(sentence: Sentence): Change[] {
  const before = known.get(sentence)
  const changes = before ?? (sentence.quantities.length > 0 ? findChanges(sentence) : [])
  if (!before) known.set(sentence, changes)
  return changes
}

function findChanges(sentence: Sentence): Change[] {
  const { template } = sentence
  const found = new Map<Quantity, Change>()
  const weakly: { quantity: Quantity; match: RegExpExecArray }[] = []
  const add = (quantity: Quantity, direction: Direction, at: number, word?: string) => {
    if (quantity.isRange || found.has(quantity)) return
    found.set(quantity, { quantity, direction: signOf(quantity) ?? direction, at, ...(word && { word }) })
  }
  for (const match of template.matchAll(said)) {
    const quantity = quantityOf(sentence, match[2])
    if (isLevel(match[1]!, template.slice(match.index + match[0].length))) continue
    // The result of a year is a difference, that of a survey is none.
    if (weak.test(match[1]!)) weakly.push({ quantity, match })
    else add(quantity, directionOf(match[1]!), match.index)
  }
  for (const match of template.matchAll(straight))
    add(quantityOf(sentence, match[2]), directionOf(match[1]!), match.index)
  for (const match of template.matchAll(saved)) add(quantityOf(sentence, match[2]), -1, match.index)
  for (const match of template.matchAll(compared)) {
    const before = template.slice(Math.max(0, match.index - 12), match.index)
    if (!/(?:till|från)(?: [\p{L}:.]+){0,1} $/iu.test(before))
      add(quantityOf(sentence, match[1]), directionOf(match[2]!), match.index)
  }
  for (const match of template.matchAll(beside))
    add(quantityOf(sentence, match[1]), match[2]!.toLowerCase() === 'över' ? 1 : -1, match.index, match[2]!)
  for (const { at, until } of pairsFromTo(sentence)) {
    const match = afterPair.exec(template.slice(until, until + 120)) ?? aside.exec(template.slice(until, until + 80))
    const quantity = match && quantityOf(sentence, match[1])
    const isChange = quantity && (quantity.unit === 'percent' || quantity.unit === 'points' || quantity.sign !== '')
    if (quantity && (isChange || /(?:(?:med|på|om) .|^[^\uE000-\uEFFF]*, .)$/u.test(match[0]))) add(quantity, 0, at)
  }
  // A deficit is a difference where nothing else is said to have changed; else it is what has changed.
  if (found.size === 0)
    for (const { quantity, match } of weakly)
      if (quantity.unit === 'money' || !/^resultat/i.test(match[1]!)) add(quantity, 0, match.index)
  for (const match of overlapping(template, alsoAs)) {
    const first = found.get(quantityOf(sentence, match[1]))
    const second = quantityOf(sentence, match[2])
    if (first && second.unit !== first.quantity.unit && !isBare(second)) add(second, first.direction, match.index)
  }
  return [...found.values()]
}

/** "Ett underskott på 22 919 tkr, jämfört med 23 258 tkr i förra prognosen": set against another, it is no change itself. */
const isLevel = (word: string, after: string): boolean =>
  /skott/iu.test(word) &&
  /^[^.;:!?()\uE000-\uEFFF]{0,40}(?:jämfört med|att jämföra med|mot)(?: (?!budget)[\p{L}:.-]+){0,4}? [\uE000-\uEFFF]/iu.test(
    after,
  )

/** All places where a pattern fits, also those that begin inside another: "68, det vill säga med 12 (15 %)". */
export function* overlapping(template: string, expression: RegExp): Generator<RegExpExecArray> {
  const own = new RegExp(expression)
  for (let match = own.exec(template); match; match = own.exec(template)) {
    yield match
    own.lastIndex = match.index + 1
  }
}

/** A printed sign says the direction itself. */
const signOf = ({ sign }: Quantity): Direction | null => (sign === '+' ? 1 : sign === '-' ? -1 : null)

/** "Från 45 stycken till 37", "38,1 → 26,7": of the same thing, and not from one day to another. */
export function pairsFromTo(sentence: Sentence): Pair[] {
  if (sentence.quantities.length < 2) return []
  return [...sentence.template.matchAll(fromTo), ...sentence.template.matchAll(arrow)].flatMap((match): Pair[] => {
    const pair = alike(quantityOf(sentence, match[1]), quantityOf(sentence, match[2]))
    // "Från 18 år till 25 år" is an age; what has grown shorter is a length of time.
    const isTimed =
      pair?.[0].unit === 'time' &&
      !/halver|dubbl/i.test(sentence.template) &&
      !directionWord.test(sentence.template.slice(0, match.index))
    if (!pair || isTimed || pair.some(({ isRange }) => isRange)) return []
    return [{ before: pair[0], after: pair[1], isOrdered: true, at: match.index, until: match.index + match[0].length }]
  })
}

/** Both as the same thing, a bare one taking unit and noun of the other; null when they are two things. */
export function alike(one: Quantity, other: Quantity): [Quantity, Quantity] | null {
  // "Från 8 400 kr till 9 240 kr per hushåll": what is said of one of them holds for both.
  const per = one.per ?? other.per
  const pair: [Quantity, Quantity] = [
    { ...likeOther(one, other), per },
    { ...likeOther(other, one), per: one.per !== null && other.per !== null ? other.per : per },
  ]
  return isAlike(...pair) && !(isBare(pair[0]) && isBare(pair[1]) && one.hedge !== null && other.hedge !== null)
    ? pair
    : null
}

export const baseBefore =
  /(?:(?:(?:över|under)(?= (?:den )?(?:\p{L}*budget|prognos|målet|plan|riks|\p{L}*snittet|förra|fjol))|jämfört med|jämföra med|jämföras med|jämfört mot|jämförelse med|gentemot|mot|än|som bland|som hos|som i|som för|som under|stället för|i stället för|efter(?! (?:avskriv|avdrag|skatt|finansi))|tidigare)(?: [\p{L}\uF000-\uF8FF:.,-]+){0,9}?|från(?: (?!(?:var|är|blev|hade|har|uppgick)(?!\p{L}))[\p{L}\uF000-\uF8FF:.,-]+){0,9}?)(?: | \()$/iu
const baseAfter =
  /^[^.;:!?()\uE000-\uEFFF]{0,25}(?:året innan|året före|föregående|förra|i fjol|tidigare|dessförinnan|innan dess)/iu
const comparing =
  /(?<!\p{L})(?:jämfört|jämföra|jämförelse|gentemot|mot|än|medan|året innan|året före|föregående|förra|fjol|samma period|motsvarande period|tidigare|budget\p{L}*|prognos\p{L}*|innan|från|sedan|då|som bland|som hos|som för|intäkt\p{L}*)(?!\p{L})/iu

/**
 * The one pair of values that a sentence compares without "från … till": there are two of the same thing, and the sentence
 * says that they are compared, or of two different times.
 */
export function pairCompared(sentence: Sentence, changes: Change[]): Pair | null {
  const plain = levelsIn(sentence, changes)
  const changed = new Set(changes.map(({ quantity }) => quantity))
  const lengths = sentence.quantities.filter((each) => each.unit === 'time' && !each.isRange && !changed.has(each))
  const isOfTwo = new Set(sentence.periods.map(({ text }) => text.toLowerCase())).size === 2 && changed.size > 0
  const isOfTime = plain.length === 0 && lengths.length === 2 && (isOfTwo || /jämför/iu.test(sentence.template))
  const levels = isOfTime ? lengths : plain.length > 2 ? plain.filter((each) => isLevelOf(each, changes)) : plain
  const [one, other] = levels
  if (!one || !other || levels.length > 2 || /varav|fördela|uppdela|består/i.test(sentence.template)) return null
  const pair = alike(one, other)
  if (!pair) return null
  const { template } = sentence
  const [at, otherAt] = [one, other].map((each) => template.indexOf(characterOf(sentence, each))) as [number, number]
  const isBase = (place: number) =>
    baseBefore.test(template.slice(Math.max(0, place - 90), place)) ||
    baseAfter.test(template.slice(place + 1, place + 60))
  const [isFirst, isSecond] = [isBase(at), isBase(otherAt)]
  // "Minskade med 8 procent till 1 600 brott, medan … med 1 procent till 1 718": two ends, and no beginning.
  const isEnd = (place: number) =>
    /(?<!\p{L})till(?: [\p{L}:.]+){0,2} $/iu.test(template.slice(Math.max(0, place - 40), place))
  if (changes.length > 1 && isEnd(at) && isEnd(otherAt)) return null
  // "Intäkterna, 6,1 mnkr, blev 0,4 högre medan kostnaderna, 88,3 mnkr, blev 1,2 högre": each has its own change.
  if (changes.length > 1 && /(?<!\p{L})medan(?!\p{L})/iu.test(template.slice(at, otherAt))) return null
  if (isSecond && !isFirst) return { before: pair[1], after: pair[0], isOrdered: true, at, until: otherAt + 1 }
  if (isFirst && !isSecond) return { before: pair[0], after: pair[1], isOrdered: true, at, until: otherAt + 1 }
  const years = sentence.periods.flatMap(({ text }) => text.match(/(?:19|20)\d\d/g) ?? [])
  const isTimed = new Set(sentence.periods.map(({ text }) => text.toLowerCase())).size > 1 || new Set(years).size > 1
  if (!isTimed && !comparing.test(template)) return null
  return { before: pair[0], after: pair[1], isOrdered: false, at, until: otherAt + 1 }
}

/** Of several values those that the change can be between: shares for percentage points, and the noun of a count. */
const isLevelOf = (level: Quantity, changes: Change[]): boolean =>
  changes.some(({ quantity }) =>
    quantity.unit === 'points'
      ? level.unit === 'percent'
      : quantity.unit === 'money' && level.unit === 'money' && level.per === quantity.per,
  )

/** Values that are no changes, no parts of another and no lengths of time. */
export function levelsIn(sentence: Sentence, changes: Change[]): Quantity[] {
  const changed = new Set(changes.map(({ quantity }) => quantity))
  const parts = new Set(
    [...sentence.template.matchAll(partOf)].flatMap((match) => [
      quantityOf(sentence, match[1]),
      quantityOf(sentence, match[2]),
    ]),
  )
  return sentence.quantities.filter(
    (each) =>
      !changed.has(each) &&
      !parts.has(each) &&
      each.unit !== 'time' &&
      each.unit !== 'points' &&
      each.thing !== 'gang' &&
      !each.isRange &&
      !each.isWord,
  )
}

const partOf = pattern(`{q}{n} av (?:[\\p{L}]+ ){0,2}?{q}`)
