import { obstacleOf } from '../parameters/code-lists/obstacles.ts'
import { ageOn, type Day, addDays } from '../values/day.ts'
import type { Gender, IdentityNumber } from '../values/identity-number.ts'
import { addMonths, type Month } from '../values/month.ts'
import type { Ore } from '../values/money.ts'
import { type DeliveredRow, fieldText } from './delivered-row.ts'
import type { Layout, LayoutField } from './layouts/monthly-layouts.ts'
import { wholeKronor } from './whole-kronor.ts'

/** Somebody in a household in the month. */
export type DeliveredMember = {
  personId: number
  role: 'mainApplicant' | 'coApplicant' | 'child'
  /** All numbers that the register knows the person by. */
  numbers: readonly IdentityNumber[]
  gender: Gender | null
  birthDate: Day | null
  /** National code; null when none is recorded for the month. */
  obstacle: string | null
  /** Took part in a municipal intervention some day of the month. */
  inIntervention: boolean
}

/** A household with a payment for the month. `ore` is net of recoveries. */
export type DeliveredHousehold = {
  id: number
  key: string
  isProtected: boolean
  ore: Ore
  members: readonly DeliveredMember[]
}

/** What stops a row: without it the household cannot be described in the layout. */
export const stops = [
  'no-applicant',
  'several-applicants',
  'several-co-applicants',
  'too-many-members',
  'several-numbers',
  'same-number-twice',
  'missing-value',
  'unknown-code',
  'does-not-fit',
] as const
/** What is sent all the same, and should be looked at. */
export const remarks = ['value-to-complete', 'member-without-number', 'grown-child', 'in-two-households'] as const
export type FindingKind = (typeof stops)[number] | (typeof remarks)[number]

export type Finding = { kind: FindingKind; household: DeliveredHousehold; field: string | null }

export type CheckedMonth = {
  /** In the order of the households' keys. */
  rows: { household: DeliveredHousehold; row: DeliveredRow }[]
  findings: Finding[]
  totals: ControlTotals
}

/** paid = sent + stopped + not assisted, to the öre. The sum of the file's amounts is `sent` in whole kronor. */
export type ControlTotals = {
  assisted: number
  sent: number
  stopped: number
  /** Households whose month ended at zero or below: recoveries. They had no assistance and are not sent. */
  notAssisted: number
  paidOre: Ore
  sentOre: Ore
  stoppedOre: Ore
  notAssistedOre: Ore
  fileKronor: number
  /** In the rows that are sent. */
  adults: number
  women: number
  men: number
  childrenUpTo15: number
  /** Of those sent. */
  protectedHouseholds: number
}

type Asked = { month: Month; municipality: string; layout: Layout }

/** Who is sent and how, who is not and why. A household is sent whole or not at all. */
export function checkMonth(households: readonly DeliveredHousehold[], asked: Asked): CheckedMonth {
  const ordered = households.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const assisted = ordered.filter(({ ore }) => ore > 0)
  const several = inSeveral(assisted)
  const judged = assisted.map((household) => {
    const row = describe(household, asked)
    return { household, row, findings: judge(household, row, asked, several) }
  })
  const sent = judged.filter(({ findings }) => !findings.some(isStop))
  const kronor = wholeKronor(sent.map(({ household }) => household.ore))
  const rows = sent.map(({ household, row }, at) => ({ household, row: { ...row, kronor: kronor[at]! } }))
  return { rows, findings: judged.flatMap(({ findings }) => findings), totals: totalsOf(ordered, rows, kronor) }
}

export const isStop = ({ kind }: Pick<Finding, 'kind'>): boolean => (stops as readonly FindingKind[]).includes(kind)

/** The last day of a month, on which ages are counted. */
const lastDay = (month: Month): Day => addDays(`${addMonths(month, 1)}-01` as Day, -1)

const inRole = ({ members }: DeliveredHousehold, role: DeliveredMember['role']) =>
  members.filter((member) => member.role === role)

/** The kronor come last, when it is known who is sent. */
function describe(household: DeliveredHousehold, { month, municipality }: Asked): DeliveredRow {
  const on = lastDay(month)
  const [applicant] = inRole(household, 'mainApplicant')
  const [coApplicant] = inRole(household, 'coApplicant')
  const children = inRole(household, 'child')
  const ages = children.map((child) => ageOf(child, on))
  const row: DeliveredRow = {
    ...{ year: month.slice(0, 4), month: month.slice(5), municipality },
    ...(ages.every((age) => age !== null) && { childrenUpTo15: ages.filter((age) => age <= 15).length }),
    kronor: Math.floor(household.ore / 100),
    ...(applicant && describeAdult(1, applicant, on)),
    ...(coApplicant && describeAdult(2, coApplicant, on)),
  }
  for (const [at, child] of children.entries()) {
    const number = numberOf(child)
    const value = otherNumbers[at]
    if (number && value) row[value] = number
  }
  return row
}

const otherNumbers = ['identity3', 'identity4', 'identity5', 'identity6', 'identity7', 'identity8'] as const

