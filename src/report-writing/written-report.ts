import type { ReportTemplate, TextPart } from '../reports/template.ts'
import type { Month } from '../values/month.ts'

/** A report that somebody writes or has written. */
export type WrittenReport = {
  id: number
  title: string
  templateKey: string
  /** 0 for a template that comes with the program. */
  templateVersion: number
  from: Month
  /** The month after the last. */
  until: Month
  /** The signed version that is being corrected; null while none is. */
  corrects: number | null
  /** How many versions have been signed. */
  versions: number
}

export type TextStatus = 'empty' | 'writing' | 'ready'

/** The text of a part as it stands. */
export type KeptText = {
  part: string
  version: number
  body: object
  status: TextStatus
  changedAt: Date
  changedBy: string | null
}

/** A signed report is closed until somebody begins to correct it. */
export const isOpen = ({ versions, corrects }: Pick<WrittenReport, 'versions' | 'corrects'>): boolean =>
  versions === 0 || corrects !== null

/** The parts that somebody writes, in order. */
export const textPartsOf = (template: ReportTemplate): (TextPart & { heading: string })[] =>
  template.sections.flatMap(({ heading, parts }) =>
    parts.flatMap((part) => (part.kind === 'text' ? [{ ...part, heading }] : [])),
  )
