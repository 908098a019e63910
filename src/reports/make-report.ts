import type { Figures } from '../analysis/figures.ts'
import type { Document } from './document.ts'
import { followUpReport } from './follow-up-report.ts'
import { type ReportLook, standardLook } from './look.ts'
import { renderDocxApart } from './render/docx-apart.ts'
import { renderHtml } from './render/html.ts'
import { renderPdf } from './render/pdf.ts'
import { renderXlsx } from './render/xlsx.ts'

export const reportFormats = ['html', 'docx', 'xlsx', 'pdf', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

export const mediaTypes: Record<ReportFormat, string> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The follow-up of a period, made from figures and drawn in a format. */
export const makeReport = (figures: Figures, format: ReportFormat, now: Date): Promise<Buffer> =>
  renderReport(followUpReport(figures, now.toISOString()), format)

/** A document in a format, as the municipality's reports look. */
export async function renderReport(
  document: Document,
  format: ReportFormat,
  look: ReportLook = standardLook,
): Promise<Buffer> {
  switch (format) {
    case 'html':
      return Buffer.from(renderHtml(document, look))
    case 'json':
      return Buffer.from(JSON.stringify(document))
    case 'docx':
      return Buffer.from(await renderDocxApart(document, look))
    case 'xlsx':
      return Buffer.from(await renderXlsx(document))
    case 'pdf':
      return Buffer.from(renderPdf(document, { look }))
  }
}
