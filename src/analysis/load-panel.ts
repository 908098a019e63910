import type { Applications, Decisions, HouseholdMonths, Panel, PersonMonths } from '../calculations/panel.ts'
import type { Tx } from '../database/transaction.ts'
import { obstacleLabel, obstacleGroup } from '../parameters/code-lists/obstacles.ts'
import { indexFromNumber } from '../values/month.ts'
import { readColumns } from '../database/read-columns.ts'

/**
 * Reads a municipality's facts into a panel, as known at a moment (null: now).
 *
 * Runs as the reader role, which sees no names and no identity numbers.
 * The window reaches from the first to the last month with a payment.
 */
export async function loadPanel(tx: Tx, municipalityId: number, knownAt: Date | null): Promise<Panel> {
  const facts = await readFacts(tx, municipalityId, knownAt)
  const units = dictionary(facts.units.map(([unitId]) => unitId))
  const people = personColumns(facts)
  const householdIds = distinctIds([facts.payments, facts.decisions, facts.applications])
  const households = dictionary([...householdIds])
  const members = groupByHousehold(facts.members, households, readMember(people))
  const periods = groupByHousehold(facts.periods, households, readPeriod(units))
  const context = { households, members, periods, people, units }

  const { householdMonths, personMonths } = monthTables(
    facts.payments,
    context,
    obstacleFinder(facts.obstacles, people),
  )
  const months = householdMonths.month
  return {
    firstMonth: months.reduce((least, month) => Math.min(least, month), months[0] ?? 0),
    untilMonth: months.length ? months.reduce((greatest, month) => Math.max(greatest, month), 0) + 1 : 0,
    householdIds,
    personCount: people.count,
    units: facts.units.map(([, code, name]) => ({ code, name: name ?? code })),
    obstacles: facts.obstacleCodes.map(obstacleEntry),
    householdMonths,
    personMonths,
    decisions: decisionTable(facts.decisions, context),
    applications: applicationTable(facts.applications, context),
  }
}

/** Of household or person, of months as 201904, and of what the fact says. Sorted by the first two. */
type Columns = { ids: Float64Array; months: Float64Array; values: Float64Array }

type Facts = {
  payments: Columns
  members: [householdId: number, personId: number, role: string, from: number, until: number | null][]
  persons: [personId: number, birthDate: string | null, gender: string | null][]
  periods: [householdId: number, unitId: number | null, from: number, until: number | null][]
  obstacles: Columns
  obstacleCodes: [code: string, localCode: string][]
  decisions: Columns
  applications: Columns
  units: [unitId: number, code: string, name: string | null][]
}

async function readFacts(tx: Tx, municipalityId: number, knownAt: Date | null): Promise<Facts> {
  const tenant = `municipality_id = ${Math.trunc(municipalityId)}`
  const moment = knownAt && `'${knownAt.toISOString()}'::timestamptz`
  const known = moment
    ? `${tenant} and known_from <= ${moment} and known_until > ${moment}`
    : `${tenant} and known_until = 'infinity'`
  const read = <Row extends unknown[]>(sql: string) => readRows<Row>(tx, sql)
  const column = async (sql: string): Promise<Columns> => {
    const [ids, months, values] = await readColumns(tx, sql, 3)
    return { ids: ids!, months: months!, values: values! }
  }
  return {
    payments: sumsOfMonths(
      await column(`select household_id, concerned_month, amount_ore from payment where ${known} order by 1, 2`),
    ),
    members: await read(
      `select household_id, person_id, role, from_month, until_month from household_member where ${known} order by 1, 4, 2`,
    ),
    persons: await read(`select person_id, birth_date, gender from person_detail where ${known} order by 1`),
    periods: await read(
      `select household_id, unit_id, from_month, until_month from household_period where ${known} order by 1, 3`,
    ),
    obstacles: await column(
      `with entry as materialized (${obstacleEntries(known)})
       select person_id, month, position from obstacle join entry on entry.code = obstacle.code and entry.local_code = coalesce(obstacle.local_code, '')
       where ${known} order by 1, 2, source_key`,
    ),
    obstacleCodes: await read(`select code, local_code from (${obstacleEntries(known)}) entry order by position`),
    decisions: await column(
      `select household_id, coalesce(concerned_month, extract(year from decided_on)::integer * 100 + extract(month from decided_on)::integer),
              case outcome when 'rejected' then 2 when 'partiallyGranted' then 1 else 0 end
       from decision where ${known} order by 1, 2`,
    ),
    applications: await column(
      `select household_id, extract(year from applied_on)::integer * 100 + extract(month from applied_on)::integer,
              case kind when 'new' then 0 when 'returning' then 1 else 2 end
       from application where ${known} order by 1, 2`,
    ),
    units: await read(
      `select unit_id, code, (select name from unit_period p where p.municipality_id = unit.municipality_id and p.unit_id = unit.unit_id
                              and p.known_until = 'infinity' order by from_month desc nulls last limit 1)
       from unit where ${tenant} order by code`,
    ),
  }
}

