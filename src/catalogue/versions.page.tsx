import './versions.css'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { get } from '../ui/api.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { formatMoment } from '../values/format.ts'
import type { CatalogueBody, CatalogueEntry, CatalogueKind } from './catalogue-bodies.ts'
import { versionsText as text } from './catalogue.text.ts'

/** What is told of a version beside who saved it and when; `before` is the version before it. */
export type VersionColumn<Kind extends CatalogueKind> = {
  id: string
  label: string
  numeric?: boolean
  cell: (version: CatalogueEntry<Kind>, before: CatalogueEntry<Kind> | undefined) => ReactNode
}

type VersionsTableProps<Kind extends CatalogueKind> = {
  title: string
  /** The latest first. */
  versions: readonly CatalogueEntry<Kind>[]
  columns: readonly VersionColumn<Kind>[]
}

/** Every saved version of an entry in the catalogue: who, when, and what the columns tell of it. */
export const VersionsTable = <Kind extends CatalogueKind>({ title, versions, columns }: VersionsTableProps<Kind>) => (
  <Table
    caption={title}
    hideCaption
    rowHeader={text.version}
    columns={[
      { id: 'at', label: text.savedAt, numeric: false },
      { id: 'by', label: text.savedBy, numeric: false },
      ...columns.map(({ id, label, numeric = false }) => ({ id, label, numeric })),
    ]}
    rows={versions.map((each, at) => ({
      id: String(each.version),
      label: String(each.version),
      cells: [
        formatMoment(new Date(each.savedAt)),
        each.savedBy ?? text.program,
        ...columns.map(({ cell }) => cell(each, versions[at + 1])),
      ],
    }))}
  />
)

type VersionsSectionProps<Kind extends CatalogueKind> = Pick<VersionsTableProps<Kind>, 'columns'> & {
  title: string
  lead?: string
  kind: Kind
  entry: Pick<CatalogueEntry<Kind>, 'key' | 'version'>
}

/** The versions under a heading of their own, asked for when they are to be shown. */
export function VersionsSection<Kind extends CatalogueKind>(props: VersionsSectionProps<Kind>) {
  const { title, lead, kind, entry, columns } = props
  const query = useQuery({
    queryKey: ['catalogue', kind, entry.key, 'versions', entry.version],
    queryFn: ({ signal }) =>
      get<{ versions: CatalogueEntry<Kind>[] }>(
        `/api/catalogue/${kind}/${encodeURIComponent(entry.key)}/versions`,
        {},
        signal,
      ),
  })
  return (
    <Section title={title}>
      {lead && <p>{lead}</p>}
      <Loaded query={query} what={text.what}>
        {({ versions }) => <VersionsTable title={title} versions={versions} columns={columns} />}
      </Loaded>
    </Section>
  )
}

type Words<Kind extends CatalogueKind> = Partial<Record<keyof CatalogueBody<Kind>, string>>

/** Which fields differ from the version before; from what to what when `inWords` says how a field is written. */
export const changesColumn = <Kind extends CatalogueKind>(
  fields: Words<Kind>,
  inWords?: (body: CatalogueBody<Kind>, field: keyof CatalogueBody<Kind>) => string,
): VersionColumn<Kind> => ({
  ...{ id: 'changes', label: text.changes },
  cell: (version, before) => {
    if (!before) return text.first
    const read =
      inWords ?? ((body: CatalogueBody<Kind>, field: keyof CatalogueBody<Kind>) => JSON.stringify(body[field]))
    const changed = (Object.keys(fields) as (keyof CatalogueBody<Kind>)[]).filter(
      (field) => read(version.body, field) !== read(before.body, field),
    )
    if (changed.length === 0) return text.nothing
    if (!inWords) return changed.map((field) => fields[field]).join(', ')
    const told = changed.map((field) =>
      text.change(fields[field] ?? '', inWords(before.body, field), inWords(version.body, field)),
    )
    return (
      <ul key="changes" className="version-changes">
        {told.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    )
  },
})
