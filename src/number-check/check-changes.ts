import {
  type Change,
  changesIn,
  directionWord,
  levelsIn,
  type Pair,
  pairCompared,
  pairsFromTo,
  alike,
  baseBefore,
} from './changes.ts'
import { amountLike, type Finding } from './finding.ts'
import { difference, type Interval, meet, type Quantity, ratio, roundAmount, times } from './quantity.ts'
import { checkMultiples } from './check-multiples.ts'
import { characterOf, type Paragraph, placeOf, type Sentence } from './sentences.ts'
import { topicsOf } from './nouns.ts'

/**
 * What is said to have changed against the two values it changed between: by how many, by how many per cent, and which way.
 * Only values that the sentence itself sets against each other are compared, or the one before or after it when it speaks of them.
 */
export function checkChanges({ sentences }: Paragraph): Finding[] {
  return sentences.flatMap((sentence, at) => {
    const changes = changesIn(sentence)
    const own = pairsOf(sentence, changes)
    const pairs = own.length > 0 ? own : pairsAround(sentences, at, changes)
    const around = `${sentences[at - 1]?.text ?? ''} ${sentence.text}`
    return [
      ...changes.flatMap((change) => checkChange(sentence, change, nearest(pairs, change), around)),
      ...own.flatMap((pair) => checkDirection(sentence, pair)),
      ...checkMultiples(sentence, pairs),
      ...checkTrend(sentence),
    ]
  })
}

export function pairsOf(sentence: Sentence, changes: Change[]): Pair[] {
  const pairs = pairsFromTo(sentence)
  if (pairs.length > 0) return pairs
  const compared = pairCompared(sentence, changes)
  return compared ? [compared] : []
}

const speaksOfBefore =
  /^\s?(?:[–-]\s)?(?:det(?:ta)?|den|minskningen|ökningen|skillnaden|differensen|förändringen|avvikelsen|nedgången|uppgången|alltså|därmed|försämringen|förbättringen|höjningen|sänkningen|besparingen|överskottet|underskottet)(?!\p{L})/iu

/** The values are in the sentence before, when this one speaks of it, or in the next, when that has the same topic and nothing else. */
function pairsAround(sentences: Sentence[], at: number, changes: Change[]): Pair[] {
  const sentence = sentences[at]!
  const before = sentences[at - 1]
  const next = sentences[at + 1]
  if (changes.length === 0 && !/dubbl|dubbelt|halver|gånger så/i.test(sentence.template)) return []
  const speaks =
    speaksOfBefore.test(sentence.template) || /(?<!\p{L})(?:alltså|således|därmed)(?!\p{L})/iu.test(sentence.template)
  const [level, ...levels] = levelsIn(sentence, changes)
  if (level) {
    if (!before || levels.length > 0) return []
    const base = speaks ? pairWithBase(before, sentence, level) : []
    return base.length > 0 ? base : pairWithLevel(before, sentence, level, changes)
  }
  if (before && speaks) {
    const found = pairsOf(before, changesIn(before))
    if (found.length > 0) return found.length === 1 ? found : []
    return [...pairOfTwo(sentences[at - 2], before), ...pairOfChanges(before)]
  }
  if (!next || changesIn(next).length > 0) return []
  const pairs = pairsOf(next, [])
  const things = pairs.flatMap(({ before: one }) => (one.thing ? [one.thing] : []))
  const topics = topicsOf(sentence.text)
  const isNext = things.some((thing) => topics.has(thing)) || (changes.length === 0 && tells.test(next.template))
  return pairs.length === 1 && isNext ? pairs : []
}

const isBase = new RegExp(
  `${baseBefore.source}|så (?:många|mycket|stor\\p{L}*|hög\\p{L}*) som[^.;:!?\uE000-\uEFFF]{0,60}$`,
  'iu',
)

/** "Kön har halverats. Då väntade 96 personer och nu är det 48." */
const tells = /^\s?(?:då|från|i fjol|förra|tidigare|nu|i dag|antalet|[\uF000-\uF8FF])(?!\p{L})/iu

