import { useQueryClient } from '@tanstack/react-query'
import { send } from '../ui/api.ts'
import { showToast } from '../ui/Toast.tsx'
import { importsText } from './imports.text.ts'

/** Takes back an import as a whole, and says how it went. */
export function useUndoImport() {
  const client = useQueryClient()
  return (importId: string, fileName: string) =>
    void send('POST', `/api/imports/${importId}/undo`).then(
      () => {
        showToast(importsText.undone(fileName))
        return client.invalidateQueries({ predicate: ({ queryKey }) => !staysAfterUndo.has(String(queryKey[0])) })
      },
      (error: Error) => showToast(`${importsText.notUndone}. ${error.message}`),
    )
}

const staysAfterUndo = new Set(['session', 'import-preview'])
