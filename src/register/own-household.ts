/** What the number of a household begins with that was registered here, before the case system knew of it. */
export const ownHouseholdPrefix = 'kontakt-'

/**
 * A condition on `household`: that it has not been emptied by a join. Whoever has its page open since before must not
 * write there what nobody would find.
 */
export const isNotJoined = `not (household.source_key like '${ownHouseholdPrefix}%' and not exists (
  select from household_member m where m.municipality_id = household.municipality_id
    and m.household_id = household.household_id and m.known_until = 'infinity'))`
