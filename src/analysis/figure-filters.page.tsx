import { useState } from 'react'
import { Select, TextField } from '../ui/Field.tsx'
import { PeriodPicker } from '../ui/PeriodPicker.tsx'
import type { UrlState } from '../ui/url-state.ts'
import { parseDay } from '../values/day.ts'
import { analysisText } from './analysis.text.ts'
import type { Figures } from './figures.ts'
import { splitText } from './split.text.ts'
import { UnitSelect } from './unit-select.page.tsx'

type FiltersProps = { figures: Figures; state: UrlState; onChange: (changes: UrlState) => void }

/** Which figures to show. Every choice stands in the address, so that a link gives the same figures. */
export function FigureFilters({ figures, state, onChange }: FiltersProps) {
  return (
    <section className="panel figure-filters" aria-label={analysisText.filters}>
      <PeriodPicker
        from={figures.from}
        to={figures.to}
        dataFrom={figures.dataFrom ?? figures.from}
        dataTo={figures.dataTo ?? figures.to}
        onChange={onChange}
      />
      <UnitSelect unit={state.unit} onChange={(unit) => onChange({ unit })} />
      <Select
        label={analysisText.split}
        value={state.split ?? ''}
        options={[{ value: '', label: analysisText.noSplit }, ...splitOptions]}
        onChange={(split) => onChange({ split })}
      />
      <KnownAt knownAt={state.knownAt} onChange={(knownAt) => onChange({ knownAt })} />
    </section>
  )
}

const splitOptions = Object.entries(splitText).map(([value, { name }]) => ({ value, label: name }))

/** What is typed stays in the field until it is a day; only then are the figures asked for. */
function KnownAt({ knownAt, onChange }: { knownAt: string | undefined; onChange: (day: string) => void }) {
  const [typed, setTyped] = useState(knownAt ?? null)
  const wrong = typed !== null && typed.length >= 10 && !parseDay(typed)
  return (
    <>
      <Select
        label={analysisText.knownAt}
        value={typed === null ? 'now' : 'day'}
        options={[
          { value: 'now', label: analysisText.asKnownNow },
          { value: 'day', label: analysisText.asKnownOn },
        ]}
        onChange={(choice) => {
          setTyped(choice === 'day' ? '' : null)
          if (choice === 'now') onChange('')
        }}
      />
      {typed !== null && (
        <TextField
          label={analysisText.knownOn}
          value={typed}
          placeholder={analysisText.dayExample}
          error={wrong ? analysisText.notADay : null}
          onChange={(text) => {
            setTyped(text)
            if (parseDay(text)) onChange(text)
          }}
        />
      )}
    </>
  )
}
