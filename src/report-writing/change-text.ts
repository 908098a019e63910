import type { User } from '../access/sessions.ts'
import type { Tx } from '../database/transaction.ts'
import { ok, type Result, refuse } from '../values/result.ts'
import { isEmptyText } from './text-schema.ts'
import { applySteps, type CannotChangeText, type ProposedSteps } from './text-steps.ts'
import { addSteps, lockReport, lockText, saveText, stepsSince, type StepRow } from './written-reports.queries.ts'
import { isOpen, type KeptText } from './written-report.ts'

export type TextAddress = { report: number; part: string }

export type CannotWrite = 'no-such-report' | 'no-such-text' | 'report-signed' | 'not-your-window'
export type CannotChange = CannotWrite | CannotChangeText

/** Somebody's changes of a text; `clientId` is the window, which begins with the user's own id. */
export type TextChange = ProposedSteps & { clientId: string }

type Changed = { version: number }

/**
 * Records somebody's changes of a text. Who comes after another gets what is missing, `missing`, and nothing is recorded:
 * the window joins the two and sends again, so that no word is lost.
 */
export async function changeText(
  tx: Tx,
  { report, part }: TextAddress,
  change: TextChange,
  { user, now }: { user: User; now: Date },
): Promise<Result<Changed, { kind: CannotChange; missing: StepRow[] }>> {
  const no = (kind: CannotChange, missing: StepRow[] = []) => refuse({ kind, missing })
  if (!change.clientId.startsWith(`${user.id}-`)) return no('not-your-window')
  const text = await writableText(tx, user.municipalityId, { report, part })
  if (!text.ok) return no(text.refusal)
  const result = applySteps(text.value, change)
  if (!result.ok)
    return no(
      result.refusal,
      result.refusal === 'changed-since'
        ? await stepsSince(tx, user.municipalityId, report, { [part]: change.version })
        : [],
    )
  const { version, body } = result.value
  const place = { municipalityId: user.municipalityId, reportId: report, part, userId: user.id, now }
  await addSteps(tx, place, { first: text.value.version + 1, steps: change.steps, clientId: change.clientId })
  await saveText(tx, place, { version, body, status: isEmptyText(result.value.text) ? 'empty' : 'writing' })
  return ok({ version })
}

/** Marks a text as ready, or takes that back. */
export async function markText(
  tx: Tx,
  { report, part }: TextAddress,
  status: 'ready' | 'writing',
  { user, now }: { user: User; now: Date },
): Promise<Result<null, CannotWrite>> {
  const text = await writableText(tx, user.municipalityId, { report, part })
  if (!text.ok) return text
  const place = { municipalityId: user.municipalityId, reportId: report, part, userId: user.id, now }
  await saveText(tx, place, { ...text.value, status })
  return ok(null)
}

/** The report first and its text after, so that no two wait for each other. */
async function writableText(
  tx: Tx,
  municipalityId: number,
  { report, part }: TextAddress,
): Promise<Result<KeptText, CannotWrite>> {
  const found = await lockReport(tx, municipalityId, report)
  if (!found) return refuse('no-such-report')
  if (!isOpen(found)) return refuse('report-signed')
  const text = await lockText(tx, municipalityId, report, part)
  return text ? ok(text) : refuse('no-such-text')
}
