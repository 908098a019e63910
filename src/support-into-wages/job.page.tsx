import './job.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FigureTableSection } from '../analysis/figure-tables.page.tsx'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Figure } from '../ui/chart/Figure.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { formatNumber, formatSigned } from '../values/format.ts'
import { toThousands } from '../values/money.ts'
import type { JobView } from './job-view.ts'
import { fieldText, type JobField, jobFields, jobText as text } from './job.text.ts'

/** Växla försörjningsstöd mot lön: a case in the address, so that it can be sent to a colleague. */
export function JobPage() {
  const [address, change] = useUrlState()
  const asked = Object.fromEntries(jobFields.map((field) => [field, address[field]]))
  const query = useQuery({
    queryKey: ['support-into-wages', asked],
    queryFn: ({ signal }) => get<JobView>('/api/support-into-wages', asked, signal),
    placeholderData: keepPreviousData,
  })
  const reset = () => change(Object.fromEntries(jobFields.map((field) => [field, undefined])))
  return (
    <Page title={text.title} lead={text.lead} above={<Link to="/ekonomi">‹ {text.above}</Link>}>
      <Loaded query={query} what={text.what}>
        {(view) => (
          <div className="stack" aria-busy={query.isPlaceholderData}>
            {/* Fields keep what is typed; another key makes them anew from what is reset to. */}
            <Inputs
              key={jobFields.every((field) => asked[field] === undefined) ? 'usual' : 'own'}
              view={view}
              onChange={(field, value) => change({ [field]: value })}
              onReset={reset}
            />
            <Result view={view} />
          </div>
        )}
      </Loaded>
    </Page>
  )
}

type InputsProps = { view: JobView; onChange: (field: JobField, value: string) => void; onReset: () => void }

const Inputs = ({ view, onChange, onReset }: InputsProps) => (
  <Section title={text.inputs}>
    <p className="muted">{view.source}</p>
    <div className="job-inputs">
      {jobFields.map((field) => (
        <NumberField
          key={field}
          label={`${fieldText[field].label}, ${fieldText[field].unit}`}
          value={String(view.inputs[field])}
          onChange={(value) => onChange(field, Number(value) === view.defaults[field] ? '' : value)}
          problem={text.notNumber}
          isRequired
        />
      ))}
    </div>
    <div className="row">
      <Button onPress={onReset}>{text.reset}</Button>
    </div>
  </Section>
)

function Result({ view }: { view: JobView }) {
  const { inputs, cumulative, breakEven, breakEvenSubsidy, net, tables } = view
  const sentences = [
    text.result(inputs.persons, formatSigned(toThousands(net)).replace('+', ''), inputs.horizon),
    text.breakEven(breakEven),
    text.breakEvenSubsidy(breakEvenSubsidy === null ? null : formatNumber(breakEvenSubsidy, 1)),
  ]
  return (
    <>
      <div role="status">
        <Notice kind={net < 0 ? 'warning' : 'good'} title={text.outcome}>
          {sentences.join(' ')}
        </Notice>
      </div>
      <Figure
        chart={{
          kind: 'line',
          title: text.chart,
          description: sentences.slice(0, 2).join(' '),
          unit: 'thousands',
          unitLabel: text.thousands,
          categoryLabel: text.month,
          categories: cumulative.map((_, at) => ({ label: `${text.month} ${at + 1}`, tick: String(at + 1) })),
          series: [{ id: 'cumulative', name: text.series, values: cumulative }],
        }}
        definition={{ name: text.chart, definition: text.definition, source: text.source, version: 1 }}
        isWide
      />
      {tables.map((table) => (
        <FigureTableSection key={table.id} table={table} inKronor />
      ))}
    </>
  )
}