function describeAdult(n: 1 | 2, member: DeliveredMember, on: Day): DeliveredRow {
  const number = numberOf(member)
  const gender = number?.gender ?? member.gender
  const age = ageOf(member, on)
  const obstacle = member.obstacle !== null && member.obstacle !== 'unknown' ? member.obstacle : null
  return {
    ...(number && { [`identity${n}`]: number }),
    [`status${n}`]: String(n),
    ...(gender && { [`gender${n}`]: gender }),
    ...(age !== null && { [`age${n}`]: age }),
    ...(obstacle && { [`obstacle${n}`]: obstacle }),
    [`intervention${n}`]: member.inIntervention ? '1' : '0',
  }
}

/** The number that stands for the person now: a personnummer before a samordningsnummer before a reserve number. */
function numberOf({ numbers }: DeliveredMember): IdentityNumber | null {
  const best = kinds.map((kind) => numbers.filter((number) => number.kind === kind)).find(({ length }) => length > 0)
  return best?.length === 1 ? best[0]! : null
}
const kinds = ['personnummer', 'samordningsnummer', 'reservnummer'] as const

const ageOf = (member: DeliveredMember, on: Day): number | null => {
  const birth = member.birthDate ?? numberOf(member)?.birthDate ?? null
  return birth && birth <= on ? ageOn(birth, on) : null
}

/** Persons who are members of more than one household with assistance in the month. */
function inSeveral(households: readonly DeliveredHousehold[]): ReadonlySet<number> {
  const seen = new Set<number>()
  const several = new Set<number>()
  for (const { members } of households)
    for (const id of new Set(members.map(({ personId }) => personId))) (seen.has(id) ? several : seen).add(id)
  return several
}

function judge(
  household: DeliveredHousehold,
  row: DeliveredRow,
  { month, layout }: Asked,
  several: ReadonlySet<number>,
): Finding[] {
  const { members } = household
  const children = inRole(household, 'child')
  // All else that is missing follows from it.
  if (inRole(household, 'mainApplicant').length === 0) return [{ kind: 'no-applicant', household, field: null }]
  const found: (FindingKind | null)[] = [
    inRole(household, 'mainApplicant').length > 1 ? 'several-applicants' : null,
    inRole(household, 'coApplicant').length > 1 ? 'several-co-applicants' : null,
    children.length > layout.fields.filter(({ value }) => isOther(value)).length ? 'too-many-members' : null,
    members.some((member) => member.numbers.length > 0 && !numberOf(member)) ? 'several-numbers' : null,
    hasNumberTwice(members) ? 'same-number-twice' : null,
    children.some(({ numbers }) => numbers.length === 0) ? 'member-without-number' : null,
    children.some((child) => (ageOf(child, lastDay(month)) ?? 0) >= 18) ? 'grown-child' : null,
    members.some(({ personId }) => several.has(personId)) ? 'in-two-households' : null,
  ]
  const whole = found.flatMap((kind) => (kind ? { kind, household, field: null } : []))
  return [...whole, ...layout.fields.flatMap((field) => judgeField(household, row, field))]
}

const isOther = (value: string) => (otherNumbers as readonly string[]).includes(value)

function hasNumberTwice(members: readonly DeliveredMember[]): boolean {
  const numbers = members.flatMap((member) => numberOf(member)?.reveal() ?? [])
  return new Set(numbers).size < numbers.length
}

function judgeField(household: DeliveredHousehold, row: DeliveredRow, field: LayoutField): Finding[] {
  const finding = (kind: FindingKind): Finding[] => [{ kind, household, field: field.name }]
  const value = row[field.value]
  if (value === undefined) {
    // What is asked of a second adult is asked only where there is one.
    const isAsked = !field.value.endsWith('2') || row.status2 !== undefined
    if (field.missing === 'empty' || !isAsked) return []
    return finding(field.missing === 'stops' ? 'missing-value' : 'value-to-complete')
  }
  if (field.value.startsWith('obstacle') && obstacleOf(String(value)) === null) return finding('unknown-code')
  const written = fieldText(field, value)
  return 'fault' in written ? finding(written.fault) : []
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, each) => total + each, 0)

function totalsOf(
  households: readonly DeliveredHousehold[],
  rows: CheckedMonth['rows'],
  kronor: readonly number[],
): ControlTotals {
  const assisted = households.filter(({ ore }) => ore > 0)
  const sent = new Set(rows.map(({ household }) => household.id))
  const oreOf = (those: readonly DeliveredHousehold[]) => sum(those.map(({ ore }) => ore))
  const stopped = assisted.filter(({ id }) => !sent.has(id))
  const notAssisted = households.filter(({ ore }) => ore <= 0)
  const genders = rows.flatMap(({ row }) => [row.gender1, row.gender2])
  return {
    ...{ assisted: assisted.length, sent: rows.length, stopped: stopped.length, notAssisted: notAssisted.length },
    paidOre: oreOf(households),
    sentOre: oreOf(rows.map(({ household }) => household)),
    stoppedOre: oreOf(stopped),
    notAssistedOre: oreOf(notAssisted),
    fileKronor: sum(kronor),
    adults: rows.reduce((count, { row }) => count + 1 + (row.status2 === undefined ? 0 : 1), 0),
    women: genders.filter((gender) => gender === 'woman').length,
    men: genders.filter((gender) => gender === 'man').length,
    childrenUpTo15: sum(rows.map(({ row }) => Number(row.childrenUpTo15 ?? 0))),
    protectedHouseholds: rows.filter(({ household }) => household.isProtected).length,
  }
}
