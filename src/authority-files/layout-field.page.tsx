import { Button } from '../ui/Button.tsx'
import { optionsOf, Select, TextArea, TextField } from '../ui/Field.tsx'
import { deliveryValueText, layoutText, ownValueText } from './layout.text.ts'
import { ownCodesOf } from './layout-schema.ts'
import type { FieldErrors, TypedField } from './typed-layout.page.tsx'

const text = layoutText.field
const form = layoutText.form

type FieldRowProps = {
  field: TypedField
  number: number
  /** Where it stands in fixed positions, or how wide it is. */
  place: string
  errors: FieldErrors
  isOpen: boolean
  onToggle: () => void
  onChange: (field: TypedField) => void
  onUp: (() => void) | null
  onDown: (() => void) | null
  onRemove: () => void
}

/** A field in one line; its parts can be changed when it is open. */
export function FieldRow({ field, number, place, errors, isOpen, ...does }: FieldRowProps) {
  const name = field.name || form.newName(number)
  const said = Object.values(errors)
  return (
    <li className="layout-field" id={`layout-field-${field.id}`}>
      <div className="layout-field-line">
        <span className="layout-field-name">
          {number}. {name}
        </span>
        <span>{deliveryValueText[field.value]}</span>
        <span className="muted">{place}</span>
        <span className="layout-field-buttons">
          <Does what={isOpen ? form.close : form.edit} to={name} onPress={does.onToggle} />
          {does.onUp && <Does what={form.up} to={name} onPress={does.onUp} />}
          {does.onDown && <Does what={form.down} to={name} onPress={does.onDown} />}
          <Does what={form.remove} to={name} onPress={does.onRemove} />
        </span>
      </div>
      {!isOpen && said.length > 0 && <p className="field-error">{said.join(' ')}</p>}
      {isOpen && <FieldParts field={field} errors={errors} onChange={does.onChange} />}
    </li>
  )
}

/** The same few words on every line; which field they are about is heard. */
const Does = ({ what, to, onPress }: { what: string; to: string; onPress: () => void }) => (
  <Button size="small" kind="quiet" onPress={onPress}>
    {what}
    <span className="visually-hidden"> {to}</span>
  </Button>
)

type FieldPartsProps = Pick<FieldRowProps, 'field' | 'errors' | 'onChange'>

function FieldParts({ field, errors, onChange }: FieldPartsProps) {
  const own = ownCodesOf(field.value)
  return (
    <div className="layout-field-parts">
      <TextField
        label={text.name}
        value={field.name}
        error={errors.name ?? null}
        onChange={(name) => onChange({ ...field, name })}
      />
      <div>
        <Select
          label={text.value}
          value={field.value}
          options={optionsOf(deliveryValueText)}
          onChange={(value) => onChange({ ...field, value: value as TypedField['value'] })}
        />
        {errors.value && (
          <p className="field-error" role="alert">
            {errors.value}
          </p>
        )}
      </div>
      <TextField
        label={text.width}
        value={field.width}
        error={errors.width ?? null}
        onChange={(width) => onChange({ ...field, width: width.trim() })}
      />
      <Select
        label={text.missing}
        value={field.missing}
        options={optionsOf(layoutText.missing)}
        onChange={(missing) => onChange({ ...field, missing: missing as TypedField['missing'] })}
      />
      {own && (
        <div className="field-wide">
          <TextArea
            label={text.codes}
            description={text.codesHelp}
            value={field.codes}
            rows={Math.min(12, Math.max(3, own.length))}
            error={errors.codes ?? null}
            onChange={(codes) => onChange({ ...field, codes })}
          />
          <p className="muted">{text.own}</p>
          <ul className="muted layout-codes">
            {own.map((each) => (
              <li key={each}>{ownValueText(field.value, each)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
