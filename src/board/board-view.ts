import type { IndicatorFigure } from '../analysis/figures.ts'
import type { KnownFigure } from '../promises/known-figure.ts'
import type { Document } from '../reports/document.ts'
import type { Day } from '../values/day.ts'
import type { Month } from '../values/month.ts'

export type BoardReport = {
  reportId: number
  version: number
  title: string
  from: Month
  /** Last month, included. */
  to: Month
  signedOn: Day
  signedName: string
  signedRole: string
  /** Since when the board reads it; null for one that it may not read yet, which only those who may show it are told of. */
  boardFrom: Day | null
  /** The version that this one corrects, and why. */
  corrects: number | null
  reason: string | null
  /** A later version that the board may read has taken its place. */
  correctedBy: number | null
}

export type BoardReports = { mayShow: boolean; reports: BoardReport[] }
export type ReadReport = BoardReport & { document: Document }

/** A figure of the same months in some years, the latest last, each for women and men; and month by month where it has a course. */
export type BoardFigure = {
  years: IndicatorFigure[]
  series: { month: Month; value: number | null }[]
}

export type BoardFigures = {
  /** The months that are compared: the latest whole tertial, and the same of the years before. Empty without data. */
  periods: { from: Month; to: Month }[]
  seriesFrom: Month
  figures: BoardFigure[]
}

export type BoardQuestion = {
  id: number
  text: string
  askedOn: Day
  /** Told to those who answer; null for the board. */
  askedBy: string | null
  /** Own and not answered: it may be taken back. */
  mayWithdraw: boolean
  answer: { text: string; on: Day; figure: KnownFigure | null; address: string } | null
}

export type BoardQuestions = { today: Day; mayAsk: boolean; mayAnswer: boolean; questions: BoardQuestion[] }
