import type { ReactNode } from 'react'
import { outcomeClasses, outcomes } from '../parameters/code-lists/casework.ts'
import { Figure } from '../ui/chart/Figure.tsx'
import { DefinitionButton } from '../ui/DefinitionButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PeriodPicker } from '../ui/PeriodPicker.tsx'
import { Table } from '../ui/Table.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { addMonths } from '../values/month.ts'
import { periodInWords } from '../values/period.ts'
import { CostReceiptTable } from './cost.page.tsx'
import type { ShownCount, ShownSummary } from './disclosed-summary.ts'
import type { InterventionView } from './interventions-view.ts'
import { bucketText, figureSource, figureText, interventionText } from './intervention.text.ts'
import { interventionsText } from './interventions.text.ts'
import { FigureNotes, shareOf, shown } from './shown-count.page.tsx'

/** What the intervention is for, and what came of it in a period: women and men, outcomes, waiting time, cost. */
export function OverviewPanel({ view, isBusy }: { view: InterventionView; isBusy: boolean }) {
  const [, change] = useUrlState()
  const { from, to } = view
  const period = periodInWords({ from, until: addMonths(to, 1) })
  return (
    <div className="stack" aria-busy={isBusy}>
      <Facts view={view} />
      <section className="interventions-filters" aria-label={interventionText.period}>
        <PeriodPicker from={from} to={to} dataFrom={view.dataFrom} dataTo={view.dataTo} onChange={change} />
      </section>
      {view.households ? (
        <ProjectFigures view={view} households={view.households} />
      ) : (
        <Results view={view} period={period} />
      )}
      <CostReceiptTable receipt={view.receipt} />
    </div>
  )
}

type ResultsProps = { view: InterventionView; period: string }

const Results = ({ view, view: { summary }, period }: ResultsProps) => (
  <>
    <h2>{interventionText.results}</h2>
    <p role="status" className="interventions-note">
      {interventionsText.updated(period)}
    </p>
    {summary.referred.all === 0 && summary.started.all === 0 && <Notice>{interventionText.noneYet}</Notice>}
    {summary.ended.all !== 0 && (
      <p>
        <strong>{interventionText.selfSupport(summary.readings.strict.all, summary.ended.all)}</strong>
      </p>
    )}
    <KeyTable summary={summary} caption={`${interventionText.results}, ${period}`} />
    <p>{interventionText.waitingTime(summary.waitingTime.medianDays, summary.waitingTime.known)}</p>
    <FigureNotes isExact={view.isExact} hiddenProtected={view.hiddenProtected} />
    {summary.ended.all !== 0 && <Outcomes summary={summary} />}
    {summary.buckets && <Buckets buckets={summary.buckets} referred={summary.referred} />}
  </>
)

type ProjectFiguresProps = { view: InterventionView; households: NonNullable<InterventionView['households']> }

const ProjectFigures = ({ view, households: { now, ever } }: ProjectFiguresProps) => (
  <>
    <h2>{interventionText.households}</h2>
    <p>
      <strong>{interventionText.householdsNow(now, view.entry.body.places)}</strong>{' '}
      {interventionText.householdsEver(ever)}
    </p>
    <p className="interventions-note">{interventionText.householdsNote}</p>
    <FigureNotes isExact={view.isExact} hiddenProtected={view.hiddenProtected} />
  </>
)

const Facts = ({ view: { entry, unitName } }: { view: InterventionView }) => (
  <dl className="interventions-facts">
    <Fact term={interventionText.purpose}>{entry.body.purpose}</Fact>
    <Fact term={interventionText.targetGroup}>{entry.body.targetGroup}</Fact>
    <Fact term={interventionText.goals}>
      <ul>
        {entry.body.goals.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </Fact>
    <Fact term={interventionText.provider}>{entry.body.provider}</Fact>
    <Fact term={entry.body.kind === 'project' ? interventionText.projectUnit : interventionText.unit}>{unitName}</Fact>
    <Fact term={interventionText.length}>{interventionText.weeks(entry.body.weeks)}</Fact>
    <Fact term={interventionText.priority}>{entry.body.priority}</Fact>
  </dl>
)

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children || '–'}</dd>
  </div>
)

const countColumns = [
  { id: 'all', label: interventionText.all },
  { id: 'women', label: interventionText.women },
  { id: 'men', label: interventionText.men },
]

const countCells = (count: ShownCount) => [shown(count.all), shown(count.women), shown(count.men)]

