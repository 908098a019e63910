import type { Tx } from '../database/transaction.ts'

/** What somebody has begun to write and not sent. Row level security shows each user his or her own. */
export type Draft = { householdId: number | null; savedAt: string; body: object }

export async function findDraft(tx: Tx, municipalityId: number, userId: number, key: string): Promise<Draft | null> {
  const [row] = await tx.query<{ household_id: number | null; saved_at: Date; body: object }>(
    'select household_id, saved_at, body from draft where municipality_id = $1 and user_id = $2 and draft_key = $3',
    [municipalityId, userId, key],
  )
  return row ? { householdId: row.household_id, savedAt: row.saved_at.toISOString(), body: row.body } : null
}

type SaveDraft = {
  municipalityId: number
  userId: number
  key: string
  householdId: number | null
  body: object
  now: Date
}

/** Saves over what was there: the latest wins. Whether the draft is a new one. */
export async function saveDraft(tx: Tx, draft: SaveDraft): Promise<{ isNew: boolean }> {
  const { municipalityId, userId, key, householdId, body, now } = draft
  const values = [municipalityId, userId, key, householdId, now, JSON.stringify(body)]
  const changed = await tx.execute(
    `update draft set household_id = $4, saved_at = $5, body = $6
     where municipality_id = $1 and user_id = $2 and draft_key = $3`,
    values,
  )
  if (changed > 0) return { isNew: false }
  await tx.execute(
    `insert into draft (municipality_id, user_id, draft_key, household_id, saved_at, body) values ($1, $2, $3, $4, $5, $6)
     on conflict (municipality_id, user_id, draft_key)
     do update set household_id = excluded.household_id, saved_at = excluded.saved_at, body = excluded.body`,
    values,
  )
  return { isNew: true }
}

export const deleteDraft = (tx: Tx, municipalityId: number, userId: number, key: string): Promise<number> =>
  tx.execute('delete from draft where municipality_id = $1 and user_id = $2 and draft_key = $3', [
    municipalityId,
    userId,
    key,
  ])

/** Where drafts go when the events of a household get new names, perhaps in another household. */
export type DraftMove = {
  from: number
  to: number
  /** Old name of an event → new. A draft that goes on with one of these follows it. */
  names: ReadonlyMap<number, number>
  /** Whether what is written of the household itself, or of a person, goes along. */
  withHousehold: boolean
}

/** Lets what anybody was writing follow the household and the event that it was about. */
export async function moveDrafts(tx: Tx, municipalityId: number, moves: readonly DraftMove[]): Promise<void> {
  const users = await tx.query<{ user_id: number }>('select user_id from app_user where municipality_id = $1', [
    municipalityId,
  ])
  for (const { user_id } of users) {
    // Row level security shows each user's drafts in the user's own name only.
    await tx.query(`set local app.user_id to '${user_id}'`)
    for (const { key, to, body, savedAt } of await takeDrafts(tx, municipalityId, moves))
      await saveBeside(tx, { municipalityId, userId: user_id, key, householdId: to, body, now: savedAt })
  }
  await tx.query("set local app.user_id to ''")
}

type Taken = { old: string; key: string; to: number; body: object; savedAt: Date }

/** Lifts out the drafts that are to move, with the names that they get. */
async function takeDrafts(tx: Tx, municipalityId: number, moves: readonly DraftMove[]): Promise<Taken[]> {
  const rows = await tx.query<{ draft_key: string; household_id: number; saved_at: Date; body: object }>(
    'select draft_key, household_id, saved_at, body from draft where municipality_id = $1 and household_id = any ($2)',
    [municipalityId, moves.map(({ from }) => from)],
  )
  const taken = rows.flatMap(({ draft_key: old, household_id, saved_at: savedAt, body }) =>
    moves
      .filter(({ from }) => from === household_id)
      .flatMap((move) => {
        const key = movedKey(old, move)
        return key === null ? [] : [{ old, key, to: move.to, body, savedAt }]
      })
      .slice(0, 1),
  )
  await tx.query('delete from draft where municipality_id = $1 and draft_key = any ($2)', [
    municipalityId,
    taken.map(({ old }) => old),
  ])
  return taken
}

/**
 * The name of a draft after a move, or null when it stays. `note-h17` is of household 17, `follow-up-h17-3` of its event 3;
 * other names tell of neither.
 */
export function movedKey(key: string, { from, to, names, withHousehold }: DraftMove): string | null {
  const [, event] = new RegExp(`-h${from}-(\\d+)$`).exec(key) ?? []
  const name = event === undefined ? undefined : names.get(Number(event))
  if (event !== undefined && name !== undefined) return key.replace(`-h${from}-${event}`, `-h${to}-${name}`)
  return withHousehold ? key.replace(new RegExp(`-h${from}(-\\d+)?$`), `-h${to}$1`) : null
}

/** Where the user was writing the same thing in both households, neither text is lost. */
async function saveBeside(tx: Tx, draft: SaveDraft): Promise<void> {
  const there = await findDraft(tx, draft.municipalityId, draft.userId, draft.key)
  await saveDraft(tx, there ? { ...draft, body: bothTexts(there.body, draft.body) } : draft)
}

/** Texts of the same field after each other; of days and codes the one that was there already. */
export function bothTexts(there: object, added: object): object {
  const known = new Map<string, unknown>(Object.entries(there))
  const both = Object.entries(added).map(([field, text]: [string, unknown]) => {
    const first = known.get(field)
    if (typeof first !== 'string' || typeof text !== 'string' || first === text) return [field, first ?? text] as const
    return [field, /\s/.test(text) ? [first, text].filter(Boolean).join('\n\n') : first || text] as const
  })
  return { ...there, ...Object.fromEntries(both) }
}
