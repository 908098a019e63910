import type { Anchors } from '../register/anchors.ts'
import type { FactTableName } from '../register/fact-tables.ts'
import type { Fact } from '../register/merge-facts.ts'
import { IdentityNumber } from '../values/identity-number.ts'
import { type Month, monthToNumber } from '../values/month.ts'
import type { Value } from './kind.ts'
import { nationalRows } from './kinds/national-rows.ts'
import type { AcceptedRow } from './validate.ts'

type Cell = string | number | null

/** What one row of a file says, as facts of our tables. The first fact of a row is the one that the row is counted by. */
export type RowFacts = [table: FactTableName, fact: Fact][]

export type FactMaker = (row: AcceptedRow) => RowFacts

/** The keyed hash that stands for an identity number in keys. */
type IdentityKey = (number: IdentityNumber) => string

/** How rows of a kind become facts. Values come in the order of the kind's columns. */
export function factMaker(kind: string, anchors: Anchors, identityKey: IdentityKey): FactMaker {
  const maker = makers[kind]
  if (!maker) throw new Error(`No facts are made of ${kind}`)
  return (row) => maker(row, anchors, identityKey)
}

/** The tables that a kind's rows go to. With only one, a file of any size is streamed. */
export const tablesOf: Record<string, readonly FactTableName[]> = {
  organisation: ['unitPeriod'],
  households: ['householdMember', 'householdPeriod', 'personDetail'],
  applications: ['application'],
  decisions: ['decision'],
  payments: ['payment'],
  obstacles: ['obstacle'],
  interventions: ['participation'],
  ledger: ['ledgerAmount'],
  budget: ['budgetAmount'],
  volumes: ['volume'],
  staff: ['staffFigure'],
  'official-statistics': ['officialStatistic'],
  'national-monthly': ['payment', 'householdMember', 'personDetail'],
}

type Maker = (row: AcceptedRow, anchors: Anchors, identityKey: IdentityKey) => RowFacts

const makers: Record<string, Maker> = {
  organisation: ({ key, values }, anchors) => {
    const [unit, name, parent, from, until] = values
    return [['unitPeriod', open(key, [anchors.unit(text(unit)), text(name), cell(parent), month(from), month(until)])]]
  },
  households: householdFacts,
  applications: ({ key, values }, anchors) => {
    const [, household, appliedOn, concernedMonth, kind] = values
    const { id, scope } = anchors.household(text(household))
    return [
      ['application', { sourceKey: key, scope, values: [id, cell(appliedOn), month(concernedMonth), cell(kind)] }],
    ]
  },
  decisions: ({ key, values }, anchors) => {
    const [, household, decidedOn, concernedMonth, outcome, reason, amount] = values
    const { id, scope } = anchors.household(text(household))
    return [
      [
        'decision',
        {
          sourceKey: key,
          scope,
          values: [id, cell(decidedOn), month(concernedMonth), cell(outcome), cell(reason), cell(amount)],
        },
      ],
    ]
  },
  payments: ({ key, values }, anchors) => {
    const [, household, concernedMonth, paidOn, amount, purpose] = values
    const { id, scope } = anchors.household(text(household))
    return [
      [
        'payment',
        { sourceKey: key, scope, values: [id, month(concernedMonth), cell(paidOn), cell(amount), cell(purpose)] },
      ],
    ]
  },
  obstacles: ({ key, values }, anchors) => {
    const [household, number, inMonth, code, localCode, workAbility] = values
    const person = anchors.person(identity(number))
    const { id, scope } = household === null ? { id: null, scope: person.scope } : anchors.household(text(household))
    return [
      [
        'obstacle',
        {
          sourceKey: key,
          scope,
          values: [id, person.id, month(inMonth), cell(code), cell(localCode), cell(workAbility)],
        },
      ],
    ]
  },
  interventions: ({ key, values }, anchors) => {
    const [household, number, intervention, from, until, outcome, employerKind, subsidised] = values
    const person = anchors.person(identity(number))
    const { id, scope } = household === null ? { id: null, scope: person.scope } : anchors.household(text(household))
    return [
      [
        'participation',
        {
          sourceKey: key,
          scope,
          values: [
            id,
            person.id,
            text(intervention),
            cell(from),
            cell(until),
            cell(outcome),
            cell(employerKind),
            cell(subsidised),
          ],
        },
      ],
    ]
  },
  ledger: ({ key, values: [account, name, inMonth, amount] }) => [
    ['ledgerAmount', open(key, [text(account), cell(name), month(inMonth), '', cell(amount)])],
  ],
  budget: ({ key, values: [statement, account, label, inMonth, amount] }) => [
    ['budgetAmount', open(key, [cell(statement), cell(account), text(label), month(inMonth), cell(amount)])],
  ],
  volumes: ({ row, key, values: [label, kind, from, until, version, value] }) => [
    ['volume', open(key, [text(label), cell(kind), month(from), month(until), cell(version), cell(value), row])],
  ],
  staff: ({ row, key, values: [label, from, until, group, numerator, denominator, unitOfCount] }) => [
    [
      'staffFigure',
      open(key, [
        text(label),
        cell(from),
        cell(until),
        cell(group),
        cell(numerator),
        cell(denominator),
        cell(unitOfCount),
        row,
      ]),
    ],
  ],
  'official-statistics': ({ key, values: [region, figure, group, inMonth, value, missing] }) => [
    [
      'officialStatistic',
      open(key, [text(region), text(figure), cell(group), month(inMonth), cell(value), cell(missing)]),
    ],
  ],
  'national-monthly': (row, anchors, identityKey) => {
    const { members, payment } = nationalRows(row.values, identityKey)
    const paid = makers.payments!({ ...row, values: payment }, anchors, identityKey)
    return [
      ...paid,
      ...members.flatMap((values) =>
        householdFacts({ ...row, key: memberKey(values, identityKey), values }, anchors, identityKey),
      ),
    ]
  },
}

