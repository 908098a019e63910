import { useEffect, useState } from 'react'
import { Progress } from '../ui/Progress.tsx'
import { savingsText as text } from './savings.text.ts'

const everyMs = 2000

/** Asks again now and then for as long as the answer is not complete. */
export const askAgain = (query: { state: { data?: { isComputing: boolean } | undefined } }): number | false =>
  query.state.data?.isComputing ? everyMs : false

/** That what was saved is being worked out, and then that it is done: told once, also to whoever listens. */
export function Computing({ isComputing }: { isComputing: boolean }) {
  const [hasWaited, setHasWaited] = useState(isComputing)
  useEffect(() => {
    if (isComputing) setHasWaited(true)
  }, [isComputing])
  return (
    <div role="status">
      {isComputing && (
        <>
          <Progress label={text.computingTitle} />
          <p className="savings-note">{text.computing}</p>
        </>
      )}
      {!isComputing && hasWaited && <p className="savings-note">{text.computed}</p>}
    </div>
  )
}
