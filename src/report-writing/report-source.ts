import type { User } from '../access/sessions.ts'
import { findEntry } from '../catalogue/catalogue.queries.ts'
import type { Tx } from '../database/transaction.ts'
import type { Signature } from '../reports/document.ts'
import { loadDecided } from '../reports/load-report.ts'
import { standardKey } from '../reports/look.ts'
import type { ReportInput, ReportTemplate } from '../reports/template.ts'
import type { Day } from '../values/day.ts'
import { blocksOfText } from './blocks-of-text.ts'
import type { ReportedFigures } from './report-figures.ts'
import { readText } from './text-steps.ts'
import type { KeptText, WrittenReport } from './written-report.ts'

/** All that a report is made of beside the figures. Kept with a signed version, so that it can be made again of later figures. */
export type ReportSource = Pick<ReportInput, 'promises' | 'notes' | 'actions' | 'today' | 'committee'> & {
  template: ReportTemplate
  title: string
  /** What is written in each text part. */
  texts: Record<string, object>
}

export async function loadSource(
  tx: Tx,
  { municipalityId }: Pick<User, 'municipalityId'>,
  {
    report,
    template,
    texts,
    today,
  }: { report: WrittenReport; template: ReportTemplate; texts: KeptText[]; today: Day },
): Promise<ReportSource> {
  const { promises, notes, actions } = await loadDecided(tx, municipalityId)
  const look = await findEntry(tx, municipalityId, 'report-look', standardKey)
  return {
    template,
    title: report.title,
    ...(look?.body.committee && { committee: look.body.committee }),
    today,
    texts: Object.fromEntries(texts.map(({ part, body }) => [part, body])),
    promises: promises.map(named),
    notes: notes.map(named),
    actions: actions.map(named),
  }
}

/** Who saved an entry, and which version it was, is not in a report. */
const named = <Body>({ key, body }: { key: string; body: Body }): { key: string; body: Body } => ({ key, body })

/** The source with figures: what `reports` makes a document of. */
export function inputOf(
  { texts, ...source }: ReportSource,
  reported: ReportedFigures,
  { createdAt, signed }: { createdAt: string; signed?: Signature },
): ReportInput {
  return {
    ...source,
    ...reported,
    texts: new Map(Object.entries(texts).map(([part, body]) => [part, blocksOfText(readText(body), reported.figures)])),
    createdAt,
    ...(signed && { signed }),
  }
}
