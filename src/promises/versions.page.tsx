import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { formatMoment } from '../values/format.ts'
import type { PromiseBody } from './promise.ts'
import { promiseText } from './promises.text.ts'

const text = promiseText.versions
type Version = CatalogueEntry<'promise'>

/** Every saved version: who, when, and what was changed from the one before. */
export const VersionsSection = ({ versions }: { versions: readonly Version[] }) => (
  <Section title={text.title}>
    <Table
      caption={text.title}
      hideCaption
      rowHeader={text.version}
      columns={[
        { id: 'at', label: text.savedAt, numeric: false },
        { id: 'by', label: text.savedBy, numeric: false },
        { id: 'changes', label: text.changes, numeric: false },
      ]}
      rows={versions.map((each, at) => ({
        id: String(each.version),
        label: String(each.version),
        cells: [
          formatMoment(new Date(each.savedAt)),
          each.savedBy ?? text.program,
          changesOf(each.body, versions[at + 1]?.body),
        ],
      }))}
    />
  </Section>
)

function changesOf(now: PromiseBody, before: PromiseBody | undefined): string {
  if (!before) return text.first
  const changed = (Object.keys(text.fields) as (keyof PromiseBody)[]).filter(
    (field) => JSON.stringify(now[field]) !== JSON.stringify(before[field]),
  )
  return changed.length === 0 ? text.nothing : changed.map((field) => text.fields[field]).join(', ')
}
