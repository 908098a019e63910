import type { CatalogueBody, CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import type { otherPeriods } from '../catalogue/report-bodies.ts'
import type { Figures } from '../analysis/figures.ts'
import type { Day } from '../values/day.ts'
import type { Block, Signature } from './document.ts'

/** A report's sections in order: an entry of the catalogue, or one that comes with the program (`reports/templates`). */
export type ReportTemplate = CatalogueBody<'report-template'>
export type TemplateSection = ReportTemplate['sections'][number]
export type TemplatePart = TemplateSection['parts'][number]
export type TextPart = Extract<TemplatePart, { kind: 'text' }>

/** Another period than the report's that some of its tables are of. */
export type OtherPeriod = (typeof otherPeriods)[number]

/** Entries of the catalogue, as many as the reader of the report may know of. */
export type ReportPromise = Pick<CatalogueEntry<'promise'>, 'key' | 'body'>
export type ReportNote = Pick<CatalogueEntry<'dated-note'>, 'key' | 'body'>
/** Those for a group that only managers see are left out by whoever loads them. */
export type ReportAction = Pick<CatalogueEntry<'savings-action'>, 'key' | 'body'>

/** All that a report is made of. */
export type ReportInput = {
  template: ReportTemplate
  figures: Figures
  /** For parts that are of another period, see `loadOtherFigures`. A part whose figures are not here is left out. */
  others?: Partial<Record<OtherPeriod, Figures>>
  /** What is written in each text part, by the part's key. A part that is not here has the template's suggestion. */
  texts: ReadonlyMap<string, readonly Block[]>
  promises: readonly ReportPromise[]
  notes: readonly ReportNote[]
  actions: readonly ReportAction[]
  /** Title of the report; without one, the name of the template. */
  title?: string
  committee?: string
  /** The day of work: what has been said and noted after it is left out. */
  today: Day
  /** A day or an instant. */
  createdAt: string
  signed?: Signature
}
