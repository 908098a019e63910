import './planning.css'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { Progress } from '../ui/Progress.tsx'
import { uiText } from '../ui/ui.text.ts'
import { planningText } from './planning.text.ts'

type LongFormProps = {
  title: string
  onSend: () => void
  /** False while a draft is looked for: what is typed before it is there would be lost. */
  isReady?: boolean
  /** One level below the heading that it stands under. */
  heading?: 'h3' | 'h4'
  children: ReactNode
}

/** A form that opens in the page: takes the focus, and is sent with Ctrl + Enter from anywhere in it. */
export function LongForm({ title, onSend, isReady = true, heading: Heading = 'h4', children }: LongFormProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (isReady) form.current?.querySelector<HTMLElement>('input, textarea, button')?.focus()
  }, [isReady])
  const send = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    // Before the field sees it: some keep what is typed in them to themselves.
    event.preventDefault()
    event.stopPropagation()
    onSend()
  }
  return (
    <form
      ref={form}
      aria-label={title}
      className="planning-form stack"
      onSubmit={(event) => event.preventDefault()}
      onKeyDownCapture={send}
    >
      <Heading>{title}</Heading>
      {isReady ? children : <Progress label={uiText.loading(planningText.draft)} />}
    </form>
  )
}
