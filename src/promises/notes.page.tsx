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
  if (list.notes.length === 0) return <Notice title={text.emptyTitle}>{text.empty}</Notice>
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
      {notes.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <ul className="promises-list">
          {notes.map((note) => (
            <li key={note.key}>
              <OneNote
                note={note}
                choices={choices}
                onEdit={list.mayEdit ? () => onChange({ anteckning: note.key }) : undefined}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

type NoteProps = { note: Note; choices: PromiseChoices; onEdit: (() => void) | undefined }

/** Beside each other where there is room, and under each other on a phone. */
const OneNote = ({ note: { body }, choices, onEdit }: NoteProps) => (
  <>
    <div className="promises-what">
      <strong>{body.title}</strong>
      <Tag>{text.kinds[body.kind]}</Tag>
      <span className="promises-note">
        {body.text} {text.source(body.source)}
      </span>
    </div>
    <div>
      <p>{whenText(body)}</p>
      {body.figures.length === 0 ? (
        <p className="promises-note">{text.everywhere}</p>
      ) : (
        <>
          <p className="promises-note">{text.shownAt}</p>
          <ul className="promises-figures promises-note">
            {body.figures.map((id) => (
              <li key={id}>{nameOf(choices, id)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
    {onEdit && (
      <div>
        <Button size="small" onPress={onEdit} aria-label={text.editOf(body.title)}>
          {text.edit}
        </Button>
      </div>
    )}
  </>
)

/** The last day is shown, not the first that it no longer holds. */
export const whenText = ({ on, until }: Note['body']): string =>
  until === null ? text.since(on) : text.span(on, addDays(until as Day, -1))

export const nameOf = (choices: PromiseChoices, id: string): string =>
  choices.drawn.find((each) => each.id === id)?.name ?? text.unknownFigure(id)
