import { roleLabel } from '../access/refusals.text.ts'
import type { User } from '../access/sessions.ts'
import type { Tx } from '../database/transaction.ts'
import type { ReportTemplate } from '../reports/template.ts'
import { addMonths } from '../values/month.ts'
import { choiceOf, findTemplate, listTemplates } from './find-template.ts'
import { shownPartText } from './report-writing.text.ts'
import { listVersionHeads, type VersionHead } from './versions.queries.ts'
import type { KeptText, WrittenReport } from './written-report.ts'
import { findReport, listReports, loadTexts } from './written-reports.queries.ts'
import type {
  DraftPart,
  DraftSection,
  DraftView,
  ReportList,
  ReportRow,
  ReportState,
  SignedVersion,
} from './writing-view.ts'

/** Every report with how far it has come, and what a new one can be made of. */
export async function showReports(tx: Tx, { municipalityId }: User): Promise<Omit<ReportList, 'data'>> {
  const heads = await listVersionHeads(tx, municipalityId)
  const reports: ReportRow[] = []
  for (const report of await listReports(tx, municipalityId)) {
    const template = await findTemplate(tx, municipalityId, report.templateKey, report.templateVersion)
    const texts = await loadTexts(tx, municipalityId, report.id)
    const latest = heads.find(({ reportId }) => reportId === report.id)
    reports.push({
      ...{ id: report.id, title: report.title, from: report.from, to: addMonths(report.until, -1) },
      template: template?.name ?? report.templateKey,
      state: stateOf(report),
      changed: changedOf(texts.toSorted((one, other) => Number(other.changedAt) - Number(one.changedAt))[0]),
      ready: texts.filter(({ status }) => status === 'ready').length,
      texts: texts.length,
      latest: latest ? versionOf(latest) : null,
    })
  }
  return { reports, templates: (await listTemplates(tx, municipalityId)).map(choiceOf) }
}

/** A report to write in; null when there is none, or when its template is gone. */
export async function showDraft(tx: Tx, user: User, id: number): Promise<DraftView | null> {
  const report = await findReport(tx, user.municipalityId, id)
  const template = report && (await findTemplate(tx, user.municipalityId, report.templateKey, report.templateVersion))
  if (!report || !template) return null
  const texts = new Map((await loadTexts(tx, user.municipalityId, id)).map((text) => [text.part, text]))
  return {
    ...{ id, title: report.title, template: template.name, from: report.from, to: addMonths(report.until, -1) },
    ...{ state: stateOf(report), corrects: report.corrects, userId: user.id },
    maySign: template.signedBy.some((role) => role === user.role),
    signers: template.signedBy.map((role) => roleLabel[role]),
    sections: template.sections.map((section) => sectionOf(section, texts)),
    versions: (await listVersionHeads(tx, user.municipalityId, id)).map(versionOf),
  }
}

export function stateOf({ versions, corrects }: Pick<WrittenReport, 'versions' | 'corrects'>): ReportState {
  if (corrects !== null) return 'correcting'
  return versions > 0 ? 'signed' : 'writing'
}

export const versionOf = ({
  version,
  signedAt,
  signedName,
  signedRole,
  corrects,
  reason,
}: VersionHead): SignedVersion => ({
  ...{ version, signedName, signedRole, corrects, reason },
  signedAt: signedAt.toISOString(),
})

const changedOf = (text: KeptText | undefined) =>
  text ? { at: text.changedAt.toISOString(), by: text.changedBy } : null

const sectionOf = (
  { key, heading, level, parts }: ReportTemplate['sections'][number],
  texts: ReadonlyMap<string, KeptText>,
): DraftSection => ({
  ...{ key, heading, level },
  parts: parts.flatMap((part): DraftPart[] => {
    if (part.kind !== 'text') return [{ kind: 'shown', what: shownPartText[part.kind] }]
    const text = texts.get(part.key)
    if (!text) return []
    const { version, body, status, changedAt, changedBy } = text
    return [
      {
        ...{ kind: 'text', key: part.key, guidance: part.guidance, required: part.required },
        text: { version, body, status, changed: { at: changedAt.toISOString(), by: changedBy } },
      },
    ]
  }),
})