/** "Målet är 500 hushåll. Det är en minskning med 20 procent från dagens 625 hushåll." */
function pairWithBase(before: Sentence, sentence: Sentence, base: Quantity): Pair[] {
  const at = sentence.template.indexOf(characterOf(sentence, base))
  const [level, ...levels] = levelsIn(before, changesIn(before))
  const pair =
    level && levels.length === 0 && isBase.test(sentence.template.slice(Math.max(0, at - 90), at))
      ? alike(level, base)
      : null
  return pair ? [{ before: pair[1], after: pair[0], isOrdered: true, at: 0, until: 0 }] : []
}

const anotherBase = /^[^.;:!?\uE000-\uEFFF]{0,40}(?<!\p{L})(?:än|jämfört|mot|gentemot|sedan|från)(?!\p{L})/iu
const tied =
  /(?:det vill säga|dvs\.?|d\.v\.s\.|alltså|därmed|vilket (?:är|var|innebär|innebar)|, (?:en|ett) \p{L}+ (?:på|med|om)|[,–(])(?: [\p{L}.]+){0,2} ?$/iu

/** "I mars fick 655 hushåll bistånd. I april hade antalet sjunkit till 634, det vill säga 21 färre." */
function pairWithLevel(before: Sentence, sentence: Sentence, level: Quantity, changes: Change[]): Pair[] {
  const [base, ...bases] = levelsIn(before, changesIn(before))
  // "Högst 550" is a goal, and what is over it is over 550.
  const from = base && { ...base, ...(base.hedge && { low: base.value, high: base.value }) }
  const pair = from && bases.length === 0 && before.quantities.length === 1 ? alike(from, level) : null
  const [one] = changes
  const times = [before, sentence].map(({ periods }) => periods.map(({ text }) => text.toLowerCase()).join())
  if (!pair || !one || times[0] === times[1] || times.some((each) => each === '')) return []
  const isOfOneSize = pair[0].value < pair[1].value * 3 && pair[1].value < pair[0].value * 3
  const shared = [...topicsOf(before.text)].filter((topic) => topicsOf(sentence.text).has(topic))
  const isOfOneThing =
    shared.length > 1 || /(?<!\p{L})(?:antalet|siffran|motsvarande|samma|andelen)(?!\p{L})/iu.test(sentence.template)
  const at = sentence.template.indexOf(characterOf(sentence, one.quantity))
  const isOwn =
    !anotherBase.test(sentence.template.slice(at + 1)) && tied.test(sentence.template.slice(Math.max(0, at - 60), at))
  return isOfOneSize && isOfOneThing && isOwn
    ? [{ before: pair[0], after: pair[1], isOrdered: false, at: 0, until: 0 }]
    : []
}

/** "Till och med mars ett underskott om 5 824 tkr och till och med april om 10 259 tkr." */
function pairOfChanges(sentence: Sentence): Pair[] {
  const changes = changesIn(sentence).map(({ quantity }) => quantity)
  const [one, other, ...more] = changes
  const isAll = sentence.quantities.filter(({ unit }) => unit === one?.unit).length === 2
  if (!one || !other || more.length > 0 || !isAll || one.unit !== 'money' || other.unit !== 'money') return []
  const areCompared = sentence.periods.length > 1 || /jämför|fjol|förra|tidigare/iu.test(sentence.template)
  return areCompared ? [{ before: one, after: other, isOrdered: false, at: 0, until: 0 }] : []
}

const now =
  /(?<!\p{L})(?:i dag|idag|nu|i år|i fjol|i höstas|i våras|i vintras|förra|för \p{L}+ år sedan|tidigare)(?!\p{L})/iu

/** "Under 2020 var det 38,1. Under 2021 var det 26,7." */
function pairOfTwo(first: Sentence | undefined, second: Sentence): Pair[] {
  if (!first) return []
  const [one, ...more] = levelsIn(first, changesIn(first))
  const [other, ...others] = levelsIn(second, changesIn(second))
  if (!one || !other || more.length > 0 || others.length > 0) return []
  const years = [first, second].map(({ periods }) => periods.map(({ text }) => text).join())
  const pair = alike(one, other)
  const areTimed = years[0] !== years[1] && years.every(Boolean)
  return pair && (areTimed || [first, second].some(({ template }) => now.test(template)))
    ? [{ before: pair[0], after: pair[1], isOrdered: false, at: 0, until: 0 }]
    : []
}

const nearest = (pairs: Pair[], { at }: Change): Pair[] =>
  pairs.toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))

