import { type ContextRefusal, type Context, refusedByContext } from './context-rules.ts'
import { type EventKind, eventKinds } from './event-bodies.ts'
import { eventRules, type Proposal } from './event.ts'
import { type PathRefusal, refusedByPath } from './legal.ts'
import type { Path } from './path.ts'

/** Something that may be recorded next: begun for a person, or going on with what an event opened. */
export type Offer = { kind: EventKind; personId: number | null; concerns: number | null }

/**
 * Exactly the legal next events for this user today, as the same rules see them that judge what is sent.
 *
 * A refusal that only depends on what will be filled in (which unit, which time, which answers) does not take the offer away.
 */
export function offersOf(path: Path, context: Context): Offer[] {
  const kinds = eventKinds.filter((kind) => eventRules[kind].roles.includes(context.user.role))
  return kinds.flatMap((kind) => candidatesOf(path, kind, context).filter((offer) => isOffered(path, offer, context)))
}

function candidatesOf(path: Path, kind: EventKind, { memberIds }: Context): Offer[] {
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
  'no-ground-to-share',
  'time-taken',
  'group-full',
  'no-such-caseworker',
])

/** As little of a body as the rules look at. */
function probeBody(path: Path, { concerns }: Offer): object {
  const plan = path.plans.find(({ id }) => id === concerns)
  return { goals: [], activities: plan?.latest.body.activities ?? [], scopes: [], until: '', step: '', method: '' }
}
