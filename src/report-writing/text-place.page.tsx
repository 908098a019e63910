import { useEffect } from 'react'

/** Where links to a text lead. */
export const textId = (part: string): string => `text-${part}`

export function focusText(part: string): void {
  const found = document.getElementById(textId(part))
  found?.scrollIntoView({ block: 'center' })
  found?.focus()
}

/** F6 leads to the next text of the page, with Shift to the one before, wherever the focus is. */
export function useTextSteps(): void {
  useEffect(() => {
    document.addEventListener('keydown', moveBetweenTexts)
    return () => document.removeEventListener('keydown', moveBetweenTexts)
  }, [])
}

function moveBetweenTexts(event: KeyboardEvent): void {
  if (event.key !== 'F6' || event.ctrlKey || event.altKey) return
  const parts = [...document.querySelectorAll<HTMLElement>('.text-part')]
  const at = parts.findIndex((each) => each.contains(document.activeElement))
  const next = at < 0 ? 0 : (at + (event.shiftKey ? -1 : 1) + parts.length) % parts.length
  event.preventDefault()
  parts[next]?.querySelector<HTMLElement>('.text-editor')?.focus()
}
