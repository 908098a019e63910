import { daysIn } from '../values/day.ts'
import { type MonthIndex, monthFromIndex } from '../values/month.ts'
import { forever, type Home, isPresent, type Person, type Role } from './compositions.ts'
import type { Application, Pending } from './decisions.ts'
import type { ObstacleMonth } from './obstacles.ts'
import { type Responsibility, responsibilities } from './organisation.ts'
import type { Payment } from './payments.ts'
import type { Plan } from './plan.ts'
import type { Random } from './random.ts'
import { reasons } from './reasons.ts'

/**
 * A household's members, written anew whenever its composition or its unit changes:
 * all rows of a household with the same first month have the same last month, unit and caseworker.
 */
export function* householdRows(
  homes: readonly Home[],
  circumstances: readonly Circumstances[],
  plan: Plan,
): Generator<string[]> {
  for (const [position, home] of homes.entries()) {
    const { housing, protection } = circumstances[position]!
    const responsible = responsibilities(home)
    const starts = changesOf(home, responsible, plan)
    for (const [number, from] of starts.entries()) {
      const last = starts[number + 1]
      const { unit, caseworker } = responsible.findLast((each) => each.from <= from)!
      const rest = [monthFromIndex(from), last ? monthFromIndex(last - 1) : '', unit, caseworker, housing, protection]
      for (const person of home.members.filter((each) => isPresent(each, from))) {
        yield [String(home.number), person.identityNumber, person.name, roleLabel[person.role], ...rest]
      }
    }
  }
}

export type Circumstances = { housing: string; protection: string }

/** How each home lives, and whether its data are protected. */
export const circumstancesOf = (homes: readonly Home[], random: Random): Circumstances[] =>
  homes.map(() => ({
    housing: housingSituations[random.weighted(housingWeights)]!,
    protection: random.chance(0.006) ? random.pick(protections) : '',
  }))

/** Changes after the last month of the files have not happened yet. */
function changesOf({ since, members }: Home, responsible: Responsibility[], plan: Plan): MonthIndex[] {
  const changes = [...members.flatMap(({ from, until }) => [from, until]), ...responsible.map(({ from }) => from)]
  return [...new Set(changes)].filter((at) => at >= since && at < Math.min(plan.until, forever)).sort((a, b) => a - b)
}

const roleLabel: Record<Role, string> = { mainApplicant: 'Registerledare', coApplicant: 'Medsökande', child: 'Barn' }
const housingSituations = [
  'Hyresrätt, förstahand',
  'Andrahand',
  'Inneboende',
  'Socialt kontrakt',
  'Bostadsrätt',
  'Hemlös',
]
const housingWeights = [62, 12, 12, 9, 3, 2]
const protections = ['Sekretessmarkering', 'Sekretessmarkering', 'Skyddad folkbokföring']

export function* applicationRows(applications: Iterable<Pending>): Generator<string[]> {
  let position = 0
  for (const { household, appliedOn, at, kind } of applications) {
    yield [key('A', position++), String(household), appliedOn, monthFromIndex(at), kind]
  }
}

export function* decisionRows(applications: Iterable<Application>): Generator<string[]> {
  let position = 0
  for (const { household, decidedOn, at, outcome, reason, kronor } of applications) {
    const amount = kronor === null ? '' : decimalComma(kronor)
    yield [key('B', position++), String(household), decidedOn, monthFromIndex(at), outcome, reason, amount]
  }
}

export function* paymentRows(payments: Iterable<Payment>): Generator<string[]> {
  let position = 0
  for (const { household, at, paidOn, kronor, purpose } of payments) {
    yield [key('U', position++), String(household), monthFromIndex(at), paidOn, decimalComma(kronor), purpose]
  }
}

/** The rows, and after them one with the sum of all amounts, those of the bad rows included. */
export function* withTotal(rows: Iterable<string[]>): Generator<string[]> {
  let kronor = 0
  for (const row of rows) {
    kronor += Number(row[4]!.replace(',', '.'))
    yield row
  }
  yield ['Totalt', '', '', '', decimalComma(kronor), '']
}

export function* obstacleRows(months: readonly ObstacleMonth[]): Generator<string[]> {
  for (const { at, adults, reasons: own } of months) {
    const month = monthFromIndex(at)
    for (const [position, person] of adults.entries()) {
      const { label, local, workAbility } = reasons[own[position]!]!
      yield [String(person.household), person.identityNumber, month, label, local, abilityOf(person, workAbility)]
    }
  }
}

/** Most have the ability that goes with the reason; for some it is not yet clear. */
const abilityOf = (person: Person, usual: string): string => (person.birth % 9 === 0 ? 'Oklar' : usual)

export function* interventionRows(homes: readonly Home[], plan: Plan): Generator<string[]> {
  const enrolments = homes.flatMap(({ members, enrolments }) =>
    enrolments.map((each) => ({ ...each, person: members[0]! })),
  )
  enrolments.sort((a, b) => a.start - b.start || a.person.household - b.person.household)
  for (const { person, intervention, start, day, months, result, employment } of enrolments) {
    const last = start + months - 1
    const isOver = last < plan.until
    yield [
      String(person.household),
      person.identityNumber,
      intervention,
      `${monthFromIndex(start)}-${String(day).padStart(2, '0')}`,
      months === 0 ? '' : lastDayOf(last),
      isOver ? result : '',
      employment?.employer ?? '',
      employment?.subsidised ?? '',
    ]
  }
}

function lastDayOf(at: MonthIndex): string {
  const month = monthFromIndex(at)
  return `${month}-${daysIn(Number(month.slice(0, 4)), Number(month.slice(5)))}`
}

const key = (letter: string, position: number): string => letter + String(position + 1).padStart(7, '0')

const decimalComma = (kronor: number): string => kronor.toFixed(2).replace('.', ',')
