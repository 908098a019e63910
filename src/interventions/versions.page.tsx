import { useQuery } from '@tanstack/react-query'
import type { CatalogueBody, CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { interventionKinds } from '../parameters/code-lists/casework.ts'
import { get } from '../ui/api.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Table } from '../ui/Table.tsx'
import { versionsText } from './intervention-form.text.ts'
import { priceInWords } from './interventions.text.ts'

type Entry = CatalogueEntry<'intervention'>
type Body = CatalogueBody<'intervention'>

/** Every saved version: who, when, and what was changed from the one before. */
export function VersionsPanel({ entry }: { entry: Entry }) {
  const versions = useQuery({
    queryKey: ['catalogue', 'intervention', entry.key, 'versions', entry.version],
    queryFn: ({ signal }) =>
      get<{ versions: Entry[] }>(`/api/catalogue/intervention/${encodeURIComponent(entry.key)}/versions`, {}, signal),
  })
  return (
    <Loaded query={versions} what={versionsText.what}>
      {({ versions: found }) => (
        <div className="stack">
          <h2>{versionsText.caption}</h2>
          <Table
            caption={versionsText.caption}
            hideCaption
            rowHeader={versionsText.version}
            columns={[
              { id: 'at', label: versionsText.savedAt, numeric: false },
              { id: 'by', label: versionsText.savedBy, numeric: false },
              { id: 'changes', label: versionsText.changes, numeric: false },
            ]}
            rows={found.map((each, at) => ({
              id: String(each.version),
              label: String(each.version),
              cells: [
                new Date(each.savedAt).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' }),
                each.savedBy ?? versionsText.program,
                <Changes key="changes" now={each.body} before={found[at + 1]?.body} />,
              ],
            }))}
          />
        </div>
      )}
    </Loaded>
  )
}

function Changes({ now, before }: { now: Body; before: Body | undefined }) {
  if (!before) return versionsText.first
  const changed = (Object.keys(versionsText.fields) as (keyof Body)[]).filter(
    (field) => inWords(now, field) !== inWords(before, field),
  )
  if (changed.length === 0) return versionsText.nothing
  return (
    <ul className="interventions-changes">
      {changed.map((field) => (
        <li key={field}>
          {versionsText.fields[field]}: {inWords(before, field)} → {inWords(now, field)}
        </li>
      ))}
    </ul>
  )
}

function inWords(body: Body, field: keyof Body): string {
  if (field === 'price') return priceInWords(body.price)
  if (field === 'goals') return body.goals.map(({ text }) => text).join('; ')
  if (field === 'kind') return interventionKinds[body.kind]
  return String(body[field] ?? '–')
}
