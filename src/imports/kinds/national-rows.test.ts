import { expect, test } from 'vitest'
import type { Day } from '../../values/day.ts'
import type { IdentityNumber } from '../../values/identity-number.ts'
import { suggestMapping, targetsFrom } from '../mapping.ts'
import { createValidator } from '../validate.ts'
import { nationalMonthly } from './national-monthly.ts'
import { nationalRows } from './national-rows.ts'

const identityKey = (number: IdentityNumber) => `hash-${number.birthDate}`
const woman = '198502089884'
const man = '198502069993'

function validate(...lines: string[]) {
  const columns = nationalMonthly.fixedHeader ?? []
  const targets = targetsFrom(suggestMapping(nationalMonthly, columns, []))
  const options = { today: '2026-11-22' as Day, municipality: { code: '0483', name: null }, identityKey }
  return createValidator(nationalMonthly, { columns, targets }, options).validate(
    lines.map((line) => line.split('\t')),
    1,
  )
}

const couple = `2019\t04\t0483\t\t2\t8200\t${woman}\t1\t0\t1\t2\t34\t${man}\t2\t0\t0\t1\t34`

test('gives the household, its adults and its payment for the month', () => {
  const { accepted, rejected } = validate(couple)
  expect(rejected).toEqual([])
  const { members, payment } = nationalRows(accepted[0]?.values ?? [], identityKey)
  const household = 'national-hash-1985-02-08'
  expect(payment).toEqual([null, household, '2019-04', null, 820000, null])
  expect(members.map(([of, , name, role, from, until, gender]) => [of, name, role, from, until, gender])).toEqual([
    [household, null, 'mainApplicant', '2019-04', '2019-05', 'woman'],
    [household, null, 'coApplicant', '2019-04', '2019-05', 'man'],
  ])
})

test('accepts a single adult, whose row ends with empty fields', () => {
  const { accepted, rejected } = validate(`2019\t1\t483\t\t0\t4100\t${woman}\t1\t0\t1\t2\t33\t\t\t\t\t\t`)
  expect(rejected).toEqual([])
  expect(nationalRows(accepted[0]?.values ?? [], identityKey).members).toHaveLength(1)
})

const faults: [what: string, change: (line: string) => string, problem: string, column: string][] = [
  ['a gender that is not the number’s', (line) => line.replace('\t2\t34', '\t1\t34'), 'gender-mismatch', 'Kon1'],
  ['an age that is not the number’s', (line) => line.replace('\t1\t34', '\t1\t43'), 'age-mismatch', 'Alder2'],
  [
    'a co-applicant who is said to be the applicant',
    (line) => line.replace(`${man}\t2`, `${man}\t1`),
    'wrong-status',
    'Hhstatus2',
  ],
  [
    'the same person twice',
    (line) => line.replace(man, woman).replace('\t1\t34', '\t2\t34'),
    'same-person-twice',
    'Personnr2',
  ],
  ['the file for a whole year', (line) => line.replace('\t04\t', '\t12\t'), 'year-total', 'Manad'],
  ['a month that is none', (line) => line.replace('\t04\t', '\t13\t'), 'not-a-month', 'Manad'],
  ['no amount', (line) => line.replace('8200', ''), 'missing-value', 'Sbel'],
  ['a wrong check digit', (line) => line.replace(woman, '198502089885'), 'not-an-identity-number', 'Personnr1'],
  ['another municipality', (line) => line.replace('0483', '0486'), 'wrong-municipality', 'Kommun'],
]

test.each(faults)('refuses %s', (_, change, problem, column) => {
  const { accepted, rejected } = validate(change(couple))
  expect(accepted).toEqual([])
  expect(rejected.map((each) => [each.problem, each.column])).toEqual([[problem, column]])
})

test('takes the age before this year’s birthday, and at the end of the year', () => {
  const at = (month: string, age: number) =>
    validate(`2019\t${month}\t0483\t\t0\t4100\t${woman}\t1\t0\t1\t2\t${age}`).accepted.length
  expect([at('01', 33), at('01', 34), at('03', 33), at('03', 34), at('03', 35)]).toEqual([1, 1, 0, 1, 0])
})
