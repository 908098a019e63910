import type { Kind, Layout } from './kind.ts'
import { isYearHeading, withYear } from './month-parts.ts'
import { targetsOf } from './municipality.ts'

/** Which of our columns each file column is read as. Null for a column that is not read. */
export type Targets = Readonly<Record<string, string | null>>

/** Where one value comes from: a cell, a cell with the year in another, or a text that the title or a heading gives. */
export type Source = { at: number; yearAt: number | null; given: string | null }

/** How a row gives one of our rows: a source for each target of the kind, null for what the file does not have. */
export type Reading = readonly (Source | null)[]

/**
 * The readings of a table: one for a plain table, one for each column of values for a table laid out to be looked at.
 * A file column that is mapped but not among `columns` is left out: the caller asks `missingTargets` first.
 */
export function readingsOf(kind: Kind, columns: readonly string[], targets: Targets, layout: Layout | null): Reading[] {
  if (!layout) return [readingOf(kind, columns, targets, {})]
  return layout.values
    .filter(({ at }) => targets[columns[at] ?? ''] === layout.target)
    .map(({ at, given }) =>
      readingOf(kind, columns, targets, { ...layout.given, ...given }, { at, target: layout.target }),
    )
}

/** The text of a cell, without blanks around it. Empty when the row is too short. */
export function textOf(row: readonly string[], { at, yearAt, given }: Source): string {
  if (given !== null) return given
  const text = (row[at] ?? '').trim()
  return yearAt === null || text === '' ? text : withYear((row[yearAt] ?? '').trim(), text)
}

function readingOf(
  kind: Kind,
  columns: readonly string[],
  targets: Targets,
  given: Readonly<Record<string, string>>,
  value?: { at: number; target: string },
): Reading {
  const sources = targetsOf(kind).map(({ name, besides }) => sourceOf(name) ?? (besides ? sourceOf(besides) : null))
  return sources

  function sourceOf(target: string): Source | null {
    if (target === value?.target) return { at: value.at, yearAt: null, given: null }
    const mapped = columns.flatMap((column, at) => (targets[column] === target ? [at] : []))
    const year = mapped.find((at) => isYearHeading(columns[at] ?? ''))
    const at = mapped.find((position) => position !== year) ?? year
    const fromHeading = given[target]
    if (at !== undefined && fromHeading === undefined)
      return { at, yearAt: at === year ? null : (year ?? null), given: null }
    return fromHeading === undefined ? null : { at: value?.at ?? -1, yearAt: null, given: fromHeading }
  }
}
