import { wholesIn } from './check-shares-said.ts'
import { type Found, isSummed } from './enumerations.ts'
import type { Quantity } from './quantity.ts'
import { characterOf, pattern, quantityOf, type Sentence } from './sentences.ts'

const remaining = pattern(
  `(?<!\\p{L})(?:resterande|övriga|återstående|kvarvarande|de andra|resten,?)(?: [\\p{L}]+){0,1}? {q}`,
  'iu',
)

/** "Av 120 fick 45 arbete och 30 började studera. Resterande 45 …", and "de 100 hushållen … 60 …, då resterande 40". */
export function rest(sentence: Sentence, before: Sentence[]): Found[] {
  const left = leftOf(sentence) ?? leftOver(sentence, before)
  if (left) return [left]
  const found = remaining.exec(sentence.template)
  const last = found && quantityOf(sentence, found[1])
  if (!found || !last || last.unit !== 'count' || last.isRange) return []
  const at = sentence.quantities.indexOf(last)
  const own = sentence.quantities.slice(0, at)
  const [here] = wholesIn(sentence)
  if (here && own.includes(here.whole)) {
    const parts = partsAfter(sentence, here.whole, last)
    return parts ? [{ sentence, parts, whole: here.whole, wholeIn: sentence }] : []
  }
  const near = before.at(-1)
  const whole = near && wholesIn(near)[0]?.whole
  if (near && whole && own.length === 0) {
    const parts = partsAfter(near, whole, null)
    return parts
      ? [{ sentence: near, parts: [...parts, { ...last, from: last.from, until: last.until }], whole, wholeIn: near }]
      : []
  }
  const [only] = own
  if (own.length !== 1 || !only || only.unit !== 'count' || only.thing === null) return []
  const groups = before.flatMap((wholeIn) =>
    wholeIn.quantities.flatMap((each) =>
      each.unit === 'count' && each.thing === only.thing && each.value > only.value && each.value > last.value
        ? [{ whole: each, wholeIn }]
        : [],
    ),
  )
  const values = new Set(groups.map((group) => group.whole.value))
  return values.size === 1 ? [{ sentence, parts: [only, last], ...groups[0]! }] : []
}

const isLeft =
  /(?<!\p{L})(?:återstår|kvarstår|återstående|resterande|är kvar|finns kvar|kvar|(?:har|är) inte|ännu inte|saknar|avbröt|hoppade av|uteblev)(?!\p{L})/iu

const usedOf = pattern('{q}{n} av (?:[\\p{L}]+ ){0,2}?{q}[^\uE000-\uEFFF]*{q}', 'iu')

/** "Av bidraget på 5 mnkr har 3,2 mnkr använts och 1,8 mnkr återstår": three amounts of one kind, the largest first. */
function leftOf(sentence: Sentence): Found | null {
  const [first, second, left, ...more] = sentence.quantities
  if (!first || !second || !left || more.length > 0) return null
  // "14 av 40 platser är fyllda; 26 återstår".
  const isPartFirst = usedOf.test(sentence.template)
  const [whole, used] = isPartFirst ? [second, first] : [first, second]
  if (whole.unit !== 'money' && !(isPartFirst && whole.unit === 'count' && left.thing === null)) return null
  const after = sentence.template.slice(sentence.template.indexOf(characterOf(sentence, used)))
  const areAlike = [used, left].every((each) => isSummed(each, whole) && each.value < whole.value)
  return areAlike && isLeft.test(after) ? { sentence, parts: [used, left], whole, wholeIn: sentence } : null
}

/** "Av anslaget på 12,0 mnkr har 7,5 mnkr använts. 4,5 mnkr återstår": the amounts in the one or two sentences before. */
function leftOver(sentence: Sentence, before: Sentence[]): Found | null {
  const [left, ...more] = sentence.quantities
  if (!left || more.length > 0 || left.unit !== 'money' || !isLeft.test(sentence.template)) return null
  for (const near of [before.slice(-1), before.slice(-2)]) {
    const told = near.flatMap((wholeIn) => wholeIn.quantities.map((whole) => ({ whole, wholeIn })))
    const [first, used, ...others] = told
    if (!first || !used || others.length > 0 || !near.some(({ template }) => isUsed.test(template))) continue
    const areAlike = [used.whole, left].every((each) => isSummed(each, first.whole) && each.value < first.whole.value)
    return areAlike ? { sentence, parts: [used.whole, left], ...first } : null
  }
  return null
}

const isUsed =
  /(?<!\p{L})(?:använ\p{L}*|förbruka\p{L}*|nyttja\p{L}*|utnyttja\p{L}*|betala\p{L}*|gått åt|spendera\p{L}*|kostat|bokfört?s?|utfall\p{L}*)(?!\p{L})/iu

/** The counts after the whole, to the last; null when one of them is part of another. */
function partsAfter(sentence: Sentence, whole: Quantity, last: Quantity | null): Quantity[] | null {
  if (/varav|av vilka|därav/i.test(sentence.template)) return null
  const from = sentence.quantities.indexOf(whole) + 1
  const until = last ? sentence.quantities.indexOf(last) + 1 : sentence.quantities.length
  const parts = sentence.quantities.slice(from, until).filter((each) => each.unit === 'count')
  return parts.length > 0 && parts.every(({ isRange, hedge }) => !isRange && hedge === null) ? parts : null
}
