import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { DayField, isDayOrEmpty } from '../ui/DayField.tsx'
import { Choice, Select, sendOnCtrlEnter, TextArea, TextField } from '../ui/Field.tsx'
import { Section } from '../ui/Page.tsx'
import { parseKronor } from '../values/money.ts'
import type { CaseEventKind } from './case-bodies.ts'
import { type Answers, bodyOf, type CaseField, choicesOf, fieldsOf, isAnswered, isAsked } from './case-fields.page.tsx'
import { fieldLabel, offerName } from './case-event.text.ts'
import type { CaseView } from './payment-cases-view.ts'
import { paymentCasesText } from './payment-cases.text.ts'
import { useRecordInCase } from './save-case.page.tsx'

const text = paymentCasesText.case

/** Records what has happened, of what the case allows now. Anew for every event. */
export function CaseForm({ view }: { view: CaseView }) {
  const open = view.offers.filter(({ refusal, kind }) => refusal === null && kind !== 'opened').map(({ kind }) => kind)
  return (
    <Section title={text.record}>
      {open.length === 0 ? <p>{text.nothingLeft}</p> : <Form key={view.sequence} view={view} open={open} />}
    </Section>
  )
}

/** What usually comes next. */
const order: CaseEventKind[] = ['household-heard', 'decided', 'notification-considered', 'police-report-considered']

function firstOf({ steps }: CaseView, open: readonly CaseEventKind[]): CaseEventKind {
  const left = order[steps.findIndex(({ isDone }) => !isDone)]
  return open.find((kind) => kind === left) ?? open.find((kind) => kind === 'closed') ?? open[0]!
}

function Form({ view, open }: { view: CaseView; open: CaseEventKind[] }) {
  const [kind, setKind] = useState(() => firstOf(view, open))
  const [on, setOn] = useState<string>(view.today)
  const [answers, setAnswers] = useState<Answers>({})
  const [isMissing, setMissing] = useState(false)
  const { mutate, isPending, error } = useRecordInCase(view.key)
  const fields = (fieldsOf[kind] ?? []).filter((field) => isAsked(field, answers))
  const save = () => {
    const isWhole = fields.every((field) => isAnswered(field, answers)) && on !== '' && isDayOrEmpty(on)
    setMissing(!isWhole)
    if (isWhole && !isPending) mutate({ seen: view.sequence, kind, on, body: bodyOf(kind, answers) })
  }
  return (
    <form
      className="stack"
      onKeyDownCapture={sendOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div className="payment-form">
        <Select
          label={text.what}
          value={kind}
          options={open.map((each) => ({ value: each, label: offerName[each] }))}
          onChange={(next) => {
            setKind(open.find((each) => each === next) ?? kind)
            setAnswers({})
            setMissing(false)
          }}
        />
        <DayField label={text.on} value={on} onChange={setOn} />
      </div>
      {fields.map((field) => (
        <AnswerField
          key={`${kind} ${field.name}`}
          field={field}
          value={answers[field.name] ?? ''}
          outcomes={view.outcomes}
          onChange={(value) => setAnswers({ ...answers, [field.name]: value })}
        />
      ))}
      {(isMissing || error) && (
        <p role="alert" className="field-error">
          {isMissing ? text.choose : error?.message}
        </p>
      )}
      <div className="row">
        <Button type="submit" kind="primary" isDisabled={isPending}>
          {text.save}
        </Button>
        <span className="payment-note">{text.sendHelp}</span>
      </div>
    </form>
  )
}

type AnswerProps = {
  field: CaseField
  value: string
  outcomes: readonly string[]
  onChange: (value: string) => void
}

function AnswerField({ field: { name, kind }, value, outcomes, onChange }: AnswerProps) {
  const shared = { label: fieldLabel[name], value, onChange }
  if (kind === 'text' || kind === 'text-or-none') return <TextArea {...shared} />
  if (kind === 'day') return <DayField {...shared} />
  if (kind === 'month')
    return (
      <div className="payment-form">
        <TextField {...shared} placeholder={paymentCasesText.own.monthExample} />
      </div>
    )
  if (kind === 'kronor') {
    const isWrong = value !== '' && (parseKronor(value) ?? 0) <= 0
    return (
      <div className="payment-form">
        <TextField {...shared} error={isWrong ? text.notAnAmount : null} />
      </div>
    )
  }
  const options = Object.entries(choicesOf(name))
    .map(([id, label]) => ({ value: id, label }))
    .filter((option) => name !== 'outcome' || outcomes.includes(option.value))
  if (kind === 'yes-no')
    return (
      <Choice
        {...shared}
        options={[
          { value: 'yes', label: text.yes },
          { value: 'no', label: text.no },
        ]}
      />
    )
  return (
    <Choice
      {...shared}
      options={kind === 'choice-or-none' ? [{ value: 'none', label: text.none }, ...options] : options}
    />
  )
}
