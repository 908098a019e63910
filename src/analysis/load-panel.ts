import type { Applications, Decisions, HouseholdMonths, Panel, PersonMonths } from '../calculations/panel.ts'
import type { Tx } from '../database/transaction.ts'
import { obstacleLabel, obstacleGroup } from '../parameters/code-lists/obstacles.ts'
import { indexFromNumber } from '../values/month.ts'

/**
 * Reads a municipality's facts into a panel, as known at a moment (null: now).
 *
 * Runs as the reader role, which sees no names and no identity numbers.
 * The window reaches from the first to the last month with a payment.
 */
export async function loadPanel(tx: Tx, municipalityId: number, knownAt: Date | null): Promise<Panel> {
  const facts = await readFacts(tx, municipalityId, knownAt)
  const units = dictionary(facts.units.map(([unitId]) => unitId))
  const obstacles = obstacleDictionary(facts.obstacles)
  const people = personColumns(facts)
  const householdIds = Float64Array.from(
    new Set([...facts.payments, ...facts.decisions, ...facts.applications].map((row) => row[0])),
  )
  householdIds.sort()
  const households = dictionary([...householdIds])
  const members = groupByHousehold(facts.members, households, readMember)
  const periods = groupByHousehold(facts.periods, households, readPeriod(units))
  const context = { households, members, periods, people, units }

  const { householdMonths, personMonths } = monthTables(facts, context, obstacles.codeOf)
  const months = householdMonths.month
  return {
    firstMonth: months.reduce((least, month) => Math.min(least, month), months[0] ?? 0),
    untilMonth: months.length ? months.reduce((greatest, month) => Math.max(greatest, month), 0) + 1 : 0,
    householdIds,
    personCount: people.count,
    units: facts.units.map(([, code, name]) => ({ code, name: name ?? code })),
    obstacles: obstacles.entries,
    householdMonths,
    personMonths,
    decisions: decisionTable(facts.decisions, context),
    applications: applicationTable(facts.applications, context),
  }
}

type Facts = {
  payments: [householdId: number, month: number, ore: number][]
  members: [householdId: number, personId: number, role: string, from: number, until: number | null][]
  persons: [personId: number, birthDate: string | null, gender: string | null][]
  periods: [householdId: number, unitId: number | null, from: number, until: number | null][]
  obstacles: [personId: number, month: number, code: string, localCode: string | null][]
  decisions: [householdId: number, month: number, outcome: string][]
  applications: [householdId: number, month: number, kind: string | null][]
  units: [unitId: number, code: string, name: string | null][]
}

async function readFacts(tx: Tx, municipalityId: number, knownAt: Date | null): Promise<Facts> {
  const known = knownAt
    ? 'municipality_id = $1 and known_from <= $2 and known_until > $2'
    : `municipality_id = $1 and known_until = 'infinity'`
  const parameters = knownAt ? [municipalityId, knownAt] : [municipalityId]
  const read = <Row extends unknown[]>(sql: string) => readRows<Row>(tx, sql, parameters)
  return {
    payments: await read(
      `select household_id, concerned_month, sum(amount_ore)::bigint from payment where ${known} group by 1, 2 order by 1, 2`,
    ),
    members: await read(
      `select household_id, person_id, role, from_month, until_month from household_member where ${known} order by 1, 4, 2`,
    ),
    persons: await read(`select person_id, birth_date, gender from person_detail where ${known} order by 1`),
    periods: await read(
      `select household_id, unit_id, from_month, until_month from household_period where ${known} order by 1, 3`,
    ),
    obstacles: await read(`select person_id, month, code, local_code from obstacle where ${known} order by 1, 2`),
    decisions: await read(
      `select household_id, coalesce(concerned_month, extract(year from decided_on)::integer * 100 + extract(month from decided_on)::integer), outcome
       from decision where ${known} order by 1, 2`,
    ),
    applications: await read(
      `select household_id, extract(year from applied_on)::integer * 100 + extract(month from applied_on)::integer, kind
       from application where ${known} order by 1, 2`,
    ),
    units: await readRows(
      tx,
      `select unit_id, code, (select name from unit_period p where p.municipality_id = unit.municipality_id and p.unit_id = unit.unit_id
                              and p.known_until = 'infinity' order by from_month desc nulls last limit 1)
       from unit where municipality_id = $1 order by code`,
      [municipalityId],
    ),
  }
}

/** Rows as arrays: an object for each of a million rows costs more than the rest of the reading. */
async function readRows<Row extends unknown[]>(tx: Tx, text: string, values: unknown[]): Promise<Row[]> {
  const result = await tx.client.query<Row>({ text, values, rowMode: 'array' })
  return result.rows
}

type Person = { position: number; birthMonth: number | null; gender: number }
type People = { count: number; of: Map<number, Person> }
type Member = { personId: number; role: number; from: number; until: number }
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
const outcomeCodes: Record<string, number> = { granted: 0, partiallyGranted: 1, rejected: 2 }
const applicationCodes: Record<string, number> = { new: 0, returning: 1, continued: 2 }

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

