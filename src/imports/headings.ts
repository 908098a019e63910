import { normalised } from '../values/normalised.ts'

/** Longer headings are sentences, and no heading of ours is near as long. */
const longestHeading = 60

/** 0–1: how alike two headings are, where 1 is the same but for case, accents and punctuation. */
export function likeness(heading: Heading, known: Heading): number {
  const { plain: a } = heading
  const { plain: b } = known
  if (a === '' || b === '' || isCount(a) !== isCount(b)) return 0
  if (a === b) return 1
  if (b.length >= 5 && (a.startsWith(b) || (a.endsWith(b) && !isAnyDay(b)))) return 0.8
  const mostPossible = (2 * Math.min(a.length, b.length)) / (a.length + b.length)
  return mostPossible < 0.6 ? 0 : 0.9 * sharedPairs(heading.pairs, known.pairs)
}

/** A heading made ready for comparing with many. */
export type Heading = { plain: string; pairs: readonly string[] }

export function headingOf(text: string): Heading {
  const plain = normalised(text.slice(0, longestHeading))
  return { plain, pairs: Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)) }
}

/** "Antal hushåll" is no household, however alike the words are. */
const isCount = (text: string): boolean => /^(antal|andel)/.test(text)

/** What is before it says which day it is: "Beslutsdatum" is no other date. */
const isAnyDay = (known: string): boolean => known === 'datum'

/** Dice's coefficient over pairs of letters: tolerant of a misspelling, strict with a different word. */
function sharedPairs(a: readonly string[], b: readonly string[]): number {
  const left = [...b]
  let shared = 0
  for (const pair of a) {
    const at = left.indexOf(pair)
    if (at < 0) continue
    left.splice(at, 1)
    shared++
  }
  return (2 * shared) / Math.max(1, a.length + b.length)
}
