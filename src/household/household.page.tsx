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
import { usePath } from '../pathway/record.page.tsx'
import type { PathView } from '../pathway/path-view.ts'
import { recordText } from '../pathway/pathway.text.ts'
import { statusTone } from '../register/household-columns.page.tsx'
import { householdTables } from '../register/household-tables.page.tsx'
import { Neighbours } from '../register/household-neighbours.page.tsx'
import type { HouseholdDetails, HouseholdMember } from '../register/household-view.ts'
import { householdText, statusText } from '../register/register.text.ts'
import { useFieldNames } from './field-names.page.tsx'
import { HistorySection } from './history.page.tsx'
import { NextStepStrip } from './next-step.page.tsx'
import { NotesSection } from './notes.page.tsx'
import { Part, PartLinks } from './parts.page.tsx'
import { pathLanes, pathSentence } from './path-lanes.page.tsx'
import { SharingSection } from './sharing.page.tsx'
import { HouseholdTimeline } from './timeline.page.tsx'
import { wayTable } from './way-table.page.tsx'
import { WhoSeesSection } from './who-sees.page.tsx'

/** One household on one page: who they are, what comes next, what has happened, and all that can be done. */
export function HouseholdPage() {
  const { id } = useParams({ strict: false })
  const household = useQuery({
    queryKey: ['household', id],
    queryFn: ({ signal }) => get<HouseholdDetails>(`/api/households/${encodeURIComponent(id ?? '')}`, {}, signal),
  })
  return (
    <Page
      title={household.data ? householdText.title(household.data.key) : householdText.page}
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
      <Section
        title={householdText.facts}
        aside={<Tag tone={statusTone[household.status]}>{statusText[household.status]}</Tag>}
      >
        <Facts household={household} />
      </Section>
      <Loaded query={path} what={recordText.path}>
        {(view) => <OnTheWay household={household} view={view} />}
      </Loaded>
    </>
  )
}

/** What the way adds: the next step always in sight, then each part under its own heading. */
function OnTheWay({ household, view }: { household: HouseholdDetails; view: PathView }) {
  const names = useFieldNames(household.id)
  return (
    <>
      <NextStepStrip view={view} caseworker={household.caseworker} />
      <div className="household-columns">
        <PartLinks />
        <div className="household-parts">
          <Part id="timeline">
            <Section title={householdText.timeline}>
              <HouseholdTimeline
                household={household}
                more={pathLanes(view.path, names)}
                sentence={pathSentence(view.path, names)}
                now={view.today.slice(0, 7) as Month}
              />
            </Section>
          </Part>
          <Part id="mapping">
            <MappingSection view={view} />
          </Part>
          <Part id="plan">
            <PlanSection view={view} />
          </Part>
          <Part id="referrals">
            <ReferralsSection view={view} />
          </Part>
          <Part id="notes">
            <NotesSection view={view} />
          </Part>
          <Part id="sharing">
            <SharingSection view={view} />
          </Part>
          <Part id="whoSees">
            <WhoSeesSection view={view} />
          </Part>
          <Part id="closing">
            <ClosingSection view={view} />
          </Part>
          <Part id="tables">
            <Section title={householdText.tables}>
              <Tables household={household} way={wayTable(view, names)} />
            </Section>
          </Part>
          <Part id="history">
            <HistorySection view={view} names={names} />
          </Part>
        </div>
      </div>
    </>
  )
}

/** The children stand first: what the household is granted is first of all theirs. */
function Facts({ household }: { household: HouseholdDetails }) {
  const now = household.members.filter(({ until }) => until === null)
  const { spells, months } = household
  return (
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
      <Fact term={householdText.lastMonth}>{lastMonthOf(household)}</Fact>
    </dl>
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

function lastMonthOf({ months }: HouseholdDetails): string | null {
  const last = months.findLast(({ amountOre }) => amountOre > 0)
  return last ? monthInWords(last.month) : null
}

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
