import type pg from 'pg'
import type { User } from '../access/sessions.ts'
import { tenantOf } from '../access/signed-in.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import { maySave } from '../catalogue/may-save.ts'
import { withTenant } from '../database/transaction.ts'
import { monthlyLayouts } from './layouts/monthly-layouts.ts'
import type { LayoutsView } from './monthly-view.ts'

/** The layouts that came with the program and those that the municipality has written. They hold no person. */
export async function loadLayouts(pool: pg.Pool, user: User): Promise<LayoutsView> {
  const own = await withTenant(pool, tenantOf(user), (tx) => listEntries(tx, user.municipalityId, 'monthly-layout'))
  return { mayEdit: maySave('monthly-layout', user), builtIn: [...monthlyLayouts], own }
}
