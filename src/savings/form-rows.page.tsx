import type { ReactNode } from 'react'
import { counterfactualNames } from './savings.text.ts'
import { Button } from '../ui/Button.tsx'
import { optionsOf, Select, TextField } from '../ui/Field.tsx'
import { formText as text } from './form.text.ts'
import { emptyClaim, emptyCost, emptyWay, type Errors, type Typed } from './typed-action.page.tsx'

/** What somebody may state. The participants' own cost is always computed. */
const { 'own-before': _, ...statedNames } = counterfactualNames

type RowsProps = { typed: Typed; errors: Errors; onChange: (typed: Typed) => void }
type Field = { name: string; label: string }

const costFields: Field[] = [
  { name: 'label', label: text.costLabel },
  { name: 'ore', label: text.ore },
  { name: 'from', label: text.from },
  { name: 'last', label: text.to },
  { name: 'source', label: text.anySource },
]
const wayFields: Field[] = [
  { name: 'year', label: text.year },
  { name: 'ore', label: text.ore },
  { name: 'author', label: text.author },
  { name: 'on', label: text.on },
  { name: 'source', label: text.anySource },
]
const claimFields: Field[] = [
  { name: 'ore', label: text.ore },
  { name: 'on', label: text.on },
  { name: 'source', label: text.anySource },
]

/** What the action itself costs. */
export const CostRows = ({ typed, errors, onChange }: RowsProps) => (
  <Rows
    {...{ title: text.costs, add: text.addCost, place: 'costs', fields: costFields, errors, empty: emptyCost }}
    rows={typed.costs}
    onChange={(costs) => onChange({ ...typed, costs })}
  />
)

/** What others said it would have cost without the action, and what has been claimed of it. */
export const ComparisonRows = ({ typed, errors, onChange }: RowsProps) => (
  <>
    <Rows
      {...{ title: text.ways, add: text.addWay, place: 'ways', fields: wayFields, errors, empty: emptyWay }}
      rows={typed.ways}
      onChange={(ways) => onChange({ ...typed, ways })}
      first={(way, change) => (
        <Select
          label={text.way}
          value={way.kind}
          options={optionsOf(statedNames)}
          onChange={(kind) => change({ ...way, kind })}
        />
      )}
    />
    <Rows
      {...{ title: text.claims, add: text.addClaim, place: 'claims', fields: claimFields, errors, empty: emptyClaim }}
      rows={typed.claims}
      onChange={(claims) => onChange({ ...typed, claims })}
    />
  </>
)

type RowListProps<Row extends Record<string, string>> = {
  title: string
  add: string
  place: string
  fields: readonly Field[]
  rows: readonly Row[]
  empty: Row
  errors: Errors
  onChange: (rows: Row[]) => void
  first?: (row: Row, change: (row: Row) => void) => ReactNode
}

function Rows<Row extends Record<string, string>>(props: RowListProps<Row>) {
  const { title, add, place, fields, rows, empty, errors, onChange, first } = props
  const replace = (at: number) => (row: Row) => onChange(rows.map((each, index) => (index === at ? row : each)))
  return (
    <div className="stack">
      {rows.map((row, at) => (
        <fieldset key={at} className="form-group">
          <legend>{`${title} ${at + 1}`}</legend>
          <div className="form-fields">
            {first?.(row, replace(at))}
            {fields.map(({ name, label }) => (
              <TextField
                key={name}
                label={label}
                value={row[name] ?? ''}
                onChange={(value) => replace(at)({ ...row, [name]: value })}
                error={errors[`${place}.${at}.${name}`] ?? null}
              />
            ))}
          </div>
          <div className="row">
            <Button
              size="small"
              onPress={() => onChange(rows.filter((_, index) => index !== at))}
              aria-label={text.removeNumber(title, at + 1)}
            >
              {text.remove}
            </Button>
          </div>
        </fieldset>
      ))}
      <div className="row">
        <Button size="small" onPress={() => onChange([...rows, empty])}>
          {add}
        </Button>
      </div>
    </div>
  )
}
