import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { get } from '../ui/api.ts'
import type { TextSession } from './text-session.page.tsx'
import type { Changes, DraftView } from './writing-view.ts'

const askMs = 1200
/** The preview is made anew when nobody has written for this long. */
const quietMs = 1500
/** For how long after a change somebody is said to be writing. */
const writingMs = 4000

/** Asks what others have done while the page is in view, and gives each text its changes. */
export function useChanges(view: DraftView) {
  const client = useQueryClient()
  const sessions = useRef(new Map<string, TextSession>())
  const written = useRef<{ part: string; at: number } | null>(null)
  const [changes, setChanges] = useState<Changes | null>(null)
  const [revision, setRevision] = useState(0)
  const quiet = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stir = () => {
    clearTimeout(quiet.current)
    quiet.current = setTimeout(() => setRevision((before) => before + 1), quietMs)
  }
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let stopped = false
    const ask = async () => {
      const open = [...sessions.current].map(([part, session]) => ({ part, session, version: session.version() }))
      const seen = open.map(({ part, version }) => `${part}:${version}`).join(',')
      const at = written.current
      const writing = at && Date.now() - at.at < writingMs ? at.part : undefined
      const found = await get<Changes>(`/api/written-reports/${view.id}/changes`, { seen, writing }).catch(() => null)
      if (stopped || !found) return
      for (const { part, session, version } of open) {
        const steps = found.texts[part]?.steps ?? []
        session.take(version, steps)
        if (steps.length > 0) stir()
      }
      setChanges((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found))
      if (found.state !== view.state) void client.invalidateQueries({ queryKey: ['written-report', view.id, 'view'] })
    }
    const goOn = async () => {
      if (document.visibilityState === 'visible') await ask()
      if (!stopped) timer = setTimeout(() => void goOn(), askMs)
    }
    void goOn()
    return () => {
      stopped = true
      clearTimeout(timer)
      clearTimeout(quiet.current)
    }
  }, [view.id, view.state, client])
  return {
    ...{ changes, revision },
    listen: (part: string, session: TextSession) => {
      sessions.current.set(part, session)
      return () => void sessions.current.delete(part)
    },
    wrote: (part: string) => {
      written.current = { part, at: Date.now() }
      stir()
    },
  }
}
