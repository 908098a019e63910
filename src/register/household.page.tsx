import './household.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { get } from '../ui/api.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { formatKronor } from '../values/format.ts'
import { monthInWords } from '../values/month.ts'
import { statusTone } from './household-columns.page.tsx'
import { householdTables } from './household-tables.page.tsx'
import { Neighbours } from './household-neighbours.page.tsx'
import { HouseholdTimeline } from './household-timeline.page.tsx'
import type { HouseholdDetails, HouseholdMember } from './household-view.ts'
import { householdText, statusText } from './register.text.ts'

/** One household: who they are, what happened month by month as a picture and as tables. */
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
        {(found) => <Household household={found} />}
      </Loaded>
    </Page>
  )
}

const Household = ({ household }: { household: HouseholdDetails }) => (
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
    <Section title={householdText.timeline}>
      <HouseholdTimeline household={household} />
    </Section>
    <Section title={householdText.tables}>
      <Tables household={household} />
    </Section>
  </>
)

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
      <Fact term={householdText.caseworker}>{household.caseworker}</Fact>
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

function Tables({ household }: { household: HouseholdDetails }) {
  const [{ flik }, change] = useUrlState()
  const tabs = householdTables(household)
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
