import { useState } from 'react'
import { useSaveEntry } from '../catalogue/save-entry.page.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Table } from '../ui/Table.tsx'
import { addDays, parseDay } from '../values/day.ts'
import { keyOf } from '../values/key.ts'
import type { GroupRow, InterventionView } from './interventions-view.ts'
import { formText } from './intervention-form.text.ts'
import { groupsText } from './participants.text.ts'
import { shown } from './shown-count.page.tsx'

/** Groups and courses that start together: places, how many have begun, and who waits for one. */
export function GroupsPanel({ view }: { view: InterventionView }) {
  const [editing, setEditing] = useState<GroupRow | 'new' | null>(null)
  return (
    <div className="stack">
      <h2>{groupsText.caption}</h2>
      <p>{groupsText.waiting(view.summary.waiting.all)}</p>
      <Table
        caption={groupsText.caption}
        hideCaption
        rowHeader={groupsText.name}
        columns={[
          { id: 'start', label: groupsText.start, numeric: false },
          { id: 'end', label: groupsText.end, numeric: false },
          { id: 'places', label: groupsText.places },
          { id: 'started', label: groupsText.started },
          { id: 'left', label: groupsText.left },
          ...(view.mayEditGroups
            ? [{ id: 'edit', label: <span className="visually-hidden">{groupsText.edit}</span>, numeric: false }]
            : []),
        ]}
        rows={view.groups.map((group) => ({
          id: group.key,
          label: group.body.name,
          cells: [
            group.body.start,
            lastDayOf(group.body.end),
            shown(group.body.places),
            shown(group.started),
            group.left === 0 ? groupsText.full : shown(group.left),
            <Button
              key="edit"
              size="small"
              aria-label={groupsText.editOf(group.body.name)}
              onPress={() => setEditing(group)}
            >
              {groupsText.edit}
            </Button>,
          ],
        }))}
        empty={groupsText.empty}
      />
      {view.mayEditGroups && editing === null && (
        <div>
          <Button onPress={() => setEditing('new')}>{groupsText.add}</Button>
        </div>
      )}
      {editing && (
        <GroupForm
          key={editing === 'new' ? 'new' : editing.key}
          view={view}
          group={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}

/** People read the last day, the catalogue keeps the day after. */
const lastDayOf = (end: string): string => {
  const day = parseDay(end)
  return day ? addDays(day, -1) : end
}

type GroupFormProps = { view: InterventionView; group: GroupRow | null; onClose: () => void }

function GroupForm({ view, group, onClose }: GroupFormProps) {
  const [typed, setTyped] = useState({
    name: group?.body.name ?? '',
    start: group?.body.start ?? '',
    last: group ? lastDayOf(group.body.end) : '',
    places: String(group?.body.places ?? view.entry.body.places ?? ''),
  })
  const [isTried, setTried] = useState(false)
  const [start, last] = [parseDay(typed.start), parseDay(typed.last)]
  const errors = {
    name: typed.name.trim() ? null : formText.needed,
    start: start ? null : formText.notADay,
    last: !last ? formText.notADay : start && last < start ? groupsText.lastBeforeFirst : null,
    places: /^[1-9]\d{0,3}$/.test(typed.places.trim()) ? null : formText.notANumber,
  }
  const save = useSaveEntry('group', ['interventions', 'employers', 'catalogue'], onClose)
  const send = () => {
    setTried(true)
    if (Object.values(errors).some((error) => error !== null)) return
    save.mutate({
      key: group?.key ?? keyOf(`${view.entry.key} ${typed.name} ${typed.start}`),
      seen: group?.version ?? 0,
      body: {
        intervention: view.entry.key,
        name: typed.name.trim(),
        start: typed.start,
        end: addDays(last!, 1),
        places: Number(typed.places),
      },
      before: group?.body ?? null,
      said: groupsText.saved,
    })
  }
  const field = (name: keyof typeof typed, label: string, placeholder?: string) => (
    <TextField
      label={label}
      value={typed[name]}
      onChange={(value) => setTyped({ ...typed, [name]: value })}
      error={isTried ? errors[name] : null}
      {...(placeholder && { placeholder })}
    />
  )
  return (
    <form
      className="stack"
      aria-label={group ? groupsText.editOf(group.body.name) : groupsText.add}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className="interventions-form">
        {field('name', groupsText.name)}
        {field('start', groupsText.start, groupsText.day)}
        {field('last', groupsText.end, groupsText.day)}
        {field('places', groupsText.places)}
      </div>
      {save.error && <Notice kind="bad">{save.error.message}</Notice>}
      <div className="row">
        <Button type="submit" kind="primary" isDisabled={save.isPending}>
          {groupsText.save}
        </Button>
        <Button onPress={onClose}>{groupsText.cancel}</Button>
      </div>
    </form>
  )
}
