import { useEffect, useRef } from 'react'

const setting = 'utfall.shortcuts'

/** Shortcuts of a single character can be switched off, since they disturb speech input. The choice is kept in the browser. */
export const shortcutsAreOn = (): boolean => localStorage.getItem(setting) !== 'off'

export const setShortcuts = (areOn: boolean): void => localStorage.setItem(setting, areOn ? 'on' : 'off')

/** Runs when the character is typed anywhere but in a field. */
export function useShortcut(character: string, run: () => void): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== character || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target) || !shortcutsAreOn()) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [character])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=checkbox], [type=radio]), textarea, [contenteditable]') !== null
