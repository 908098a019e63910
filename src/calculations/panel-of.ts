import { month, type MonthIndex, monthIndex } from '../values/month.ts'
import type { Applications, Decisions, HouseholdMonths, Panel, PersonMonths } from './panel.ts'

/** A situation to test a calculation on, written so that it can be read. Months are `2018-01 2018-03..2018-05`. */
export type HouseholdSituation = {
  months: string
  /** Kronor a month; 8 000 unless told. */
  kronor?: number
  /** Kronor of single months, also zero and negative ones. */
  kronorIn?: Record<string, number>
  adults?: { gender?: 'woman' | 'man'; age?: number; obstacle?: string }[]
  /** Ages of the children. */
  children?: number[]
  unit?: string
  /** From a month on, another unit is responsible. */
  unitFrom?: Record<string, string>
}

type Event = { household: string; month: string }

export type Situation = {
  first: string
  last: string
  households: Record<string, HouseholdSituation>
  decisions?: (Event & { outcome: 'granted' | 'partiallyGranted' | 'rejected' })[]
  applications?: (Event & { kind: 'new' | 'returning' | 'continued' })[]
}

/** The panel of a situation: for tests and examples. Households keep their order; every person has one household. */
export function panelOf(situation: Situation): Panel {
  const named = Object.entries(situation.households)
  const units = distinct(named.flatMap(([, each]) => [each.unit ?? 'A', ...Object.values(each.unitFrom ?? {})]))
  const obstacles = distinct(
    named.flatMap(([, { adults }]) => (adults ?? []).flatMap(({ obstacle }) => obstacle ?? [])),
  )
  const rows = named.flatMap(([, each], household) => householdRows(each, household, units))
  const people = named.flatMap(([, each], household) => membersOf(each).map((member) => ({ ...member, household })))
  const personRows = people.flatMap((member, person) =>
    rows.flatMap((row, index) =>
      row.household === member.household ? [{ ...member, person, month: row.month, householdMonth: index }] : [],
    ),
  )
  const at = (text: string) => monthIndex(month(text))
  const events = <Item extends Event>(items: Item[] = []) =>
    items
      .map((item) => {
        const household = named.findIndex(([name]) => name === item.household)
        const described = describe(named[household]![1], units, at(item.month))
        return { ...item, household, month: at(item.month), described }
      })
      .sort((a, b) => a.household - b.household || a.month - b.month)
  return {
    firstMonth: at(situation.first),
    untilMonth: at(situation.last) + 1,
    householdIds: Float64Array.from(named, (_, index) => index + 1),
    personCount: people.length,
    units: units.map((code) => ({ code, name: `Enhet ${code}` })),
    obstacles: obstacles.map((code) => ({ code, label: code, group: code.split('_')[0]! })),
    householdMonths: householdColumns(rows),
    personMonths: personColumns(personRows, obstacles),
    decisions: decisionColumns(events(situation.decisions)),
    applications: applicationColumns(events(situation.applications)),
  }
}

const distinct = (values: string[]) => [...new Set(values)]

/** The months of a text such as `2018-01 2018-03..2018-05`, as indices. */
export function monthsIn(text: string): MonthIndex[] {
  const parts = text.split(' ').filter(Boolean)
  return parts.flatMap((part) => {
    const [from, last = from] = part.split('..').map((each) => monthIndex(month(each)))
    return Array.from({ length: last! - from! + 1 }, (_, offset) => from! + offset)
  })
}

type Described = ReturnType<typeof describe>

function describe(each: HouseholdSituation, units: string[], at: MonthIndex) {
  const adults = each.adults ?? [{}]
  const children = each.children?.length ?? 0
  const women = adults.filter(({ gender }) => gender === 'woman').length
  const men = adults.filter(({ gender }) => gender === 'man').length
  const changes = Object.entries(each.unitFrom ?? {}).filter(([from]) => monthIndex(month(from)) <= at)
  const unit = units.indexOf(changes.at(-1)?.[1] ?? each.unit ?? 'A')
  const alone = men ? 3 : women ? 5 : 9
  const type = adults.length > 1 ? 7 : alone
  const householdType = type === 9 || !children ? type : type + 1
  return { adults: adults.length, children, women, men, unit, age: adults[0]?.age ?? -1, householdType }
}