const readMember = ([, personId, role, from, until]: Facts['members'][number]): Member => ({
  personId,
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

const ageOf = (person: Person | undefined, month: number): number =>
  person === undefined || person.birthMonth === null ? -1 : Math.max(0, Math.floor((month - person.birthMonth) / 12))

/** Under 18 by age; by role when the age is unknown. A child of the household that has turned 18 counts as neither adult applicant nor child. */
const isChild = (member: Member, age: number): boolean => (age >= 0 ? age < 18 : member.role === 2)

type Composition = {
  children: number
  adults: number
  womenAdults: number
  menAdults: number
  age: number
  householdType: number
  unit: number
}

/** The household as it was in a month. Adults are applicant and co-applicant. */
function compositionOf(context: Context, household: number, month: number): Composition {
  const { members, periods, people } = context
  const found = { children: 0, adults: 0, womenAdults: 0, menAdults: 0, age: -1 }
  for (const member of members[household]!) {
    if (month < member.from || month >= member.until) continue
    const person = people.of.get(member.personId)
    const age = ageOf(person, month)
    if (isChild(member, age)) found.children += 1
    if (member.role === 2) continue
    found.adults += 1
    if (person?.gender === 1) found.womenAdults += 1
    if (person?.gender === 2) found.menAdults += 1
    if (member.role === 0) found.age = age
  }
  const unit = periods[household]!.findLast((period) => month >= period.from && month < period.until)?.unit ?? -1
  return { ...found, householdType: householdTypeOf(found), unit }
}

/** Socialstyrelsen's codes: 1 only children, 3/4 single man, 5/6 single woman, 7/8 couple (without/with children), 9 unknown. */
function householdTypeOf(found: Pick<Composition, 'children' | 'adults' | 'womenAdults' | 'menAdults'>): number {
  const withChildren = found.children > 0 ? 1 : 0
  if (found.adults === 0) return withChildren ? 1 : 9
  if (found.adults >= 2) return 7 + withChildren
  if (found.menAdults === 1) return 3 + withChildren
  return found.womenAdults === 1 ? 5 + withChildren : 9
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

function writeComposition(
  columns: Omit<Decisions, 'outcome' | 'length' | 'household' | 'month'>,
  row: number,
  found: Composition,
): void {
  columns.children[row] = found.children
  columns.womenAdults[row] = found.womenAdults
  columns.menAdults[row] = found.menAdults
  columns.age[row] = found.age
  columns.householdType[row] = found.householdType
  columns.unit[row] = found.unit
}

function monthTables(
  facts: Facts,
  context: Context,
  obstacleAt: ObstacleAt,
): { householdMonths: HouseholdMonths; personMonths: PersonMonths } {
  const length = facts.payments.length
  const table = householdMonthColumns(length)
  const persons: {
    person: number
    month: number
    row: number
    role: number
    gender: number
    age: number
    obstacle: number
  }[] = []
  for (let row = 0; row < length; row++) {
    const [householdId, monthNumber, ore] = facts.payments[row]!
    const household = context.households.get(householdId)!
    const month = indexFromNumber(monthNumber)
    const found = compositionOf(context, household, month)
    table.household[row] = household
    table.month[row] = month
    table.amountOre[row] = ore
    table.adults[row] = found.adults
    writeComposition(table, row, found)
    for (const member of context.members[household]!) {
      if (month < member.from || month >= member.until) continue
      const person = context.people.of.get(member.personId)!
      const obstacle = member.role === 2 ? -1 : obstacleAt(member.personId, monthNumber)
      persons.push({
        person: person.position,
        month,
        row,
        role: member.role,
        gender: person.gender,
        age: ageOf(person, month),
        obstacle,
      })
    }
  }
  persons.sort((a, b) => a.person - b.person || a.month - b.month)
  return { householdMonths: table, personMonths: personMonthTable(persons) }
}

function personMonthTable(
  rows: { person: number; month: number; row: number; role: number; gender: number; age: number; obstacle: number }[],
): PersonMonths {
  return {
    length: rows.length,
    person: Int32Array.from(rows, (each) => each.person),
    month: Int32Array.from(rows, (each) => each.month),
    householdMonth: Int32Array.from(rows, (each) => each.row),
    role: Uint8Array.from(rows, (each) => each.role),
    gender: Uint8Array.from(rows, (each) => each.gender),
    age: Int16Array.from(rows, (each) => each.age),
    obstacle: Int16Array.from(rows, (each) => each.obstacle),
  }
}

function decisionTable(rows: Facts['decisions'], context: Context): Decisions {
  const table = eventTable(rows, context)
  return { ...table, outcome: Uint8Array.from(rows, ([, , outcome]) => outcomeCodes[outcome] ?? 0) }
}

function applicationTable(rows: Facts['applications'], context: Context): Applications {
  const table = eventTable(rows, context)
  return { ...table, kind: Uint8Array.from(rows, ([, , kind]) => applicationCodes[kind ?? 'continued'] ?? 2) }
}

function eventTable(rows: [number, number, ...unknown[]][], context: Context): Omit<Decisions, 'outcome'> {
  const { length, household, month, children, womenAdults, menAdults, age, householdType, unit } =
    householdMonthColumns(rows.length)
  const table = { length, household, month, children, womenAdults, menAdults, age, householdType, unit }
  rows.forEach(([householdId, monthNumber], row) => {
    table.household[row] = context.households.get(householdId)!
    table.month[row] = indexFromNumber(monthNumber)
    writeComposition(table, row, compositionOf(context, table.household[row], table.month[row]))
  })
  return table
}

type ObstacleAt = (personId: number, monthNumber: number) => number

/** National codes first met, and local sub-codes under them. When a month has several, the last one read wins. */
function obstacleDictionary(rows: Facts['obstacles']): { entries: Panel['obstacles']; codeOf: ObstacleAt } {
  const positions = new Map<string, number>()
  const entries: Panel['obstacles'] = []
  const at = new Map<number, number>()
  for (const [personId, month, code, localCode] of rows) {
    const key = localCode ? `${code}/${localCode}` : code
    let position = positions.get(key)
    if (position === undefined) {
      position = entries.length
      positions.set(key, position)
      entries.push({ code: key, label: localCode ?? obstacleLabel(code), group: obstacleGroup(code) })
    }
    at.set(personId * 1_000_000 + month, position)
  }
  return { entries, codeOf: (personId, month) => at.get(personId * 1_000_000 + month) ?? -1 }
}
