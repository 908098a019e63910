import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { FigureTableSection } from '../analysis/figure-tables.page.tsx'
import { closureReasons } from '../parameters/code-lists/casework.ts'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { month, monthInWords } from '../values/month.ts'
import { ClosureCodesForm } from './closure-codes.page.tsx'
import { closuresText as text } from './closures.text.ts'
import type { ClosuresView } from './load-closures.ts'

/** Why cases were closed, month of registration by month, with the municipality's codes; and what there is no file of. */
export function ClosuresPart() {
  const [{ avslut, koder }, change] = useUrlState()
  const query = useQuery({
    queryKey: ['authority-files', 'closures', avslut],
    queryFn: ({ signal }) => get<ClosuresView>('/api/authority-files/closures', { month: avslut }, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <Loaded query={query} what={text.what}>
      {(view) => (
        <div className="stack" aria-busy={query.isPlaceholderData}>
          <Section title={text.title}>
            <p>{text.lead}</p>
            <p>{text.noFile}</p>
            {view.shown === null ? (
              <p>{text.empty}</p>
            ) : (
              <div className="row">
                <Select
                  label={text.month}
                  value={view.shown.month}
                  options={view.months.map((each) => ({ value: each, label: monthInWords(each) }))}
                  onChange={(next) => change({ avslut: next })}
                />
              </div>
            )}
          </Section>
          {view.shown && <Shown shown={view.shown} />}
          {koder === 'andra' && view.mayEdit ? (
            <ClosureCodesForm codes={view.codes} today={view.today} onDone={() => change({ koder: '' })} />
          ) : (
            <Codes view={view} onChange={() => change({ koder: 'andra' })} />
          )}
          <Section title={text.ivo.title}>
            <p>{text.ivo.text}</p>
          </Section>
        </div>
      )}
    </Loaded>
  )
}

function Shown({ shown }: { shown: NonNullable<ClosuresView['shown']> }) {
  const { due, last, table, protectedHouseholds, withoutCode } = shown
  return (
    <div aria-live="polite" className="stack">
      <FigureTableSection table={table} note={text.dates(due, last)}>
        {protectedHouseholds > 0 && <p>{text.protectedToo(protectedHouseholds)}</p>}
        {withoutCode.length > 0 && (
          <Notice kind="warning">
            {text.withoutCode(withoutCode.map((reason) => closureReasons[reason].label).join(', '))}
          </Notice>
        )}
      </FigureTableSection>
    </div>
  )
}

const Codes = ({ view: { codes, mayEdit }, onChange }: { view: ClosuresView; onChange: () => void }) => (
  <Section title={text.codes.title} aside={mayEdit && <Button onPress={onChange}>{text.codes.change}</Button>}>
    <p>{text.codes.lead}</p>
    {codes.length === 0 && <p>{text.codes.none}</p>}
    <ul className="authority-faults">
      {codes.map(({ key, version, savedBy, body }) => (
        <li key={key}>
          {text.codes.inForce(monthInWords(month(body.from)), version, savedBy)} {body.source}
        </li>
      ))}
    </ul>
  </Section>
)