/** One row for each household and month. Summed here: the database takes more than twice as long to group a million rows as to sort them. */
function sumsOfMonths({ ids, months, values }: Columns): Columns {
  let last = -1
  for (let row = 0; row < ids.length; row++) {
    if (last >= 0 && ids[last] === ids[row] && months[last] === months[row]) {
      values[last]! += values[row]!
      continue
    }
    last++
    ids[last] = ids[row]!
    months[last] = months[row]!
    values[last] = values[row]!
  }
  const kept = (column: Float64Array) => column.slice(0, last + 1)
  return { ids: kept(ids), months: kept(months), values: kept(values) }
}

/** National codes and the local sub-codes under them in the order they are first met: their positions in the panel. */
const obstacleEntries = (known: string): string =>
  `select code, local_code, row_number() over (order by first_met, code, local_code) - 1 as position
   from (select code, coalesce(local_code, '') as local_code, min(person_id * 1000000 + month) as first_met
         from obstacle where ${known} group by 1, 2) used`

async function readRows<Row extends unknown[]>(tx: Tx, text: string): Promise<Row[]> {
  const result = await tx.client.query<Row>({ text, rowMode: 'array' })
  return result.rows
}

/** Every household that has any of the facts, in order. */
function distinctIds(tables: Columns[]): Float64Array {
  const seen = new Set<number>()
  for (const { ids } of tables) for (let row = 0; row < ids.length; row++) seen.add(ids[row]!)
  return Float64Array.from(seen).sort()
}

type Person = { position: number; birthMonth: number | null; gender: number }
type People = { count: number; of: Map<number, Person> }
type Member = { person: Person; role: number; from: number; until: number }
type UnitPeriod = { unit: number; from: number; until: number }
type Context = {
  households: Map<number, number>
  members: Member[][]
  periods: UnitPeriod[][]
  people: People
  units: Map<number, number>
}

const roleCodes: Record<string, number> = { mainApplicant: 0, coApplicant: 1, child: 2 }
const genderCodes: Record<string, number> = { woman: 1, man: 2 }

const endless = 9999 * 12

/** From an id to its position, in the order given. */
const dictionary = (ids: number[]): Map<number, number> => new Map(ids.map((id, position) => [id, position]))

function personColumns(facts: Facts): People {
  const of = new Map<number, Person>()
  for (const [personId, birthDate, gender] of facts.persons) {
    const birthMonth = birthDate ? Number(birthDate.slice(0, 4)) * 12 + Number(birthDate.slice(5, 7)) - 1 : null
    of.set(personId, { position: of.size, birthMonth, gender: genderCodes[gender ?? ''] ?? 0 })
  }
  for (const [, personId] of facts.members) {
    if (!of.has(personId)) of.set(personId, { position: of.size, birthMonth: null, gender: 0 })
  }
  return { count: of.size, of }
}

/** Rows of households that have no payment, decision or application fall away: the panel has no use for them. */
function groupByHousehold<Row extends [number, ...unknown[]], Interval>(
  rows: Row[],
  households: Map<number, number>,
  read: (row: Row) => Interval,
): Interval[][] {
  const groups: Interval[][] = Array.from({ length: households.size }, () => [])
  for (const row of rows) {
    const household = households.get(row[0])
    if (household !== undefined) groups[household]!.push(read(row))
  }
  return groups
}

const readMember =
  (people: People) =>
  ([, personId, role, from, until]: Facts['members'][number]): Member => ({
    person: people.of.get(personId)!,
    role: roleCodes[role] ?? 2,
    from: indexFromNumber(from),
    until: until === null ? endless : indexFromNumber(until),
  })

