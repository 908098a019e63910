import { type RefObject, useEffect, useRef } from 'react'

/** Takes the focus when what had it has gone, such as a button that did its work: otherwise the keyboard starts again from the top. */
export function useFocusAfter(change: unknown): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  const known = useRef(change)
  useEffect(() => {
    if (known.current === change) return
    known.current = change
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true })
  }, [change])
  return place
}