/** Silent when the change fits any of the pairs: which one it belongs to is not always said. */
function checkChange(sentence: Sentence, change: Change, pairs: Pair[], around: string): Finding[] {
  const { quantity } = change
  // What has turned from a surplus into a deficit has changed by both of them together.
  if (/överskott/iu.test(around) && /underskott/iu.test(around)) return []
  const possible = pairs.filter((pair) => isComparable(quantity, pair))
  const [pair] = possible
  const fitting = possible.filter((each) => fits(quantity, each))
  if (!pair || fitting.length > 0) return wrongWay(sentence, change, fitting)
  const { before, after } = pair
  const facts = { printed: quantity.text, before: before.text, after: after.text }
  const places = [placeOf(sentence, quantity), placeOf(sentence, after), placeOf(sentence, before)]
  const points = before.unit === 'percent' && quantity.unit === 'percent'
  if (points && meet(magnitude(difference(after, before)), magnitude(quantity)))
    return [
      {
        kind: 'points',
        severity: 'question',
        places,
        ...facts,
        expected: amountLike(quantity, relative(after, before)!),
      },
    ]
  const as = quantity.unit === 'percent' ? 'percent' : quantity.unit === 'points' ? 'points' : 'difference'
  const expected = as === 'percent' ? relative(after, before) : difference(after, before)
  return expected
    ? [{ kind: 'change', severity: 'error', places, as, ...facts, expected: amountLike(quantity, middle(expected)) }]
    : []
}

function isComparable(quantity: Quantity, { before, after }: Pair): boolean {
  if (quantity === before || quantity === after || quantity.per !== null) return false
  if ((quantity.unit === 'time') !== (before.unit === 'time') && quantity.unit !== 'percent') return false
  if (quantity.unit === 'percent') return before.value !== 0
  if (quantity.unit === 'points') return before.unit === 'percent'
  return alike(quantity, before) !== null && before.unit !== 'percent'
}

function fits(quantity: Quantity, { before, after, isOrdered }: Pair): boolean {
  const printed = magnitude(quantity.unit === 'money' ? roundAmount(quantity) : quantity)
  if (quantity.unit !== 'percent') {
    const [change] = quantity.unit === 'points' ? [quantity] : (alike(quantity, before) ?? [quantity])
    const own = quantity.unit === 'points' ? printed : magnitude(change.unit === 'money' ? roundAmount(change) : change)
    return meet(magnitude(difference(after, before)), own)
  }
  const bases = isOrdered
    ? [[after, before]]
    : [
        [after, before],
        [before, after],
      ]
  return bases.some(([to, from]) => {
    const share = relative(to!, from!)
    return share !== null && meet(magnitude(share), printed)
  })
}

/** The change in per cent of what it was. */
function relative(to: Quantity, from: Quantity): Interval | null {
  const [low, high] = [Math.abs(from.value) - (from.high - from.low) / 2, Math.abs(from.value)]
  if (low <= 0 || !Number.isFinite(high)) return null
  const change = ratio(to, from)
  return change && times({ low: change.low - 1, high: change.high - 1 }, 100)
}

/** Without sign: a fall of 44 is told as 44. */
function magnitude({ low, high }: Interval): Interval {
  if (low >= 0) return { low, high }
  return high <= 0 ? { low: -high, high: -low } : { low: 0, high: Math.max(-low, high) }
}

const middle = ({ low, high }: Interval): Interval => {
  const value = (low + high) / 2
  return { low: value, high: value }
}

