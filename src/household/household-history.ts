import type { PathEvent } from '../pathway/event.ts'

/** All that happened to a household that the user may see, what was undone included. */
export type HouseholdHistory = {
  events: PathEvent[]
  /** Who recorded: names by user id. */
  people: Record<number, string>
}
