import type pg from 'pg'
import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf } from '../access/signed-in.ts'
import { withTenant } from '../database/transaction.ts'
import { findHousehold, loadPathView } from '../pathway/load-path.ts'
import { contextOf, loadWorld } from '../pathway/world.ts'
import type { Day } from '../values/day.ts'
import type { ReferralChoice } from './interventions-view.ts'
import { figuresTenant, loadInterventions } from './load-interventions.ts'
import { referralChoices } from './referral-choices.ts'

/** What the persons of a household may be referred to; null when the user may not see the household. */
export async function findReferralChoices(
  pool: pg.Pool,
  user: User,
  householdId: number,
  today: Day,
): Promise<ReferralChoice[] | null> {
  // Queue and places are of everybody, and only their counts leave.
  const { catalogue, enrolments, unitNames } = await withTenant(pool, figuresTenant(user), (tx) =>
    loadInterventions(tx, user, today),
  )
  return withTenant(pool, tenantOf(user), async (tx) => {
    const { municipalityId } = user
    const household = await findHousehold(tx, municipalityId, householdId)
    const view = household && (await loadPathView(tx, user, householdId, today))
    if (!household || !view) return null
    const world = await loadWorld(tx, municipalityId)
    const { committeeOf, ownCommittee } = contextOf(
      world,
      user,
      { id: householdId, scope: household.scope, memberIds: [] },
      today,
    )
    await logEntry(tx, {
      municipalityId,
      userId: user.id,
      action: 'referral-choices-read',
      subject: `household ${householdId}`,
      householdIds: [householdId],
      detail: {},
    })
    return referralChoices(catalogue, view.path, { today, committeeOf, ownCommittee, enrolments, unitNames })
  })
}
