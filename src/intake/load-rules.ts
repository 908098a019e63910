import { listVersions } from '../catalogue/catalogue.queries.ts'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import type { Tx } from '../database/transaction.ts'
import { routingRulesKey } from '../parameters/routing-rules.ts'
import type { Day } from '../values/day.ts'
import { type RoutingRules, rulesOn } from './suggest-route.ts'

/** Every version of the municipality's routing rules, the latest saved first, and the one that holds on a day. */
export async function loadRules(
  tx: Tx,
  municipalityId: number,
  day: Day,
): Promise<{ versions: CatalogueEntry<'routing-rules'>[]; inForce: RoutingRules }> {
  const versions = await listVersions(tx, municipalityId, 'routing-rules', routingRulesKey)
  return { versions, inForce: rulesOn(versions, day) }
}