const readPeriod =
  (units: Map<number, number>) =>
  ([, unitId, from, until]: Facts['periods'][number]): UnitPeriod => ({
    unit: unitId === null ? -1 : (units.get(unitId) ?? -1),
    from: indexFromNumber(from),
    until: until === null ? endless : indexFromNumber(until),
  })

const ageOf = ({ birthMonth }: Person, month: number): number =>
  birthMonth === null ? -1 : Math.max(0, Math.floor((month - birthMonth) / 12))

/** Under 18 by age; by role when the age is unknown. A child of the household that has turned 18 counts as neither adult applicant nor child. */
const isChild = (role: number, age: number): boolean => (age >= 0 ? age < 18 : role === 2)

/** What the tables tell of a household in a month. */
type CompositionColumns = Omit<Decisions, 'outcome' | 'length' | 'household' | 'month'>

/**
 * Writes the household as it was in a month, and gives its adults: applicant and co-applicant.
 * Straight into the columns: an object for each of a million rows takes longer than all the rest.
 */
function writeComposition(
  columns: CompositionColumns,
  row: number,
  { members, periods }: Context,
  household: number,
  month: number,
): number {
  let [children, adults, women, men, age] = [0, 0, 0, 0, -1]
  for (const { person, role, from, until } of members[household]!) {
    if (month < from || month >= until) continue
    const own = ageOf(person, month)
    if (isChild(role, own)) children += 1
    if (role === 2) continue
    adults += 1
    if (person.gender === 1) women += 1
    if (person.gender === 2) men += 1
    if (role === 0) age = own
  }
  columns.children[row] = children
  columns.womenAdults[row] = women
  columns.menAdults[row] = men
  columns.age[row] = age
  columns.householdType[row] = householdTypeOf(children > 0, adults, women, men)
  columns.unit[row] = unitAt(periods[household]!, month)
  return adults
}

/** Of several periods that hold the month the last. */
function unitAt(periods: readonly UnitPeriod[], month: number): number {
  for (let at = periods.length - 1; at >= 0; at--)
    if (month >= periods[at]!.from && month < periods[at]!.until) return periods[at]!.unit
  return -1
}

/** Socialstyrelsen's codes: 1 only children, 3/4 single man, 5/6 single woman, 7/8 couple (without/with children), 9 unknown. */
function householdTypeOf(hasChildren: boolean, adults: number, women: number, men: number): number {
  const withChildren = hasChildren ? 1 : 0
  if (adults === 0) return withChildren ? 1 : 9
  if (adults >= 2) return 7 + withChildren
  if (men === 1) return 3 + withChildren
  return women === 1 ? 5 + withChildren : 9
}

function householdMonthColumns(length: number): HouseholdMonths {
  return {
    length,
    household: new Int32Array(length),
    month: new Int32Array(length),
    amountOre: new Float64Array(length),
    children: new Uint8Array(length),
    adults: new Uint8Array(length),
    womenAdults: new Uint8Array(length),
    menAdults: new Uint8Array(length),
    age: new Int16Array(length),
    householdType: new Uint8Array(length),
    unit: new Int16Array(length),
  }
}

function monthTables(
  { ids, months, values }: Columns,
  context: Context,
  obstacleAt: ObstacleAt,
): { householdMonths: HouseholdMonths; personMonths: PersonMonths } {
  const { length } = ids
  const table = householdMonthColumns(length)
  let persons = personMonthColumns(length * 2)
  let count = 0
  for (let row = 0; row < length; row++) {
    const household = context.households.get(ids[row]!)!
    const month = indexFromNumber(months[row]!)
    table.household[row] = household
    table.month[row] = month
    table.amountOre[row] = values[row]!
    table.adults[row] = writeComposition(table, row, context, household, month)
    for (const member of context.members[household]!) {
      if (month < member.from || month >= member.until) continue
      const { person } = member
      if (count === persons.length) persons = enlarged(persons)
      persons.person[count] = person.position
      persons.month[count] = month
      persons.householdMonth[count] = row
      persons.role[count] = member.role
      persons.gender[count] = person.gender
      persons.age[count] = ageOf(person, month)
      persons.obstacle[count] = member.role === 2 ? -1 : obstacleAt(person.position, months[row]!)
      count++
    }
  }
  return { householdMonths: table, personMonths: inOrder(persons, count, context.people.count) }
}