function KeyTable({ summary, caption }: { summary: ShownSummary; caption: string }) {
  const flows = ['referred', 'waiting', 'started', 'ongoing', 'ended'] as const
  const { ended, completed, readings, outcomes: found, persons } = summary
  const ofEnded = { completed, ...readings, unknown: found.unknown, persons: persons.ended }
  const { strict, claimed, broad } = readings
  const parts = [
    ...(['completed', 'strict'] as const),
    ...(saysMore(claimed, strict) ? (['claimed'] as const) : []),
    ...(saysMore(broad, claimed) ? (['broad'] as const) : []),
    'unknown' as const,
    ...(saysMore(persons.ended, ended) ? (['persons'] as const) : []),
  ]
  return (
    <Table
      caption={caption}
      hideCaption
      rowHeader={interventionText.figure}
      columns={[...countColumns, { id: 'share', label: interventionText.share }]}
      rows={[
        ...flows.map((id) => ({ id, label: <Name id={id} />, cells: [...countCells(summary[id]), ''] })),
        ...parts.map((id) => ({
          id,
          label: <Name id={id} />,
          kind: 'of-which' as const,
          cells: [...countCells(ofEnded[id]), id === 'persons' ? '' : shareOf(ofEnded[id], ended)],
        })),
      ]}
    />
  )
}

/** Another reading of the same people is shown only where it is known, and another number. */
const saysMore = (count: ShownCount, other: ShownCount): boolean => count.all !== null && count.all !== other.all

const Name = ({ id }: { id: keyof typeof figureText }) => (
  <span className="interventions-definition">
    {figureText[id].name}
    <DefinitionButton definition={definitionOf(id)} />
  </span>
)

const definitionOf = (id: keyof typeof figureText) => ({ ...figureText[id], source: figureSource, version: 1 })

type OutcomeCode = keyof typeof outcomes
const outcomeCodes = Object.keys(outcomes) as OutcomeCode[]
const classCodes = Object.keys(outcomeClasses) as (keyof typeof outcomeClasses)[]

/** Every outcome that somebody had, women and men side by side; the unknown stand on a bar of their own. */
function Outcomes({ summary }: { summary: ShownSummary }) {
  const codes = outcomeCodes.filter((code) => summary.outcomes[code].all !== 0)
  const values = (part: keyof ShownCount) => codes.map((code) => summary.outcomes[code][part])
  return (
    <>
      <Figure
        isWide
        chart={{
          kind: 'horizontal-bars',
          title: interventionText.outcomes,
          description: interventionText.outcomesSentence(summary.ended.all, summary.outcomes.unknown.all),
          unit: 'count',
          unitLabel: interventionText.people,
          categoryLabel: interventionText.outcome,
          categories: codes.map((code) => ({ label: outcomes[code].label })),
          series: [
            { id: 'women', name: interventionText.women, values: values('women') },
            { id: 'men', name: interventionText.men, values: values('men') },
          ],
        }}
        definition={definitionOf('ended')}
        table={
          <Table
            caption={interventionText.outcomes}
            hideCaption
            rowHeader={interventionText.outcome}
            columns={countColumns}
            rows={codes.map((code) => ({
              id: code,
              label: outcomes[code].label,
              cells: countCells(summary.outcomes[code]),
            }))}
          />
        }
      />
      <h3>{interventionText.classes}</h3>
      <Table
        caption={interventionText.classesCaption}
        hideCaption
        rowHeader={interventionText.outcome}
        columns={countColumns}
        rows={classCodes.map((code) => ({
          id: code,
          label: `${code} ${outcomeClasses[code]}`,
          cells: countCells(summary.classes[code]),
        }))}
      />
    </>
  )
}

const bucketCodes = Object.keys(bucketText) as (keyof typeof bucketText)[]

type BucketsProps = { buckets: NonNullable<ShownSummary['buckets']>; referred: ShownCount }

const Buckets = ({ buckets, referred }: BucketsProps) => (
  <>
    <h3>{interventionText.whereNow}</h3>
    <p className="interventions-note">{interventionText.whereNowLead}</p>
    <Table
      caption={interventionText.whereNow}
      hideCaption
      rowHeader={interventionText.whereNow}
      columns={countColumns}
      rows={[
        ...bucketCodes.map((code) => ({ id: code, label: bucketText[code], cells: countCells(buckets[code]) })),
        { id: 'sum', kind: 'sum' as const, label: interventionText.sum, cells: countCells(referred) },
      ]}
    />
  </>
)
