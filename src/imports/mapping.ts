import type { Day } from '../values/day.ts'
import type { LocalCodes } from './cell-readers.ts'
import { type Heading, headingOf, likeness } from './headings.ts'
import type { Column, Kind, Layout } from './kind.ts'
import { isYearHeading, withYear } from './month-parts.ts'
import { targetsOf } from './municipality.ts'
import type { Targets } from './readings.ts'

/** A mapping that a person has confirmed once, kept under a name for the next file from the same source. */
export type Profile = { name: string; kind: string; columns: Targets; codes?: LocalCodes }

/** What a file column is taken to be, and why, in Swedish. `confidence` is 0–1. */
export type Suggestion = { column: string; target: string | null; reason: string; confidence: number }

/** A column of the file against a column of ours. */
type Match = { at: number; target: Column; confidence: number; reason: string }

/** A wrong key makes different rows the same. No values speak for it, so the heading has to. */
const leastKeyConfidence = 0.7

/** Rows that are looked at. More would not change a share that decides. */
const sampleSize = 100

/** No month, amount or code is longer, and a hostile file may hold a cell of a million characters. */
const longestValue = 200

/** Below this a person chooses: a wrong guess costs more than a blank. */
const leastConfidence = 0.45

/**
 * Suggests what each column of a file is, from its heading and its values.
 * A column of ours is suggested once; but year and month in two columns give one month,
 * and in a table with several values in a row every column of values is a value.
 */
export function suggestMapping(
  kind: Kind,
  columns: readonly string[],
  sampleRows: readonly (readonly string[])[],
  layout: Layout | null = null,
): Suggestion[] {
  const sample = sampleRows.slice(0, sampleSize)
  const best = oneToOne(matchesOf(kind, columns, sample, layout))
  const suggestions = columns.map((column, at) => {
    const match = layoutMatch(columns, at, layout) ?? best.get(at)
    return {
      column,
      target: match?.target ?? null,
      reason: match?.reason ?? noReason,
      confidence: match?.confidence ?? 0,
    }
  })
  return withYearColumn(kind, suggestions)
}

/** The required columns that no file column is mapped to, and that the table's title does not give. */
export function missingTargets(kind: Kind, targets: Targets, layout: Layout | null = null): Column[] {
  const mapped = new Set(Object.values(targets))
  const given = (name: string) =>
    layout !== null && (name in layout.given || layout.values.every((value) => name in value.given))
  const isThere = ({ name, besides }: Column) => mapped.has(name) || given(name) || (besides && mapped.has(besides))
  return kind.columns.filter((column) => column.required && !isThere(column))
}

/** The suggestions as the targets of a profile. */
export const targetsFrom = (suggestions: readonly Suggestion[]): Targets =>
  Object.fromEntries(suggestions.map(({ column, target }) => [column, target]))

const noReason = 'Ingen av kolumnerna liknar den här. Välj själv om den ska läsas.'

function matchesOf(
  kind: Kind,
  columns: readonly string[],
  sample: readonly (readonly string[])[],
  layout: Layout | null,
): Match[] {
  const taken = new Set(layout?.values.map(({ at }) => at))
  const yearAt = columns.findIndex(isYearHeading)
  return columns.flatMap((column, at) => {
    if (taken.has(at) || isYearHeading(column)) return []
    const heading = headingOf(column)
    const values = valuesAt(at, yearAt, sample)
    return targetsOf(kind)
      .filter(({ name }) => name !== layout?.target)
      .flatMap((target) => matchOf(at, heading, values, target))
      .filter(({ target, confidence }) => target.name !== kind.key.own || confidence >= leastKeyConfidence)
  })
}

/** The texts of a column, with their year when it stands in a column of its own. */
function valuesAt(at: number, yearAt: number, sample: readonly (readonly string[])[]): string[][] {
  return sample.flatMap((row) => {
    const text = (row[at] ?? '').slice(0, longestValue).trim()
    if (text === '') return []
    return [yearAt < 0 ? [text] : [text, withYear((row[yearAt] ?? '').trim(), text)]]
  })
}

function matchOf(at: number, heading: Heading, values: string[][], target: Column): Match[] {
  const { alike, known } = closest(heading, target)
  const speaks = alike >= leastAlike || target.evidence === 'strong'
  const share =
    !speaks || target.evidence === 'none' || values.length === 0 ? null : shareReadable(values, target, alike)
  const confidence = confidenceOf(alike, share, target)
  return confidence < leastConfidence ? [] : [{ at, target, confidence, reason: reasonOf(alike, known, share, target) }]
}

