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
  const left = leftOf(sentence)
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

const isLeft = /(?<!\p{L})(?:återstår|kvarstår|återstående|resterande|är kvar|finns kvar|kvar)(?!\p{L})/iu

/** "Av bidraget på 5 mnkr har 3,2 mnkr använts och 1,8 mnkr återstår": three amounts of one kind, the largest first. */
function leftOf(sentence: Sentence): Found | null {
  const [whole, used, left, ...more] = sentence.quantities
  if (!whole || !used || !left || more.length > 0 || whole.unit !== 'money') return null
  const after = sentence.template.slice(sentence.template.indexOf(characterOf(sentence, used)))
  const areAlike = [used, left].every((each) => isSummed(each, whole) && each.value < whole.value)
  return areAlike && isLeft.test(after) ? { sentence, parts: [used, left], whole, wholeIn: sentence } : null
}

/** The counts after the whole, to the last; null when one of them is part of another. */
function partsAfter(sentence: Sentence, whole: Quantity, last: Quantity | null): Quantity[] | null {
  if (/varav|av vilka|därav/i.test(sentence.template)) return null
  const from = sentence.quantities.indexOf(whole) + 1
  const until = last ? sentence.quantities.indexOf(last) + 1 : sentence.quantities.length
  const parts = sentence.quantities.slice(from, until).filter((each) => each.unit === 'count')
  return parts.length > 0 && parts.every(({ isRange, hedge }) => !isRange && hedge === null) ? parts : null
}
