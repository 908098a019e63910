import './throughput.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import {
  closureReasons,
  employerKinds,
  notReferredReasons,
  outcomeClasses,
  outcomes,
} from '../parameters/code-lists/casework.ts'
import { OutcomeTags } from '../pathway/outcome-tags.page.tsx'
import { get } from '../ui/api.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Table, type TableColumn } from '../ui/Table.tsx'
import { type UrlState, useUrlState } from '../ui/url-state.ts'
import { addMonths } from '../values/month.ts'
import { periodInWords } from '../values/period.ts'
import type { FunnelBucket } from './funnel.ts'
import type { LeadTimeStep } from './lead-times.ts'
import type { ClosureReason } from './outcomes.ts'
import type { ClosingRow, ContactRow, FunnelRow, RowsBehind } from './throughput-view.ts'
import { dayInWords, throughputText } from './throughput.text.ts'

const text = throughputText.behind

export type Figure = 'funnel' | 'outcomes' | 'contacts'
const figures: readonly Figure[] = ['funnel', 'outcomes', 'contacts']

/** The rows behind one figure of the manager's page. What is asked for stands in the address, so that a link can be sent. */
export function RowsBehindPage() {
  const [address] = useUrlState()
  const figure = figures.find((each) => each === address['figure']) ?? 'funnel'
  const { figure: _, ...asked } = address
  const { from, to, unit, change, interventions } = address
  return (
    <Page
      title={text.title[figure]}
      lead={text.logged}
      above={
        <Link
          to="/ledning"
          search={Object.fromEntries(
            Object.entries({ from, to, unit, change, interventions }).filter(([, value]) => value),
          )}
        >
          ‹ {text.back}
        </Link>
      }
    >
      {figure === 'funnel' && <FunnelRows asked={asked} />}
      {figure === 'outcomes' && <ClosingRows asked={asked} />}
      {figure === 'contacts' && <ContactRows asked={asked} />}
    </Page>
  )
}

const useRows = <Row,>(figure: Figure, asked: UrlState) =>
  useQuery({
    queryKey: ['management', figure, asked],
    queryFn: ({ signal }) => get<RowsBehind<Row>>(`/api/management/${figure}`, asked, signal),
  })

type Asked = { asked: UrlState }

function FunnelRows({ asked }: Asked) {
  const query = useRows<FunnelRow>('funnel', asked)
  const { bucket, reason } = asked
  return (
    <Rows
      query={query}
      about={[
        bucket && throughputText.funnel.buckets[bucket as FunnelBucket],
        reason && notReferredReasons[reason as keyof typeof notReferredReasons],
        genderWords(asked),
      ]}
      columns={[
        { id: 'person', label: text.person, numeric: false },
        { id: 'gender', label: text.gender, numeric: false },
        // What the heading says of all of them is not said of each.
        ...(bucket ? [] : [{ id: 'bucket', label: throughputText.funnel.bucket, numeric: false }]),
        { id: 'latest', label: text.latest, numeric: false },
        { id: 'referred', label: text.referred, numeric: false },
        { id: 'started', label: text.started, numeric: false },
        { id: 'ended', label: text.ended, numeric: false },
        { id: 'outcome', label: text.outcome, numeric: false },
      ]}
      idOf={(row) => String(row.personId)}
      cellsOf={(row) => [
        row.name,
        row.gender ? text.genders[row.gender] : '–',
        ...(bucket ? [] : [throughputText.funnel.buckets[row.bucket]]),
        row.latest?.intervention ?? (row.reason ? notReferredReasons[row.reason] : '–'),
        row.latest?.referredOn ?? '–',
        row.latest?.startedOn ?? '–',
        row.latest?.endedOn ?? '–',
        row.latest?.outcome ? outcomes[row.latest.outcome].label : '–',
      ]}
    />
  )
}

function ClosingRows({ asked }: Asked) {
  const query = useRows<ClosingRow>('outcomes', asked)
  const { class: code, reason, months, state } = asked
  return (
    <Rows
      query={query}
      about={[
        code && `${code}. ${outcomeClasses[code as keyof typeof outcomeClasses]}`,
        reason && closureReasons[reason as ClosureReason].label,
        months && state && text.checkOf(months, state as 'confirmed'),
        genderWords(asked),
      ]}
      columns={[
        { id: 'person', label: text.person, numeric: false },
        { id: 'closedOn', label: text.closedOn, numeric: false },
        { id: 'reason', label: throughputText.outcomes.reason, numeric: false },
        { id: 'class', label: throughputText.outcomes.class, numeric: false },
        { id: 'employer', label: text.employer, numeric: false },
        { id: 'checks', label: text.checks, numeric: false },
      ]}
      idOf={(row) => `${row.householdId} ${row.on}`}
      cellsOf={(row) => [
        row.name,
        row.on,
        closureReasons[row.reason].label,
        `${row.class}. ${outcomeClasses[row.class]}`,
        row.employerKind ? employerKinds[row.employerKind] : '–',
        <OutcomeTags key="checks" checks={row.checks} />,
      ]}
    />
  )
}

function ContactRows({ asked }: Asked) {
  const query = useRows<ContactRow>('contacts', asked)
  const { side, step, state, change } = asked
  const { leadTimes } = throughputText
  return (
    <Rows
      query={query}
      about={[
        step && leadTimes.steps[step as LeadTimeStep],
        side && change && leadTimes[side as 'before' | 'after'](dayInWords(change as ContactRow['contactOn'])),
        state && text.reached[state as 'reached' | 'waiting'],
      ]}
      columns={[
        { id: 'person', label: text.person, numeric: false },
        { id: 'contactOn', label: text.contactOn, numeric: false },
        { id: 'coachOn', label: text.coachOn, numeric: false },
        { id: 'planOn', label: text.planOn, numeric: false },
        { id: 'interventionOn', label: text.interventionOn, numeric: false },
        { id: 'endedOn', label: text.endedOn, numeric: false },
      ]}
      idOf={(row) => `${row.householdId} ${row.personId} ${row.contactOn}`}
      cellsOf={(row) => [
        row.name,
        row.contactOn,
        row.coachOn ?? '–',
        row.planOn ?? '–',
        row.interventionOn ?? '–',
        row.endedOn ?? '–',
      ]}
    />
  )
}

const genderWords = ({ gender }: UrlState): string | undefined =>
  gender === 'woman' ? throughputText.women : gender === 'man' ? throughputText.men : undefined

type RowsProps<Row> = {
  query: ReturnType<typeof useRows<Row>>
  /** What the figure counted, in words. */
  about: (string | undefined)[]
  columns: TableColumn[]
  idOf: (row: Row) => string
  cellsOf: (row: Row) => React.ReactNode[]
}

function Rows<Row extends { householdId: number; key: string }>({
  query,
  about,
  columns,
  idOf,
  cellsOf,
}: RowsProps<Row>) {
  return (
    <Loaded query={query} what={text.what}>
      {({ rows, from, to }) => (
        <Section
          title={[...about.filter(Boolean), periodInWords({ from, until: addMonths(to, 1) })].join(', ')}
          aside={<span role="status">{text.rows(rows.length)}</span>}
        >
          <Table
            caption={text.rows(rows.length)}
            hideCaption
            rowHeader={text.household}
            columns={columns}
            rows={rows.map((row, at) => ({
              id: `${idOf(row)} ${at}`,
              label: (
                <Link to="/hushall/$id" params={{ id: String(row.householdId) }}>
                  {row.key}
                </Link>
              ),
              cells: cellsOf(row),
            }))}
            empty={text.empty}
          />
        </Section>
      )}
    </Loaded>
  )
}
