import { Button } from '../ui/Button.tsx'
import { Choice, TextField } from '../ui/Field.tsx'
import type { EditedRow } from './edited-row.page.tsx'
import { economyText } from './economy.text.ts'

const text = economyText.rows.editor
const sides = Object.entries(economyText.rows.sides).map(([value, label]) => ({ value, label }))

type RowFieldsProps = {
  row: EditedRow
  number: number
  /** Others reckon with it: it stays. */
  isUsed: boolean
  onChange: (changes: Partial<EditedRow>) => void
  /** Null where there is nowhere to go. */
  onUp: (() => void) | null
  onDown: (() => void) | null
  onRemove: () => void
}

/** One row of the statement: its name, its side, and what it takes. */
export const RowFields = ({ row, number, isUsed, onChange, onUp, onDown, onRemove }: RowFieldsProps) => (
  <fieldset className="economy-row">
    <legend>{row.label || text.number(number)}</legend>
    <div className="economy-fields">
      <TextField label={text.label} value={row.label} onChange={(label) => onChange({ label })} />
      <TextField label={text.accounts} value={row.accounts} onChange={(accounts) => onChange({ accounts })} />
      <TextField label={text.objects} value={row.objects} onChange={(objects) => onChange({ objects })} />
      <Choice
        label={economyText.rows.side}
        value={row.side}
        onChange={(side) => onChange({ side: side as EditedRow['side'] })}
        options={sides}
      />
    </div>
    {isUsed && <p className="muted">{text.isUsed}</p>}
    <div className="row">
      <Button size="small" isDisabled={!onUp} aria-label={text.of(text.up, number)} onPress={() => onUp?.()}>
        {text.up}
      </Button>
      <Button size="small" isDisabled={!onDown} aria-label={text.of(text.down, number)} onPress={() => onDown?.()}>
        {text.down}
      </Button>
      {!isUsed && (
        <Button kind="quiet" size="small" aria-label={text.of(text.remove, number)} onPress={onRemove}>
          {text.remove}
        </Button>
      )}
    </div>
  </fieldset>
)
