import type { Tx } from '../database/transaction.ts'
import { loadEvents } from '../pathway/event-store.queries.ts'
import type { EventOf, PathEvent } from '../pathway/event.ts'
import type { Path } from '../pathway/path.ts'
import { replay } from '../pathway/replay.ts'
import { ageOn, type Day } from '../values/day.ts'
import { birthDates, routedHouseholds } from './intake.queries.ts'
import type { RoutingFacts } from './suggest-route.ts'
import type { PastContact } from './try-rules.ts'

/** Contacts that were routed on or after a day, each with what was known of it when it was. */
export async function loadPastContacts(tx: Tx, municipalityId: number, from: Day): Promise<PastContact[]> {
  const ids = await routedHouseholds(tx, municipalityId, from)
  const events = await loadEvents(tx, municipalityId, ids)
  const births = await birthDates(tx, municipalityId, ids)
  return [...events.values()].flatMap((way) => pastContacts(way, from, births))
}

/** The contacts of one household. */
export function pastContacts(events: readonly PathEvent[], from: Day, births: ReadonlyMap<number, Day>): PastContact[] {
  return replay(events).contacts.flatMap(({ personId, routed }) => {
    if (!routed || routed.on < from) return []
    const then = replay(events.filter(({ sequence }) => sequence < routed.sequence))
    const birth = births.get(personId)
    const facts = factsOf(then, routed, birth ? ageOn(birth, routed.on) : null)
    return facts ? { facts, chosen: routed.body.destination } : []
  })
}

function factsOf(then: Path, { concerns, personId }: EventOf<'routed'>, age: number | null): RoutingFacts | null {
  const contact = then.contacts.find(({ id }) => id === concerns)
  if (!contact) return null
  const { expectedDuration, unemployed } = contact.said
  const told = then.assessments.filter((each) => each.personId === personId)
  const latest = new Map(told.map(({ body }) => [body.assessor, body.ability]))
  return {
    expectedDuration,
    unemployed,
    age,
    abilities: [...latest.values()],
    projects: then.projects.flatMap(({ project, leftOn }) => (leftOn === null ? [project] : [])),
  }
}
