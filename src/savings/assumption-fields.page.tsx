import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { formatKronor, formatNumber, formatShare } from '../values/format.ts'
import type { FactorName, ReadAssumption } from './assumption.ts'
import { monthsText } from './findings.text.ts'
import { formText as text } from './form.text.ts'
import type { AssumptionView } from './savings-view.ts'
import { type Errors, type TypedFactor, typedFactors, type TypedPart } from './typed-action.page.tsx'

type PartProps = {
  part: TypedPart
  at: number
  /** What was made of it; null until the first answer. */
  read: ReadAssumption | null
  errors: Errors
  isOnly: boolean
  onChange: (part: TypedPart) => void
  onRemove: () => void
}

/** One group's factors. What is left out is shown as it follows from the others, while one writes. */
export function PartFields({ part, at, read, errors, isOnly, onChange, onRemove }: PartProps) {
  const place = `parts.${at}`
  const factor = (name: TypedFactor) => (
    <TextField
      key={name}
      label={text[name]}
      value={part[name]}
      onChange={(value) => onChange({ ...part, [name]: value })}
      error={errors[`${place}.${name}`] ?? null}
      description={impliedText(read, name) ?? (name === 'share' ? text.shareHelp : '')}
    />
  )
  return (
    <fieldset className="form-group">
      <legend>{part.label.trim() || `${text.part} ${at + 1}`}</legend>
      <div className="form-fields">
        <TextField label={text.part} value={part.label} onChange={(label) => onChange({ ...part, label })} />
        {typedFactors.map(factor)}
        <TextField
          label={text.source}
          description={text.sourceHelp}
          value={part.source}
          onChange={(source) => onChange({ ...part, source })}
          error={errors[`${place}.source`] ?? null}
        />
      </div>
      <details className="savings-more">
        <summary>{text.ownSources}</summary>
        <div className="form-fields">
          {typedFactors.map((name) => (
            <TextField
              key={name}
              label={text.sourceOf(text[name])}
              value={part.sources[name]}
              onChange={(source) => onChange({ ...part, sources: { ...part.sources, [name]: source } })}
            />
          ))}
        </div>
      </details>
      {!isOnly && (
        <div className="row">
          <Button size="small" onPress={onRemove}>
            {text.removePart(part.label)}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

function impliedText(read: ReadAssumption | null, name: TypedFactor): string | null {
  if (name === 'affected') return null
  const factor = read?.factors[name]
  return factor?.origin === 'implied' && factor.value !== null ? text.implied(written(name, factor.value)) : null
}

function written(name: FactorName, value: number): string {
  if (name === 'share') return formatShare(value)
  if (name === 'months') return monthsText(value)
  if (name === 'persons') return formatNumber(value, Number.isInteger(value) ? 0 : 2)
  return formatKronor(Math.round(value / 100) * 100)
}

/** What is promised by what has been written so far, and what does not hold in it. */
export const Receipt = ({ read }: { read: AssumptionView | undefined }) => (
  <div role="status" className="savings-receipt">
    <strong>{text.receipt}</strong>
    <p>{read && read.promisedOre !== null ? text.total(read.promisedOre) : text.noTotal}</p>
    {read?.parts.map((part) => (
      <p key={part.label}>
        {part.factors.months.origin === 'implied' && part.factors.months.value !== null
          ? text.impliedMonths(part.label, part.factors.months.value)
          : part.perPersonOre !== null && text.perPerson(part.label, part.perPersonOre)}
      </p>
    ))}
    {read && read.promisedOre !== null && read.findings.length > 0 && (
      <ul className="savings-findings">
        {read.findings.map((finding) => (
          <li key={finding.text}>{finding.text}</li>
        ))}
      </ul>
    )}
  </div>
)
