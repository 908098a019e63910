import type { Day } from '../values/day.ts'
import { type ContextRefusal, type Context, refusedByContext } from './context-rules.ts'
import { earliestDay } from './day-order.ts'
import { type EventKind, eventKinds } from './event-bodies.ts'
import { eventRules, type Proposal } from './event.ts'
import { type PathRefusal, refusedByPath } from './legal.ts'
import type { Path } from './path.ts'

/** Something that may be recorded next: begun for a person, or going on with what an event opened. */
export type Offer = {
  kind: EventKind
  personId: number | null
  concerns: number | null
}

/** `from`: the first day that it may be dated, where what has happened sets one. */
export type DatedOffer = Offer & { from?: Day }

/**
 * Exactly the legal next events for this user today, as the same rules see them that judge what is sent.
 *
 * A refusal that only depends on what will be filled in (which unit, which time, which answers) does not take the offer away.
 */
export const offersOf = (path: Path, context: Context): Offer[] =>
  triesOf(path, context).filter((offer) => isOffered(path, offer, context))

/** The same for a page, which lets nobody choose a day that would be refused. */
export const datedOffersOf = (path: Path, context: Context): DatedOffer[] =>
  offersOf(path, context).map((offer) => {
    const from = earliestDay(path, offer)
    return { ...offer, ...(from && { from }) }
  })

/** Everything that the user's role could record next, whether the rules let it through or not. */
export const triesOf = (path: Path, context: Context): Offer[] =>
  eventKinds
    .filter((kind) => eventRules[kind].roles.includes(context.user.role))
    .flatMap((kind) => triesOfKind(path, kind, context))

function triesOfKind(path: Path, kind: EventKind, { memberIds }: Context): Offer[] {
  const rule = eventRules[kind]
  if (kind === 'undone') return path.events.map(({ sequence, personId }) => ({ kind, personId, concerns: sequence }))
  const begun = rule.about === 'household' ? [null] : memberIds
  return [
    ...(rule.begins ? begun.map((personId) => ({ kind, personId, concerns: null })) : []),
    ...path.events
      .filter((event) => rule.concerns.includes(event.kind))
      .map(({ sequence, personId }) => ({ kind, personId, concerns: sequence })),
  ]
}

/** Whether one certain event may be recorded next: for lists of many households, where all offers of each would be too many. */
export function isOffered(path: Path, offer: Offer, context: Context): boolean {
  // The body is what is not known yet: a probe stands in for it, and what only the body is to blame for is let through.
  const probe = { ...offer, on: context.today, body: probeBody(path, offer) } as Proposal
  const byContext = refusedByContext(path, probe, context)
  if (byContext && !dependsOnBody.has(byContext)) return false
  const byPath = refusedByPath(path, probe)
  return byPath === null || dependsOnBody.has(byPath)
}

const dependsOnBody: ReadonlySet<PathRefusal | ContextRefusal> = new Set<PathRefusal | ContextRefusal>([
  'reason-needed',
  'ground-ends-before-it-begins',
  'mapping-exists',
  'plan-exists',
  'already-referred',
  'goals-unanswered',
  'interview-unanswered',
  'wrong-step',
  'no-such-unit',
  'no-such-intervention',
  'no-such-project',
  'no-ground-to-share',
  'time-taken',
  'group-full',
  'no-such-caseworker',
  'no-such-coach',
])

/** As little of a body as the rules look at. */
function probeBody(path: Path, { concerns }: Offer): object {
  const plan = path.plans.find(({ id }) => id === concerns)
  return { goals: [], activities: plan?.latest.body.activities ?? [], scopes: [], until: '', step: '', method: '' }
}
