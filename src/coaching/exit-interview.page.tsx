import { useState } from 'react'
import { type CodeOf, exitChanges } from '../parameters/code-lists/casework.ts'
import { isOffered } from '../pathway/record.page.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox, Checkboxes, Choice, optionsOf, TextArea } from '../ui/Field.tsx'
import { voicesText } from './coaching.text.ts'
import { useRowRecord } from './day-row.page.tsx'
import { Action, ActionForm, useIsAsked } from './fields.page.tsx'
import { interviewText as text } from './participant.text.ts'
import type { ThreadProps } from './thread.page.tsx'

type Change = CodeOf<typeof exitChanges>

const grades = voicesText.overall.map((label, at) => ({ value: String(at + 1), label }))

/** The conversation that is always offered when an intervention has ended (document 003-14). */
export function ExitInterview({ view, referral }: ThreadProps) {
  const who = { ...view, personId: referral.personId, name: null }
  const { record, isPending, error } = useRowRecord(who, referral.id, view.today)
  const isAsked = useIsAsked('samtal', referral.id)
  if (referral.state.kind !== 'ended') return null
  const mayRecord = isOffered(view, 'exit-interview', { concerns: referral.id })
  return (
    <>
      <h3>{text.heading}</h3>
      <p>{stateText(referral.exitInterview)}</p>
      {mayRecord && (
        <div className="coach-row-actions">
          {!referral.exitInterview && (
            <Button size="small" isDisabled={isPending} onPress={() => record('exit-interview', { state: 'offered' })}>
              {text.offer}
            </Button>
          )}
          <Button size="small" isDisabled={isPending} onPress={() => record('exit-interview', { state: 'declined' })}>
            {text.decline}
          </Button>
          <Action label={text.open} isOpen={isAsked}>
            <InterviewForm isPending={isPending} refusal={error} onSend={(body) => record('exit-interview', body)} />
          </Action>
        </div>
      )}
    </>
  )
}

function stateText(interview: ThreadProps['referral']['exitInterview']): string {
  if (!interview) return text.notOffered
  const { on, body } = interview
  if (body.state === 'held') return text.held(on, voicesText.overall[(body.overall ?? 3) - 1] ?? '')
  return body.state === 'declined' ? text.declined(on) : text.offered(on)
}

type FormProps = {
  isPending: boolean
  refusal: Error | null
  onSend: (body: NonNullable<ThreadProps['referral']['exitInterview']>['body']) => void
}

/** Better and worse are asked alike, in the same order and of the same areas. */
function InterviewForm({ isPending, refusal, onSend }: FormProps) {
  const [overall, setOverall] = useState('')
  const [better, setBetter] = useState<Change[]>([])
  const [worse, setWorse] = useState<Change[]>([])
  const [quote, setQuote] = useState('')
  const [hasConsent, setConsent] = useState(false)
  const send = () =>
    onSend({
      state: 'held',
      overall: Number(overall),
      better,
      worse,
      ...(quote.trim() && { quote: quote.trim(), quoteConsent: hasConsent }),
    })
  return (
    <ActionForm
      action={text.save}
      isPending={isPending}
      refusal={refusal}
      missing={overall ? null : text.missing}
      onSend={send}
    >
      <Choice label={text.overall} value={overall} onChange={setOverall} options={grades} />
      <div className="coach-fields">
        <Checkboxes
          label={text.better}
          options={optionsOf(exitChanges)}
          value={better}
          onChange={(chosen) => setBetter(chosen as Change[])}
        />
        <Checkboxes
          label={text.worse}
          options={optionsOf(exitChanges)}
          value={worse}
          onChange={(chosen) => setWorse(chosen as Change[])}
        />
      </div>
      <TextArea label={text.quote} value={quote} onChange={setQuote} />
      <div>
        <Checkbox isSelected={hasConsent} onChange={setConsent} isDisabled={!quote.trim()}>
          {text.consent}
        </Checkbox>
        <p className="field-description">{text.consentHelp}</p>
      </div>
    </ActionForm>
  )
}
