import '../ui/Field.css'
import { useState } from 'react'
import { codesOf, meetingParties } from '../parameters/code-lists/casework.ts'
import { DraftStatus, useDraft } from '../pathway/draft.page.tsx'
import { useRecord } from '../pathway/record.page.tsx'
import { LongForm } from '../planning/long-form.page.tsx'
import { DayField, isDayOrEmpty } from '../ui/DayField.tsx'
import { Choice, TextArea } from '../ui/Field.tsx'
import { Button } from '../ui/Button.tsx'
import { addDays, type Day } from '../values/day.ts'
import type { AgendaRow, Party } from './weekly-table-view.ts'
import { weeklyTableText } from './weekly-table.text.ts'

const text = weeklyTableText.form
const parties = codesOf(meetingParties)

type DecisionFormProps = { row: AgendaRow; who: string; today: Day; onClose: (isSaved: boolean) => void }

/** What the parties decided of a household. Kept while it is written; Ctrl + Enter saves and Esc closes. */
export function DecisionForm({ row: { householdId, sequence }, who, today, onClose }: DecisionFormProps) {
  const initial: { decision: string; responsible: Party; due: string } = {
    decision: '',
    responsible: 'assistance',
    due: addDays(today, 7),
  }
  const draft = useDraft(`table-h${householdId}`, householdId, initial)
  const { mutate, isPending, error } = useRecord({ householdId, sequence, today })
  const [isMissing, setMissing] = useState(false)
  const { value, change } = draft
  const save = () => {
    const decision = value.decision.trim()
    setMissing(decision === '')
    if (decision === '' || !isDayOrEmpty(value.due) || isPending) return
    const body = { decision, responsible: value.responsible, ...(value.due && { due: value.due }) }
    mutate(
      { events: [{ kind: 'table-decided', personId: null, concerns: null, on: today, body }], done: text.done },
      { onSuccess: () => void draft.clear().then(() => onClose(true)) },
    )
  }
  return (
    <div onKeyDown={(event) => event.key === 'Escape' && onClose(false)}>
      <LongForm title={text.title(who)} onSend={save} isReady={draft.loaded}>
        <TextArea
          label={text.decision}
          value={value.decision}
          onChange={(decision) => change({ ...value, decision })}
          description={text.help}
        />
        <div className="row">
          <Choice
            label={text.responsible}
            value={value.responsible}
            onChange={(responsible) => change({ ...value, responsible: responsible as Party })}
            options={parties.map((each) => ({ value: each, label: meetingParties[each] }))}
          />
          <DayField label={text.due} value={value.due} onChange={(due) => change({ ...value, due })} />
        </div>
        {(isMissing || error) && (
          <p role="alert" className="field-error">
            {isMissing ? text.empty : error?.message}
          </p>
        )}
        <div className="row">
          <Button kind="primary" onPress={save} isDisabled={isPending}>
            {text.save}
          </Button>
          <Button onPress={() => onClose(false)}>{text.cancel}</Button>
          <DraftStatus status={draft.status} />
        </div>
      </LongForm>
    </div>
  )
}