type HouseholdRow = Described & { household: number; month: MonthIndex; ore: number }

function householdRows(each: HouseholdSituation, household: number, units: string[]): HouseholdRow[] {
  const kronor = new Map(monthsIn(each.months).map((at) => [at, each.kronor ?? 8000]))
  for (const [text, amount] of Object.entries(each.kronorIn ?? {})) kronor.set(monthIndex(month(text)), amount)
  return [...kronor]
    .sort(([a], [b]) => a - b)
    .map(([at, amount]) => ({ ...describe(each, units, at), household, month: at, ore: amount * 100 }))
}

const membersOf = (each: HouseholdSituation) => [
  ...(each.adults ?? [{}]).map((adult, role) => ({ obstacle: '', age: -1, gender: 'unknown', ...adult, role })),
  ...(each.children ?? []).map((age) => ({ obstacle: '', age, gender: 'unknown', role: 2 })),
]

type PersonRow = ReturnType<typeof membersOf>[number] & { person: number; month: number; householdMonth: number }

const householdColumns = (rows: HouseholdRow[]): HouseholdMonths => ({
  length: rows.length,
  household: Int32Array.from(rows, (row) => row.household),
  month: Int32Array.from(rows, (row) => row.month),
  amountOre: Float64Array.from(rows, (row) => row.ore),
  children: Uint8Array.from(rows, (row) => row.children),
  adults: Uint8Array.from(rows, (row) => row.adults),
  womenAdults: Uint8Array.from(rows, (row) => row.women),
  menAdults: Uint8Array.from(rows, (row) => row.men),
  age: Int16Array.from(rows, (row) => row.age),
  householdType: Uint8Array.from(rows, (row) => row.householdType),
  unit: Int16Array.from(rows, (row) => row.unit),
})

const personColumns = (rows: PersonRow[], obstacles: string[]): PersonMonths => ({
  length: rows.length,
  person: Int32Array.from(rows, (row) => row.person),
  month: Int32Array.from(rows, (row) => row.month),
  householdMonth: Int32Array.from(rows, (row) => row.householdMonth),
  role: Uint8Array.from(rows, (row) => row.role),
  gender: Uint8Array.from(rows, (row) => ['unknown', 'woman', 'man'].indexOf(row.gender)),
  age: Int16Array.from(rows, (row) => row.age),
  obstacle: Int16Array.from(rows, (row) => obstacles.indexOf(row.obstacle)),
})

type EventRow = { household: number; month: number; described: Described }

const eventColumns = (rows: EventRow[]) => ({
  length: rows.length,
  household: Int32Array.from(rows, (row) => row.household),
  month: Int32Array.from(rows, (row) => row.month),
  womenAdults: Uint8Array.from(rows, ({ described }) => described.women),
  menAdults: Uint8Array.from(rows, ({ described }) => described.men),
  children: Uint8Array.from(rows, ({ described }) => described.children),
  age: Int16Array.from(rows, ({ described }) => described.age),
  householdType: Uint8Array.from(rows, ({ described }) => described.householdType),
  unit: Int16Array.from(rows, ({ described }) => described.unit),
})

const decisionColumns = (rows: (EventRow & { outcome: string })[]): Decisions => ({
  ...eventColumns(rows),
  outcome: Uint8Array.from(rows, (row) => ['granted', 'partiallyGranted', 'rejected'].indexOf(row.outcome)),
})

const applicationColumns = (rows: (EventRow & { kind: string })[]): Applications => ({
  ...eventColumns(rows),
  kind: Uint8Array.from(rows, (row) => ['new', 'returning', 'continued'].indexOf(row.kind)),
})
