import './interventions.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { interventionKinds } from '../parameters/code-lists/casework.ts'
import { get } from '../ui/api.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Page } from '../ui/Page.tsx'
import { type TabItem, Tabs } from '../ui/Tabs.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { GroupsPanel } from './groups.page.tsx'
import { InterventionForm } from './intervention-form.page.tsx'
import { OverviewPanel } from './intervention-overview.page.tsx'
import { statusOf, statusTones } from './intervention-status.page.tsx'
import type { InterventionView } from './interventions-view.ts'
import { formText } from './intervention-form.text.ts'
import { interventionText } from './intervention.text.ts'
import { interventionsText } from './interventions.text.ts'
import { ParticipantsPanel } from './participants.page.tsx'
import { TrackPanel } from './track.page.tsx'
import { VersionsPanel } from './versions.page.tsx'

/** One intervention: its figures, who waits and takes part, its groups, and what is decided about it. `ny` adds one. */
export function InterventionPage() {
  const { key } = useParams({ strict: false })
  return key === 'ny' ? <NewIntervention /> : <KnownIntervention interventionKey={key ?? ''} />
}

const back = (
  <Link to="/insatser" search={true}>
    ‹ {interventionsText.back}
  </Link>
)

const NewIntervention = () => (
  <Page title={formText.newTitle} above={back}>
    <div className="panel">
      <InterventionForm entry={null} />
    </div>
  </Page>
)

function KnownIntervention({ interventionKey: key }: { interventionKey: string }) {
  const [address] = useUrlState()
  const asked = { from: address['from'], to: address['to'] }
  const view = useQuery({
    queryKey: ['interventions', key, asked],
    queryFn: ({ signal }) => get<InterventionView>(`/api/interventions/${encodeURIComponent(key)}`, asked, signal),
    placeholderData: keepPreviousData,
  })
  const body = view.data?.entry.body
  const status = body && statusOf(body, view.data!.today)
  return (
    <Page
      title={body?.name ?? interventionsText.one}
      above={back}
      lead={
        body && `${interventionKinds[body.kind]} · ${[...new Set([body.provider, view.data!.unitName])].join(' · ')}`
      }
      actions={status && <Tag tone={statusTones[status]}>{interventionsText.statuses[status]}</Tag>}
    >
      <Loaded query={view} what={interventionsText.one}>
        {(found) => <Panels view={found} isBusy={view.isPlaceholderData} />}
      </Loaded>
    </Page>
  )
}

const { tabs: label } = interventionText

/** To a project nobody is referred, and it has no groups. */
const referralTabs = (view: InterventionView): TabItem[] => [
  { id: 'deltagare', label: label.participants, content: <ParticipantsPanel view={view} /> },
  ...(view.track ? [{ id: 'spar', label: label.track, content: <TrackPanel view={view} track={view.track} /> }] : []),
  { id: 'grupper', label: label.groups, content: <GroupsPanel view={view} /> },
]

function Panels({ view, isBusy }: { view: InterventionView; isBusy: boolean }) {
  const [address, change] = useUrlState()
  const tabs: TabItem[] = [
    { id: 'oversikt', label: label.overview, content: <OverviewPanel view={view} isBusy={isBusy} /> },
    ...(view.households ? [] : referralTabs(view)),
    ...(view.mayEdit
      ? [
          {
            id: 'redigera',
            label: label.edit,
            content: <InterventionForm key={view.entry.version} entry={view.entry} />,
          },
        ]
      : []),
    { id: 'versioner', label: label.versions, content: <VersionsPanel entry={view.entry} /> },
  ]
  const selected = tabs.find(({ id }) => id === address['flik'])?.id ?? 'oversikt'
  return (
    <div className="panel">
      <Tabs
        label={interventionText.tabsLabel}
        tabs={tabs}
        selected={selected}
        onSelect={(id) => change({ flik: id === 'oversikt' ? '' : id })}
      />
    </div>
  )
}
