import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CatalogueBody, CatalogueKind } from '../catalogue/catalogue-bodies.ts'
import { type ApiRefusal, send } from '../ui/api.ts'
import { showToast } from '../ui/Toast.tsx'
import { formText } from './intervention-form.text.ts'

type Saving<Kind extends CatalogueKind> = {
  key: string
  /** The version that the writer had seen; 0 for a new entry. */
  seen: number
  body: CatalogueBody<Kind>
  /** What undo brings back; null for a new entry, which stays. */
  before: CatalogueBody<Kind> | null
}

/** Saves a new version of an entry in the catalogue, says so, and offers to bring the one before back as a version after it. */
export function useSaveEntry<Kind extends CatalogueKind>(kind: Kind, said: string, onSaved: (key: string) => void) {
  const client = useQueryClient()
  const put = (key: string, seen: number, body: CatalogueBody<Kind>) =>
    send<{ version: number }>('PUT', `/api/catalogue/${kind}/${key}`, { seen, body })
  const refresh = () =>
    Promise.all(
      [['interventions'], ['employers'], ['catalogue', kind]].map((queryKey) => client.invalidateQueries({ queryKey })),
    )
  const undo = (key: string, version: number, before: CatalogueBody<Kind>) =>
    put(key, version, before).then(
      async () => {
        await refresh()
        showToast(formText.undone)
      },
      (error: Error) => showToast(error.message),
    )
  return useMutation<{ version: number }, ApiRefusal, Saving<Kind>>({
    mutationFn: ({ key, seen, body }) => put(key, seen, body),
    onSuccess: async ({ version }, { key, before }) => {
      await refresh()
      showToast(said, before ? () => void undo(key, version, before) : undefined)
      onSaved(key)
    },
  })
}
