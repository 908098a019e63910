import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { sendOnCtrlEnter, TextArea, TextField } from '../ui/Field.tsx'
import { Section } from '../ui/Page.tsx'
import { parseMonth } from '../values/month.ts'
import { paymentCasesText } from './payment-cases.text.ts'
import { useOpenCase } from './save-case.page.tsx'

const text = paymentCasesText.own

/** A case of what somebody saw or heard without a signal. */
export function OwnCaseForm() {
  const [answers, setAnswers] = useState({ key: '', month: '', note: '' })
  const [isMissing, setMissing] = useState(false)
  const { mutate, isPending } = useOpenCase()
  const save = () => {
    const [householdKey, month, note] = [answers.key.trim(), parseMonth(answers.month.trim()), answers.note.trim()]
    setMissing(!householdKey || !month || !note)
    if (householdKey && month && note) mutate({ householdKey, signal: null, month, note })
  }
  return (
    <Section title={text.title}>
      <p className="payment-note">{text.lead}</p>
      <form
        className="stack"
        onKeyDownCapture={sendOnCtrlEnter}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <div className="payment-form">
          <TextField label={text.key} value={answers.key} onChange={(key) => setAnswers({ ...answers, key })} />
          <TextField
            label={text.month}
            value={answers.month}
            placeholder={text.monthExample}
            description={text.monthHelp}
            onChange={(month) => setAnswers({ ...answers, month })}
          />
        </div>
        <TextArea label={text.note} value={answers.note} onChange={(note) => setAnswers({ ...answers, note })} />
        {isMissing && (
          <p role="alert" className="field-error">
            {text.missing}
          </p>
        )}
        <div className="row">
          <Button type="submit" isDisabled={isPending}>
            {paymentCasesText.open}
          </Button>
        </div>
      </form>
    </Section>
  )
}
