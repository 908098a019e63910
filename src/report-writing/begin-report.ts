import type { User } from '../access/sessions.ts'
import type { Figures } from '../analysis/figures.ts'
import type { Tx } from '../database/transaction.ts'
import type { ReportTemplate } from '../reports/template.ts'
import type { Month } from '../values/month.ts'
import { suggestedText } from './suggested-text.ts'
import { textPartsOf } from './written-report.ts'
import { addReport, addText } from './written-reports.queries.ts'

export type NewReport = { templateKey: string; templateVersion: number; title: string; from: Month; until: Month }

/** Begins a report: every text that somebody is to write stands there with the template's suggestion and its live figures. */
export async function beginReport(
  tx: Tx,
  begun: NewReport,
  { user, figures, template, now }: { user: User; figures: Figures; template: ReportTemplate; now: Date },
): Promise<number> {
  const { municipalityId } = user
  const id = await addReport(tx, municipalityId, { ...begun, createdBy: user.id, now })
  for (const { key, suggestion } of textPartsOf(template))
    await addText(
      tx,
      { municipalityId, reportId: id, part: key, userId: user.id, now },
      suggestedText(suggestion, figures).toJSON() as object,
    )
  return id
}
