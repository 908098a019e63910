import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { PathView } from './path-view.ts'
import { projectText as text } from './project.text.ts'
import { isOffered, useRecord } from './record.page.tsx'

/**
 * The project that the household is in, and the way in and out of it: on the household's page, and in reception, where
 * the rules ask for it. Nothing where the municipality has no project and the household was in none.
 */
export function ProjectPart({ view }: { view: PathView }) {
  const catalogue = useQuery({
    queryKey: ['catalogue', 'intervention'],
    queryFn: ({ signal }) =>
      get<{ entries: CatalogueEntry<'intervention'>[] }>('/api/catalogue/intervention', {}, signal),
  })
  const projects = (catalogue.data?.entries ?? []).filter(({ body }) => body.kind === 'project')
  const running = projects.filter(({ body: { from, until } }) => from <= view.today && (!until || view.today < until))
  const nameOf = (key: string) => projects.find((each) => each.key === key)?.body.name ?? key
  const stay = view.path.projects.find(({ leftOn }) => leftOn === null)
  const past = view.path.projects.flatMap(({ id, project, on, leftOn }) =>
    leftOn ? [{ id, words: text.past(nameOf(project), on, leftOn) }] : [],
  )
  const place = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone: whoever uses the keyboard stays where the answer is.
  const onDone = () => place.current?.focus()
  const mayJoin = running.length > 0 && isOffered(view, 'project-joined')
  if (!stay && !mayJoin && past.length === 0) return null
  return (
    <div className="stack" ref={place} tabIndex={-1}>
      <h3>{text.title}</h3>
      {past.map(({ id, words }) => (
        <p key={id} className="muted">
          {words}
        </p>
      ))}
      {stay && <Leave view={view} stay={stay} name={nameOf(stay.project)} onDone={onDone} />}
      {!stay && mayJoin && <Join view={view} projects={running} onDone={onDone} />}
    </div>
  )
}

type LeaveProps = { view: PathView; stay: PathView['path']['projects'][number]; name: string; onDone: () => void }

function Leave({ view, stay, name, onDone }: LeaveProps) {
  const record = useRecord(view)
  const leave = () =>
    record.mutate(
      {
        events: [{ kind: 'project-left', personId: null, concerns: stay.id, on: view.today, body: {} }],
        done: text.left,
      },
      { onSuccess: onDone },
    )
  return (
    <>
      <p>{text.in(name, stay.on)}</p>
      {record.error && <Notice kind="bad">{record.error.message}</Notice>}
      {isOffered(view, 'project-left', { concerns: stay.id }) && (
        <div>
          <Button size="small" isDisabled={record.isPending} onPress={leave}>
            {text.leave}
          </Button>
        </div>
      )}
    </>
  )
}

type JoinProps = { view: PathView; projects: CatalogueEntry<'intervention'>[]; onDone: () => void }

function Join({ view, projects, onDone }: JoinProps) {
  const record = useRecord(view)
  const [key, setKey] = useState('')
  const chosen = projects.find((each) => each.key === key) ?? projects[0]!
  const join = () =>
    record.mutate(
      {
        events: [
          { kind: 'project-joined', personId: null, concerns: null, on: view.today, body: { project: chosen.key } },
        ],
        done: text.joined(chosen.body.name),
      },
      { onSuccess: onDone },
    )
  return (
    <>
      {record.error && <Notice kind="bad">{record.error.message}</Notice>}
      <div className="row">
        <Select
          label={text.project}
          value={chosen.key}
          onChange={setKey}
          options={projects.map((each) => ({ value: each.key, label: each.body.name }))}
        />
        <Button isDisabled={record.isPending} onPress={join}>
          {text.join}
        </Button>
      </div>
    </>
  )
}
