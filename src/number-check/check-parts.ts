import { wholeBefore, wholesIn } from './check-shares-said.ts'
import { areAll, enumeration, type Found, isSummed, nextBetween, type Parts, withoutBrackets } from './enumerations.ts'
import { amountLike, type Finding } from './finding.ts'
import { likeOther, meet, type Quantity, total } from './quantity.ts'
import { rest } from './rest-of-group.ts'
import { characterOf, type Paragraph, pattern, placeOf, quantityOf, type Sentence } from './sentences.ts'

/**
 * Parts that a text says make a whole: "18 deltagare, 10 kvinnor och 8 män", "… och 100 tkr, totalt 1 270 tkr",
 * "av 120 fick 45 arbete och 30 började studera, resterande 45 …". Parts that are only some of the whole are left alone.
 */
export function checkParts({ sentences }: Paragraph): Finding[] {
  const seen = new Set<Quantity>()
  return sentences.flatMap((sentence, at) => {
    if (sentence.quantities.length === 0) return []
    const before = sentences.slice(Math.max(0, at - 3), at)
    return [
      ...wholeFirst(sentence),
      ...wholeLast(sentence, before.at(-1)),
      ...rest(sentence, before),
      ...ofGroup(sentence, sentences[at + 1]),
      ...ofGroupBefore(sentence, sentences, at),
      ...paidBy(sentence, before.at(-1)),
      ...listedBefore(sentence, before.at(-1)),
    ].flatMap(({ isAtMost, ...found }) => {
      const findings = seen.has(found.whole) ? [] : isAtMost ? tooMany(found) : unequal(found)
      if (findings.length > 0) seen.add(found.whole)
      return findings
    })
  })
}

function unequal({ sentence, parts, whole, wholeIn }: Parts): Finding[] {
  const alike = parts.map((part) => likeOther(part, whole))
  const sum = total(alike)
  if (meet(sum, whole)) return []
  const places = [placeOf(wholeIn, whole), ...parts.map((part) => placeOf(sentence, part))]
  const facts = { parts: parts.map(({ text }) => text), printed: whole.text, expected: amountLike(whole, middle(sum)) }
  return [{ kind: 'sum', severity: 'error', places, ...facts }]
}

const middle = ({ low, high }: { low: number; high: number }) => ({ low: (low + high) / 2, high: (low + high) / 2 })

function tooMany({ sentence, parts, whole, wholeIn }: Parts): Finding[] {
  const sum = total(parts)
  if (whole.sign === '-' ? sum.high >= whole.low : sum.low <= whole.high) return []
  const places = [placeOf(wholeIn, whole), ...parts.map((part) => placeOf(sentence, part))]
  return [
    {
      kind: 'too-many',
      severity: 'error',
      places,
      parts: parts.map(({ text }) => text),
      whole: whole.text,
      sum: sum.low,
    },
  ]
}

