import type { Pair } from './changes.ts'
import type { Finding } from './finding.ts'
import { stem } from './nouns.ts'
import { type Interval, meet, ratio } from './quantity.ts'
import { pattern, placeOf, quantityOf, type Sentence } from './sentences.ts'

/** "Fördubblats", "halverats", "tre gånger så många" against the two values they are said of. */
export function checkMultiples(sentence: Sentence, pairs: Pair[]): Finding[] {
  const own = asManyAs(sentence)
  const [pair] = own ? [own] : pairs
  const said = multipleIn(sentence)
  if (!pair || !said || (!own && pairs.length > 1)) return []
  const times = ratio(exactly(pair.after), exactly(pair.before))
  const other = ratio(exactly(pair.before), exactly(pair.after))
  if (!times || !other || meet(times, said) || (!pair.isOrdered && meet(other, said))) return []
  return [
    {
      ...{
        kind: 'multiple',
        severity: 'error',
        places: [placeOf(sentence, pair.after), placeOf(sentence, pair.before)],
      },
      ...{ word: said.word, before: pair.before.text, after: pair.after.text },
      times: pair.after.value / pair.before.value,
    },
  ]
}

/** The printed values: what people say of them is rougher than their rounding. */
const exactly = ({ value, low, high, hedge }: Pair['before']): Interval =>
  hedge ? { low, high } : { low: value, high: value }

const asMany = /(?:dubbelt|hälften|gånger) så (?:många|mycket|få) (\p{L}+) som (\p{L}+)/iu

/** "Tre gånger så många män som kvinnor", where the sentence has a number of each. */
function asManyAs(sentence: Sentence): Pair | null {
  const things = asMany.exec(sentence.text)?.slice(1, 3).map(stem)
  const [after, before] = (things ?? []).map((thing) => sentence.quantities.filter((each) => each.thing === thing))
  if (after?.length === 1 && before?.length === 1)
    return { before: before[0]!, after: after[0]!, isOrdered: true, at: 0, until: 0 }
  const [one, other, ...more] = sentence.quantities.filter(({ thing, isWord }) => thing !== 'gang' && !isWord)
  const isTwo =
    /så (?:många|mycket|stor\p{L}*|hög\p{L}*)(?!\p{L})[^\uE000-\uEFFF]*[\uE000-\uEFFF](?: [\p{L}]+){0,2} (?:respektive|mot) [\uE000-\uEFFF]/iu
  const isNoun = /(?<!\p{L})(?:en|ett) (?:för|tre|fyr)?(?:dubbling|halvering)(?!\p{L})/iu.test(sentence.template)
  const areLevels = one?.unit === other?.unit && (isNoun || isTwo.test(sentence.template))
  return one && other && more.length === 0 && areLevels
    ? { before: one, after: other, isOrdered: false, at: 0, until: 0 }
    : null
}

const words: [RegExp, number][] = [
  [/(?<!\p{L})(?:för)?dubbl(?:at|ats|ades|ade|as|ing|ingen)(?!\p{L})|(?<!\p{L})dubbelt så(?!\p{L})/iu, 2],
  [/(?<!\p{L})halver(?:at|ats|ades|ade|as|ing|ingen)(?!\p{L})|(?<!\p{L})hälften så(?!\p{L})/iu, 0.5],
  [/(?<!\p{L})tredubbl(?:at|ats|ades|ade|as|ing|ingen)(?!\p{L})/iu, 3],
  [/(?<!\p{L})fyrdubbl(?:at|ats|ades|ade|as|ing|ingen)(?!\p{L})/iu, 4],
]
const counted = pattern(
  `{q} gånger (?:så )?(?:fler|högre|mer|många|stor|stora|stort|mycket|dyrare|större|hög|höga)(?!\\p{L})`,
  'iu',
)

function multipleIn(sentence: Sentence): (Interval & { word: string }) | null {
  const { template } = sentence
  for (const [expression, factor] of words) {
    const found = expression.exec(template)
    if (!found || /(?:ska|skall|att|kan|bör) $/.test(template.slice(Math.max(0, found.index - 6), found.index)))
      continue
    return { ...about(factor, template.slice(Math.max(0, found.index - 24), found.index)), word: found[0] }
  }
  const found = counted.exec(template)
  const quantity = found && quantityOf(sentence, found[1])
  return quantity
    ? {
        ...about(quantity.value, template.slice(Math.max(0, found.index - 24), found.index)),
        word: `${quantity.text} gånger`,
      }
    : null
}

/** A tenth to either side, as people speak; to the one side only when they say "mer än" or "nästan". */
function about(factor: number, before: string): Interval {
  const isHalf = factor < 1
  if (/(?:mer än|drygt|över)(?: ha)? $/i.test(before))
    return isHalf ? { low: 0, high: factor } : { low: factor, high: factor * 1.5 }
  if (/(?:nästan|närmast|knappt|nära|i det närmaste)(?: ha)? $/i.test(before))
    return isHalf ? { low: factor, high: factor * 1.2 } : { low: factor * 0.8, high: factor }
  return { low: factor * 0.9, high: factor * 1.1 }
}
