import './household.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { get } from '../ui/api.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { type TabItem, Tabs } from '../ui/Tabs.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { formatKronor } from '../values/format.ts'
import { type Month, monthInWords } from '../values/month.ts'
import { ReferralsSection } from '../interventions/referrals.page.tsx'
import { ClosingSection } from '../planning/closing.page.tsx'
import { MappingSection } from '../planning/mapping.page.tsx'
import { PlanSection } from '../planning/plan.page.tsx'
import { JoinedWays } from '../pathway/joined-ways.page.tsx'
import { usePath } from '../pathway/record.page.tsx'
import type { PathView } from '../pathway/path-view.ts'
import { recordText } from '../pathway/pathway.text.ts'
import { statusTone } from '../register/household-columns.page.tsx'
import { householdTables } from '../register/household-tables.page.tsx'
import { Neighbours } from '../register/household-neighbours.page.tsx'
import type { HouseholdDetails, HouseholdMember } from '../register/household-view.ts'
import { householdText, statusText } from '../register/register.text.ts'
import { ControlLinks } from './control-links.page.tsx'
import { useFieldNames } from './field-names.page.tsx'
import { HistorySection } from './history.page.tsx'
import { NextStepStrip } from './next-step.page.tsx'
import { NotesSection } from './notes.page.tsx'
import { partAnchor } from './household.text.ts'
import { Part, PartLinks, useParts } from './parts.page.tsx'
import { pathLanes, pathSentence } from './path-lanes.page.tsx'
import { SharingSection } from './sharing.page.tsx'
import { StatusTags } from './status-tags.page.tsx'
import { HouseholdTimeline } from './timeline.page.tsx'
import { wayTable } from './way-table.page.tsx'
import { WhoSeesSection } from './who-sees.page.tsx'

/** One household on one page: who they are, what comes next, what has happened; then all that can be done, part by part. */
export function HouseholdPage() {
  const { id } = useParams({ strict: false })
  const household = useQuery({
    queryKey: ['household', id],
    queryFn: ({ signal }) => get<HouseholdDetails>(`/api/households/${encodeURIComponent(id ?? '')}`, {}, signal),
  })
  return (
    <Page
      title={household.data ? householdText.title(household.data.key) : householdText.page}
      actions={
        household.data && <Tag tone={statusTone[household.data.status]}>{statusText[household.data.status]}</Tag>
      }
      above={
        <nav className="household-ways" aria-label={householdText.ways}>
          <Link to="/hushall" search={true}>
            ‹ {householdText.back}
          </Link>
          <Neighbours id={Number(id)} />
        </nav>
      }
    >
      <Loaded query={household} what={householdText.household}>
        {(found) => <Household key={found.id} household={found} />}
      </Loaded>
    </Page>
  )
}

function Household({ household }: { household: HouseholdDetails }) {
  const path = usePath(household.id)
  return (
    <>
      {household.protected && (
        <Notice kind="warning" title={householdText.protectedTitle}>
          {householdText.protected}
        </Notice>
      )}
      <Facts household={household} />
      <ControlLinks household={household.id} />
      <Loaded query={path} what={recordText.path}>
        {(view) => <OnTheWay household={household} view={view} />}
      </Loaded>
    </>
  )
}

/** The next step and the timeline always in sight, and one part of the rest at a time. */
function OnTheWay({ household, view }: { household: HouseholdDetails; view: PathView }) {
  const names = useFieldNames(household.id)
  const parts = useParts()
  const { path } = view
  return (
    <>
      <JoinedWays view={view} />
      <NextStepStrip
        view={view}
        caseworker={household.caseworker}
        status={<StatusTags view={view} lastMonth={lastMonthOf(household)} parts={parts} />}
      />
      <Section title={householdText.timeline}>
        <HouseholdTimeline
          household={household}
          more={pathLanes(path, names)}
          sentence={pathSentence(path, names)}
          now={view.today.slice(0, 7) as Month}
        />
      </Section>
      <PartLinks parts={parts} counts={{ referrals: path.referrals.length, notes: path.notes.length }} />
      <div id={partAnchor.all} tabIndex={-1} className="household-parts">
        <Part parts={parts} id="mapping">
          <MappingSection view={view} />
        </Part>
        <Part parts={parts} id="plan">
          <PlanSection view={view} />
        </Part>
        <Part parts={parts} id="referrals">
          <ReferralsSection view={view} />
        </Part>
        <Part parts={parts} id="notes">
          <NotesSection view={view} />
        </Part>
        <Part parts={parts} id="sharing">
          <SharingSection view={view} />
          <WhoSeesSection view={view} />
        </Part>
        <Part parts={parts} id="closing">
          <ClosingSection view={view} onShowInterventions={() => parts.show('referrals')} />
        </Part>
        <Part parts={parts} id="tables">
          <Section title={householdText.tables}>
            <Tables household={household} way={wayTable(view, names)} />
          </Section>
        </Part>
        <Part parts={parts} id="history">
          <HistorySection view={view} names={names} />
        </Part>
      </div>
    </>
  )
}

/** The children stand first: what the household is granted is first of all theirs. */
function Facts({ household }: { household: HouseholdDetails }) {
  const now = household.members.filter(({ until }) => until === null)
  const { spells, months } = household
  const lastMonth = lastMonthOf(household)
  return (
    <section className="panel" aria-label={householdText.facts}>
      <dl className="household-facts">
        <Fact term={householdText.children} isWide>
          {peopleIn(now.filter(({ role }) => role === 'child')) || householdText.noChildren}
        </Fact>
        <Fact term={householdText.adults} isWide>
          {peopleIn(now.filter(({ role }) => role !== 'child'))}
        </Fact>
        <Fact term={householdText.unit}>{household.unit}</Fact>
        <Fact term={householdText.housing}>{household.housing}</Fact>
        <Fact term={householdText.spells}>
          {householdText.spellsSummary(spells.length, sum(spells.map((spell) => spell.months)))}
        </Fact>
        <Fact term={householdText.paidTotal}>{formatKronor(sum(months.map(({ amountOre }) => amountOre)))}</Fact>
        <Fact term={householdText.lastMonth}>{lastMonth && monthInWords(lastMonth)}</Fact>
      </dl>
    </section>
  )
}

const Fact = ({ term, children, isWide = false }: { term: string; children: string | null; isWide?: boolean }) => (
  <div className={isWide ? 'household-fact-wide' : undefined}>
    <dt>{term}</dt>
    <dd>{children ?? householdText.unknown}</dd>
  </div>
)

const peopleIn = (members: HouseholdMember[]): string =>
  members.map(({ name, age }) => `${name} (${householdText.years(age)})`).join(', ')

const lastMonthOf = ({ months }: HouseholdDetails): Month | null =>
  months.findLast(({ amountOre }) => amountOre > 0)?.month ?? null

function Tables({ household, way }: { household: HouseholdDetails; way: TabItem }) {
  const [{ flik }, change] = useUrlState()
  const tabs = [...householdTables(household), way]
  const selected = tabs.find(({ id }) => id === flik)?.id ?? 'months'
  return (
    <Tabs
      label={householdText.tables}
      tabs={tabs}
      selected={selected}
      onSelect={(id) => change({ flik: id === 'months' ? '' : id })}
    />
  )
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
