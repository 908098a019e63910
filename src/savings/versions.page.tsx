import { useQuery } from '@tanstack/react-query'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { get } from '../ui/api.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { formatMoment } from '../values/format.ts'
import type { Action } from './assumption.ts'
import { versionsText as text } from './form.text.ts'

type Entry = CatalogueEntry<'savings-action'>

/** Every saved version: who, when, and what was changed from the one before. */
export function VersionsSection({ entry }: { entry: Entry }) {
  const versions = useQuery({
    queryKey: ['savings', 'versions', entry.key, entry.version],
    queryFn: ({ signal }) =>
      get<{ versions: Entry[] }>(`/api/catalogue/savings-action/${encodeURIComponent(entry.key)}/versions`, {}, signal),
  })
  return (
    <Section title={text.title}>
      <Loaded query={versions} what={text.what}>
        {({ versions: found }) => (
          <Table
            caption={text.title}
            hideCaption
            rowHeader={text.version}
            columns={[
              { id: 'at', label: text.savedAt, numeric: false },
              { id: 'by', label: text.savedBy, numeric: false },
              { id: 'changes', label: text.changes, numeric: false },
            ]}
            rows={found.map((each, at) => ({
              id: String(each.version),
              label: String(each.version),
              cells: [
                formatMoment(new Date(each.savedAt)),
                each.savedBy ?? text.program,
                changesOf(each.body, found[at + 1]?.body),
              ],
            }))}
          />
        )}
      </Loaded>
    </Section>
  )
}

function changesOf(now: Action, before: Action | undefined): string {
  if (!before) return text.first
  const changed = (Object.keys(text.fields) as (keyof Action)[]).filter(
    (field) => JSON.stringify(now[field]) !== JSON.stringify(before[field]),
  )
  return changed.length === 0 ? text.nothing : changed.map((field) => text.fields[field]).join(', ')
}
