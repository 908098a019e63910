import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { children, men, women } from '../../test/support/small-extracts.ts'
import type { Day } from '../values/day.ts'
import { IdentityNumber } from '../values/identity-number.ts'
import { month } from '../values/month.ts'
import { checkMonth, type DeliveredHousehold, type DeliveredMember } from './check-month.ts'
import { monthlyLayouts } from './layouts/monthly-layouts.ts'
import { wholeKronor } from './whole-kronor.ts'

const asked = { month: month('2019-04'), municipality: '0483', layout: monthlyLayouts.at(-1)! }
const numberOf = (text: string) => IdentityNumber.parse(text)!

let persons = 0
const member = (text: string, given: Partial<DeliveredMember> = {}): DeliveredMember => ({
  ...{ personId: ++persons, role: 'mainApplicant', numbers: [numberOf(text)], gender: 'woman' },
  ...{ birthDate: numberOf(text).birthDate, obstacle: 'unemployed_noBenefit', inIntervention: false },
  ...given,
})
const household = (given: Partial<DeliveredHousehold> = {}): DeliveredHousehold => ({
  ...{ id: 1, key: 'H1', isProtected: false, ore: 850_049, members: [member(women[0]!)] },
  ...given,
})
const kinds = (...households: DeliveredHousehold[]) =>
  checkMonth(households, asked).findings.map(({ kind, field }) => (field ? `${kind} ${field}` : kind))

describe('a household', () => {
  test('is described by its adults, its children and what it was paid', () => {
    const members = [
      member(women[0]!, { inIntervention: true }),
      member(men[0]!, { role: 'coApplicant', gender: 'man', obstacle: 'parental_awaiting' }),
      member(children[0]!, { role: 'child', obstacle: null }),
    ]
    const { rows, findings } = checkMonth([household({ members })], asked)
    expect(findings).toEqual([])
    expect(rows[0]!.row).toMatchObject({
      ...{ year: '2019', month: '04', municipality: '0483', childrenUpTo15: 1, kronor: 8500 },
      ...{ status1: '1', gender1: 'woman', age1: 28, obstacle1: 'unemployed_noBenefit', intervention1: '1' },
      ...{ status2: '2', gender2: 'man', age2: 27, obstacle2: 'parental_awaiting', intervention2: '0' },
    })
    expect((rows[0]!.row.identity3 as IdentityNumber).reveal()).toBe(numberOf(children[0]!).reveal())
  })

  test('is whole as JSON without a number in it', () => {
    const said = JSON.stringify(checkMonth([household()], asked))
    expect(said).not.toContain(numberOf(women[0]!).reveal().slice(2))
  })

  test.each<[string, DeliveredMember[], string[]]>([
    ['without anybody', [], ['no-applicant']],
    ['of two applicants', [member(women[0]!), member(women[1]!)], ['several-applicants']],
    [
      'of two co-applicants',
      [member(women[0]!), ...[men[0]!, men[1]!].map((text) => member(text, { role: 'coApplicant' }))],
      ['several-co-applicants'],
    ],
    [
      'with more members than the file has room for',
      [member(women[0]!), ...children.slice(0, 7).map((text) => member(text, { role: 'child' }))],
      ['too-many-members'],
    ],
    ['whose applicant has no number', [member(women[0]!, { numbers: [] })], ['missing-value Personnr1']],
    [
      'whose applicant has two numbers that both could stand',
      [member(women[0]!, { numbers: [numberOf(women[0]!), numberOf(women[1]!)] })],
      ['several-numbers'],
    ],
    ['with a number twice', [member(women[0]!), member(women[0]!, { role: 'coApplicant' })], ['same-number-twice']],
    [
      'with an obstacle that no national list has',
      [member(women[0]!, { obstacle: 'sfi_lokal' })],
      ['unknown-code Hinder1'],
    ],
  ])('%s is not sent', (_, members, expected) => {
    const { rows, findings, totals } = checkMonth([household({ members })], asked)
    expect(rows).toEqual([])
    expect(totals).toMatchObject({ sent: 0, stopped: 1, stoppedOre: 850_049, fileKronor: 0 })
    expect(findings.map(({ kind, field }) => (field ? `${kind} ${field}` : kind))).toEqual(
      expect.arrayContaining(expected),
    )
  })

  test.each<[string, DeliveredMember[], string]>([
    ['without an obstacle', [member(women[0]!, { obstacle: null })], 'value-to-complete Hinder1'],
    ['whose obstacle is unknown', [member(women[0]!, { obstacle: 'unknown' })], 'value-to-complete Hinder1'],
    [
      'with a child without a number',
      [member(women[0]!), member(children[0]!, { role: 'child', numbers: [] })],
      'member-without-number',
    ],
    [
      'with a grown child',
      [member(women[0]!), member(women[1]!, { role: 'child', birthDate: '1999-01-01' as Day })],
      'grown-child',
    ],
  ])('%s is sent and told of', (_, members, expected) => {
    expect(checkMonth([household({ members })], asked).rows).toHaveLength(1)
    expect(kinds(household({ members }))).toEqual([expected])
  })

  test('is told of when somebody is in another that month too', () => {
    const shared = member(women[0]!)
    expect(kinds(household({ members: [shared] }), household({ id: 2, key: 'H2', members: [shared] }))).toEqual([
      'in-two-households',
      'in-two-households',
    ])
  })

  test('that ended at zero or below had no assistance: it is not sent, and its amount is told', () => {
    const { rows, totals } = checkMonth([household(), household({ id: 2, key: 'H2', ore: -5_000 })], asked)
    expect(rows).toHaveLength(1)
    expect(totals).toMatchObject({ assisted: 1, notAssisted: 1, notAssistedOre: -5_000, paidOre: 845_049 })
  })
})

test('what is sent, stopped and recovered is what was paid, and the file sums to the krona', () => {
  const anyHousehold = fc.record({ ore: fc.integer({ min: -900_000, max: 3_000_000 }), whole: fc.boolean() })
  fc.assert(
    fc.property(fc.array(anyHousehold, { maxLength: 30 }), (drawn) => {
      const households = drawn.map(({ ore, whole }, at) =>
        household({ id: at, key: `H${at}`, ore, members: whole ? [member(women[0]!)] : [] }),
      )
      const { totals, rows } = checkMonth(households, asked)
      expect(totals.sentOre + totals.stoppedOre + totals.notAssistedOre).toBe(totals.paidOre)
      expect(totals.paidOre).toBe(drawn.reduce((sum, { ore }) => sum + ore, 0))
      expect(totals.fileKronor).toBe(Math.floor((totals.sentOre + 50) / 100))
      expect(rows.reduce((sum, { row }) => sum + Number(row.kronor), 0)).toBe(totals.fileKronor)
    }),
    { seed: 7, numRuns: 200 },
  )
})

test('kronor that are left over go to the largest remainders, and no amount is a krona from its own', () => {
  expect(wholeKronor([100_50, 200_60, 300_10])).toEqual([100, 201, 300])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5_000_000 })), (amounts) => {
      const kronor = wholeKronor(amounts)
      expect(kronor.every((each, at) => Math.abs(each * 100 - amounts[at]!) < 100)).toBe(true)
    }),
    { seed: 8 },
  )
})
