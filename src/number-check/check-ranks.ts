import { changesIn, directionWord } from './changes.ts'
import type { Finding } from './finding.ts'
import { topicsOf } from './nouns.ts'
import { isAlike, likeOther, type Quantity } from './quantity.ts'
import { characterOf, type Paragraph, placeOf, type Sentence } from './sentences.ts'

/** "Flest hushåll finns i Norr: Centrum har 181, Norr 113 och Söder 62": who is said to have the most against what each has. */
export const checkRanks = ({ sentences }: Paragraph): Finding[] =>
  sentences.flatMap((sentence, at) => claimsIn(sentence).flatMap((claim) => judge(claim, sentence, sentences[at + 1])))

/** `place` is 1 for the first and 2 for the one after it. */
type Claim = { word: string; at: number; place: 1 | 2; isLeast: boolean; names: Set<string> }

const rank =
  /(?<!\p{L})(?<second>näst )?(?<word>flest|störst(?:a)?|högst(?:a)?|mest|vanligast(?:e)?|dyrast(?:e)?|längst(?:a)?|lägst(?:a)?|minst(?:a)?|kortast(?:e)?|färst)(?!\p{L})(?! ?[\uE000-\uEFFF])/giu

/** The words between the superlative and the first number, colon or comma after it name the one that is meant. */
const claimsIn = ({ template, text }: Sentence): Claim[] =>
  [...template.matchAll(rank)].flatMap((match): Claim[] => {
    const { second, word = '' } = match.groups ?? {}
    const after = /^[^:;,.()\uE000-\uEFFF]*/.exec(template.slice(match.index + match[0].length))?.[0] ?? ''
    const names = topicsOf(after)
    // "De 100 dyraste hushållen" are chosen, and not said to be dearer than others that are named.
    if (/[\uE000-\uEFFF] $|(?<!\p{L})(?:de|av|bland) $/iu.test(template.slice(0, match.index))) return []
    const isLeast = /^(?:lägst|minst|kortast|färst)/i.test(word)
    return names.size === 0
      ? []
      : [{ word: match[0], at: Math.max(0, text.indexOf(match[0])), place: second ? 2 : 1, isLeast, names }]
  })

type Item = { quantity: Quantity; sentence: Sentence; names: Set<string>; size: number; low: number; high: number }

function judge(claim: Claim, sentence: Sentence, next: Sentence | undefined): Finding[] {
  const list = listIn(claim, sentence, next)
  const meant = list && (listed(claim, sentence, list) ?? only(claim, list))
  if (!list || !meant || list.length <= claim.place - 1) return []
  const better = list.filter((each) => (claim.isLeast ? each.high < meant.low : each.low > meant.high))
  const [top] = better
  const isRight =
    claim.place === 1 ? better.length === 0 : better.length <= 1 && (better.length === 1 || list.length < 3)
  if (isRight || !top) return []
  const from = sentence.from + claim.at
  const word = placeOf(sentence, { from, until: from + claim.word.length })
  const places = [word, placeOf(meant.sentence, meant.quantity), placeOf(top.sentence, top.quantity)]
  const facts = { word: claim.word, printed: meant.quantity.text, others: better.map(({ quantity }) => quantity.text) }
  return [{ kind: 'rank', severity: 'error', places, ...facts, isLeast: claim.isLeast }]
}

/** The numbers that may be compared: of one kind, in the sentence or, when it has but one, in the next as well. Null when they are not told of each other. */
function listIn({ at }: Claim, sentence: Sentence, next: Sentence | undefined): Item[] | null {
  const own = itemsIn(sentence)
  const items = own.length > 1 || !next ? own : [...own, ...itemsIn(next)]
  const near = new Set([sentence, ...items.map((item) => item.sentence)])
  const areChanges = [...near].some(
    ({ template }) => directionWord.test(template) || /skillnad|förändring/iu.test(template),
  )
  const areSigned = items.every(({ quantity }) => quantity.sign !== '')
  const [first] = items
  // "18 procent, medan Norr har 13": a bare number is of the kind of the first.
  // In the next sentence a name stands right before its number, and not somewhere in what is said.
  const areNamed = items.every(({ size, sentence: each }) => each === sentence || size <= 5)
  const isOfOneKind = items.every(
    ({ quantity }) => first && isAlike(likeOther(quantity, first.quantity), first.quantity),
  )
  const hasChanges = [...near].some((each) => changesIn(each).length > 0)
  return items.length < 2 || !isOfOneKind || !areNamed || at < 0 || ((areChanges || hasChanges) && !areSigned)
    ? null
    : items
}

/** The one that the words after the superlative name, and no other. */
function only({ names }: Claim, list: Item[]): Item | null {
  const meant = list.filter((item) =>
    [...names].some((name) => item.names.has(name) && list.every((each) => each === item || !each.names.has(name))),
  )
  return meant.length === 1 ? meant[0]! : null
}

const goesOn =
  /^[^\uE000-\uEFFF.:;]{0,20}?(?:följt av|därefter|medan|tätt följt av|och sedan)(?!\p{L})(?: [\p{L}-]+){1,4} ?\(?$/iu

/** "Centrum har flest (181), följt av Norr (113)", "Söder har lägst andel, 8 procent, medan Norr har 13": the number that the superlative stands before. */
function listed({ at, word }: Claim, sentence: Sentence, list: Item[]): Item | null {
  const after = sentence.from + at + word.length
  const own = list.findIndex((item) => item.sentence === sentence && item.quantity.from >= after)
  const [item, second] = [list[own], list[own + 1]]
  if (own !== 0 || !item || !second || second.sentence !== sentence) return null
  const lead = sentence.text.slice(at + word.length, item.quantity.from - sentence.from)
  const between = sentence.template.slice(
    sentence.template.indexOf(characterOf(sentence, item.quantity)) + 1,
    sentence.template.indexOf(characterOf(sentence, second.quantity)),
  )
  return !/[:;.]/.test(lead) && goesOn.test(between.replace(/^\)?,?/, '')) ? item : null
}

/** Each number without its sign and with the words before it, back to the number before. */
function itemsIn(sentence: Sentence): Item[] {
  const { template, quantities } = sentence
  const numbers = quantities.filter(({ unit, isRange, isWord }) => unit !== 'time' && !isRange && !isWord)
  return numbers.map((quantity, at) => {
    const before = numbers[at - 1]
    const from = before ? template.indexOf(characterOf(sentence, before)) + 1 : 0
    const words = template.slice(from, template.indexOf(characterOf(sentence, quantity)))
    // What was said before a colon is said of none of those that are listed after it.
    const [low, high] = [quantity.low, quantity.high].map(Math.abs).sort((one, other) => one - other) as [
      number,
      number,
    ]
    const own = words.replace(/^.*:/u, '')
    return { quantity, sentence, names: topicsOf(own), size: own.trim().split(' ').length, low, high }
  })
}
