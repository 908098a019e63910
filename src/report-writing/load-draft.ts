import type { User } from '../access/sessions.ts'
import type { Tx } from '../database/transaction.ts'
import type { Document, Signature } from '../reports/document.ts'
import { reportFromTemplate } from '../reports/report-from-template.ts'
import type { ReportTemplate } from '../reports/template.ts'
import type { Day } from '../values/day.ts'
import { findFindings } from './find-findings.ts'
import { findTemplate } from './find-template.ts'
import type { ReportedFigures } from './report-figures.ts'
import { inputOf, loadSource, type ReportSource } from './report-source.ts'
import type { WrittenReport } from './written-report.ts'
import { listComments } from './comments.queries.ts'
import { findReport, loadTexts } from './written-reports.queries.ts'
import type { Finding } from './writing-view.ts'

export type LoadedDraft = { source: ReportSource; document: Document; findings: Finding[] }

/** When it is made, the day of work, and who signs it, if anybody does. */
export type Making = { createdAt: string; today: Day; signed?: Signature }

/** A report with the version of the template that it was begun with. */
export type Described = { report: WrittenReport; template: ReportTemplate }

/** Null when there is no such report, or no longer its template. */
export async function describeReport(tx: Tx, { municipalityId }: User, id: number): Promise<Described | null> {
  const report = await findReport(tx, municipalityId, id)
  const template = report && (await findTemplate(tx, municipalityId, report.templateKey, report.templateVersion))
  return report && template ? { report, template } : null
}

/** A report as it stands, and what there is to see to in it. */
export async function loadDraft(
  tx: Tx,
  user: User,
  { report, template }: Described,
  figures: ReportedFigures,
  { today, ...making }: Making,
): Promise<LoadedDraft> {
  const { municipalityId } = user
  const texts = await loadTexts(tx, municipalityId, report.id)
  const source = await loadSource(tx, user, { report, template, texts, today })
  const input = inputOf(source, figures, making)
  const document = reportFromTemplate(input)
  const comments = await listComments(tx, municipalityId, report.id)
  return { source, document, findings: findFindings({ input, document, texts, comments }) }
}
