import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { monthCategory } from '../charts/month-category.ts'
import { get } from '../ui/api.ts'
import { Figure } from '../ui/chart/Figure.tsx'
import { Select } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { type UrlState, useUrlState } from '../ui/url-state.ts'
import { addMonths, type Month, monthInWords } from '../values/month.ts'
import type { ForecastView, ScenarioView } from './forecast-view.ts'
import { forecastText } from './forecast.text.ts'
import { NumberField } from '../ui/NumberField.tsx'
import { ScenarioAction } from './scenario-action.page.tsx'

const text = forecastText.scenario
const targetText = forecastText.target
const volumesText = forecastText.volumes

const asked = [
  'group',
  'exitRatio',
  'inflowPercent',
  'from',
  'normPercent',
  'normFrom',
  'caseworkers',
  'caseworkersThen',
  'elasticity',
  'target',
] as const

/** The forecast from below with and without what is assumed, what a target takes, and the volumes behind. */
export function ScenarioSection({ view }: { view: ForecastView }) {
  const [address, change] = useUrlState()
  const target = address['target'] ?? (view.ownVolume === null ? '' : String(view.ownVolume))
  const question = { ...Object.fromEntries(asked.map((name) => [name, address[name]])), target }
  const query = useQuery({
    queryKey: ['economy', 'scenario', question],
    queryFn: ({ signal }) => get<{ scenario: ScenarioView | null }>('/api/economy/forecast/scenario', question, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <Section title={text.title}>
        <p>{text.lead}</p>
        <Inputs view={view} address={address} onChange={change} />
        <Loaded query={query} what={text.what}>
          {({ scenario }) =>
            scenario && (
              <div className="stack" aria-busy={query.isPlaceholderData}>
                <Result scenario={scenario} />
              </div>
            )
          }
        </Loaded>
      </Section>
      <Section title={targetText.title}>
        <div className="row">
          <NumberField
            label={targetText.label}
            description={view.ownVolume === null ? targetText.help : targetText.own(view.ownVolume)}
            value={target}
            onChange={(next) => change({ target: next })}
            problem={text.notNumber}
          />
        </div>
        <div aria-live="polite">{query.data?.scenario?.target && <Target scenario={query.data.scenario} />}</div>
      </Section>
      {query.data?.scenario && <Volumes scenario={query.data.scenario} />}
    </>
  )
}

type InputsProps = { view: ForecastView; address: UrlState; onChange: (changes: UrlState) => void }

function Inputs({ view, address, onChange }: InputsProps) {
  const first = addMonths(view.knownTo!, 1)
  const months = Array.from({ length: 12 }, (_, step) => addMonths(first, step))
  const field = (name: (typeof asked)[number], label: string, description?: string) => (
    <NumberField
      label={label}
      {...(description && { description })}
      value={address[name] ?? ''}
      onChange={(value) => onChange({ [name]: value })}
      problem={text.notNumber}
    />
  )
  const monthField = (name: 'from' | 'normFrom') => (
    <Select
      label={text.from}
      value={address[name] ?? first}
      onChange={(chosen) => onChange({ [name]: chosen === first ? undefined : chosen })}
      options={months.map((each: Month) => ({ value: each, label: monthInWords(each) }))}
    />
  )
  return (
    <>
      <fieldset className="economy-row">
        <legend>{text.action}</legend>
        <div className="economy-fields">
          <Select
            label={text.group}
            value={address['group'] ?? ''}
            onChange={(group) => onChange({ group })}
            options={[
              { value: '', label: text.everybody },
              ...view.groups.map((each) => ({ value: each, label: each })),
            ]}
          />
          {field('inflowPercent', text.inflow, text.inflowHelp)}
          {monthField('from')}
          <ScenarioAction address={address} onChange={onChange} />
        </div>
      </fieldset>
      <fieldset className="economy-row">
        <legend>{text.norm}</legend>
        <div className="economy-fields">
          {field('normPercent', text.normPercent, text.normHelp)}
          {monthField('normFrom')}
        </div>
      </fieldset>
      <fieldset className="economy-row">
        <legend>{text.staff}</legend>
        <div className="economy-fields">
          {field('caseworkers', text.caseworkers)}
          {field('caseworkersThen', text.then)}
          {field('elasticity', text.elasticity, text.elasticityHelp)}
        </div>
        <p className="figure-note">{text.staffNote}</p>
      </fieldset>
    </>
  )
}

function Result({ scenario }: { scenario: ScenarioView }) {
  const { without, with: changed, year, months, ore, caseload } = scenario
  const december = 11 - scenario.knownMonths
  const sentence = text.result(ore, text.rest(year))
  const { money, signed, count } = forecastText
  return (
    <>
      <p aria-live="polite">
        <strong>{sentence}</strong> {ore !== 0 && text.households(scenario.householdsAMonth)}{' '}
        {caseload && text.caseload(caseload.now, caseload.then, caseload.least, caseload.most, caseload.exitRatio)}
      </p>
      <Table
        caption={text.caption}
        rowHeader={forecastText.rows.row}
        columns={[
          { id: 'without', label: text.columns.without },
          { id: 'with', label: text.columns.with },
          { id: 'difference', label: text.columns.difference },
        ]}
        rows={[
          {
            id: 'year',
            label: text.costYear(year),
            cells: [money(scenario.yearWithout), money(scenario.yearWith), signed(ore)],
          },
          {
            id: 'households',
            label: text.stockDecember,
            cells: [
              count(without.households[december]!),
              count(changed.households[december]!),
              count(changed.households[december]! - without.households[december]!),
            ],
          },
        ]}
      />
      <Figure
        chart={{
          kind: 'line',
          title: text.chartTitle,
          description: sentence,
          unit: 'count',
          unitLabel: text.unit,
          categoryLabel: forecastText.month,
          categories: months.map(monthCategory),
          series: [
            { id: 'with', name: text.with, values: changed.households },
            { id: 'without', name: text.without, values: without.households, role: 'reference' },
          ],
        }}
        definition={text.definition}
        isWide
      />
    </>
  )
}

function Target({ scenario: { target: found, knownMonths } }: { scenario: ScenarioView }) {
  if (!found) return null
  const { target, soFar, required, expected, exits, inflow, unitCostOre, costOre } = found
  if (required < 0) return <p>{targetText.impossible(target)}</p>
  return (
    <>
      <p>
        <strong>{targetText.sentence(target, knownMonths, soFar, required)}</strong> {targetText.expected(expected)}
      </p>
      <p>
        {exits.required === null ? targetText.notByExits : targetText.exits(exits.expected, exits.required)}{' '}
        {inflow.required === null ? targetText.notByInflow : targetText.inflow(inflow.expected, inflow.required)}
      </p>
      {unitCostOre !== null && costOre !== null && <p>{targetText.cost(target, unitCostOre, costOre)}</p>}
    </>
  )
}

const volumeKinds = ['average', 'stock', 'inflow', 'exits'] as const

const Volumes = ({ scenario: { year, volumes } }: { scenario: ScenarioView }) => (
  <Section title={volumesText.title(year)}>
    <Table
      caption={volumesText.caption}
      hideCaption
      rowHeader={volumesText.volume}
      columns={[
        { id: 'kind', label: volumesText.kind, numeric: false },
        { id: 'value', label: volumesText.value },
      ]}
      rows={volumeKinds.map((each) => ({
        id: each,
        label: volumesText[each][0],
        cells: [volumesText[each][1], forecastText.count(volumes[each])],
      }))}
    />
    <p className="figure-note">{volumesText.note}</p>
  </Section>
)
