import type { Day } from '../../values/day.ts'

/** Something that happened to a household, as a worker of the demo recorded it. The body is that of the kind of event. */
export type Step = {
  kind: string
  on: Day
  /** Name of the worker. */
  by: string
  about: 'person' | 'household'
  /** The place among the household's steps, from 1, of what it goes on with. */
  concerns: number | null
  body: object
}

/** The recorded way of one household; `person` steps are about its applicant. */
export type HouseholdStory = { household: string; identityNumber: string; steps: Step[] }

/** A step that may not come to be told: what it goes on with is known by itself, not by its place. */
export type Told = Omit<Step, 'concerns'> & { concerns: Told | null }

/** The days that the story is told of; `until` is the day of the demo, on which nothing has been recorded yet. */
export type Window = { from: Day; until: Day }

const aboutHousehold = new Set(['next-step-set', 'note-written', 'reminder-set', 'caseworker-assigned'])
for (const kind of ['table-decided', 'case-closed', 'project-joined', 'project-left']) aboutHousehold.add(kind)

export type Story = {
  tell: (kind: string, on: Day, by: string, body: object, concerns?: Told | null) => Told
  /** The steps in order of their days. */
  steps: (window: Window) => Step[]
}

/**
 * Collects what happens to one household, in any order. What lies outside the window is left out with all that goes on with it:
 * so the demo's last day finds everything in the state that it happens to be in.
 */
export function createStory(): Story {
  const told: Told[] = []
  return {
    tell: (kind, on, by, body, concerns = null) => {
      const step: Told = { kind, on, by, about: aboutHousehold.has(kind) ? 'household' : 'person', concerns, body }
      told.push(step)
      return step
    },
    steps: (window) => inOrder(told, window),
  }
}

/** What may be recorded of a household whose case is closed. */
const afterClosing = new Set(['contact-registered', 'exit-interview', 'employment-started', 'employment-ended'])

function inOrder(told: readonly Told[], { from, until }: Window): Step[] {
  const places = new Map<Told, number>()
  const steps: Step[] = []
  const running = new Set<Told | null>()
  let isClosed = false
  const sorted = told
    .filter(({ on }) => on >= from && on < until)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  for (const step of sorted) {
    const concerns = step.concerns === null ? null : (places.get(step.concerns) ?? 0)
    if (concerns === 0 || (isClosed && !afterClosing.has(step.kind))) continue
    // A case is not closed while somebody takes part in something.
    if (step.kind === 'case-closed' && running.size > 0) continue
    if (step.kind === 'contact-registered') isClosed = false
    if (step.kind === 'case-closed') isClosed = true
    if (step.kind === 'intervention-started') running.add(step.concerns)
    if (step.kind === 'intervention-ended') running.delete(step.concerns)
    steps.push({ ...step, concerns })
    places.set(step, steps.length)
  }
  return steps
}
