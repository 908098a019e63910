import { createHash } from 'node:crypto'
import type { User } from '../access/sessions.ts'
import type { Figures } from '../analysis/figures.ts'
import type { Tx } from '../database/transaction.ts'
import { registerPublication } from '../publication/publish-figures.ts'
import { countPublished, lockPublished } from '../publication/publication.queries.ts'
import type { Document } from '../reports/document.ts'
import type { Day } from '../values/day.ts'
import { reportFromTemplate } from '../reports/report-from-template.ts'
import type { ReportTemplate } from '../reports/template.ts'
import { ok, type Result, refuse } from '../values/result.ts'
import { type LoadedDraft, loadDraft } from './load-draft.ts'
import type { ReportedFigures } from './report-figures.ts'
import { inputOf } from './report-source.ts'
import { addVersion, dataVersion } from './versions.queries.ts'
import { isOpen } from './written-report.ts'
import { lockReport, saveCorrecting } from './written-reports.queries.ts'
import type { Finding, FindingAnswer } from './writing-view.ts'

export type CannotSign =
  | 'no-such-report'
  | 'report-signed'
  | 'not-a-signer'
  | 'something-missing'
  | 'no-reason'
  | 'data-changed'
  | 'published-meanwhile'

export type Signing = {
  /** Why what stops the signing is as it should be, finding by finding. */
  answers: readonly FindingAnswer[]
  /** Why the version before is corrected; empty for the first. */
  reason: string
}

type Needs = {
  user: User
  roleLabel: string
  /** The figures, worked out at `knownAt` from the data's version `data`. */
  figures: ReportedFigures
  template: ReportTemplate
  data: number
  knownAt: Date
  today: Day
  /** How many counts were out when the figures were held to them. */
  published: number
  toPdf: (document: Document) => Uint8Array
}

/**
 * Signs a report: texts, figures, definitions and the moment of the data become a version that nobody changes.
 * Refused while something stops it that is neither mended nor answered, and when data have come since the figures were worked out or
 * something was published meanwhile that they have not been held to.
 */
export async function signReport(
  tx: Tx,
  id: number,
  signing: Signing,
  needs: Needs,
): Promise<Result<{ version: number }, { kind: CannotSign; left: Finding[] }>> {
  const { user, figures, template, knownAt } = needs
  const no = (kind: CannotSign, left: Finding[] = []) => refuse({ kind, left })
  const report = await lockReport(tx, user.municipalityId, id)
  if (!report) return no('no-such-report')
  if (!isOpen(report)) return no('report-signed')
  if ((await dataVersion(tx, user.municipalityId)) !== needs.data) return no('data-changed')
  const signature = { name: user.name, role: needs.roleLabel, at: knownAt.toISOString() }
  const draft = await loadDraft(tx, user, { report, template }, figures, {
    ...{ createdAt: signature.at, signed: signature, today: needs.today },
  })
  if (!template.signedBy.some((role) => role === user.role)) return no('not-a-signer')
  const left = draft.findings.filter((finding) => finding.stops && !answerTo(finding, signing.answers))
  if (left.length > 0) return no('something-missing', left)
  if (report.corrects !== null && signing.reason.trim() === '') return no('no-reason')
  const leaving = [figures.figures, ...Object.values(figures.others ?? {})].map((each) => ({ figures: each }))
  await lockPublished(tx, user.municipalityId)
  if ((await countPublished(tx, user.municipalityId)) !== needs.published) return no('published-meanwhile')
  const version = await addVersion(tx, {
    ...frozen(draft, signing, needs),
    ...{ municipalityId: user.municipalityId, reportId: id, corrects: report.corrects },
  })
  const publication = { reportId: id, version }
  await registerPublication(tx, { id: user.municipalityId }, leaving, publication, (watched) =>
    reportFromTemplate(
      inputOf(draft.source, ofPeriods(figures, watched), { createdAt: signature.at, signed: signature }),
    ),
  )
  await saveCorrecting(tx, user.municipalityId, id, null)
  return ok({ version })
}

/** The same figures as they are watched, each of its period. */
const ofPeriods = ({ others = {} }: ReportedFigures, [figures, ...rest]: readonly Figures[]): ReportedFigures => ({
  figures: figures!,
  others: Object.fromEntries(Object.keys(others).map((period, at) => [period, rest[at]!])),
})

/** The document's bytes and their hash are taken once, here: nothing writes them again. */
function frozen({ document, source, findings }: LoadedDraft, { answers, reason }: Signing, needs: Needs) {
  const { user, knownAt, roleLabel } = needs
  const bytes = JSON.stringify(document)
  return {
    document: bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    pdf: needs.toPdf(document),
    madeOf: {
      ...source,
      answers: findings.flatMap((finding) => {
        const answer = answerTo(finding, answers)
        return answer ? [{ ...answer, finding: finding.text }] : []
      }),
    },
    ...{ knownAt, signedAt: knownAt, signedBy: user.id, signedName: user.name, signedRole: roleLabel },
    reason: reason.trim() || null,
  }
}

const answerTo = ({ key }: Finding, answers: readonly FindingAnswer[]): FindingAnswer | undefined =>
  answers.find((answer) => answer.key === key && answer.reason.trim() !== '')
