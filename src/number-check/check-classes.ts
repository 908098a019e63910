import type { Finding } from './finding.ts'
import { type Paragraph, placeOf } from './sentences.ts'
import type { TextDocument } from './text-document.ts'

/** A class of whole numbers: "10 månader eller mer" is from 10, "mindre än 9" is to 8. Both ends included. */
type NumberClass = { from: number; until: number; at: number; text: string; unit: string }

const number = '(\\d{1,3})'
const unit = '(?:\\s(månader|månad|år|dagar|veckor|timmar|procent)(?!\\p{L}))'
const anyUnit = `${unit}?`

const kinds: [RegExp, (first: number, second: number) => [number, number]][] = [
  [new RegExp(`(?:mindre än|färre än|kortare än|yngre än|<)\\s?${number}${unit}`, 'giu'), (first) => [0, first - 1]],
  [
    new RegExp(`(?:högst|max|maximalt|längst|upp till(?: och med)?|till och med|≤)\\s?${number}${unit}`, 'giu'),
    (first) => [0, first],
  ],
  [
    new RegExp(`(?:mer än|fler än|längre än|äldre än|över|>)\\s?${number}${unit}(?! (?:eller|och) )`, 'giu'),
    (first) => [first + 1, Infinity],
  ],
  [new RegExp(`(?:minst|≥)\\s?${number}${unit}`, 'giu'), (first) => [first, Infinity]],
  [
    new RegExp(
      `${number}${anyUnit}\\s(?:eller|och)\\s(?:mer|fler|längre|äldre|mera|över|däröver|uppåt)(?!\\p{L})`,
      'giu',
    ),
    (first) => [first, Infinity],
  ],
  [new RegExp(`${number}${anyUnit}\\seller\\s(?:mindre|färre|kortare|yngre)(?!\\p{L})`, 'giu'), (first) => [0, first]],
  [new RegExp(`(?<!\\d)${number}\\s?(?:[-–—]|till)\\s?${number}${unit}`, 'giu'), (first, second) => [first, second]],
]
/** In a table of classes "under 9" is a class; in running text "under 9 månader" is a length of time, but first of several classes. */
const under: (typeof kinds)[number] = [new RegExp(`^under\\s?${number}${anyUnit}`, 'giu'), (first) => [0, first - 1]]
const underFirst: (typeof kinds)[number] = [
  new RegExp(`under\\s?${number}${anyUnit}(?=(?:,| och| samt) (?:${number}\\s?[-–—]\\s?|över |mer än |minst ))`, 'giu'),
  (first) => [0, first - 1],
]
const bare: typeof kinds = [
  [new RegExp(`^${number}\\s?[-–—]\\s?${number}\\s*$`, 'giu'), (first, second) => [first, second]],
  [new RegExp(`^${number}\\s?\\+\\s*$`, 'giu'), (first) => [first, Infinity]],
]

/** Classes in a paragraph or in the labels of a table that leave a number out, or have one twice. */
export function checkClasses(paragraphs: Paragraph[], { blocks }: TextDocument): Finding[] {
  const inText = paragraphs.flatMap((paragraph) => {
    const classes = classesIn(paragraph.text, [...kinds, underFirst])
    return [...new Set(classes.map((each) => each.unit))].flatMap((each) =>
      told(
        classes.filter((one) => one.unit === each),
        ({ at, text }) => placeOf(paragraph, { from: at, until: at + text.length }),
        false,
      ),
    )
  })
  const inTables = blocks.flatMap((block, at) => {
    if (block.kind !== 'table') return []
    const classes = block.rows.flatMap(({ cells }, row) =>
      classesIn(cells[0] ?? '', [...kinds, under, ...bare])
        .slice(0, 1)
        .map((each) => ({ ...each, row })),
    )
    if (classes.length < 3) return []
    return told(
      classes,
      (one) => ({
        block: at,
        row: (one as NumberClass & { row: number }).row,
        cell: 0,
        from: one.at,
        until: one.at + one.text.length,
      }),
      true,
    )
  })
  return [...inText, ...inTables]
}

function classesIn(text: string, patterns: typeof kinds): NumberClass[] {
  const found: NumberClass[] = []
  for (const [pattern, ends] of patterns)
    for (const match of text.matchAll(pattern)) {
      const figures = [...match[0].matchAll(/\d+/g)].map(([digits]) => Number(digits))
      const [from, until] = ends(figures[0] ?? 0, figures[1] ?? 0)
      const named = /månad|år|dag|veck|timm|procent/i.exec(match[0])?.[0].toLowerCase()
      const isInside = found.some(
        (one) => match.index < one.at + one.text.length && one.at < match.index + match[0].length,
      )
      if (!isInside && from <= until)
        found.push({ from, until, at: match.index, text: match[0], unit: named ?? 'none' })
    }
  return found
}

/**
 * In running text only what is made to meet is compared: one class below and one above with a single number missing between,
 * or two that share their end. Groups of different ages are mentioned for other reasons.
 */
function told(
  classes: NumberClass[],
  place: (one: NumberClass) => Finding['places'][number],
  isTable: boolean,
): Finding[] {
  const sorted = [...new Map(classes.map((one) => [`${one.from}-${one.until}`, one])).values()].sort(
    (a, b) => a.from - b.from || a.until - b.until,
  )
  // Where others meet exactly, the classes divide a whole, and a gap of some numbers is one as well.
  const isDivided = sorted.length > 2 && sorted.some((one, at) => sorted[at + 1]?.from === one.until + 1)
  const isFromZero = sorted.length === 2 && sorted[0]!.from === 0
  if (!isTable && !isFromZero && sorted.length < 3) return []
  if (areAllShared(sorted)) return []
  return sorted.flatMap((one, at): Finding[] => {
    const next = sorted[at + 1]
    if (!next) return []
    const places = [place(one), place(next)]
    const missing = next.from - one.until - 1
    const words = { one: one.text, other: next.text }
    if (missing === 1 || ((isTable || isDivided) && missing > 0 && missing < 4))
      return [
        {
          kind: 'class-gap',
          severity: 'question',
          places,
          ...words,
          missing: missing === 1 ? String(one.until + 1) : `${one.until + 1}–${next.from - 1}`,
        },
      ]
    if (missing < 0 && one.from < next.from && one.until < next.until)
      return [
        {
          kind: 'class-overlap',
          severity: 'question',
          places,
          ...words,
          both: missing === -1 ? String(next.from) : `${next.from}–${one.until}`,
        },
      ]
    return []
  })
}

/** "3–6 månader, 6–24 månader": where all classes with two ends share their borders, it is how the classes are named. */
function areAllShared(sorted: NumberClass[]): boolean {
  const closed = sorted.filter(({ from, until }) => from > 0 && Number.isFinite(until))
  return closed.length > 1 && closed.slice(1).every(({ from }, at) => from === closed[at]!.until)
}
