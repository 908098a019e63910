import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Select, TextField } from '../ui/Field.tsx'
import { PeriodPicker } from '../ui/PeriodPicker.tsx'
import type { UrlState } from '../ui/url-state.ts'
import { addMonths, type Month } from '../values/month.ts'
import type { RankingView } from './target-groups-view.ts'
import { rankingText as text } from './target-groups.text.ts'

/** What the address says of the ranking, by the names that the server asks for. */
const filterNames = [
  ...['from', 'to', 'costliest', 'monthsAtLeast', 'ageBelow', 'obstacles', 'housing', 'unit', 'children'],
]

/** A hundred unless the address says otherwise; 0 for all that fit. */
export const usualCount = '100'

export const askedOf = (address: UrlState): UrlState => {
  const costliest = address['costliest'] ?? usualCount
  return {
    ...Object.fromEntries(filterNames.map((name) => [name, address[name]])),
    costliest: costliest === '0' ? '' : costliest,
  }
}

const presets: { id: keyof typeof text.preset; address: UrlState }[] = [
  { id: 'costliest', address: {} },
  { id: 'long-term', address: { monthsAtLeast: '10', costliest: '0' } },
  { id: 'young', address: { ageBelow: '25', costliest: '0' } },
  { id: 'zero-rated', address: { obstacles: 'sickCertified_noBenefit', costliest: '0' } },
  { id: 'homeless', address: { housing: 'homeless,temporaryHousing', costliest: '0' } },
  { id: 'insecure', address: { housing: 'lodger,secondHandLease,temporaryHousing,homeless', costliest: '0' } },
]

type FilterProps = { view: RankingView; address: UrlState; onChange: (changes: UrlState) => void }

/** The usual choices as links, then period, number and every other condition; all of it in the address. */
export function RankingFilters({ view, address, onChange }: FilterProps) {
  const { rule, choices, dataFrom, dataTo } = view
  const period = rule.period
  return (
    <>
      <nav aria-label={text.presets}>
        <ul className="groups-links">
          {presets.map(({ id, address: search }) => (
            <li key={id}>
              <Link to="/malgrupper" search={{ ...keptPeriod(address), ...search }}>
                {text.preset[id]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {address['obstacles'] === 'sickCertified_noBenefit' && <p className="groups-note">{text.zeroRated}</p>}
      <div className="groups-filters">
        <PeriodPicker
          from={period.from as Month}
          to={addMonths(period.until as Month, -1)}
          dataFrom={dataFrom ?? (period.from as Month)}
          dataTo={dataTo ?? addMonths(period.until as Month, -1)}
          onChange={onChange}
        />
        <CountField
          label={text.costliest}
          help={text.costliestHelp}
          value={rule.costliest}
          onChange={(value) => onChange({ costliest: value || '0' })}
        />
        <CountField
          label={text.monthsAtLeast}
          value={rule.monthsAtLeast}
          onChange={(monthsAtLeast) => onChange({ monthsAtLeast })}
        />
        <CountField label={text.ageBelow} value={rule.ageBelow} onChange={(ageBelow) => onChange({ ageBelow })} />
        <Select
          label={text.obstacle}
          value={rule.obstacles.join()}
          options={ownOption(
            rule.obstacles.join(),
            [
              { value: '', label: text.anyObstacle },
              ...choices.obstacles.map(({ codes, label }) => ({ value: codes.join(), label })),
            ],
            text.ownObstacles,
          )}
          onChange={(obstacles) => onChange({ obstacles })}
        />
        <Select
          label={text.housing}
          value={rule.housing.join()}
          options={ownOption(
            rule.housing.join(),
            [
              { value: '', label: text.anyHousing },
              ...choices.housing.map(({ code, label }) => ({ value: code, label })),
            ],
            housingPreset(rule.housing.join()),
          )}
          onChange={(housing) => onChange({ housing })}
        />
        <Select
          label={text.children}
          value={address['children'] ?? ''}
          options={[
            { value: '', label: text.anyChildren },
            { value: 'with', label: text.withChildren },
            { value: 'without', label: text.withoutChildren },
          ]}
          onChange={(children) => onChange({ children })}
        />
        <Select
          label={text.unit}
          value={rule.unit ?? ''}
          options={[
            { value: '', label: text.allUnits },
            ...choices.units.map(({ code, label }) => ({ value: code, label })),
          ]}
          onChange={(unit) => onChange({ unit })}
        />
      </div>
    </>
  )
}

const keptPeriod = ({ from, to }: UrlState): UrlState => ({ ...(from && { from }), ...(to && { to }) })

type Option = { value: string; label: string }

/** What the address asks for stands in the list also when the list has no such choice. */
const ownOption = (value: string, options: Option[], label: string): Option[] =>
  options.some((option) => option.value === value) ? options : [...options, { value, label }]

const housingPreset = (codes: string): string => {
  const found = presets.find(({ address }) => address['housing'] === codes)
  return found ? text.preset[found.id] : text.preset.insecure
}

type CountFieldProps = { label: string; help?: string; value: number | null; onChange: (value: string) => void }

/** A whole number that is asked for when it has been typed, and not at each digit that is wrong. */
export function CountField({ label, help, value, onChange }: CountFieldProps) {
  const said = value === null ? '' : String(value)
  const [typed, setTyped] = useState(said)
  const [known, setKnown] = useState(said)
  // A link may have changed the address: then the field follows it.
  if (known !== said) {
    setKnown(said)
    setTyped(said)
  }
  const isRead = (written: string) => written === '' || /^[1-9]\d{0,4}$/.test(written)
  const change = (written: string) => {
    setTyped(written)
    if (isRead(written.trim())) onChange(written.trim())
  }
  return (
    <TextField
      label={label}
      value={typed}
      onChange={change}
      error={isRead(typed.trim()) ? null : text.notANumber}
      {...(help && { description: help })}
    />
  )
}
