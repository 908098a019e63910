import type { EventKind } from '../pathway/event-bodies.ts'
import type { PathEvent } from '../pathway/event.ts'
import type { PathMember } from '../pathway/path-view.ts'
import { replay } from '../pathway/replay.ts'
import {
  isLonger,
  type Opening,
  openScopes,
  type Scope,
  scopeOf,
  type Viewer,
  visibleEvents,
} from '../pathway/secrecy.ts'
import type { Day } from '../values/day.ts'

/** Why a viewer may see something. */
export type SeenBecause =
  | { kind: 'own-committee' }
  /**
   * A ground opens the scope, or what was sent to a unit of the own committee; `scope` null: the dealings with the viewer's
   * own unit. `until` is the first day without it, null while none is set.
   */
  | { kind: 'ground'; scope: Scope | null; ground: Opening['because']; until: Day | null }

/** One field of a household: how much of it there is, how much of that the viewer is shown, and why. */
export type SeenField = {
  /** Null for what is about the whole household. */
  personId: number | null
  /** `identity`: name, number, age and sex. `register`: payments, decisions and obstacles of the case system. */
  field: EventKind | 'identity' | 'register'
  total: number
  shown: number
  /** Null when nothing is shown. */
  because: SeenBecause | null
}

export type SeenBy = {
  viewer: string
  fields: SeenField[]
  /** Those that the viewer is told exist, as the viewer is told of them. */
  members: PathMember[]
}

/** What a viewer may be called in an address: a unit's code, `AF`, or a role. `isOwn`: of the household's own committee. */
export type ViewerChoice = {
  code: string
  label: string
  isOwn: boolean
  /** What is open to a unit, person by person; until the first day without it, null while none is set. */
  open: { personId: number; scope: Scope; until: Day | null }[]
}

/**
 * What a viewer sees of a household on a day, field by field, with the legal ground and until when.
 *
 * Counts what `visibleEvents` lets through, so that it cannot say anything else than what is sent.
 */
export function seenFields(
  events: readonly PathEvent[],
  memberIds: readonly number[],
  viewer: Viewer,
  day: Day,
): SeenField[] {
  const path = replay(events)
  const seen = new Set(visibleEvents(events, viewer, day).map(({ sequence }) => sequence))
  const open = viewer.kind === 'by-ground' ? openScopes(path, viewer, day) : null
  const because = (personId: number | null, scope: Scope | null): SeenBecause | null => {
    if (!open) return { kind: 'own-committee' }
    const scopes = personId === null ? undefined : open.get(personId)
    const opened = (scope && scopes?.get(scope)) ?? longest([...(scopes?.values() ?? [])])
    if (!opened) return null
    const { because: ground, until } = opened
    return { kind: 'ground', scope: scope && scopes?.has(scope) ? scope : null, ground, until }
  }
  const field = (personId: number | null, kind: EventKind): SeenField => {
    const all = path.events.filter((event) => event.kind === kind && event.personId === personId)
    const shown = all.filter(({ sequence }) => seen.has(sequence)).length
    return {
      personId,
      field: kind,
      total: all.length,
      shown,
      because: shown ? because(personId, scopeOf[kind] ?? null) : null,
    }
  }
  const kindsOf = (personId: number | null) => [
    ...new Set(path.events.filter((event) => event.personId === personId).map(({ kind }) => kind)),
  ]
  const identity = (personId: number): SeenField => {
    const isShown = open === null || Boolean(open.get(personId)?.has('identity'))
    return {
      personId,
      field: 'identity',
      total: 1,
      shown: isShown ? 1 : 0,
      because: isShown ? because(personId, 'identity') : null,
    }
  }
  return [
    ...memberIds.flatMap((personId) => [identity(personId), ...kindsOf(personId).map((kind) => field(personId, kind))]),
    ...kindsOf(null).map((kind) => field(null, kind)),
    {
      personId: null,
      field: 'register',
      total: 1,
      shown: open ? 0 : 1,
      because: open ? null : { kind: 'own-committee' },
    },
  ]
}

const longest = (openings: readonly Opening[]): Opening | undefined =>
  openings.reduce<Opening | undefined>((a, b) => (isLonger(b, a) ? b : a), undefined)
