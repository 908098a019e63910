import { closureReasons, employerKinds, outcomeClasses } from '../parameters/code-lists/casework.ts'
import { DefinitionButton } from '../ui/DefinitionButton.tsx'
import { Section } from '../ui/Page.tsx'
import { Table, type TableRow } from '../ui/Table.tsx'
import { formatNumber, formatShare } from '../values/format.ts'
import { BehindLink } from './behind-link.page.tsx'
import type { SectionProps } from './management.page.tsx'
import type { CheckCount, CheckState, OutcomeRow } from './outcomes.ts'
import type { ManagementView } from './throughput-view.ts'
import { throughputText } from './throughput.text.ts'

const text = throughputText.outcomes

/** Every closing to self-support, and whether the payments say that it lasted. */
export function OutcomesSection({ view }: SectionProps) {
  const { outcomes, lastKnownMonth } = view
  const columns = [
    { id: 'class', label: text.class, numeric: false },
    { id: 'closings', label: text.closings },
    { id: 'women', label: throughputText.women },
    { id: 'men', label: throughputText.men },
    ...outcomes.checks.map(({ months }) => ({ id: `after-${months}`, label: text.after(months) })),
  ]
  return (
    <Section title={text.title} aside={<DefinitionButton definition={text.definition} />}>
      <p>
        {text.lead(outcomes.closings.all)} {lastKnownMonth ? text.known(lastKnownMonth) : text.noneKnown}
      </p>
      <Table
        caption={text.caption}
        hideCaption
        rowHeader={text.reason}
        columns={columns}
        rows={[
          ...outcomes.byReason.map((row): TableRow => ({
            id: row.reason,
            label: closureReasons[row.reason].label,
            cells: [`${row.class}. ${outcomeClasses[row.class]}`, ...cellsOf(view, row, { reason: row.reason })],
          })),
          ...(outcomes.closings.all > 0
            ? [
                {
                  id: 'sum',
                  kind: 'sum' as const,
                  label: throughputText.sum,
                  cells: ['', ...cellsOf(view, outcomes, {})],
                },
              ]
            : []),
        ]}
        empty={text.empty}
      />
      {outcomes.byEmployer.length > 0 && (
        <Table
          caption={text.employers}
          rowHeader={text.employer}
          columns={columns.filter(({ id }) => id !== 'class')}
          rows={outcomes.byEmployer.map((row) => ({
            id: `${row.subsidised} ${row.employerKind}`,
            label: text.subsidised(row.subsidised),
            note: row.employerKind ? employerKinds[row.employerKind] : text.employerUnknown,
            cells: cellsOf(view, row, null),
          }))}
        />
      )}
    </Section>
  )
}

/** `of` null: the rows behind are not to be had one by one. */
function cellsOf(view: ManagementView, { closings, checks }: OutcomeRow, of: Record<string, string> | null) {
  const link = (size: number, more: Record<string, string> = {}) =>
    of ? (
      <BehindLink asked={view} figure="outcomes" of={{ ...of, ...more }}>
        {formatNumber(size)}
      </BehindLink>
    ) : (
      formatNumber(size)
    )
  return [
    link(closings.all),
    link(closings.women, { gender: 'woman' }),
    link(closings.men, { gender: 'man' }),
    ...checks.map((check) => <Held key={check.months} view={view} check={check} of={of} />),
  ]
}

/** The share that held, with its counts; those taken back and those that wait lead to their rows. */
function Held({ view, check, of }: { view: ManagementView; check: CheckCount; of: Record<string, string> | null }) {
  const { confirmed, takenBack, waiting, returnedEarly, months } = check
  const judged = confirmed.all + takenBack.all
  const link = (state: CheckState, words: string) =>
    of ? (
      <BehindLink asked={view} figure="outcomes" of={{ ...of, months: String(months), state }}>
        {words}
      </BehindLink>
    ) : (
      words
    )
  return (
    <span className="throughput-held">
      <span>
        {judged === 0 ? text.none : `${formatShare(confirmed.all / judged)} (${text.held(confirmed.all, judged)})`}
      </span>
      <span className="throughput-note">
        {takenBack.all > 0 && link('taken-back', text.takenBack(takenBack.all))}
        {takenBack.all > 0 && waiting.all > 0 && ', '}
        {waiting.all > 0 && link('waiting', text.waiting(waiting.all, returnedEarly.all))}
      </span>
    </span>
  )
}
