import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'
import { Progress } from './Progress.tsx'
import { uiText } from './ui.text.ts'

type Query<Data> = { data: Data | undefined; error: Error | null; refetch: () => unknown }

type LoadedProps<Data> = {
  query: Query<Data>
  /** What is being fetched, in the definite form: `hushållen`. */
  what: string
  children: (data: Data) => ReactNode
}

/** The states every fetched part has: under way, failed with what to do, and there. Old data stay while new are fetched. */
export function Loaded<Data>({ query, what, children }: LoadedProps<Data>) {
  if (query.data === undefined && !query.error) return <Progress label={uiText.loading(what)} />
  return (
    <>
      {query.error && <Failed error={query.error} what={what} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && children(query.data)}
    </>
  )
}

const Failed = ({ error, what, onRetry }: { error: Error; what: string; onRetry: () => void }) => (
  <Notice kind="bad" title={uiText.couldNotLoad(what)} action={<Button onPress={onRetry}>{uiText.tryAgain}</Button>}>
    {error.message}
  </Notice>
)