/** Less alike than this is another word. */
const leastAlike = 0.6

/** How like the heading is to the known headings; among equals, the first known one counts most. */
function closest(heading: Heading, target: Column): { alike: number; known: string } {
  let best = { alike: 0, known: target.label }
  for (const [at, { text, heading: known }] of knownHeadings(target).entries()) {
    const alike = likeness(heading, known) * (1 - at / 200)
    if (alike > best.alike) best = { alike, known: text }
  }
  return best
}

const readyHeadings = new WeakMap<Column, { text: string; heading: Heading }[]>()

function knownHeadings(target: Column): { text: string; heading: Heading }[] {
  const texts =
    readyHeadings.get(target) ??
    [target.label, target.name, ...target.aliases].map((text) => ({ text, heading: headingOf(text) }))
  readyHeadings.set(target, texts)
  return texts
}

/** Known from any day: the century of a short identity number does not matter here. */
const anyDay = '2099-12-31' as Day

/** When only the values speak and none of the first few can be read, the rest is not tried: there may be a thousand columns. */
function shareReadable(values: string[][], target: Column, alike: number): number {
  const isReadable = (texts: string[]) => texts.some((text) => 'ok' in target.parse(text, { today: anyDay }))
  if (alike < leastAlike && !values.slice(0, 10).some(isReadable)) return 0
  return values.filter(isReadable).length / values.length
}

/**
 * The heading leads and the values vouch. Values alone speak only where they are unmistakable:
 * an identity number or a known code; a month, a day or an amount could be many things.
 * Under our own heading even unreadable values are proposed, so that the rows come back with what is wrong with them.
 */
function confidenceOf(alike: number, share: number | null, { evidence }: Column): number {
  const byHeading = alike < leastAlike ? 0 : alike
  if (share === null) return 0.95 * byHeading
  if (byHeading > 0) return byHeading * (share >= 0.5 ? 0.6 + 0.4 * share : Math.max(share, alike === 1 ? 0.75 : 0))
  return evidence === 'strong' && share >= 0.9 ? 0.5 * share : 0
}

function reasonOf(alike: number, known: string, share: number | null, { valuesAre }: Column): string {
  const heading = alike > 0.85 ? `Rubriken är ”${known}”` : alike >= leastAlike ? `Rubriken liknar ”${known}”` : null
  const values = share === null ? null : `${Math.round(share * 100)} % av värdena är ${valuesAre}`
  if (heading && values) return `${heading} och ${values}.`
  return `${heading ?? values ?? ''}.`
}

/** Takes the surest matches first; a file column and a column of ours are each taken once. */
function oneToOne(matches: Match[]): Map<number, { target: string; reason: string; confidence: number }> {
  const taken = new Set<string>()
  const best = new Map<number, { target: string; reason: string; confidence: number }>()
  for (const { at, target, confidence, reason } of matches.sort((a, b) => b.confidence - a.confidence || a.at - b.at)) {
    if (best.has(at) || taken.has(target.name)) continue
    best.set(at, { target: target.name, reason, confidence })
    taken.add(target.name)
  }
  return best
}

function layoutMatch(columns: readonly string[], at: number, layout: Layout | null) {
  const value = layout?.values.find((each) => each.at === at)
  if (!value) return null
  const told = Object.values(value.given).join(', ')
  return {
    target: layout!.target,
    reason: `Rubriken ”${columns[at]}” säger vad värdena gäller: ${told}.`,
    confidence: 0.95,
  }
}

/** Points the year column to the month that it completes, or to the month of a kind that takes a year alone. */
function withYearColumn(kind: Kind, suggestions: Suggestion[]): Suggestion[] {
  const months = kind.columns.filter(({ valuesAre }) => valuesAre === 'månader')
  const month = suggestions.find(({ target }) => months.some(({ name }) => name === target))
  if (!month) return withYearAlone(months, suggestions)
  return suggestions.map((each) =>
    isYearHeading(each.column)
      ? {
          ...each,
          target: month.target,
          reason: `Året läses ihop med ”${month.column}”.`,
          confidence: month.confidence,
        }
      : each,
  )
}

function withYearAlone(months: Column[], suggestions: Suggestion[]): Suggestion[] {
  const target = months.find(({ parse }) => 'ok' in parse('2019', { today: anyDay }))
  if (!target) return suggestions
  return suggestions.map((each) =>
    isYearHeading(each.column)
      ? { ...each, target: target.name, reason: 'Beloppen gäller hela året.', confidence: 0.95 }
      : each,
  )
}
