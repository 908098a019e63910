import './draft.css'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Session } from '../access/sign-in.page.tsx'
import { formatTime } from '../values/format.ts'
import { draftText } from './draft.text.ts'
import { type DraftKeeper, type DraftStatus as Status, keepDraft } from './kept-drafts.page.tsx'

export type Draft<T extends object> = {
  /** What is written: the draft, or `initial` while there is none. */
  value: T
  change: (value: T) => void
  status: Status
  /** When it is sent: the draft is thrown away, and `value` is `initial` again. */
  clear: () => Promise<void>
  /** False until it is known whether there is a draft: wait with the form until then. */
  loaded: boolean
}

/**
 * A text that survives a dropped connection and a closed tab: kept in the browser at each change, at the server when the
 * typing rests (then no longer in the browser), and there again when the page is opened.
 *
 * @param key names the draft among the user's own: `note-h17` of a household, `follow-up-h17-3` of its event, so that it can
 *   follow them. Never a name or a text.
 */
export function useDraft<T extends object>(key: string, householdId: number | null, initial: T): Draft<T> {
  const owner = useOwner()
  const keeper = useRef<DraftKeeper>(null)
  const [state, setState] = useState<{ key: string; text: object | null; status: Status; loaded: boolean }>(fresh(key))
  useEffect(() => {
    setState(fresh(key))
    const kept = keepDraft({
      owner,
      key,
      householdId,
      onStatus: (status) => setState((before) => ({ ...before, status })),
      onText: (text) => setState((before) => ({ ...before, text })),
    })
    keeper.current = kept
    void kept.open().then(() => setState((before) => (before.key === key ? { ...before, loaded: true } : before)))
    return kept.close
  }, [owner, key, householdId])
  // Between two keys the old text is not shown under the new one.
  const own = state.key === key ? state : fresh(key)
  return {
    value: own.text ? { ...initial, ...own.text } : initial,
    change: (text) => {
      setState((before) => ({ ...before, text }))
      keeper.current?.change(text)
    },
    status: own.status,
    clear: () => keeper.current?.clear() ?? Promise.resolve(),
    loaded: own.loaded,
  }
}

const fresh = (key: string) => ({ key, text: null, status: { kind: 'untouched' } as const, loaded: false })

/** Who the browser keeps the text for: nobody else is shown it. */
const useOwner = () => String(useQueryClient().getQueryData<Session>(['session'])?.user.id ?? '')

/** Where the text is, said once it changes without interrupting. */
export const DraftStatus = ({ status }: { status: Status }) => (
  <p className="draft-status muted" aria-live="polite" data-kind={status.kind}>
    {wordsFor(status)}
  </p>
)

function wordsFor(status: Status): string {
  if (status.kind === 'refused') return draftText.refused(status.text)
  if (status.kind === 'saved' || status.kind === 'elsewhere')
    return draftText[status.kind](formatTime(new Date(status.at)))
  return draftText[status.kind]
}
