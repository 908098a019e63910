import type { StackedBarChartDefinition } from '../charts/chart.ts'
import { closureReasons, employerKinds, outcomeClasses } from '../parameters/code-lists/casework.ts'
import { Figure } from '../ui/chart/Figure.tsx'
import { Section } from '../ui/Page.tsx'
import { Table, type TableRow } from '../ui/Table.tsx'
import { formatNumber, formatShare } from '../values/format.ts'
import { BehindLink } from './behind-link.page.tsx'
import type { SectionProps } from './management.page.tsx'
import type { CheckCount, CheckState, OutcomeRow, Outcomes } from './outcomes.ts'
import type { ManagementView } from './throughput-view.ts'
import { throughputText } from './throughput.text.ts'

const text = throughputText.outcomes

/** Every closing to self-support, and whether the payments say that it lasted. */
export function OutcomesSection({ view }: SectionProps) {
  const { outcomes, lastKnownMonth } = view
  const known = lastKnownMonth ? text.known(lastKnownMonth) : text.noneKnown
  if (outcomes.closings.all === 0)
    return (
      <Section title={text.title}>
        <p className="muted">
          {text.empty} {known}
        </p>
      </Section>
    )
  const ripe = outcomes.checks.filter((check) => judgedOf(check) > 0)
  const columns = [
    { id: 'closings', label: text.closings },
    { id: 'women', label: throughputText.women },
    { id: 'men', label: throughputText.men },
    ...ripe.map(({ months }) => ({ id: `after-${months}`, label: text.after(months) })),
  ]
  const cellsOf = (row: OutcomeRow, of: Of) => cells(view, row, of, new Set(ripe.map(({ months }) => months)))
  return (
    <Section title={text.title}>
      <Figure chart={chartOf(outcomes, known)} definition={text.definition} isWide />
      <Table
        caption={text.caption}
        rowHeader={text.reason}
        columns={columns}
        rows={[
          ...outcomes.byClass.flatMap(({ class: code, reasons, ...row }): TableRow[] => [
            {
              id: code,
              label: `${code}. ${outcomeClasses[code]}`,
              ...(reasons.length === 1 && { note: closureReasons[reasons[0]!.reason].label }),
              cells: cellsOf(row, { class: code }),
            },
            ...(reasons.length === 1 ? [] : reasons).map(({ reason, ...own }): TableRow => ({
              id: reason,
              kind: 'of-which',
              label: closureReasons[reason].label,
              cells: cellsOf(own, { reason }),
            })),
          ]),
          { id: 'sum', kind: 'sum', label: throughputText.sum, cells: cellsOf(outcomes, {}) },
        ]}
      />
      <Waiting view={view} />
      {outcomes.byEmployer.length > 0 && (
        <Table
          caption={text.employers}
          rowHeader={text.employer}
          columns={columns}
          rows={outcomes.byEmployer.map((row) => ({
            id: `${row.subsidised} ${row.employerKind}`,
            label: text.subsidised(row.subsidised),
            note: row.employerKind ? employerKinds[row.employerKind] : text.employerUnknown,
            cells: cellsOf(row, null),
          }))}
        />
      )}
    </Section>
  )
}

/** What the route asks for; null where the rows behind are not to be had one by one. */
type Of = Record<string, string> | null

const judgedOf = ({ confirmed, takenBack }: CheckCount): number => confirmed.all + takenBack.all

function cells(view: ManagementView, { closings, checks }: OutcomeRow, of: Of, shown: ReadonlySet<number>) {
  const link = (size: number, more: Record<string, string> = {}) => (
    <Behind view={view} of={of && { ...of, ...more }} words={formatNumber(size)} />
  )
  return [
    link(closings.all),
    link(closings.women, { gender: 'woman' }),
    link(closings.men, { gender: 'man' }),
    ...checks
      .filter(({ months }) => shown.has(months))
      .map((check) => <Held key={check.months} view={view} check={check} of={of} />),
  ]
}

/** The share that held, with its counts; those taken back lead to their rows. */
function Held({ view, check, of }: { view: ManagementView; check: CheckCount; of: Of }) {
  const { confirmed, takenBack, months } = check
  const judged = judgedOf(check)
  if (judged === 0) return <span className="muted">{text.none}</span>
  return (
    <span className="throughput-held">
      <span>{`${formatShare(confirmed.all / judged)} (${text.held(confirmed.all, judged)})`}</span>
      {takenBack.all > 0 && (
        <span className="throughput-note">
          <Behind view={view} of={of && stateOf(of, months, 'taken-back')} words={text.takenBack(takenBack.all)} />
        </span>
      )}
    </span>
  )
}

const stateOf = (of: Record<string, string>, months: number, state: CheckState) => ({
  ...of,
  months: String(months),
  state,
})

const Behind = ({ view, of, words }: { view: ManagementView; of: Of; words: string }) =>
  of ? (
    <BehindLink asked={view} figure="outcomes" of={of}>
      {words}
    </BehindLink>
  ) : (
    words
  )

/** Those whose months have not passed: once for all of them, since they are in no share. */
const Waiting = ({ view }: { view: ManagementView }) => (
  <ul className="throughput-waiting">
    {view.outcomes.checks
      .filter(({ waiting }) => waiting.all > 0)
      .map(({ months, waiting, returnedEarly }) => (
        <li key={months}>
          <Behind view={view} of={stateOf({}, months, 'waiting')} words={text.waiting(waiting.all, months)} />
          {returnedEarly.all > 0 && ` ${text.returnedEarly(returnedEarly.all)}`}
        </li>
      ))}
  </ul>
)

const chartOf = ({ closings, checks }: Outcomes, known: string): StackedBarChartDefinition => ({
  kind: 'stacked-bars',
  title: text.chartTitle,
  description: [
    text.lead(closings.all),
    ...checks
      .filter((check) => judgedOf(check) > 0)
      .map((check) => text.heldAfter(check.months, check.confirmed.all, judgedOf(check))),
    known,
  ].join(' '),
  unit: 'count',
  unitLabel: text.closingsUnit,
  categoryLabel: text.time,
  categories: checks.map(({ months }) => ({ label: text.months(months) })),
  series: [
    { id: 'confirmed', name: text.states.confirmed, values: checks.map(({ confirmed }) => confirmed.all) },
    { id: 'taken-back', name: text.states['taken-back'], values: checks.map(({ takenBack }) => takenBack.all) },
    {
      ...{ id: 'waiting', name: text.states.waiting, role: 'reference' },
      values: checks.map(({ waiting }) => waiting.all),
    },
  ],
})
