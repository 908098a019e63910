import { type ReactNode, type SubmitEvent, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { sendOnCtrlEnter } from '../ui/Field.tsx'
import { uiText } from '../ui/ui.text.ts'
import { useUrlState } from '../ui/url-state.ts'
import { parseDay } from '../values/day.ts'
import { fieldText } from './coaching.text.ts'

type ActionFormProps = {
  /** What the button says. */
  action: string
  onSend: () => void
  isPending: boolean
  /** What is left to fill in; it is said when somebody sends, and nothing is sent. */
  missing?: string | null
  /** What the server said no to. What was typed is still there. */
  refusal: Error | null
  children: ReactNode
}

/** A form that records something. Ctrl+Enter sends it from any field. */
export function ActionForm({ action, onSend, isPending, missing = null, refusal, children }: ActionFormProps) {
  const [isTried, setTried] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (!missing) onSend()
  }
  const problem = (isTried && missing) || refusal?.message
  return (
    <form className="coach-form" onSubmit={submit} onKeyDownCapture={sendOnCtrlEnter} noValidate>
      {children}
      {problem && (
        <p role="alert" className="field-error">
          {problem}
        </p>
      )}
      <div className="row">
        <Button type="submit" kind="primary" isDisabled={isPending}>
          {action}
        </Button>
        <span className="muted coach-hint">{fieldText.ctrlEnter}</span>
      </div>
    </form>
  )
}

type ActionProps = {
  label: string
  /** Whom it is about, where rows alike have the same action. */
  about?: string
  isOpen?: boolean
  children: ReactNode
}

/** Something that may be done, folded until it is wanted. */
export const Action = ({ label, about, isOpen = false, children }: ActionProps) => (
  <details className="coach-action" open={isOpen}>
    <summary className="button button-secondary button-small">
      {label}
      {about && <span className="visually-hidden"> {about}</span>}
    </summary>
    {children}
  </details>
)

/** What is wrong with days that were typed; null when the first is a day and the other is one or empty. */
export const dayFault = (day: string, orEmpty = ''): string | null =>
  parseDay(day) && (orEmpty === '' || parseDay(orEmpty)) ? null : uiText.notADay

/** Whether the address asks for a form of this thread to be open: a link on the day does. */
export const useIsAsked = (what: 'avslut' | 'samtal', referralId: number): boolean => {
  const [{ gor }] = useUrlState()
  return gor === `${what}-${referralId}`
}
