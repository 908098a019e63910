import './target-groups.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { FigureTableSection } from '../analysis/figure-tables.page.tsx'
import { get } from '../ui/api.ts'
import { Select } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Tag } from '../ui/Tag.tsx'
import { type UrlState, useUrlState } from '../ui/url-state.ts'
import { formatThousands } from '../values/format.ts'
import { FreezeSection } from './freeze.page.tsx'
import { groupText as text } from './group.text.ts'
import { MembersSection } from './members.page.tsx'
import { ProjectSection } from './project.page.tsx'
import type { GroupView } from './target-groups-view.ts'

/** One group: who is in it, how it came to be, what has become of them, and its project. */
export function GroupPage() {
  const { key = '' } = useParams({ strict: false })
  const [address, change] = useUrlState()
  const asked = { ...address, sok: undefined, flik: undefined }
  const query = useQuery({
    queryKey: ['target-groups', 'group', key, asked],
    queryFn: ({ signal }) => get<GroupView>(`/api/target-groups/${encodeURIComponent(key)}`, asked, signal),
    placeholderData: keepPreviousData,
  })
  const body = query.data?.entry.body
  return (
    <Page
      title={body?.name ?? text.what}
      above={<Link to="/malgrupper">‹ {text.back}</Link>}
      lead={body?.purpose}
      actions={body && <Tags body={body} />}
    >
      <Loaded query={query} what={text.what}>
        {(view) => (
          <div className="page" aria-busy={query.isPlaceholderData}>
            <History view={view} />
            {view.plan && (
              <FreezeSection
                key={view.entry.version}
                {...{ view, plan: view.plan, address, isBusy: query.isPlaceholderData, onChange: change }}
              />
            )}
            <Follow view={view} onChange={change} />
            <ProjectSection view={view} address={address} onChange={change} />
            <MembersSection view={view} address={address} onChange={change} />
          </div>
        )}
      </Loaded>
    </Page>
  )
}

const Tags = ({ body }: { body: GroupView['entry']['body'] }) => (
  <>
    <Tag tone="info">{body.frozen[0] ? text.kindFrozen(body.frozen[0].on) : text.kindRule}</Tag>
    {body.exclusive && <Tag>{text.exclusive}</Tag>}
    {body.restricted && <Tag tone="warning">{text.restricted}</Tag>}
  </>
)

/** How many are in it, each time that somebody came, and which other groups they are in. */
const History = ({ view: { sentence, entry, overlaps } }: { view: GroupView }) => (
  <Section title={text.history}>
    <p className="groups-sentence">{sentence}</p>
    <ul className="groups-history">
      {entry.body.frozen.map(({ on, added, elsewhere, base }, step) => (
        <li key={step}>{text.historyRow(on, added, base.households, `${formatThousands(base.ore)} tkr`, elsewhere)}</li>
      ))}
      {overlaps.map(({ name, households }) => (
        <li key={name}>{text.overlap(name, households)}</li>
      ))}
    </ul>
  </Section>
)

/** The tables of those who came at one time, with what the costliest do without any action. */
function Follow({ view, onChange }: { view: GroupView; onChange: (changes: UrlState) => void }) {
  const { steps, followed, tables, warning, joinedSince } = view
  if (followed === null) return null
  return (
    <>
      <Section title={text.followTitle}>
        {steps.length > 1 && (
          <div className="groups-filters">
            <Select
              label={text.follow}
              value={String(followed)}
              options={steps.map(({ step, on, households }) => ({
                value: String(step),
                label: text.step(on, households),
              }))}
              onChange={(step) => onChange({ step })}
            />
          </div>
        )}
        {warning && (
          <Notice kind="warning" title={text.warningTitle}>
            {warning}
          </Notice>
        )}
        {joinedSince > 0 && <p className="groups-note">{text.joinedSince(joinedSince)}</p>}
        {tables.length <= 1 && <Notice>{text.notYet}</Notice>}
      </Section>
      {tables.map((table) => (
        <FigureTableSection key={table.id} table={table} />
      ))}
    </>
  )
}
