import { type Month, monthsBetween } from '../values/month.ts'
import { chartsText } from './charts.text.ts'

/**
 * Something that happened along a chart of months, shown without a claim that it caused anything: a line with a number,
 * explained in the list below the chart.
 */
export type ChartMark = { number: number; /** Which category it stands at. */ at: number; text: string }

/** Something to mark: a day, and what happened on it. */
export type Happening = { on: string; text: string }

/** Numbers what happened within some months in a row, the earliest first. What lies outside them has no place. */
export function marksAlong(months: readonly Month[], happenings: readonly Happening[]): ChartMark[] {
  const first = months[0]
  if (!first) return []
  return happenings
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
    .map(({ on, text }) => ({ at: monthsBetween(first, on.slice(0, 7) as Month), text }))
    .filter(({ at }) => at >= 0 && at < months.length)
    .map((mark, index) => ({ number: index + 1, ...mark }))
}

/** A dated note as charts need it: `figures` are the charts it stands in, none for all. */
export type ChartNote = { on: string; title: string; figures: readonly string[] }

/** The marks of the notes that begin within the months of a figure's chart, on a page and in a report alike. */
export const noteMarks = (figure: string, months: readonly Month[], notes: readonly ChartNote[]): ChartMark[] =>
  marksAlong(
    months,
    notes
      .filter(({ figures }) => figures.length === 0 || figures.includes(figure))
      .map(({ on, title }) => ({ on, text: chartsText.noted(on, title) })),
  )

/** The numbers that stand at the same place share a line. */
export function markLines(marks: readonly ChartMark[]): { at: number; label: string }[] {
  const places = [...new Set(marks.map(({ at }) => at))]
  return places.map((at) => ({
    at,
    label: marks
      .filter((mark) => mark.at === at)
      .map(({ number }) => number)
      .join(', '),
  }))
}

/** The marks in words, as the drawing's own description tells them: `1: 2019-03-04 Coach inom en vecka`. */
export const markTexts = (marks: readonly ChartMark[]): string[] =>
  marks.map(({ number, text }) => `${number}: ${text}.`)
