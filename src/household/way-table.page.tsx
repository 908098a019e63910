import { eventLine, type FieldNames } from '../pathway/event-fields.text.ts'
import type { PathView } from '../pathway/path-view.ts'
import { eventText } from '../pathway/pathway.text.ts'
import { Table } from '../ui/Table.tsx'
import type { TabItem } from '../ui/Tabs.tsx'
import { wayTableText as text } from './household.text.ts'
import { personName } from './sharing.page.tsx'

/** What the timeline draws of the way, as a table: the latest day first. */
export const wayTable = (view: PathView, names: FieldNames): TabItem => ({
  id: 'way',
  label: text.tab(view.path.events.length),
  content: (
    <Table
      caption={text.caption}
      hideCaption
      rowHeader={text.day}
      columns={[text.what, text.person, text.detail].map((label) => ({ id: label, label, numeric: false }))}
      rows={view.path.events
        .toSorted((a, b) => (a.on === b.on ? b.sequence - a.sequence : a.on < b.on ? 1 : -1))
        .map((event) => ({
          id: String(event.sequence),
          label: event.on,
          cells: [
            eventText[event.kind],
            event.personId === null ? text.household : personName(view, event.personId),
            eventLine(event, names),
          ],
        }))}
    />
  ),
})
