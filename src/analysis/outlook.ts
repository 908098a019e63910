import type { BacktestSummary } from '../calculations/forecast/backtest-summary.ts'
import type { Month } from '../values/month.ts'
import type { FigureUnit } from './figures.ts'

/** What a figure may become, month by month. Intervals: the widest first; `level` is a share. */
export type Expected = {
  months: Month[]
  mean: number[]
  intervals: { level: number; lower: number[]; upper: number[] }[]
  /** The budget year that the forecast runs into: months known, and the total expected. */
  year: {
    year: number
    knownMonths: number
    mean: number
    intervals: { level: number; lower: number; upper: number }[]
  } | null
  /** How the method has done on this very series. */
  record: BacktestSummary & { coverage: { level: number; share: number | null }[] }
}

/** A figure with its history and what to expect; `expected` is null with the reason when it cannot be told. */
export type OutlookFigure = {
  id: string
  name: string
  definition: string
  source: string
  unit: FigureUnit
  history: { month: Month; value: number | null }[]
  expected: Expected | null
  withheld?: 'too-few' | 'too-short'
}

/** How long those stay who come: one curve, in whole months since the start. Shares are 0–1, rounded to whole per cent. */
export type Throughput = {
  definition: string
  source: string
  /** Spells whose first month is known. */
  starts: number
  /** Months until half have left; null when more than half remain. */
  median: number | null
  curve: {
    time: number[]
    /** To the nearest five. */
    atRisk: number[]
    survival: number[]
    lower: (number | null)[]
    upper: (number | null)[]
  }
}

export type Outlook = {
  municipality: { code: string; name: string }
  knownAt: string | null
  dataFrom: Month | null
  dataTo: Month | null
  figures: OutlookFigure[]
  /** Null when too few have started for a curve to be published. */
  throughput: Throughput | null
}
