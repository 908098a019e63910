import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ApiRefusal, send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Select, sendOnCtrlEnter, TextField } from '../ui/Field.tsx'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { showToast } from '../ui/Toast.tsx'
import type { RowsView } from './economy-view.ts'
import { economyText } from './economy.text.ts'

const text = economyText.rows.profile

/** How a year's budget falls on its months where the file has the year alone. */
export const BudgetProfiles = ({ view }: { view: RowsView }) => (
  <Section title={text.title}>
    <p>{text.lead}</p>
    <Table
      caption={text.title}
      hideCaption
      rowHeader={text.row}
      columns={[
        { id: 'from', label: text.from, numeric: false },
        { id: 'weights', label: text.weights, numeric: false },
        { id: 'source', label: text.source, numeric: false },
      ]}
      rows={view.profiles.map(({ row, from, weights, source }) => ({
        id: row,
        label: labelOf(view, row),
        cells: [from.slice(0, 4), weights.join(' '), source],
      }))}
      empty={text.none}
    />
    {view.mayEdit && <ProfileForm view={view} />}
  </Section>
)

function ProfileForm({ view }: { view: RowsView }) {
  const [row, setRow] = useState('all')
  const [from, setFrom] = useState<string>(view.from.slice(0, 4))
  const [weights, setWeights] = useState('')
  const [source, setSource] = useState('')
  const [isWrong, setWrong] = useState(false)
  const client = useQueryClient()
  const save = useMutation<unknown, ApiRefusal, object>({
    mutationFn: (body) =>
      send('PUT', `/api/catalogue/budget-profile/${row}`, {
        seen: view.profiles.find((each) => each.row === row)?.version ?? 0,
        body,
      }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['economy'] })
      showToast(text.saved)
    },
  })
  const numbers = weights
    .trim()
    .split(/[\s;,]+/)
    .map(Number)
  const isReady =
    numbers.length === 12 &&
    numbers.every((each) => Number.isInteger(each) && each >= 0 && each <= 1_000_000) &&
    numbers.some(Boolean) &&
    /^(19|20|21)\d\d$/.test(from) &&
    source.trim() !== ''
  return (
    <form
      className="economy-form"
      onKeyDownCapture={sendOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault()
        setWrong(!isReady)
        if (isReady) save.mutate({ from: `${from}-01`, source: source.trim(), weights: numbers })
      }}
    >
      <div className="economy-fields">
        <Select
          label={text.row}
          value={row}
          onChange={setRow}
          options={['all', ...view.inForce.rows.map(({ id }) => id)].map((value) => ({
            value,
            label: labelOf(view, value),
          }))}
        />
        <TextField label={text.from} value={from} onChange={setFrom} />
        <TextField label={text.weights} value={weights} onChange={setWeights} description={text.weightsHelp} />
        <TextField label={text.source} value={source} onChange={setSource} />
      </div>
      {(isWrong || save.error) && (
        <p role="alert" className="field-error">
          {save.error?.message ?? text.wrong}
        </p>
      )}
      <div>
        <Button type="submit" size="small" isDisabled={save.isPending}>
          {text.save}
        </Button>
      </div>
    </form>
  )
}

const labelOf = ({ inForce }: RowsView, row: string): string =>
  row === 'all' ? text.all : (inForce.rows.find(({ id }) => id === row)?.label ?? row)
