import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RowMethod } from '../calculations/forecast/row-methods.ts'
import { type ApiRefusal, send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Select, sendOnCtrlEnter, TextArea } from '../ui/Field.tsx'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { showToast } from '../ui/Toast.tsx'
import { formatMoment } from '../values/format.ts'
import { type Month, monthInWords } from '../values/month.ts'
import type { ForecastView, IssuedView, RowView } from './forecast-view.ts'
import { forecastText, methodText } from './forecast.text.ts'
import { NumberField } from '../ui/NumberField.tsx'

const text = forecastText.issue

type Props = { view: ForecastView; row: RowView; knownTo: Month; method: RowMethod }
type Body = Omit<IssuedView, 'key' | 'version' | 'savedAt' | 'savedBy' | 'outcomeOre'>

/** The forecast that somebody stands for: a method, what is added by hand with its reason, and all that were issued before. */
export function ForecastIssue({ view, row, knownTo, method: shown }: Props) {
  const { issued } = row
  const [method, setMethod] = useState<RowMethod>(shown)
  const [thousands, setThousands] = useState('')
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const save = useIssue(view.year, row, issued)
  const chosen = row.methods.find((each) => each.method === method) ?? row.methods[0]!
  const computedOre = Math.round(chosen.year)
  const adjustmentOre = Math.round(Number(thousands || 0) * 100_000)
  const isUnexplained = adjustmentOre !== 0 && reason.trim() === ''
  const issue = () => {
    setMissing(isUnexplained)
    if (isUnexplained || save.isPending) return
    const [wide] = chosen.yearIntervals
    save.mutate({
      seen: issued?.version ?? 0,
      body: {
        year: view.year,
        row: row.id,
        knownTo,
        method: chosen.method,
        computedOre,
        lowerOre: Math.round(wide!.lower),
        upperOre: Math.round(wide!.upper),
        adjustmentOre,
        reason: reason.trim(),
      },
    })
  }
  return (
    <Section title={text.title(view.year, row.label)}>
      <form
        className="economy-form"
        onKeyDownCapture={sendOnCtrlEnter}
        onSubmit={(event) => {
          event.preventDefault()
          issue()
        }}
      >
        <div className="economy-fields">
          <Select
            label={text.method}
            value={chosen.method}
            onChange={(next) => setMethod(next as RowMethod)}
            options={row.methods.map((each) => ({
              value: each.method,
              label: `${methodText[each.method]}: ${forecastText.money(each.year)} ${forecastText.tkr}`,
            }))}
          />
          <NumberField
            label={text.adjustment}
            description={text.adjustmentHelp}
            value={thousands}
            onChange={setThousands}
            problem={text.notNumber}
          />
          <TextArea
            label={text.reason}
            description={text.reasonHelp}
            value={reason}
            onChange={setReason}
            {...(isMissing && isUnexplained && { error: text.reasonMissing })}
          />
        </div>
        <p aria-live="polite">{text.total(computedOre + adjustmentOre, computedOre, adjustmentOre)}</p>
        {save.error && (
          <p role="alert" className="field-error">
            {save.error.message}
          </p>
        )}
        <div className="row">
          <Button kind="primary" type="submit" isDisabled={save.isPending}>
            {text.send}
          </Button>
          <span className="figure-note">{text.keys}</span>
        </div>
      </form>
      <h3>{text.archive}</h3>
      {view.archive.length === 0 ? <p>{text.none}</p> : <Archive view={view} />}
    </Section>
  )
}

/** Undoing is issuing the forecast before once more: nothing that was issued disappears. */
function useIssue(year: number, row: RowView, issued: IssuedView | null) {
  const client = useQueryClient()
  const save = useMutation<{ version: number }, ApiRefusal, { body: Body; seen: number; isUndo?: boolean }>({
    mutationFn: ({ body, seen }) => send('PUT', `/api/catalogue/year-end-forecast/${year}-${row.id}`, { seen, body }),
    onSuccess: ({ version }, { isUndo }) => {
      void client.invalidateQueries({ queryKey: ['economy'] })
      if (isUndo) showToast(text.undone)
      else if (!issued) showToast(text.done)
      else showToast(text.done, () => save.mutate({ body: bodyOf(issued), seen: version, isUndo: true }))
    },
  })
  return save
}

const bodyOf = (issued: IssuedView): Body => ({
  year: issued.year,
  row: issued.row,
  knownTo: issued.knownTo,
  method: issued.method,
  computedOre: issued.computedOre,
  lowerOre: issued.lowerOre,
  upperOre: issued.upperOre,
  adjustmentOre: issued.adjustmentOre,
  reason: issued.reason,
})

function Archive({ view }: { view: ForecastView }) {
  const { columns } = text
  const labelOf = (id: string) => view.rows.find((row) => row.id === id)?.label ?? id
  return (
    <Table
      caption={text.archiveCaption}
      hideCaption
      rowHeader={forecastText.rows.row}
      columns={[
        { id: 'when', label: columns.when, numeric: false },
        { id: 'by', label: columns.by, numeric: false },
        { id: 'known', label: columns.known, numeric: false },
        { id: 'computed', label: columns.computed },
        { id: 'adjustment', label: columns.adjustment },
        { id: 'issued', label: columns.issued },
        { id: 'outcome', label: columns.outcome },
        { id: 'error', label: columns.error },
        { id: 'reason', label: columns.reason, numeric: false },
      ]}
      rows={view.archive.map((each) => {
        const said = each.computedOre + each.adjustmentOre
        const { outcomeOre } = each
        return {
          id: `${each.key} ${each.version}`,
          label: text.rowOfYear(labelOf(each.row), each.year),
          cells: [
            formatMoment(new Date(each.savedAt)),
            each.savedBy ?? text.nobody,
            monthInWords(each.knownTo),
            `${forecastText.money(each.computedOre)} (${methodText[each.method].toLocaleLowerCase('sv')})`,
            each.adjustmentOre === 0 ? forecastText.notFor : forecastText.signed(each.adjustmentOre),
            forecastText.money(said),
            outcomeOre === null ? text.notYet : forecastText.money(outcomeOre),
            outcomeOre === null || outcomeOre === 0
              ? forecastText.notFor
              : forecastText.signedShare((Math.abs(said) - Math.abs(outcomeOre)) / Math.abs(outcomeOre)),
            <span className="economy-text">{each.reason}</span>,
          ],
        }
      })}
    />
  )
}
