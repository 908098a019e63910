import { IdentityNumber } from '../../values/identity-number.ts'
import { addMonths, type Month } from '../../values/month.ts'
import { type Kind, positionOf, type Value } from '../kind.ts'
import { householdOf } from './household-column.ts'
import { households } from './households.ts'
import { adultAt } from './national-monthly.ts'
import { payments } from './payments.ts'

/** Rows in the order of the columns of `households` and `payments`. */
export type NationalRows = { members: Value[][]; payment: Value[] }

/**
 * What one accepted row of the national monthly file says: who the household was that month, and what it was paid.
 *
 * The file has no household number, so the household is called after its applicant, by `identityKey`:
 * a keyed hash, never the number itself. Members beyond the two adults are taken as children.
 */
export function nationalRows(values: readonly Value[], identityKey: (number: IdentityNumber) => string): NationalRows {
  const [month, , , , amount] = values
  const applicant = values[adultAt[1]]
  if (!(applicant instanceof IdentityNumber)) throw new Error('A row without its applicant was accepted')
  const household = householdOf(applicant, identityKey)
  const period = { household, from: String(month), until: addMonths(String(month) as Month, 1) }
  return {
    members: membersOf(values).map((member) => rowOf(households, { ...period, ...member })),
    payment: rowOf(payments, { household, concernedMonth: String(month), amount: amount ?? null }),
  }
}

function membersOf(values: readonly Value[]): Record<string, Value>[] {
  return values.flatMap((identityNumber, at) => {
    if (!(identityNumber instanceof IdentityNumber)) return []
    if (at === adultAt[1]) return [{ identityNumber, role: 'mainApplicant', gender: values[at + 4] ?? null }]
    if (at === adultAt[2]) return [{ identityNumber, role: 'coApplicant', gender: values[at + 4] ?? null }]
    return [{ identityNumber, role: 'child' }]
  })
}

function rowOf(kind: Kind, facts: Record<string, Value>): Value[] {
  const row: Value[] = kind.columns.map(() => null)
  for (const [column, value] of Object.entries(facts)) row[positionOf(kind, column)] = value
  return row
}
