import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ApiRefusal, send } from '../ui/api.ts'
import { showToast } from '../ui/Toast.tsx'
import { formText } from './form.text.ts'

/** `seen` is the version that the writer had before; 0 for a new entry. `before` is what undo brings back. */
type Saving<Body extends object> = { key: string; seen: number; body: Body; before: Body | null; said: string }

/** Saves a new version of a promise or a note, says so, and offers to bring the one before back as a version after it. */
export function useSaveEntry<Body extends object>(kind: 'promise' | 'dated-note', onSaved: (key: string) => void) {
  const client = useQueryClient()
  const put = (key: string, seen: number, body: Body) =>
    send<{ version: number }>('PUT', `/api/catalogue/${kind}/${key}`, { seen, body })
  const refresh = () => client.invalidateQueries({ queryKey: kind === 'promise' ? ['promises'] : ['dated-notes'] })
  const undo = (key: string, version: number, before: Body) =>
    put(key, version, before).then(
      () => refresh().then(() => showToast(formText.undone)),
      (error: Error) => showToast(error.message),
    )
  return useMutation<{ version: number }, ApiRefusal, Saving<Body>>({
    mutationFn: ({ key, seen, body }) => put(key, seen, body),
    onSuccess: async ({ version }, { key, before, said }) => {
      await refresh()
      showToast(said, before ? () => void undo(key, version, before) : undefined)
      onSaved(key)
    },
  })
}

/** A key of the catalogue made of a name: `Färre hushåll` gives `farre-hushall`. Two words are addresses of other pages. */
export function keyOf(name: string): string {
  const key = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 55)
    .replace(/^-+|-+$/g, '')
  return key === '' || key === 'ny' || key === 'anteckningar' ? `lofte-${key}`.replace(/-$/, '') : key
}
