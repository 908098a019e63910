import type { Month } from '../values/month.ts'

/** What a figure counts in; decides how it is written. Shares are 0–1. Money is öre. */
export type FigureUnit = 'households' | 'persons' | 'decisions' | 'applications' | 'months' | 'share' | 'ore' | 'count'

/** Why there is no value. A withheld figure is shown as such, never as zero. `not-applicable`: there can be none. */
export type Withheld = 'too-few' | 'reveals-another' | 'no-data' | 'follow-up-too-short' | 'not-applicable'

/** value = numerator ÷ denominator; the denominator is 1 for a plain count. */
export type FigureValue = {
  value: number | null
  numerator: number | null
  denominator: number | null
  withheld?: Withheld
}

/** One small definition; pages, exports and reports print from it. */
export type Definition = {
  id: string
  /** Swedish, as a heading. */
  name: string
  /** Swedish, whole sentences. */
  definition: string
  unit: FigureUnit
  numerator: string
  denominator: string
  source: string
  version: number
}

export type SplitBy = 'gender' | 'age' | 'householdType' | 'children' | 'unit'

export type IndicatorFigure = Omit<Definition, 'numerator' | 'denominator' | 'version'> &
  FigureValue & {
    definitionVersion: number
    numeratorText: string
    denominatorText: string
    /** The same months a year before, when the data reach that far. */
    comparison?: FigureValue & { from: Month; to: Month }
    /** Month by month, for the chart, where the figure has a value for a month. */
    series?: { month: Month; value: number | null }[]
    splits?: (FigureValue & { by: SplitBy; category: string; label: string })[]
  }

export type TableCell = FigureValue & { unit: FigureUnit }

/** A table with a definition: obstacle changes, duration classes, throughput, the operating statement. */
export type FigureTable = {
  id: string
  name: string
  definition: string
  source: string
  definitionVersion: number
  columns: { id: string; label: string }[]
  rows: { id: string; label: string; kind?: 'sum' | 'of-which'; cells: TableCell[]; note?: string }[]
  /** The table in one Swedish sentence, for the reader and for a screen reader. */
  sentence: string
  /** What somebody has written about it. */
  comment?: string
}

export type Figures = {
  municipality: { code: string; name: string }
  from: Month
  /** Last month, included. */
  to: Month
  /** Null: as known now. */
  knownAt: string | null
  /** The months for which the register has data. */
  dataFrom: Month | null
  dataTo: Month | null
  indicators: IndicatorFigure[]
  tables: FigureTable[]
}

/**
 * Figures on their way out of the unit, in the same order, without what would tell a withheld count together with all that is out
 * already. Those of a unit alone come with its code. `makes` is what a reader gets, when that is not all of the figures: what it
 * does not ask for stays inside. The entry files hand it in (`publication/publish-figures.ts`).
 */
export type Release = (
  figures: readonly Figures[],
  leaving?: { unit?: string | undefined; makes?: ((figures: readonly Figures[]) => unknown) | undefined },
) => Promise<Figures[]>
