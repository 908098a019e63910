import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ApiRefusal, send } from '../ui/api.ts'
import { showToast } from '../ui/Toast.tsx'
import type { CatalogueBody, CatalogueKind } from './catalogue-bodies.ts'
import { versionsText } from './catalogue.text.ts'

type Saving<Kind extends CatalogueKind> = {
  key: string
  /** The version that the writer had seen; 0 for a new entry. */
  seen: number
  body: CatalogueBody<Kind>
  /** What undo brings back; null for a new entry, which stays. */
  before: CatalogueBody<Kind> | null
  /** What is told when it is saved. */
  said: string
}

/**
 * Saves a new version of an entry in the catalogue, says so, and offers to bring the one before back as a version after it.
 * `asked` are the first words of the query keys that are asked for anew.
 */
export function useSaveEntry<Kind extends CatalogueKind>(
  kind: Kind,
  asked: readonly string[],
  onSaved: (key: string) => void = () => undefined,
) {
  const client = useQueryClient()
  const put = (key: string, seen: number, body: CatalogueBody<Kind>) =>
    send<{ version: number }>('PUT', `/api/catalogue/${kind}/${key}`, { seen, body })
  const refresh = () => client.invalidateQueries({ predicate: ({ queryKey }) => asked.includes(String(queryKey[0])) })
  const undo = (key: string, version: number, before: CatalogueBody<Kind>) =>
    put(key, version, before).then(
      () => refresh().then(() => showToast(versionsText.undone)),
      (error: Error) => showToast(error.message),
    )
  return useMutation<{ version: number }, ApiRefusal, Saving<Kind>>({
    mutationFn: ({ key, seen, body }) => put(key, seen, body),
    onSuccess: async ({ version }, { key, before, said }) => {
      await refresh()
      showToast(said, before ? () => void undo(key, version, before) : undefined)
      onSaved(key)
    },
  })
}
