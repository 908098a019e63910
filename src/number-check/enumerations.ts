import { withoutTimes } from './check-shares-said.ts'
import type { Quantity } from './quantity.ts'
import { pattern, quantityOf, type Sentence } from './sentences.ts'

/** Parts and the whole that the text says they make. */
export type Parts = { sentence: Sentence; parts: Quantity[]; whole: Quantity; wholeIn: Sentence }
export type Found = Parts & { isAtMost?: boolean }

const separator =
  /^(?:[^.;!?\uE000-\uEFFF]{0,70})(?:,| och | samt | respektive | plus )(?:[^.;:!?\uE000-\uEFFF]{0,60})$/iu
const otherThings =
  /(?<!\p{L})(?:av|från|till|med|jämfört|mot|än|medan)(?: (?:de|dem|totalt|cirka|ca|drygt|knappt))? $/iu

/** "Fördelas med 1 200 tkr till …", "staten bidrar med 2,4 mnkr och kommunen med 1,2": what is dealt out may stand after "med". */
const deals = /(?:fördela|uppdela|delas|delat|bidra|bidrog|skjuter till)\p{L}* (?:\p{L}+ )?(?:med|på) $/iu
const isOther = (between: string, lead: string): boolean =>
  otherThings.test(between) && !(deals.test(lead) && / (?:med|på) $/u.test(between))

/** Quantities of one kind that follow each other with commas and an "och" between, from a place on. What stands in brackets is passed over. */
export function enumeration(sentence: Sentence, from: number, like: Quantity): Quantity[] {
  const template = withoutBrackets(sentence)
  const found: Quantity[] = []
  let last = from
  let lead = ''
  for (let at = from; at < template.length; at++) {
    const code = template.charCodeAt(at)
    if (code < 0xe000 || code > 0xefff) continue
    const quantity = quantityOf(sentence, template[at])
    const between = template.slice(last, at)
    if (found.length === 0) lead = template.slice(Math.max(0, at - 40), at)
    const isNext = found.length === 0 ? /^[^.;!?]{0,70}$/.test(between) : separator.test(between)
    if (quantity === like || !isNext || isOther(between, lead) || !isSummed(quantity, like)) break
    found.push(quantity)
    last = at + 1
    if (/ (?:och|samt) /.test(between) && found.length > 1) break
  }
  return found
}

export const nextBetween = (template: string, from: number): string =>
  /^[^\uE000-\uEFFF]*/.exec(template.slice(from))?.[0] ?? ''

/** "24 kvinnor (60 %)": the share in brackets is no part. A bracket with counts of its own stays. */
export const withoutBrackets = (sentence: Sentence): string =>
  withoutTimes(sentence).replace(pattern('\\([^()]{0,24}?{q}[^()]{0,16}\\)'), (whole, taken: string) =>
    ['percent', 'points'].includes(quantityOf(sentence, taken).unit) ? ' '.repeat(whole.length) : whole,
  )

export const isSummed = (quantity: Quantity, like: Quantity): boolean =>
  (quantity.unit === like.unit || (quantity.unit === 'count' && quantity.thing === null && like.unit === 'money')) &&
  !quantity.isRange &&
  !quantity.isWord &&
  (quantity.sign === '' || (quantity.sign === '-' && like.sign === '-')) &&
  // "824 ärenden fördelas på 16 handläggare, i genomsnitt 51,5": a mean is no part of what is counted.
  (quantity.unit !== 'count' || quantity.step >= Math.min(1, like.step)) &&
  (quantity.unit === 'count' || quantity.per === like.per)

/** What are all there is of when they are told together. */
const complements: RegExp[] = [
  /kvinn|flick|tjej/iu,
  /(?<!\p{L})m[aä]n(?!\p{L})|männen|mannen|pojk|kill/iu,
  /vuxn/iu,
  /(?<!\p{L})barn/iu,
  /inrikes|svenskfödda/iu,
  /utrikes/iu,
]
const pairs: [number, number][] = [
  [0, 1],
  [2, 3],
  [4, 5],
]

export function areAll(sentence: Sentence, parts: Quantity[]): boolean {
  const after = parts.map((part, at) => {
    const from = part.until - sentence.from
    const next = parts[at + 1]
    return sentence.text.slice(from, next ? next.from - sentence.from : from + 30)
  })
  return (
    parts.length === 2 &&
    pairs.some(([one, other]) => {
      const [first, second] = after as [string, string]
      return (
        (complements[one]!.test(first) && complements[other]!.test(second)) ||
        (complements[other]!.test(first) && complements[one]!.test(second))
      )
    })
  )
}
