import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ApiRefusal, send } from '../ui/api.ts'
import { showToast } from '../ui/Toast.tsx'
import type { Action } from './assumption.ts'
import { formText } from './form.text.ts'

/** `seen` is the version that the writer had before; 0 for a new action. `before` is what undo brings back. */
type Saving = { key: string; seen: number; body: Action; before: Action | null }

/** Saves a new version of an action, says so, and offers to bring the one before back as a version after it. */
export function useSaveAction(onSaved: (key: string) => void) {
  const client = useQueryClient()
  const put = (key: string, seen: number, body: Action) =>
    send<{ version: number }>('PUT', `/api/catalogue/savings-action/${key}`, { seen, body })
  const refresh = () => client.invalidateQueries({ queryKey: ['savings'] })
  const undo = (key: string, version: number, before: Action) =>
    put(key, version, before).then(
      () => refresh().then(() => showToast(formText.undone)),
      (error: Error) => showToast(error.message),
    )
  return useMutation<{ version: number }, ApiRefusal, Saving>({
    mutationFn: ({ key, seen, body }) => put(key, seen, body),
    onSuccess: async ({ version }, { key, before }) => {
      await refresh()
      showToast(formText.saved, before ? () => void undo(key, version, before) : undefined)
      onSaved(key)
    },
  })
}
