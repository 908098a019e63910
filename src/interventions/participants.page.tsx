import { useQuery } from '@tanstack/react-query'
import { outcomes } from '../parameters/code-lists/casework.ts'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Table, type TableRow } from '../ui/Table.tsx'
import { type Tone, Tag } from '../ui/Tag.tsx'
import { useUrlState } from '../ui/url-state.ts'
import type { InterventionView, Participant, ParticipantList } from './interventions-view.ts'
import { bucketText } from './intervention.text.ts'
import { participantsText } from './participants.text.ts'
import { PersonLink } from './person-link.page.tsx'

/** Who waits and who takes part, by name for those who may see the persons. */
export function ParticipantsPanel({ view }: { view: InterventionView }) {
  return view.maySeePersons ? <Participants view={view} /> : <Notice>{participantsText.noRight}</Notice>
}

function Participants({ view: { entry, groups } }: { view: InterventionView }) {
  const list = useQuery({
    queryKey: ['interventions', entry.key, 'participants'],
    queryFn: ({ signal }) =>
      get<ParticipantList>(`/api/interventions/${encodeURIComponent(entry.key)}/participants`, {}, signal),
  })
  const names = new Map(groups.map(({ key, body }) => [key, body.name]))
  return (
    <Loaded query={list} what={participantsText.what}>
      {({ participants }) => <Found participants={participants} groups={names} />}
    </Loaded>
  )
}

/** So many rows are read through; more are asked for. */
const mostRows = 50

function Found({ participants, groups }: { participants: Participant[]; groups: ReadonlyMap<string, string> }) {
  const [address, change] = useUrlState()
  const choices = choicesOf(participants)
  const chosen = choices.find(({ value }) => value === address['lage']) ?? choices.find(({ found }) => found.length > 0)
  const found = (chosen ?? choices[0]!).found
  const rows = address['antal'] === 'alla' ? found : found.slice(0, mostRows)
  return (
    <div className="stack">
      <div className="row">
        <Select
          label={participantsText.filter}
          value={chosen?.value ?? 'nu'}
          options={choices.map(({ value, label, found: { length: count } }) => ({ value, label, count }))}
          onChange={(lage) => change({ lage, antal: '' })}
        />
        <p role="status">{participantsText.found(found.length, rows.length)}</p>
      </div>
      <Table
        caption={participantsText.caption}
        hideCaption
        rowHeader={participantsText.person}
        columns={columns}
        rows={rows.map((each, at) => rowOf(each, at, groups))}
        empty={participantsText.empty}
      />
      {rows.length < found.length && (
        <div>
          <Button onPress={() => change({ antal: 'alla' })}>{participantsText.showAll(found.length)}</Button>
        </div>
      )}
      <p className="interventions-note">{participantsText.note}</p>
    </div>
  )
}

/** Those who wait or take part now, everybody, and each state by itself. */
function choicesOf(participants: readonly Participant[]) {
  const standing = (...buckets: string[]) => participants.filter(({ bucket }) => buckets.includes(bucket))
  return [
    { value: 'nu', label: participantsText.now, found: standing('waiting', 'ongoing') },
    { value: 'alla', label: participantsText.all, found: [...participants] },
    ...Object.entries(bucketText).map(([value, label]) => ({ value, label, found: standing(value) })),
  ]
}

const columns = [
  { id: 'state', label: participantsText.state, numeric: false },
  { id: 'gender', label: participantsText.genderColumn, numeric: false },
  { id: 'referred', label: participantsText.referredOn, numeric: false },
  { id: 'started', label: participantsText.startedOn, numeric: false },
  { id: 'ends', label: participantsText.ends, numeric: false },
  { id: 'outcome', label: participantsText.outcome, numeric: false },
]

const rowOf = (each: Participant, at: number, groups: ReadonlyMap<string, string>): TableRow => ({
  id: `${each.personId} ${each.referredOn} ${at}`,
  label: (
    <PersonLink householdId={each.householdId} personId={each.personId}>
      {each.name ?? participantsText.hiddenName}
    </PersonLink>
  ),
  ...(each.source === 'imported' && { note: participantsText.fromFile }),
  cells: [
    <>
      <Tag tone={tones[each.bucket]}>{bucketText[each.bucket]}</Tag>{' '}
      {each.hasOpenConcern && <Tag tone="warning">{participantsText.concern}</Tag>}
      {each.group && <span className="table-note">{groups.get(each.group) ?? each.group}</span>}
    </>,
    each.gender && participantsText.gender[each.gender],
    each.source === 'imported' ? '–' : each.referredOn,
    each.startedOn ?? '–',
    each.endedOn ?? (each.plannedEnd ? <Planned day={each.plannedEnd} /> : '–'),
    each.outcome ? outcomes[each.outcome].label : '–',
  ],
})

const Planned = ({ day }: { day: string }) => (
  <span className="interventions-definition">{participantsText.planned(day)}</span>
)

const tones: Record<Participant['bucket'], Tone> = {
  waiting: 'info',
  ongoing: 'good',
  returned: 'warning',
  withdrawn: 'neutral',
  'self-support': 'good',
  'moved-on': 'neutral',
  'no-result': 'neutral',
  unknown: 'neutral',
}
