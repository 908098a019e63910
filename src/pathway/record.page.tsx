import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ApiRefusal, get, send } from '../ui/api.ts'
import { showToast } from '../ui/Toast.tsx'
import type { EventKind } from './event-bodies.ts'
import type { Proposal } from './event.ts'
import type { Offer } from './offers.ts'
import { eventText, recordText } from './pathway.text.ts'
import type { PathView } from './path-view.ts'

export const pathKey = (householdId: number) => ['path', householdId] as const

/** The way of a household, as the signed-in user may see it. */
export const usePath = (householdId: number) =>
  useQuery({
    queryKey: pathKey(householdId),
    queryFn: ({ signal }) => get<PathView>(`/api/households/${householdId}/path`, {}, signal),
  })

type Sending = {
  events: Proposal[]
  /** What is said when it is done; the kind's own words otherwise. */
  done?: string
}

/**
 * Records events of a household. When it is done it says so and offers to undo; when somebody else was first,
 * the refusal is left to the form, which still has the text.
 *
 * `view` is the way as the form was filled in: its number goes along, so that nobody writes over another.
 */
export function useRecord(view: Pick<PathView, 'householdId' | 'sequence' | 'today'>) {
  const client = useQueryClient()
  const keep = (after: PathView) => {
    client.setQueryData(pathKey(view.householdId), after)
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'path' })
  }
  const post = (events: Proposal[], seen?: number) =>
    send<PathView>('POST', `/api/households/${view.householdId}/events`, {
      events,
      ...(seen !== undefined && { seen }),
    })
  const undo = (sequences: number[], after: PathView) =>
    post(
      sequences.map((concerns) => ({
        kind: 'undone',
        concerns,
        personId: after.path.events.find(({ sequence }) => sequence === concerns)?.personId ?? null,
        on: after.today,
        body: {},
      })),
    ).then(
      (undone) => {
        keep(undone)
        showToast(recordText.undone)
      },
      (error: Error) => showToast(error.message),
    )
  return useMutation<PathView, ApiRefusal, Sending>({
    mutationFn: ({ events }) => post(events, view.sequence),
    onSuccess: (after, { events, done }) => {
      keep(after)
      const sequences = events.map((_, at) => after.sequence - at)
      const said = done ?? eventText[events[0]!.kind]
      // What was taken back is recorded anew, not un-undone.
      if (events.every(({ kind }) => kind === 'undone')) showToast(said)
      else showToast(said, () => void undo(sequences, after))
    },
  })
}

/** Whether something may be recorded next. `concerns` or `personId` left out: for anything or anybody. */
export const isOffered = (
  { offers }: Pick<PathView, 'offers'>,
  kind: EventKind,
  { concerns, personId }: Partial<Pick<Offer, 'concerns' | 'personId'>> = {},
): boolean =>
  offers.some(
    (offer) =>
      offer.kind === kind &&
      (concerns === undefined || offer.concerns === concerns) &&
      (personId === undefined || offer.personId === personId),
  )

/** The first day that something offered may be dated, for the words beside its field; null when any day will do. */
export const firstDayOf = ({ offers }: Pick<PathView, 'offers'>, kind: EventKind, concerns: number | null = null) =>
  offers.find((offer) => offer.kind === kind && offer.concerns === concerns)?.from ?? null