/** "En ökning med 32, från 140 till 108": the size is right, and the word is not. Silent when the text does not say which came first. */
function wrongWay(sentence: Sentence, { quantity, direction, at, word: own }: Change, pairs: Pair[]): Finding[] {
  const [pair] = pairs
  const isOther = pairs.every(
    ({ before, after, isOrdered }) => isOrdered && Math.sign(after.value - before.value) === -direction,
  )
  const word = own ?? directionWord.exec(sentence.template.slice(at, at + 90))?.[0]
  if (!pair || !word || direction === 0 || !isOther || quantity.sign !== '') return []
  const { before, after } = pair
  const places = [quantity, after, before].map((each) => placeOf(sentence, each))
  return [{ kind: 'direction', severity: 'error', places, word, before: before.text, after: after.text }]
}

/** "Har minskat från 37 till 45": the word says one thing and the values another. */
function checkDirection(sentence: Sentence, pair: Pair): Finding[] {
  if (!pair.isOrdered || pair.before.value === pair.after.value) return []
  const isUp = pair.after.low > pair.before.high ? 1 : pair.after.high < pair.before.low ? -1 : 0
  const before = sentence.template.slice(Math.max(0, pair.at - 70), pair.at)
  const isFrom = /^från/iu.test(sentence.template.slice(pair.at))
  const governing = (isFrom ? before.replace(/: $/u, ' ') : before).match(verb)?.[0] ?? ''
  const word = directionWord.exec(governing)
  // "Mer än halverats" says nothing of which way.
  const isMultiple = /(?:mer|mindre) än (?:ha )?(?:halver|dubbl|fördubbl|tredubbl)/iu.test(governing)
  const stated = isMultiple ? 0 : word?.[1] ? -1 : word?.[2] ? 1 : 0
  if (isUp === 0 || stated === 0 || stated === isUp) return []
  const facts = { word: word![0], before: pair.before.text, after: pair.after.text }
  return [
    {
      kind: 'direction',
      severity: 'error',
      places: [placeOf(sentence, pair.after), placeOf(sentence, pair.before)],
      ...facts,
    },
  ]
}

/** The verb that stands before "från" with nothing but words between. */
const verb = /(?<!\p{L})\p{L}+(?: [\p{L}\uF000-\uF8FF-]+){0,6},? $/u

const always =
  /(?<!\p{L})(?:varje år|år för år|i rad|år efter år|stadigt|successivt|gradvis|de senaste åren|sedan \S+:)/iu

/** "Har minskat varje år: 105 år 2007, 113 år 2008 och 163 år 2009": three values or more with their years in order. */
function checkTrend(sentence: Sentence): Finding[] {
  const word = directionWord.exec(sentence.template)
  const levels = sentence.quantities.filter(
    ({ unit, isRange }) => (unit === 'count' && !isRange) || (unit === 'money' && !isRange),
  )
  const years = sentence.periods.filter(
    ({ text, from }) => /(?:19|20)\d\d$/.test(text) && from > (levels[0]?.from ?? 0),
  )
  const isInOrder =
    years.length === levels.length &&
    years.every(({ text }, at) => at === 0 || text.slice(-4) > years[at - 1]!.text.slice(-4))
  const [first, last] = [levels[0], levels.at(-1)]
  if (!word || levels.length < 3 || !first || !last || !isInOrder || !always.test(sentence.template)) return []
  const stated = word[1] ? -1 : 1
  const steps = levels.slice(1).map((each, at) => Math.sign(each.value - levels[at]!.value))
  const isEach =
    /varje år|år för år|i rad|år efter år/iu.test(sentence.template) && !/utom|undantag/iu.test(sentence.template)
  const isUp = isEach && steps.includes(-stated) ? -stated : last.low > first.high ? 1 : last.high < first.low ? -1 : 0
  if (isUp === 0 || isUp === stated || levels.some((each) => each.thing !== null && each.thing !== first.thing))
    return []
  const from = sentence.from + sentence.text.indexOf(word[0])
  const places = [
    placeOf(sentence, { from, until: from + word[0].length }),
    placeOf(sentence, last),
    placeOf(sentence, first),
  ]
  return [{ kind: 'direction', severity: 'error', places, word: word[0], before: first.text, after: last.text }]
}
