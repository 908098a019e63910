import { useNavigate, useSearch } from '@tanstack/react-router'

export type UrlState = Record<string, string | undefined>

/**
 * What the page shows, kept in the address so that a link gives the same view: plain text values, nothing for the default.
 *
 * A change replaces the current entry in the history, so that Back leaves the page and does not undo filter by filter.
 */
export function useUrlState(): [UrlState, (changes: UrlState) => void] {
  const state: UrlState = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = (changes: UrlState) =>
    void navigate({ to: '.', replace: true, resetScroll: false, search: (before: UrlState) => merge(before, changes) })
  return [state, change]
}

/** Empty values leave the address. */
export const merge = (before: UrlState, changes: UrlState): UrlState =>
  Object.fromEntries(
    Object.entries({ ...before, ...changes }).filter(([, value]) => value !== undefined && value !== ''),
  )

/** Addresses stay readable: `?unit=100&from=2019-01`, every value as text. */
export const parseAddress = (text: string): UrlState => Object.fromEntries(new URLSearchParams(text))

export function writeAddress(state: Record<string, unknown>): string {
  const text = new URLSearchParams(
    Object.entries(state).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString()
  return text && `?${text}`
}
