import { Link } from '@tanstack/react-router'
import { DefinitionButton } from '../ui/DefinitionButton.tsx'
import { Section } from '../ui/Page.tsx'
import { Table, type TableRow } from '../ui/Table.tsx'
import { formatNumber } from '../values/format.ts'
import type { CaseloadRow } from './caseload.queries.ts'
import type { SectionProps } from './management.page.tsx'
import { throughputText } from './throughput.text.ts'

const text = throughputText.caseload

/** What each caseworker has, with a way into the same households in the list of work. */
export function CaseloadSection({ view: { caseload, unit } }: SectionProps) {
  const largest = Math.max(1, ...caseload.map(({ open }) => open))
  return (
    <Section title={text.title} aside={<DefinitionButton definition={text.definition} />}>
      <p className="throughput-note">{text.note}</p>
      <Table
        caption={text.caption}
        hideCaption
        rowHeader={text.caseworker}
        columns={[
          { id: 'open', label: text.open },
          { id: 'needsPlan', label: text.needsPlan },
          { id: 'followUpLate', label: text.followUpLate },
          { id: 'closed', label: text.closed },
        ]}
        rows={[
          ...caseload.map((row) => tableRow(row, unit, largest)),
          ...(caseload.length > 1 ? [sumRow(caseload)] : []),
        ]}
        empty={text.empty}
      />
    </Section>
  )
}

function tableRow(row: CaseloadRow, unit: string | null, largest: number): TableRow {
  const link = (label: string, status?: string) => (
    <WorklistLink row={row} unit={unit} label={label} {...(status && { status })} />
  )
  return {
    id: row.caseworker ?? '',
    label: link(row.caseworker ?? text.none),
    cells: [
      <span key="open" className="throughput-bar-cell">
        <span aria-hidden="true" className="throughput-bar" style={{ inlineSize: `${(100 * row.open) / largest}%` }} />
        <span>{formatNumber(row.open)}</span>
      </span>,
      link(formatNumber(row.needsPlan), 'needs-plan'),
      link(formatNumber(row.followUpLate), 'follow-up-late'),
      formatNumber(row.closed),
    ],
  }
}

function sumRow(rows: readonly CaseloadRow[]): TableRow {
  const sum = (of: (row: CaseloadRow) => number) => formatNumber(rows.reduce((total, row) => total + of(row), 0))
  return {
    id: 'sum',
    kind: 'sum',
    label: throughputText.sum,
    cells: [
      sum(({ open }) => open),
      sum(({ needsPlan }) => needsPlan),
      sum(({ followUpLate }) => followUpLate),
      sum(({ closed }) => closed),
    ],
  }
}

type WorklistLinkProps = { row: CaseloadRow; unit: string | null; label: string; status?: string }

/** The same households in the list of work. */
const WorklistLink = ({ row: { caseworker }, unit, label, status }: WorklistLinkProps) => (
  <Link
    to="/mina-hushall"
    search={{
      ...(caseworker === null ? { view: 'unassigned' } : { view: 'unit', caseworker }),
      ...(unit && { unit }),
      ...(status && { status }),
    }}
  >
    {label}
  </Link>
)
