import './promises.css'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { optionsOf, SearchField, Select } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import { Table, type TableRow } from '../ui/Table.tsx'
import { Tag } from '../ui/Tag.tsx'
import { type UrlState, useUrlState } from '../ui/url-state.ts'
import { addDays, type Day } from '../values/day.ts'
import { useChoices } from './figure-field.page.tsx'
import { NoteForm } from './note-form.page.tsx'
import { PlaceLinks } from './place-links.page.tsx'
import type { NoteList, PromiseChoices } from './promises-view.ts'
import { notesText as text } from './promises.text.ts'

export type Note = CatalogueEntry<'dated-note'>

/** Notes with a day: development areas, external factors, explanations (002-P10, 002-P11, 002-P14). */
export function NotesPage() {
  const [address, change] = useUrlState()
  const list = useQuery({
    queryKey: ['dated-notes'],
    queryFn: ({ signal }) => get<NoteList>('/api/dated-notes', {}, signal),
  })
  const choices = useChoices()
  const opened = address['anteckning']
  return (
    <Page
      title={text.title}
      lead={text.lead}
      actions={
        list.data?.mayEdit &&
        !opened && (
          <Button kind="primary" onPress={() => change({ anteckning: 'ny' })}>
            {text.add}
          </Button>
        )
      }
    >
      <PlaceLinks current="notes" />
      <Loaded query={list} what={text.what}>
        {(found) => (
          <Loaded query={choices} what={text.what}>
            {(chosen) => (
              <>
                {found.mayEdit && opened && (
                  <NoteForm
                    key={opened}
                    note={found.notes.find(({ key }) => key === opened) ?? null}
                    choices={chosen}
                    onDone={() => change({ anteckning: '' })}
                  />
                )}
                <Notes list={found} choices={chosen} address={address} onChange={change} />
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  )
}

type NotesProps = {
  list: NoteList
  choices: PromiseChoices
  address: UrlState
  onChange: (changes: UrlState) => void
}

function Notes({ list, choices, address, onChange }: NotesProps) {
  const search = useRef<HTMLInputElement>(null)
  useShortcut('/', () => search.current?.focus())
  if (list.notes.length === 0) return <Notice>{text.empty}</Notice>
  const words = (address['sok'] ?? '').toLowerCase().split(/\s+/)
  const notes = list.notes.filter(
    ({ body }) =>
      (!address['slag'] || body.kind === address['slag']) &&
      words.every((word) => `${body.title} ${body.text} ${body.source}`.toLowerCase().includes(word)),
  )
  return (
    <Section title={text.found(notes.length)}>
      <div className="promises-filters">
        <SearchField
          label={text.search}
          value={address['sok'] ?? ''}
          onChange={(sok) => onChange({ sok })}
          inputRef={search}
        />
        <Select
          label={text.kind}
          value={address['slag'] ?? ''}
          options={[{ value: '', label: text.all }, ...optionsOf(text.kinds)]}
          onChange={(slag) => onChange({ slag })}
        />
      </div>
      <p role="status" className="visually-hidden">
        {text.found(notes.length)}
      </p>
      <Table
        caption={text.title}
        hideCaption
        rowHeader={text.columns.note}
        columns={columns}
        rows={notes.map((note) =>
          rowOf(note, choices, list.mayEdit ? () => onChange({ anteckning: note.key }) : undefined),
        )}
        empty={text.none}
      />
    </Section>
  )
}

const columns = [
  { id: 'kind', label: text.columns.kind, numeric: false },
  { id: 'when', label: text.columns.when, numeric: false },
  { id: 'figures', label: text.columns.figures, numeric: false },
  { id: 'edit', label: '', numeric: false },
]

const rowOf = ({ key, body }: Note, choices: PromiseChoices, onEdit: (() => void) | undefined): TableRow => ({
  id: key,
  label: <strong>{body.title}</strong>,
  note: (
    <>
      {body.text} {text.source(body.source)}
    </>
  ),
  cells: [
    <Tag key="kind">{text.kinds[body.kind]}</Tag>,
    <span key="when" className="promises-day">
      {whenText(body)}
    </span>,
    body.figures.length === 0 ? text.everywhere : body.figures.map((id) => nameOf(choices, id)).join(', '),
    onEdit && (
      <Button key="edit" size="small" onPress={onEdit} aria-label={text.editOf(body.title)}>
        {text.edit}
      </Button>
    ),
  ],
})

/** The last day is shown, not the first that it no longer holds. */
export const whenText = ({ on, until }: Note['body']): string =>
  until === null ? text.since(on) : text.span(on, addDays(until as Day, -1))

export const nameOf = (choices: PromiseChoices, id: string): string =>
  choices.drawn.find((each) => each.id === id)?.name ?? text.unknownFigure(id)
