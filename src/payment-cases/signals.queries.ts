import type { Panel } from '../calculations/panel.ts'
import { readColumns } from '../database/read-columns.ts'
import type { Tx } from '../database/transaction.ts'
import { indexFromNumber } from '../values/month.ts'
import type { ChangedPayment, SharedMember } from './watched-payments.ts'

const endless = 999912

/**
 * Persons who are no child in both of two households at once, as known now. As the reader: no names and no identity numbers.
 * Only of households that the panel knows: the others were never paid.
 */
export async function loadSharedMembers(tx: Tx, municipalityId: number, panel: Panel): Promise<SharedMember[]> {
  const [person, household, other, from, until] = await readColumns(
    tx,
    `select a.person_id, a.household_id, b.household_id, greatest(a.from_month, b.from_month),
            least(coalesce(a.until_month, ${endless}), coalesce(b.until_month, ${endless}))
     from household_member a
     join household_member b on b.municipality_id = a.municipality_id and b.person_id = a.person_id and b.known_until = 'infinity'
      and (a.from_month, a.household_id) < (b.from_month, b.household_id) and a.household_id <> b.household_id
      and (a.role <> 'child' or b.role <> 'child')
     where a.municipality_id = ${Math.trunc(municipalityId)} and a.known_until = 'infinity' order by 1, 2, 3, 4, 5`,
    5,
  )
  const placeOf = placesIn(panel.householdIds)
  return Array.from(person!, (id, row) => ({
    person: id,
    household: placeOf(household![row]!),
    other: placeOf(other![row]!),
    from: indexFromNumber(from![row]!),
    until: indexFromNumber(until![row]!),
  })).filter((each) => each.household >= 0 && each.other >= 0 && each.from < each.until)
}

/** Payments whose amount is another now than when they were first known: facts in two times, as the reader. */
export async function loadChangedPayments(tx: Tx, municipalityId: number, panel: Panel): Promise<ChangedPayment[]> {
  const [household, month, ore] = await readColumns(
    tx,
    `select paid.household_id, paid.concerned_month, abs(paid.amount_ore - first.amount_ore)
     from (
       select distinct on (source_key) municipality_id, source_key, amount_ore from payment
       where municipality_id = ${Math.trunc(municipalityId)} and known_until <> 'infinity' order by source_key, known_from
     ) first
     join payment paid on paid.municipality_id = first.municipality_id and paid.source_key = first.source_key
      and paid.known_until = 'infinity'
     where paid.amount_ore <> first.amount_ore order by 1, 2, 3`,
    3,
  )
  const placeOf = placesIn(panel.householdIds)
  return Array.from(household!, (id, row) => ({
    household: placeOf(id),
    month: indexFromNumber(month![row]!),
    ore: ore![row]!,
  })).filter((each) => each.household >= 0)
}

/** From a household's id to its position in a panel; -1 for one that it does not know. */
export const placesIn = (householdIds: Panel['householdIds']) => {
  const places = new Map(Array.from(householdIds, (id, place) => [id, place]))
  return (id: number): number => places.get(id) ?? -1
}

/** Which of some households the user may see. Row level security decides. */
export async function findSeen(tx: Tx, municipalityId: number, ids: readonly number[]): Promise<Set<number>> {
  const rows = await tx.query<{ household_id: number }>(
    'select household_id from household_summary where municipality_id = $1 and household_id = any ($2)',
    [municipalityId, ids],
  )
  return new Set(rows.map(({ household_id }) => household_id))
}
