import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { outcomes } from '../parameters/code-lists/casework.ts'
import { get } from '../ui/api.ts'
import { Select } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Table, type TableRow } from '../ui/Table.tsx'
import { type Tone, Tag } from '../ui/Tag.tsx'
import { useUrlState } from '../ui/url-state.ts'
import type { InterventionView, Participant, ParticipantList } from './interventions-view.ts'
import { bucketText, participantsText } from './interventions.text.ts'

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
  const [address, change] = useUrlState()
  const names = new Map(groups.map(({ key, body }) => [key, body.name]))
  return (
    <Loaded query={list} what={participantsText.what}>
      {({ participants }) => {
        const rows = participants.filter(({ bucket }) => !address['lage'] || bucket === address['lage'])
        return (
          <div className="stack">
            <div className="row">
              <Select
                label={participantsText.filter}
                value={address['lage'] ?? ''}
                options={[
                  { value: '', label: participantsText.all, count: participants.length },
                  ...Object.entries(bucketText).map(([value, label]) => ({
                    value,
                    label,
                    count: participants.filter(({ bucket }) => bucket === value).length,
                  })),
                ]}
                onChange={(lage) => change({ lage })}
              />
              <p role="status">{participantsText.found(rows.length)}</p>
            </div>
            <Table
              caption={participantsText.caption}
              hideCaption
              rowHeader={participantsText.person}
              columns={columns}
              rows={rows.map((each, at) => rowOf(each, at, names))}
              empty={participantsText.empty}
            />
            <p className="interventions-note">{participantsText.note}</p>
          </div>
        )
      }}
    </Loaded>
  )
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
    <Link to="/hushall/$id" params={{ id: String(each.householdId) }}>
      {each.name ?? participantsText.hiddenName}
    </Link>
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
