import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import type { DeliveryValue } from '../catalogue/layout-bodies.ts'
import type { Day } from '../values/day.ts'
import type { Month } from '../values/month.ts'
import type { ControlTotals, FindingKind } from './check-month.ts'
import type { LayoutBody } from './layout-schema.ts'
import type { WrittenFile } from './monthly-file.queries.ts'

/** A month that is to be delivered, and the latest file that was written of it. */
export type MonthDue = {
  month: Month
  /** Last day for the delivery. */
  due: Day
  /** Past its day, and after a month that was written here: before that the file came from elsewhere, if it came. */
  isLate: boolean
  written: WrittenFile | null
}

export type MonthsView = {
  today: Day
  /** The latest first; empty when there are no payments. */
  months: MonthDue[]
  history: WrittenFile[]
}

/** Our own figures of the month beside what the file says. */
export type ControlRow = {
  id: 'households' | 'amount' | 'women' | 'men'
  file: number
  notSent: number
  ours: number
  agrees: boolean
}

export type FindingView = {
  kind: FindingKind
  stops: boolean
  field: string | null
  /** Household numbers of the case system; protected households are only counted. */
  households: string[]
  protectedHouseholds: number
}

/** What is wrong with the row of a household. */
export type RowView = {
  household: string
  stops: boolean
  faults: { kind: FindingKind; field: string | null; stops: boolean }[]
}

/** A field of a row as it is written: where it stands in fixed positions, and its characters; a value without a code in words. */
export type SampleField = { name: string; value: DeliveryValue; first: number; last: number; text: string }

/** Layouts of the monthly file, in order of time. The municipality's own go before ours from the month of the first. */
export type LayoutsView = {
  mayEdit: boolean
  builtIn: LayoutBody[]
  own: CatalogueEntry<'monthly-layout'>[]
}

export type MonthlyCheck = {
  month: Month
  layout: {
    from: Month
    source: string
    isChecked: boolean
    isOwn: boolean
    fields: number
    form: LayoutBody['form']
  }
  /** Fields of the layout that the register has no value for at all. */
  notKept: string[]
  totals: ControlTotals
  control: ControlRow[]
  findings: FindingView[]
  /** The same findings, row by row. */
  rows: RowView[]
  moreRows: number
  protectedRows: number
  /** Null when no row can be shown. */
  sample: SampleField[] | null
}
