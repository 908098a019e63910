import { differences } from '../pathway/conflict.page.tsx'
import { eventFields, type FieldNames } from '../pathway/event-fields.text.ts'
import type { EventOf } from '../pathway/event.ts'
import type { PathView } from '../pathway/path-view.ts'
import { Table } from '../ui/Table.tsx'
import { planningText } from './planning.text.ts'

type Version = EventOf<'mapping-saved'> | EventOf<'plan-saved'>

type ChangesProps = {
  view: PathView
  /** Whose, and what: `DUR, Anna Ek`. */
  about: string
  versions: readonly Version[]
  names?: FieldNames
}

const words = planningText.changes

/** What each version changed in the one before, the latest first; the first version in full. */
export const Changes = ({ view, about, versions, names = {} }: ChangesProps) => (
  <details className="planning-details">
    <summary>{planningText.versions(versions.length)}</summary>
    <div className="stack">
      {versions
        .map((version, at) => (
          <ChangesOf
            key={version.sequence}
            view={view}
            about={about}
            version={version}
            before={versions[at - 1]}
            names={names}
            at={at}
          />
        ))
        .reverse()}
    </div>
  </details>
)

type ChangesOfProps = {
  view: PathView
  about: string
  version: Version
  before: Version | undefined
  names: FieldNames
  at: number
}

function ChangesOf({ view, about, version, before, names, at }: ChangesOfProps) {
  const rows = differences(before ? eventFields(before, names) : [], eventFields(version, names))
  return (
    <Table
      caption={words.caption(about, at + 1, version.on, view.people[version.by ?? 0] ?? planningText.somebody)}
      rowHeader={words.what}
      columns={[
        { id: 'before', label: words.before, numeric: false },
        { id: 'after', label: words.after, numeric: false },
      ]}
      rows={rows.map(({ name, label, theirs, mine }) => ({
        id: name,
        label,
        cells: [theirs || words.absent, mine || words.absent],
      }))}
      empty={words.nothing}
    />
  )
}
