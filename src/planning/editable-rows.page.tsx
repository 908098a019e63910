import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { planningText } from './planning.text.ts'

type Row = { key: string }

type EditableRowsProps<Of extends Row> = {
  label: string
  /** One row, with a capital: `Mål`. */
  noun: string
  description: string
  rows: readonly Of[]
  onChange: (rows: Of[]) => void
  newRow: (key: string) => Of
  add: string
  /** Keys that must not be given anew: an old answer would seem to belong to the new row. */
  taken?: readonly string[]
  render: (row: Of, change: (row: Of) => void, number: number) => ReactNode
}

const words = planningText.rows

/** Rows to add, remove and put in order without the mouse: the focus follows the row, and each change is said. */
export function EditableRows<Of extends Row>(props: EditableRowsProps<Of>) {
  const { label, noun, description, rows, onChange, newRow, add, taken = [], render } = props
  const list = useRef<HTMLOListElement>(null)
  const [focus, setFocus] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (focus === null) return
    const row = list.current?.children[Math.min(focus, rows.length - 1)]
    const place =
      row?.querySelector<HTMLElement>('input, textarea') ?? list.current?.parentElement?.querySelector('button')
    place?.focus()
    setFocus(null)
  }, [focus, rows.length])

  const put = (next: Of[], at: number, message: string) => {
    onChange(next)
    setFocus(at)
    setSaid(message)
  }
  const addAt = (at: number) => {
    const key = freeKey([...taken, ...rows.map((row) => row.key)])
    put([...rows.slice(0, at), newRow(key), ...rows.slice(at)], at, words.added(noun, at + 1))
  }
  const removeAt = (at: number) =>
    put(
      rows.filter((_, each) => each !== at),
      at,
      words.removed(noun, at + 1),
    )
  const move = (at: number, by: number) => {
    const to = at + by
    if (to < 0 || to >= rows.length) return
    const next = [...rows]
    next.splice(to, 0, ...next.splice(at, 1))
    put(next, to, words.moved(noun, to + 1))
  }
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      move(at, event.key === 'ArrowUp' ? -1 : 1)
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && event.target instanceof HTMLInputElement) {
      event.preventDefault()
      addAt(at + 1)
    }
  }

  return (
    <fieldset className="planning-rows">
      <legend className="field-legend">{label}</legend>
      <p className="planning-small">{description}</p>
      <ol ref={list}>
        {rows.map((row, at) => (
          <li key={row.key} onKeyDown={(event) => onKeyDown(event, at)}>
            <div className="planning-row-fields">
              {render(row, (changed) => onChange(rows.map((each) => (each.key === row.key ? changed : each))), at + 1)}
            </div>
            <div className="planning-row-actions">
              <RowButton
                action={words.up}
                noun={noun}
                number={at + 1}
                isDisabled={at === 0}
                onPress={() => move(at, -1)}
              />
              <RowButton
                action={words.down}
                noun={noun}
                number={at + 1}
                isDisabled={at === rows.length - 1}
                onPress={() => move(at, 1)}
              />
              <RowButton action={words.remove} noun={noun} number={at + 1} onPress={() => removeAt(at)} />
            </div>
          </li>
        ))}
      </ol>
      <div className="row">
        <Button size="small" onPress={() => addAt(rows.length)}>
          {add}
        </Button>
        <span className="muted planning-hint">{words.hint}</span>
      </div>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
    </fieldset>
  )
}

type RowButtonProps = { action: string; noun: string; number: number; isDisabled?: boolean; onPress: () => void }

const RowButton = ({ action, noun, number, ...rest }: RowButtonProps) => (
  <Button kind="quiet" size="small" aria-label={words.action(action, noun.toLowerCase(), number)} {...rest}>
    {action}
  </Button>
)

/** `r1`, `r2` …: the first number after all that have been used. */
function freeKey(taken: readonly string[]): string {
  const numbers = taken.map((key) => Number(/r(\d+)$/.exec(key)?.[1] ?? 0))
  return `r${Math.max(0, ...numbers) + 1}`
}