const memberKey = (values: Value[], identityKey: IdentityKey): string =>
  `~${text(values[0])}|${identityKey(identity(values[1]))}|${text(values[4])}`

/** Unit, caseworker and housing are the household's: they are taken from the main applicant's rows. */
function householdFacts({ key, values }: AcceptedRow, anchors: Anchors, identityKey: IdentityKey): RowFacts {
  const [household, number, name, role, from, until, gender, unit, caseworker, housing, protection] = values
  const { id, scope } = anchors.household(text(household))
  const personNumber = identity(number)
  const person = anchors.person(personNumber)
  const facts: RowFacts = [
    ['householdMember', { sourceKey: key, scope, values: [id, person.id, cell(role), month(from), month(until)] }],
    [
      'personDetail',
      {
        sourceKey: identityKey(personNumber),
        scope: person.scope || scope,
        values: [person.id, cell(name), personNumber.birthDate, cell(gender) ?? personNumber.gender, cell(protection)],
      },
    ],
  ]
  const says = [unit, caseworker, housing].some((value) => value !== null && value !== undefined)
  if (role !== 'mainApplicant' || !says) return facts
  const unitId = unit ? anchors.unit(text(unit)) : null
  const caseworkerId = caseworker ? anchors.caseworker(text(caseworker)) : null
  facts.push([
    'householdPeriod',
    { sourceKey: key, scope, values: [id, month(from), month(until), unitId, caseworkerId, cell(housing)] },
  ])
  return facts
}

const open = (sourceKey: string, values: Cell[]): Fact => ({ sourceKey, scope: 0, values })

/** A value that a required column has given. */
function text(value: Value | undefined): string {
  if (typeof value !== 'string') throw new Error('A row without a required value was accepted')
  return value
}

function identity(value: Value | undefined): IdentityNumber {
  if (!(value instanceof IdentityNumber)) throw new Error('A row without its identity number was accepted')
  return value
}

function cell(value: Value | undefined): Cell {
  if (value instanceof IdentityNumber) throw new Error('An identity number was about to be stored as it is')
  return value ?? null
}

const month = (value: Value | undefined): number | null =>
  typeof value === 'string' ? monthToNumber(value as Month) : null
