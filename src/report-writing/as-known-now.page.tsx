import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../ui/api.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { formatMoment, formatNumber, formatSigned } from '../values/format.ts'
import type { Month } from '../values/month.ts'
import { versionText } from './version.text.ts'
import type { AsKnownNow, ChangedHousehold, ChangedRows } from './writing-view.ts'

const text = versionText.now

/** What a signed report would say on what is known now, and the rows that make the difference. */
export function AsKnownNowSection({ address }: { address: string }) {
  const view = useQuery({
    queryKey: ['as-known-now', address],
    queryFn: ({ signal }) => get<AsKnownNow>(`${address}/as-known-now`, {}, signal),
    staleTime: 0,
  })
  return (
    <Loaded query={view} what={text.what}>
      {(shown) => <Compared view={shown} />}
    </Loaded>
  )
}

const Compared = ({ view }: { view: AsKnownNow }) => (
  <div className="stack">
    <p>{text.lead(formatMoment(new Date(view.knownAt)), formatMoment(new Date(view.now)))}</p>
    {view.cells.length === 0 ? <Notice kind="good">{text.same}</Notice> : <Cells view={view} />}
    <Section title={text.rows}>
      <p>{text.rowsLead}</p>
      <Rows rows={view.rows} smallestCount={view.smallestCount} />
    </Section>
    {view.households && view.households.length > 0 && (
      <Households households={view.households} hasMore={view.hasMore} />
    )}
    {view.hasClosed && <p>{text.closed}</p>}
    {view.decisions.length > 0 && <Decisions decisions={view.decisions} />}
  </div>
)

const Cells = ({ view: { cells } }: { view: AsKnownNow }) => (
  <Section title={text.cells}>
    <p role="status">{text.cellCount(cells.length)}</p>
    <Table
      caption={text.cells}
      hideCaption
      rowHeader={text.columns.section}
      columns={[
        { id: 'reported', label: text.columns.reported, numeric: false },
        { id: 'now', label: text.columns.now, numeric: false },
      ]}
      rows={cells.map(({ section, place, reported, now }, at) => ({
        ...{ id: String(at), label: place, note: section },
        cells: [
          <span key="reported" className="known-words">
            {reported}
          </span>,
          <span key="now" className="known-words">
            {now}
          </span>,
        ],
      }))}
    />
  </Section>
)

const Rows = ({ rows, smallestCount }: { rows: readonly ChangedRows[]; smallestCount: number }) => (
  <>
    <Table
      caption={text.rows}
      hideCaption
      rowHeader={text.rowColumns.what}
      columns={[
        { id: 'month', label: text.rowColumns.month, numeric: false },
        { id: 'added', label: text.rowColumns.added },
        { id: 'removed', label: text.rowColumns.removed },
        { id: 'households', label: text.rowColumns.households },
        { id: 'ore', label: text.rowColumns.ore },
      ]}
      rows={rows.map((row, at) => ({
        ...{ id: String(at), label: row.what },
        cells: [
          row.isLater ? text.later : monthOf(row.month),
          ...(row.withheld
            ? [text.withheld, text.withheld, text.withheld, text.withheld]
            : [
                formatNumber(row.added),
                formatNumber(row.removed),
                row.households === null ? text.noHouseholds : formatNumber(row.households),
                row.ore === null ? text.noHouseholds : formatSigned(row.ore / 100),
              ]),
        ],
      }))}
      empty={text.noRows}
    />
    {rows.some(({ withheld }) => withheld) && <p className="muted">{text.withheldNote(smallestCount)}</p>}
  </>
)

const Households = ({ households, hasMore }: { households: readonly ChangedHousehold[]; hasMore: boolean }) => (
  <Section title={text.households}>
    <p>{text.householdsLead}</p>
    <Table
      caption={text.households}
      hideCaption
      rowHeader={text.householdColumns.key}
      columns={[
        { id: 'what', label: text.householdColumns.what, numeric: false },
        { id: 'month', label: text.householdColumns.month, numeric: false },
        { id: 'change', label: text.householdColumns.change, numeric: false },
        { id: 'before', label: text.householdColumns.before },
        { id: 'now', label: text.householdColumns.now },
      ]}
      rows={households.map(({ id, key, what, month, change, beforeOre, nowOre }, at) => ({
        id: String(at),
        label: (
          <Link to="/hushall/$id" params={{ id: String(id) }}>
            {key}
          </Link>
        ),
        cells: [what, monthOf(month), text.change[change], amount(beforeOre), amount(nowOre)],
      }))}
    />
    {hasMore && <p className="muted">{text.more(households.length)}</p>}
  </Section>
)

const monthOf = (month: Month | null) => (month === null ? text.noMonth : text.inMonth(month))

const amount = (ore: number | null) => (ore === null ? text.notAnAmount : formatNumber(ore / 100))

const Decisions = ({ decisions }: { decisions: AsKnownNow['decisions'] }) => (
  <Section title={text.decisions}>
    <p>{text.decisionsLead}</p>
    <Table
      caption={text.decisions}
      hideCaption
      rowHeader={text.decisionColumns.what}
      columns={[
        { id: 'at', label: text.decisionColumns.at, numeric: false },
        { id: 'by', label: text.decisionColumns.by, numeric: false },
      ]}
      rows={decisions.map(({ name, savedAt, savedBy }, at) => ({
        ...{ id: String(at), label: name },
        cells: [formatMoment(new Date(savedAt)), savedBy ?? text.program],
      }))}
    />
  </Section>
)
