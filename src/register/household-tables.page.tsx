import { Table, type TableColumn, type TableRow } from '../ui/Table.tsx'
import type { TabItem } from '../ui/Tabs.tsx'
import { bandsOf } from '../ui/timeline-layout.ts'
import { addDays } from '../values/day.ts'
import { formatKronor, formatNumber } from '../values/format.ts'
import { addMonths, type Month, monthInWords } from '../values/month.ts'
import { periodInWords } from '../values/period.ts'
import type { HouseholdDetails, HouseholdMonth } from './household-view.ts'
import { people } from './people.page.tsx'
import {
  applicationKindText,
  genderText,
  householdText,
  memberRoleText,
  outcomeText,
  workAbilityText,
} from './register.text.ts'

const { columns: head, tabs: title, none } = householdText

/** Everything the timeline draws and the days behind it, a tab for each kind of fact. The latest stand first. */
export const householdTables = (household: HouseholdDetails): TabItem[] => [
  tab(
    'months',
    head.month,
    [money(head.amount), text(head.decision), text(head.application), text(head.obstacle)],
    months(household),
  ),
  tab('payments', head.paidOn, [text(head.concerns), text(head.purpose), money(head.amount)], payments(household)),
  tab(
    'decisions',
    head.decidedOn,
    [text(head.concerns), text(head.decision), text(head.reason), money(head.granted)],
    decisions(household),
  ),
  tab('applications', head.appliedOn, [text(head.concerns), text(head.kind)], applications(household)),
  tab(
    'obstacles',
    head.person,
    [text(head.period), text(head.obstacle), text(head.local), text(head.workAbility)],
    obstacles(household),
  ),
  tab(
    'interventions',
    head.intervention,
    [text(head.person), text(head.period), text(head.outcome)],
    interventions(household),
  ),
  tab(
    'members',
    head.name,
    [text(head.role), text(head.number), money(head.age), text(head.gender), text(head.period)],
    members(household),
  ),
  tab('spells', head.spell, [money(head.months)], spells(household)),
]

type Tab = keyof typeof title

const tab = (id: Tab, rowHeader: string, columns: TableColumn[], rows: TableRow[]): TabItem => ({
  id,
  label: `${title[id]} (${formatNumber(rows.length)})`,
  content: <Table caption={title[id]} hideCaption rowHeader={rowHeader} columns={columns} rows={rows} empty={none} />,
})

const text = (label: string): TableColumn => ({ id: label, label, numeric: false })
const money = (label: string): TableColumn => ({ id: label, label })

const row = (id: string, label: string, ...cells: (string | null)[]): TableRow => ({ id, label, cells })

const latestFirst = (household: HouseholdDetails): HouseholdMonth[] => household.months.toReversed()

const months = (household: HouseholdDetails) =>
  latestFirst(household).map(({ month, amountOre, payments: paid, decisions: made, applications: received }) =>
    row(
      month,
      monthInWords(month),
      paid.length ? formatKronor(amountOre) : '–',
      made.map(({ outcome }) => outcomeText[outcome]).join(', '),
      received.map(({ kind }) => kindOf(kind)).join(', '),
      obstaclesIn(household, month),
    ),
  )

const obstaclesIn = ({ obstacles: all }: HouseholdDetails, month: Month): string =>
  all
    .filter((each) => each.month === month)
    .map(({ label }) => label)
    .join('; ')

const payments = (household: HouseholdDetails) =>
  latestFirst(household).flatMap(({ month, payments: paid }) =>
    paid.map(({ paidOn, amountOre, purpose }, index) =>
      row(`${month} ${index}`, paidOn ?? householdText.unknown, monthInWords(month), purpose, formatKronor(amountOre)),
    ),
  )

const decisions = (household: HouseholdDetails) =>
  latestFirst(household).flatMap(({ month, decisions: made }) =>
    made.map(({ decidedOn, outcome, reason, amountOre }, index) => {
      const granted = amountOre === null ? null : formatKronor(amountOre)
      return row(`${month} ${index}`, decidedOn, monthInWords(month), outcomeText[outcome], reason, granted)
    }),
  )

const applications = (household: HouseholdDetails) =>
  latestFirst(household).flatMap(({ month, applications: received }) =>
    received.map(({ appliedOn, kind }, index) =>
      row(`${month} ${index}`, appliedOn, monthInWords(month), kindOf(kind)),
    ),
  )

const kindOf = (kind: keyof typeof applicationKindText | null) =>
  kind ? applicationKindText[kind] : householdText.unknown

/** Months in a row with the same obstacle, local code and work ability share a line. */
const obstacles = (household: HouseholdDetails) =>
  people(household.members).flatMap(({ id, name }) =>
    bandsOf(
      household.obstacles
        .filter(({ personId }) => personId === id)
        .map(({ month, label, localLabel, workAbility }) => ({
          month,
          label: [label, localLabel ?? '', workAbility ? workAbilityText[workAbility] : ''].join('\n'),
        })),
    )
      .toReversed()
      .map((band) => row(`${id} ${band.from}`, name, periodInWords(band), ...band.label.split('\n'))),
  )

const interventions = ({ interventions: all, members: inHousehold }: HouseholdDetails) =>
  all
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
    .map(({ personId, name, from, until, outcome }, index) => {
      const person = inHousehold.find(({ id }) => id === personId)?.name ?? null
      // People read the last day, the register keeps the day after.
      const period = `${from} – ${until ? addDays(until, -1) : householdText.ongoing}`
      return row(`${personId} ${index}`, name, person, period, outcome)
    })

const members = ({ members: inHousehold }: HouseholdDetails) =>
  inHousehold.map(({ id, name, role, maskedNumber, age, gender, from, until }) =>
    row(
      `${id} ${from}`,
      name,
      memberRoleText[role],
      maskedNumber,
      age === null ? null : formatNumber(age),
      gender && genderText[gender],
      monthsInWords(from, until),
    ),
  )

const spells = ({ spells: all }: HouseholdDetails) =>
  all.toReversed().map(({ start, end, months: count }) => row(start, monthsInWords(start, end), formatNumber(count)))

const monthsInWords = (from: Month, until: Month | null): string =>
  until
    ? `${monthInWords(from)} – ${monthInWords(addMonths(until, -1))}`
    : `${monthInWords(from)} – ${householdText.ongoing}`
