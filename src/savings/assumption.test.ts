import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Assumption, monthsLeft, readAction } from './assumption.ts'
import { month } from '../values/month.ts'

const source = 'Uppföljning januari–augusti 2006'
const stated = (value: number) => ({ value, source })
const nothing = { persons: null, share: null, affected: null, oreAMonth: null, months: null, promisedOre: null }
const part = (label: string, given: Partial<Assumption>): Assumption => ({ label, ...nothing, ...given })
const kronor = (amount: number) => stated(amount * 100)

/** Document 000: the social physician started after the summer, so four months of 2006 were left. */
const read = (assumptions: Assumption[], more = {}) =>
  readAction({ assumptions, start: '2006-09', until: null, goal: '', counted: 'separately', ...more })

const groupA = part('Grupp A', { persons: stated(16), oreAMonth: kronor(6300), promisedOre: kronor(600_000) })
const groupC = part('Grupp C', { affected: stated(25), oreAMonth: kronor(8400), promisedOre: kronor(1_000_000) })
const kinds = (findings: { kind: string }[]) => findings.map(({ kind }) => kind)

describe('the promises of document 000', () => {
  test('16 persons at 6 300 kr a month who save 600 000 kr are counted for 5.95 months (000-8)', () => {
    const [a] = read([groupA]).parts
    expect(a!.factors.months).toMatchObject({ origin: 'implied', value: expect.closeTo(5.952381, 6) })
    expect(a!.factors.share).toEqual({ value: 1, origin: 'whole', source: null })
    const six = read([part('Grupp A', { ...groupA, promisedOre: null, months: stated(6) })])
    expect(six.promisedOre).toBe(604_800_00)
  })

  test('a group without size and without saving promises nothing, and says so (000-9)', () => {
    const b = read([part('Grupp B', {})])
    expect(b.promisedOre).toBeNull()
    expect(kinds(b.findings)).toEqual(['no-promise'])
  })

  test('25 persons at 8 400 kr who save 1 000 000 kr are counted for 4.76 months (000-10)', () => {
    const [c] = read([groupC]).parts
    expect(c!.factors.months.value).toBeCloseTo(4.761905, 6)
    const saved = (months: number) =>
      read([part('C', { ...groupC, promisedOre: null, months: stated(months) })]).promisedOre
    expect([saved(5), saved(4)]).toEqual([1_050_000_00, 840_000_00])
  })

  test('half of 55 is 27.5 and not 25: with all of the half, 4.33 months (000-10)', () => {
    const half = part('Grupp C', { ...groupC, persons: stated(55), share: stated(0.5) })
    const { parts, findings } = read([half])
    expect(parts[0]!.factors.months.value).toBeCloseTo(4.761905, 6)
    expect(findings).toContainEqual({
      ...{ kind: 'affected-differs', part: 'Grupp C', persons: 55, share: 0.5, affected: 25 },
      months: expect.closeTo(4.329004, 6),
    })
    const counted = read([part('Grupp C', { ...half, affected: null })])
    expect(counted.parts[0]!.factors.months.value).toBeCloseTo(4.329004, 6)
    expect(counted.findings).toContainEqual({ kind: 'part-of-a-person', part: 'Grupp C', leaving: 27.5 })
  })

  test('the social physician promises 1 600 000 kr, for six months in one group and five in another (000-11)', () => {
    const physician = read([groupA, groupC])
    expect(physician.promisedOre).toBe(1_600_000_00)
    expect(physician.findings).toContainEqual({
      kind: 'months-differ',
      parts: [
        { label: 'Grupp A', months: expect.closeTo(5.952381, 6) },
        { label: 'Grupp C', months: expect.closeTo(4.761905, 6) },
      ],
    })
    expect(kinds(physician.findings).filter((kind) => kind === 'longer-than-year')).toHaveLength(2)
  })

  test('100 000 kr a month for four months is 400 000 kr if all of the young leave at once (000-12)', () => {
    const young = part('Unga', { persons: stated(1), oreAMonth: kronor(100_000), months: stated(4) })
    const { promisedOre, findings } = read([young], { counted: 'unclear' })
    expect(promisedOre).toBe(400_000_00)
    expect(kinds(findings)).toEqual(['all-at-once', 'maybe-counted-twice'])
  })

  test('1 500 000 kr from 50 persons is 30 000 kr for each, with months and amount left open (000-13)', () => {
    const { parts, findings } = read([part('Jobbjakten', { persons: stated(50), promisedOre: kronor(1_500_000) })])
    expect(parts[0]).toMatchObject({ leaving: 50, perPersonOre: 30_000_00, findings: [] })
    expect(parts[0]!.factors.months.origin).toBe('unknown')
    expect(findings).toEqual([])
  })

  test('750 000 kr of the intake has no formula', () =>
    expect(kinds(read([part('Intag', { promisedOre: kronor(750_000) })]).findings)).toEqual(['no-formula']))

  test('to halve something needs to say what it is halved from (000-1)', () => {
    const finds = (goal: string) => kinds(read([groupA], { goal }).findings).includes('goal-without-baseline')
    expect(finds('Halvera det befarade underskottet')).toBe(true)
    expect(finds('Halvera det befarade underskottet på 7,7 mnkr')).toBe(false)
    expect(finds('Fler i arbete')).toBe(false)
  })
})

test('a product that is not the promise is told; what rounding to thousands hides is not', () => {
  const both = (promised: number) =>
    kinds(read([part('A', { ...groupA, share: stated(1), months: stated(6), promisedOre: kronor(promised) })]).findings)
  expect(both(600_000)).toContain('product-differs')
  expect(both(605_000)).not.toContain('product-differs')
})

test('the months left are those until the year or the action ends', () => {
  expect(monthsLeft(month('2006-09'), null)).toBe(4)
  expect(monthsLeft(month('2006-01'), month('2006-04'))).toBe(3)
  expect(monthsLeft(month('2006-12'), month('2008-01'))).toBe(1)
})

test('whichever single factor is left out, the others give it back', () => {
  const names = ['persons', 'share', 'oreAMonth', 'months'] as const
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 1, max: 20_000 }),
      fc.integer({ min: 1, max: 24 }),
      fc.constantFrom(...names),
      (persons, percent, amount, months, left) => {
        const whole = {
          persons: stated(persons),
          share: stated(percent / 100),
          oreAMonth: kronor(amount),
          months: stated(months),
        }
        const promised = persons * (percent / 100) * amount * 100 * months
        const [found] = read([part('x', { ...whole, promisedOre: stated(promised), [left]: null })]).parts
        expect(found!.factors[left].origin).toBe('implied')
        expect(found!.factors[left].value! / whole[left].value).toBeCloseTo(1, 9)
      },
    ),
    { seed: 5 },
  )
})