const personMonthColumns = (length: number): PersonMonths => ({
  length,
  person: new Int32Array(length),
  month: new Int32Array(length),
  householdMonth: new Int32Array(length),
  role: new Uint8Array(length),
  gender: new Uint8Array(length),
  age: new Int16Array(length),
  obstacle: new Int16Array(length),
})

const personColumnNames = ['person', 'month', 'householdMonth', 'role', 'gender', 'age', 'obstacle'] as const

function enlarged(persons: PersonMonths): PersonMonths {
  const larger = personMonthColumns(persons.length * 2 + 16)
  for (const name of personColumnNames) larger[name].set(persons[name])
  return larger
}

/** Sorted by person and month, by counting: comparing millions of rows takes seconds. */
function inOrder(persons: PersonMonths, length: number, personCount: number): PersonMonths {
  const firstMonth = persons.month.subarray(0, length).reduce((least, month) => Math.min(least, month), endless)
  const byMonth = countingSort(
    Int32Array.from({ length }, (_, row) => row),
    (row) => persons.month[row]! - firstMonth,
    endless,
  )
  const rows = countingSort(byMonth, (row) => persons.person[row]!, personCount)
  const sorted = personMonthColumns(length)
  for (const name of personColumnNames)
    for (let place = 0; place < length; place++) sorted[name][place] = persons[name][rows[place]!]!
  return sorted
}

/** The rows in order of a key from 0 to below `keys`; rows with the same key keep their order. */
function countingSort(rows: Int32Array, keyOf: (row: number) => number, keys: number): Int32Array {
  const next = new Int32Array(keys + 1)
  for (let place = 0; place < rows.length; place++) next[keyOf(rows[place]!) + 1]!++
  for (let key = 0; key < keys; key++) next[key + 1]! += next[key]!
  const sorted = new Int32Array(rows.length)
  for (let place = 0; place < rows.length; place++) sorted[next[keyOf(rows[place]!)]!++] = rows[place]!
  return sorted
}

function decisionTable(columns: Columns, context: Context): Decisions {
  return { ...eventTable(columns, context), outcome: Uint8Array.from(columns.values) }
}

function applicationTable(columns: Columns, context: Context): Applications {
  return { ...eventTable(columns, context), kind: Uint8Array.from(columns.values) }
}

function eventTable({ ids, months }: Columns, context: Context): Omit<Decisions, 'outcome'> {
  const { length, household, month, children, womenAdults, menAdults, age, householdType, unit } =
    householdMonthColumns(ids.length)
  const table = { length, household, month, children, womenAdults, menAdults, age, householdType, unit }
  for (let row = 0; row < length; row++) {
    household[row] = context.households.get(ids[row]!)!
    month[row] = indexFromNumber(months[row]!)
    const [home, at] = [household[row]!, month[row]!]
    // An application is often made the month before the one it concerns, when a new household is not known yet.
    if (writeComposition(table, row, context, home, at) === 0) writeComposition(table, row, context, home, at + 1)
  }
  return table
}

const obstacleEntry = ([code, localCode]: Facts['obstacleCodes'][number]): Panel['obstacles'][number] => ({
  code: localCode ? `${code}/${localCode}` : code,
  label: localCode || obstacleLabel(code),
  group: obstacleGroup(code),
})

/** Position of the obstacle of a person's month (201904) in the dictionary; -1 when there is none. */
type ObstacleAt = (person: number, monthNumber: number) => number

/** When a month has several, the last one read wins. */
function obstacleFinder({ ids, months, values }: Columns, people: People): ObstacleAt {
  const start = new Int32Array(people.count + 1).fill(-1)
  const end = new Int32Array(people.count + 1)
  for (let row = 0; row < ids.length; row++) {
    const person = people.of.get(ids[row]!)?.position
    if (person === undefined) continue
    if (start[person]! < 0) start[person] = row
    end[person] = row + 1
  }
  return (person, monthNumber) => {
    for (let row = end[person]! - 1; row >= start[person]! && row >= 0; row--)
      if (months[row]! <= monthNumber) return months[row] === monthNumber ? values[row]! : -1
    return -1
  }
}
