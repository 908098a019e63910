import type { CatalogueBody } from '../catalogue/catalogue-bodies.ts'
import type { Context } from '../pathway/context-rules.ts'
import type { EventKind } from '../pathway/event-bodies.ts'
import { isOffered, type Offer } from '../pathway/offers.ts'
import type { Path, Referral } from '../pathway/path.ts'
import type { Day } from '../values/day.ts'

/** What a unit that coaches works with on a day, as one user may see it. */
export type Unit = {
  today: Day
  userId: number
  /** Codes of the user's units; 'all' for whoever sees every unit. */
  units: readonly string[] | 'all'
  households: Coached[]
  interventions: ReadonlyMap<string, CatalogueBody<'intervention'>>
  groups: ReadonlyMap<string, CatalogueBody<'group'>>
  /** Names of those who record, by user id. */
  staff: ReadonlyMap<number, string>
  placesLeft: Context['placesLeft']
}

/** One household's way, as far as it is open. */
export type Coached = {
  householdId: number
  sequence: number
  path: Path
  /** Null where no ground opens the name. */
  nameOf: (personId: number) => string | null
  context: Context
}

/** A referral to the unit with whose it is: what a coach calls a participant. */
export type Thread = { household: Coached; referral: Referral }

/** Whom a row on the coach's pages is about, and what may be done with it. */
export type Who = {
  householdId: number
  personId: number
  /** Sent back with a change. */
  sequence: number
  name: string | null
  /** Of what the row is about: exactly what may be recorded next. */
  offers: Offer[]
}

/** The referrals to the unit, each a thread of its own. */
export const threadsOf = ({ households, units }: Unit): Thread[] =>
  households.flatMap((household) =>
    household.path.referrals
      .filter(({ said }) => units === 'all' || units.includes(said.unit))
      .map((referral) => ({ household, referral })),
  )

export function whoOf(
  { householdId, sequence, path, nameOf, context }: Coached,
  { id, personId }: { id: number; personId: number },
  kinds: readonly EventKind[],
): Who {
  const offers = kinds
    .map((kind): Offer => ({ kind, personId, concerns: id }))
    .filter((offer) => isOffered(path, offer, context))
  return { householdId, personId, sequence, name: nameOf(personId), offers }
}

/** The intervention's name; its key when it has left the catalogue. */
export const interventionName = ({ interventions }: Unit, { said }: Referral): string =>
  interventions.get(said.intervention)?.name ?? said.intervention

/** Who has a job or sees a doctor is at work, or at home: there is no attendance for a coach to note. */
const withoutAttendance: ReadonlySet<string> = new Set([
  'social-physician',
  'subsidised-employment',
  'unsubsidised-employment',
])

export const hasAttendance = ({ interventions }: Unit, { said }: Referral): boolean =>
  !withoutAttendance.has(interventions.get(said.intervention)?.kind ?? '')

/** Whether the user took the referral on, or began the intervention. */
export const isMine = ({ userId }: Unit, { household, referral }: Thread): boolean =>
  household.path.events.some(
    ({ kind, concerns, by }) =>
      concerns === referral.id && by === userId && (kind === 'referral-accepted' || kind === 'intervention-started'),
  )
