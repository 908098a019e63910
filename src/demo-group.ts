import { FiguresService } from './analysis/load-figures.ts'
import type { Database } from './database/connect.ts'
import { withTenant } from './database/transaction.ts'
import { demoGroup } from './demo/casework/target-group.ts'
import { userIdOf } from './demo/demo-users.ts'
import { knownTotals, knownYear } from './demo/plan.ts'
import { wholeMunicipality } from './pathway/pathway.routes.ts'
import { freezeGroup } from './target-groups/freeze-group.ts'
import type { Day } from './values/day.ts'
import type { Municipality } from './values/municipality.ts'

type Place = { register: Pick<Database, 'app' | 'reader'>; municipality: Municipality }

/** Freezes the demo's group of the hundred costliest on its day, as many as the demo is large. Done already: nothing happens. */
export async function freezeDemoGroup({ register, municipality }: Place): Promise<void> {
  const day = demoGroup.savedOn as Day
  const costliest = Math.max(
    5,
    Math.round((100 * (await countHouseholds(register, municipality))) / knownTotals.households),
  )
  const needs = {
    ...{ pool: register.app, figures: new FiguresService(register.reader), municipality },
    ...{ now: () => new Date(`${day}T09:00:00Z`), today: () => day },
  }
  const by = { id: userIdOf('Eva Nyberg'), municipalityId: municipality.id }
  const frozen = await freezeGroup(needs, by, demoGroup.key, { seen: 1, costliest })
  if (!frozen.ok && frozen.refusal !== 'changed-since')
    throw new Error(`The demo's group was refused: ${frozen.refusal}`)
}

/** With anything paid for the year that the group is made from. */
async function countHouseholds(register: Pick<Database, 'app'>, { id }: Municipality): Promise<number> {
  const [row] = await withTenant(register.app, wholeMunicipality(id), (tx) =>
    tx.query<{ count: number }>(
      `select count(distinct household_id)::integer as count from payment
       where municipality_id = $1 and known_until = 'infinity' and concerned_month between $2 and $3`,
      [id, knownYear * 100 + 1, knownYear * 100 + 12],
    ),
  )
  return row?.count ?? 0
}
