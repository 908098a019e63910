import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Month, monthFromIndex, monthIndex } from '../values/month.ts'
import { type Adult, adultsIn, assistanceFacts, assistedMonthsOf, genders, mainGenderOf } from './assistance-facts.ts'

type Paid = { household: number; month: number; amountOre: number }
type Member = { household: number; person: number; isMain: boolean; from: number; until: number }

/** Every third person's gender is not known. */
const genderOf = (person: number): number => person % 3

const first = monthIndex('2019-01' as Month)
const aMonth = fc.integer({ min: first, max: first + 5 })
const aHousehold = fc.integer({ min: 10, max: 14 })
const somePaid = fc
  .array(
    fc.record<Paid>({ household: aHousehold, month: aMonth, amountOre: fc.constantFrom(-700, -100, 0, 100, 700) }),
    {
      maxLength: 25,
    },
  )
  .map((rows) => rows.toSorted((a, b) => a.household - b.household || a.month - b.month))
const someMembers = fc
  .array(
    fc.record<Member>({
      household: aHousehold,
      person: fc.integer({ min: 100, max: 106 }),
      isMain: fc.boolean(),
      from: fc.integer({ min: first - 1, max: first + 4 }),
      until: fc.integer({ min: first, max: first + 9 }),
    }),
    { maxLength: 12 },
  )
  .map((rows) => rows.toSorted((a, b) => a.household - b.household || a.from - b.from))

const factsOf = (paid: readonly Paid[], members: readonly Member[]) =>
  assistanceFacts(
    {
      household: Float64Array.from(paid, ({ household }) => household),
      month: Int32Array.from(paid, ({ month }) => month),
      amountOre: Float64Array.from(paid, ({ amountOre }) => amountOre),
    },
    {
      household: Float64Array.from(members, ({ household }) => household),
      person: Float64Array.from(members, ({ person }) => person),
      isMain: Uint8Array.from(members, ({ isMain }) => Number(isMain)),
      from: Int32Array.from(members, ({ from }) => from),
      until: Int32Array.from(members, ({ until }) => until),
      gender: Uint8Array.from(members, ({ person }) => genderOf(person)),
    },
  )

const isAssisted = (paid: readonly Paid[], household: number, month: number): boolean =>
  paid
    .filter((row) => row.household === household && row.month === month)
    .reduce((sum, row) => sum + row.amountOre, 0) > 0

/** By its definition: every month of everybody's, the last first, of several households the lowest id. */
function plainAdults(paid: readonly Paid[], members: readonly Member[], from: number, to: number): Adult[] {
  const months = members.flatMap((each) =>
    Array.from({ length: to - from + 1 }, (_, at) => from + at).flatMap((month) =>
      each.from <= month && month < each.until && isAssisted(paid, each.household, month) ? [{ ...each, month }] : [],
    ),
  )
  const persons = [...new Set(months.map(({ person }) => person))].toSorted((a, b) => a - b)
  return persons.map((personId) => {
    const [last] = months
      .filter(({ person }) => person === personId)
      .toSorted((a, b) => b.month - a.month || a.household - b.household)
    return { personId, householdId: last!.household, gender: genders[genderOf(personId)]! }
  })
}

describe('for any payments and members', () => {
  test('the adults of a period are those whom the definition finds, in the household that had assistance last', () =>
    fc.assert(
      fc.property(somePaid, someMembers, aMonth, aMonth, (paid, members, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        const found = adultsIn(factsOf(paid, members), monthFromIndex(from), monthFromIndex(to))
        expect(found).toEqual(plainAdults(paid, members, from, to))
      }),
      { seed: 1 },
    ))

  test('the months with assistance are those in which more was paid than taken back', () =>
    fc.assert(
      fc.property(somePaid, aHousehold, (paid, household) => {
        const months = Array.from({ length: 6 }, (_, at) => first + at)
        const assisted = months.filter((month) => isAssisted(paid, household, month)).map(monthFromIndex)
        expect(assistedMonthsOf(factsOf(paid, []), household)).toEqual(assisted)
      }),
      { seed: 1 },
    ))
})

test('the gender of a household is that of its latest main applicant, and of nobody else', () => {
  const member = (person: number, isMain: boolean, from: number): Member => ({
    ...{ household: 10, person, isMain, from },
    until: first + 9,
  })
  const facts = factsOf([], [member(100, true, first), member(101, true, first + 2), member(104, false, first + 3)])
  expect(mainGenderOf(facts, 10)).toBe('man')
  expect(mainGenderOf(facts, 11)).toBeNull()
})