const exhaustive =
  /(?:fördela|uppdela|delas|delat|består|bestod|bestående|nämligen|det vill säga|dvs|d\.v\.s|utgörs|utgjordes|: ?$|\( ?$)/iu

/** The whole first: "18 deltagare, 10 kvinnor och 8 män"; "1 270 tkr, fördelat på …". */
function wholeFirst(sentence: Sentence): Found[] {
  const template = withoutBrackets(sentence)
  return sentence.quantities.flatMap((whole): Found[] => {
    if ((whole.unit !== 'count' && whole.unit !== 'money') || whole.isRange) return []
    const at = template.indexOf(characterOf(sentence, whole)) + 1
    const lead = nextBetween(template, at)
    if (!/[,(:;–-]|varav|fördela|består|delat|av vilka|av dessa/.test(lead) || /[.!?]/.test(lead) || lead.length > 90)
      return []
    const parts = enumeration(sentence, at, whole)
    const isTooLarge = parts.some((part) => Math.abs(part.value) > Math.abs(whole.value) * 1.5)
    if (parts.length < 2 || (isTooLarge && !areAll(sentence, parts))) return []
    const found = { sentence, parts, whole, wholeIn: sentence }
    const last = template.indexOf(characterOf(sentence, parts.at(-1)!))
    // What stands in a bracket of its own is told beside the number, and is no part of it.
    if (/\(/.test(lead) && /\)/.test(template.slice(at, last))) return []
    if (areAll(sentence, parts) || exhaustive.test(lead)) return [found]
    if (!/varav|av vilka|av dessa|därav/.test(lead)) return []
    const sum = total(parts)
    const isNear = Math.abs(sum.low - whole.value) <= Math.abs(whole.value) * (parts.length > 2 ? 0.06 : 0.02)
    return isNear ? [found] : [{ ...found, isAtMost: true }]
  })
}

const summing = pattern(
  `(?<!av )(?<!\\p{L})(?:totalt|sammanlagt|tillsammans|sammantaget|summa|summan|i allt|allt som allt|inalles|ihop|totalsumman|summerar till|vilket (?:ger|blir|gav|blev)|ger|blir)(?!\\p{L})[^.;!?\uE000-\uEFFF]{0,40}?{q}`,
)

/** The whole last: "1 000 tkr …, 150 tkr … och 120 tkr …, totalt 1 270 tkr", or in a sentence of its own. */
function wholeLast(sentence: Sentence, before: Sentence | undefined): Found[] {
  const { template, quantities } = sentence
  return [...template.matchAll(summing)].flatMap((match): Found[] => {
    const whole = quantityOf(sentence, match[1])
    if ((whole.unit !== 'count' && whole.unit !== 'money') || whole.isRange) return []
    const at = template.indexOf(characterOf(sentence, whole))
    const lead = template.slice(Math.max(0, match.index - 12), match.index)
    // What is left when one amount is taken from another is no sum.
    if (
      / (?:av|då) $|× $|x $/.test(lead) ||
      /netto|skillnad|differens|återst|skott|resultat|kvar|vinst|förlust|(?:fler|färre|mer|mindre)(?!\p{L})/iu.test(
        match[0],
      )
    )
      return []
    const here = quantities.slice(0, quantities.indexOf(whole))
    if (here.length >= 2) {
      const firsts = here.filter(
        (each, index) => isSummed(each, whole) && !isOtherThing(each, here.slice(index + 1), whole),
      )
      // "De fyra distrikten hade 140, 95, 62 och 48 ärenden": the first number is not always the first of the parts.
      const parts =
        firsts
          .slice(0, 2)
          .map((first) => enumeration(sentence, template.indexOf(characterOf(sentence, first)), whole))
          .find((each) => each.length >= 2) ?? []
      const isUpTo = parts.length >= 2 && parts.at(-1) === here.findLast((each) => isSummed(each, whole))
      return isUpTo && at - template.indexOf(characterOf(sentence, parts.at(-1)!)) < 110 && mayBeWhole(parts, whole)
        ? [{ sentence, parts, whole, wholeIn: sentence }]
        : []
    }
    if (
      !before ||
      here.length > 0 ||
      !/^\s?(?:totalt|sammanlagt|tillsammans|sammantaget|summan?|det (?:ger|blir)|det (?:är|gör|blir) (?:totalt|sammanlagt|tillsammans))/iu.test(
        template,
      )
    )
      return []
    const [first] = before.quantities
    const parts =
      first && isSummed(first, whole)
        ? enumeration(before, before.template.indexOf(characterOf(before, first)), whole)
        : []
    const isAllOfIt =
      parts.length >= 2 && parts.length === before.quantities.filter(({ unit }) => unit === whole.unit).length
    const sum = total(parts.map((part) => likeOther(part, whole))).low
    const isNear =
      Math.abs(sum - whole.value) <= whole.value * 0.06 || /^\s?(?:tillsammans|sammanlagt|summa|det)/i.test(template)
    return isAllOfIt && isNear ? [{ sentence: before, parts, whole, wholeIn: sentence }] : []
  })
}

/** "Tre grupper med 8, 10 respektive 12 deltagare": the groups are not the deltagare that are counted. */
const isOtherThing = (first: Quantity, rest: Quantity[], whole: Quantity): boolean =>
  whole.thing !== null &&
  first.thing !== null &&
  first.thing !== whole.thing &&
  rest.some(({ thing }) => thing === whole.thing)

/** Things may differ between parts ("kvinnor", "män"), not one part and the whole alone. */
const mayBeWhole = (parts: Quantity[], whole: Quantity): boolean =>
  parts.every((part) => likeOther(part, whole).value <= whole.value * 1.5) &&
  total(parts.map((part) => likeOther(part, whole))).low > whole.value * 0.5

/** One may belong to several of the groups. */
const overlap =
  /(?<!\p{L})(?:flera|båda|bådadera|bägge|både|överlapp\p{L}*|samtidigt|(?:mer|fler) än (?:en|ett))(?!\p{L})/iu

/** "Av de 43 … har 17 …, 20 … och 9 …": no more than there are. */
function ofGroup(sentence: Sentence, next: Sentence | undefined): Found[] {
  return wholesIn(sentence).flatMap(({ whole, from }): Found[] => {
    const parts = enumeration(sentence, from, whole)
    return whole.unit === 'count' && parts.length >= 2 && areAll(sentence, parts)
      ? [{ sentence, parts, whole, wholeIn: sentence }]
      : parts.length >= 2 && whole.unit === 'count' && !overlap.test(`${sentence.template} ${next?.template ?? ''}`)
        ? [{ sentence, parts, whole, wholeIn: sentence, isAtMost: true }]
        : []
  })
}

/** "250 deltagare avslutades. Av dessa var 140 kvinnor och 110 män." */
function ofGroupBefore(sentence: Sentence, sentences: Sentence[], at: number): Found[] {
  const earlier = wholeBefore(sentences, at)
  const parts = earlier ? enumeration(sentence, 0, earlier.whole) : []
  if (!earlier || parts.length < 2 || overlap.test(sentence.template)) return []
  return [{ sentence, parts, ...earlier, ...(!areAll(sentence, parts) && { isAtMost: true }) }]
}

const totalOf =
  /(?<!\p{L})(?:den totala|totala|hela|sammanlagda|den samlade)(?!\p{L})|(?<!\p{L})total\p{L}{4,}|(?<!\p{L})(?:kostar|kostade|kostnad\p{L}*|budget\p{L}*|omsl\p{L}*) (?:\p{L}+ )?(?:totalt|sammanlagt)(?!\p{L})/iu

/** "Den totala kostnaden är 2,4 mnkr. Staten betalar 1,5 mnkr och kommunen 0,9 mnkr": no more than the whole, which is alone in its sentence. */
function paidBy(sentence: Sentence, before: Sentence | undefined): Found[] {
  const [whole, ...more] = before?.quantities ?? []
  if (!before || !whole || more.length > 0 || whole.unit !== 'money' || !totalOf.test(before.template)) return []
  const [first] = sentence.quantities
  const parts = first ? enumeration(sentence, sentence.template.indexOf(characterOf(sentence, first)), whole) : []
  const isAll = parts.length >= 2 && parts.length === sentence.quantities.length
  const isMore = total(parts.map((part) => likeOther(part, whole))).low > whole.high
  return isAll &&
    isMore &&
    /betala|finansiera|står för|stod för|bidra|svara|avser|går till|gick till/iu.test(sentence.template)
    ? [{ sentence, parts, whole, wholeIn: before }]
    : []
}

const concluding = /(?<!\p{L})(?:alltså|totalt|sammanlagt|tillsammans|summa\p{L}*|således)(?!\p{L})/iu

/** "Januari 41, februari 38, mars 44. Första kvartalet hade vi alltså 123": three parts at least, and a whole that is about right. */
function listedBefore(sentence: Sentence, before: Sentence | undefined): Found[] {
  const [whole, ...more] = sentence.quantities
  const parts = before?.quantities ?? []
  if (!before || !whole || more.length > 0 || parts.length < 3 || !concluding.test(sentence.template)) return []
  if (whole.unit !== 'count' && whole.unit !== 'money') return []
  const areParts = parts.every((part) => isSummed(likeOther(part, whole), whole) && part.value < whole.value)
  const sum = total(parts.map((part) => likeOther(part, whole))).low
  const isList =
    /[^\uE000-\uEFFF.;!?]{0,30}(?:[\uE000-\uEFFF][^\uE000-\uEFFF.;!?]{0,30}(?:,| och )[^\uE000-\uEFFF.;!?]{0,30}){2,}[\uE000-\uEFFF]/u.test(
      before.template,
    )
  const isNear = Math.abs(sum - whole.value) <= whole.value * 0.15
  return areParts && isList && isNear ? [{ sentence: before, parts, whole, wholeIn: sentence }] : []
}
