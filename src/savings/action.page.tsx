import './savings.css'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { Session } from '../access/sign-in.page.tsx'
import { FigureTableSection } from '../analysis/figure-tables.page.tsx'
import { changesColumn, VersionsSection } from '../catalogue/versions.page.tsx'
import { ApiRefusal, get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { formatKronor } from '../values/format.ts'
import type { Month } from '../values/month.ts'
import { periodInWords } from '../values/period.ts'
import { Table } from '../ui/Table.tsx'
import { ComparisonSections } from './comparison.page.tsx'
import { askAgain, Computing } from './computing.page.tsx'
import { ActionForm } from './action-form.page.tsx'
import { formText, versionsText } from './form.text.ts'
import { PositionSection, ProgressFigure } from './progress.page.tsx'
import { verdictTones } from './savings.page.tsx'
import type { ActionView } from './savings-view.ts'
import { actionText as text, savingsText } from './savings.text.ts'

/** One action: what was promised, what came, compared with what, and what it cost. `ny` opens one. */
export function ActionPage() {
  const { key } = useParams({ strict: false })
  return key === 'ny' ? <NewAction /> : <KnownAction actionKey={key ?? ''} />
}

const back = <Link to="/atgarder">‹ {savingsText.back}</Link>

const NewAction = () => (
  <Page title={formText.newTitle} lead={formText.newLead} above={back}>
    <ActionForm entry={null} onDone={() => undefined} />
  </Page>
)

function KnownAction({ actionKey }: { actionKey: string }) {
  const [address, change] = useUrlState()
  const asked = { year: address['ar'] }
  const view = useQuery({
    queryKey: ['savings', 'action', actionKey, asked],
    queryFn: ({ signal }) => get<ActionView>(`/api/savings/actions/${encodeURIComponent(actionKey)}`, asked, signal),
    placeholderData: keepPreviousData,
    refetchInterval: askAgain,
  })
  const isEditing = address['flik'] === 'andra' && view.data?.mayEdit
  const found = view.data
  const isMissing = view.error instanceof ApiRefusal && view.error.status === 404
  return (
    <Page
      title={found?.entry.body.name ?? (isMissing ? text.missingTitle : text.title)}
      above={back}
      lead={found && `${found.entry.body.owner} · ${periodOf(found)}`}
      actions={
        found && (
          <>
            <Tag tone={verdictTones[found.summary.verdict]}>{savingsText.verdictTag[found.summary.verdict]}</Tag>
            {found.mayEdit && (
              <Button onPress={() => change({ flik: isEditing ? '' : 'andra' })}>
                {isEditing ? formText.cancel : formText.edit}
              </Button>
            )}
          </>
        )
      }
    >
      <Loaded query={view} what={text.what}>
        {(shown) =>
          isEditing ? (
            <ActionForm key={shown.entry.version} entry={shown.entry} onDone={() => change({ flik: '' })} />
          ) : (
            <Sections view={shown} onYear={(ar) => change({ ar })} />
          )
        }
      </Loaded>
    </Page>
  )
}

function periodOf({ entry: { body } }: ActionView): string {
  const from = body.start as Month
  return body.until ? periodInWords({ from, until: body.until as Month }) : text.ongoing(from)
}

function Sections({ view, onYear }: { view: ActionView; onYear: (year: string) => void }) {
  return (
    <>
      <Computing isComputing={view.isComputing} />
      <PositionSection view={view} />
      {view.findings.length > 0 && <Findings findings={view.findings} />}
      <ProgressFigure view={view} />
      <FigureTableSection table={view.assumption} />
      {view.comparison && <ComparisonSections comparison={view.comparison} onYear={onYear} />}
      <FigureTableSection table={view.participants} />
      {view.isPhysician && <p className="savings-note">{text.physician}</p>}
      {view.overlap && <FigureTableSection table={view.overlap} />}
      <OwnCosts view={view} />
      <About view={view} />
      <VersionsSection
        title={versionsText.title}
        kind="savings-action"
        entry={view.entry}
        columns={[changesColumn<'savings-action'>(versionsText.fields)]}
      />
    </>
  )
}

const Findings = ({ findings }: Pick<ActionView, 'findings'>) => (
  <Notice kind="warning" title={text.findingsTitle}>
    <ul className="savings-findings">
      {findings.map((finding) => (
        <li key={finding.text}>{finding.text}</li>
      ))}
    </ul>
  </Notice>
)

const OwnCosts = ({
  view: {
    entry: { body },
  },
}: {
  view: ActionView
}) => (
  <Section title={text.ownCosts}>
    {body.ownCosts.length === 0 ? (
      <p>{text.noOwnCosts}</p>
    ) : (
      <Table
        caption={text.ownCosts}
        hideCaption
        rowHeader={text.cost}
        columns={[
          { id: 'period', label: text.costPeriod, numeric: false },
          { id: 'ore', label: text.costTotal },
          { id: 'source', label: text.source, numeric: false },
        ]}
        rows={body.ownCosts.map(({ label, ore, from, until, source }, at) => ({
          ...{ id: String(at), label },
          cells: [periodInWords({ from: from as Month, until: until as Month }), formatKronor(ore), source],
        }))}
      />
    )}
  </Section>
)

/** A link for those who work with target groups. */
function GroupLink({ group: { key, name } }: { group: NonNullable<ActionView['group']> }) {
  const session = useQueryClient().getQueryData<Session>(['session'])
  if (!session?.user.canSee.includes('target-groups')) return name
  return (
    <Link to="/malgrupper/$key" params={{ key }}>
      {name}
    </Link>
  )
}

/** What was written when it was opened. What nobody wrote is not shown. */
function About({
  view: {
    entry: { body },
    group,
  },
}: {
  view: ActionView
}) {
  const { from, until } = body.baseline
  const baseline = { from: from as Month, until: until as Month }
  const facts = [
    [text.goal, body.goal],
    [text.target, body.targetGroup],
    [text.background, body.background],
    [text.baseline, periodInWords(baseline)],
    [text.reached, body.intervention ?? (group ? <GroupLink key={group.key} group={group} /> : text.all)],
  ].filter(([, value]) => value)
  return (
    <Section title={text.about}>
      <dl className="savings-facts">
        {facts.map(([term, value]) => (
          <div key={String(term)}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
