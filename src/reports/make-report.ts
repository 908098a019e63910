import type { Figures } from '../analysis/figures.ts'
import { followUpReport } from './follow-up-report.ts'
import { renderDocx } from './render/docx.ts'
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

export const isTemplate = (name: string): boolean => name === 'follow-up'

/** One neutral document, made from figures and drawn in a format. */
export async function makeReport(figures: Figures, format: ReportFormat, now: Date): Promise<Buffer> {
  const document = followUpReport(figures, now.toISOString())
  switch (format) {
    case 'html':
      return Buffer.from(renderHtml(document))
    case 'json':
      return Buffer.from(JSON.stringify(document))
    case 'docx':
      return Buffer.from(await renderDocx(document))
    case 'xlsx':
      return Buffer.from(await renderXlsx(document))
    case 'pdf':
      return Buffer.from(renderPdf(document))
  }
}
