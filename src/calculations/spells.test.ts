import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharedJson, sharedPath, testWithSharedData } from '../../test/support/shared-data.ts'
import { monthFromIndex } from '../values/month.ts'
import { stockAtEndOf } from './flow.ts'
import { rollingLongTerm } from './long-term.ts'
import { type HouseholdSituation, panelOf } from './panel-of.ts'
import type { HouseholdMonths, Panel } from './panel.ts'
import { preparePanel } from './prepared-panel.ts'
import { type Spells, spellsOf } from './spells.ts'

const window = { first: '2018-01', last: '2019-12' }

/** The spells of one household, as `from..last/paid months`. */
function spells(months: string, allowedGap: number, more: Partial<HouseholdSituation> = {}): string[] {
  const panel = panelOf({ ...window, households: { H: { months, ...more } } })
  return listed(spellsOf(panel.householdMonths, { ...panel, allowedGap }))
}

const listed = (found: Spells) =>
  Array.from(found.start, (start, spell) => {
    const [from, last] = [monthFromIndex(start), monthFromIndex(found.last[spell]!)]
    return `${from}..${last}/${found.paidMonths[spell]}`
  })

test.each([
  ['2018-05', 2, ['2018-05..2018-05/1']],
  ['2018-05 2018-06 2018-08', 0, ['2018-05..2018-06/2', '2018-08..2018-08/1']],
  ['2018-05 2018-06 2018-08', 1, ['2018-05..2018-08/3']],
  ['2018-05 2018-08', 2, ['2018-05..2018-08/2']],
  ['2018-05 2018-09', 2, ['2018-05..2018-05/1', '2018-09..2018-09/1']],
])('%s with a gap of %d allowed is %s', (months, allowedGap, expected) => {
  expect(spells(months, allowedGap)).toEqual(expected)
})

test('a month that recoveries took to zero or below is a month without assistance', () => {
  expect(spells('2018-05..2018-07', 0, { kronorIn: { '2018-06': 0 } })).toHaveLength(2)
  expect(spells('2018-05..2018-07', 1, { kronorIn: { '2018-06': -900 } })).toEqual(['2018-05..2018-07/2'])
})

test('an end is known only when more than the allowed gap has passed, and a start likewise', () => {
  const panel = panelOf({
    ...window,
    households: {
      early: { months: '2018-03' },
      known: { months: '2018-04..2019-09' },
      late: { months: '2019-10' },
    },
  })
  const { resolved, leftUnknown } = spellsOf(panel.householdMonths, { ...panel, allowedGap: 2 })
  expect([...resolved]).toEqual([1, 1, 0])
  expect([...leftUnknown]).toEqual([1, 0, 0])
})

test('a spell knows its household, its first and last rows and its net', () => {
  const panel = panelOf({
    ...window,
    households: {
      A: { months: '2018-05..2018-08', kronorIn: { '2018-05': -200, '2018-06': 300 } },
      B: { months: '2018-09 2019-02', kronor: 700 },
    },
  })
  const { length, household, firstRow, lastRow, netOre } = spellsOf(panel.householdMonths, { ...panel, allowedGap: 2 })
  expect(length).toBe(3)
  expect([...household]).toEqual([0, 1, 1])
  expect([...firstRow]).toEqual([1, 4, 5])
  expect([...lastRow]).toEqual([3, 4, 5])
  expect([...netOre]).toEqual([1_630_000, 70_000, 70_000])
})

test('months outside the window are left out', () => {
  const { householdMonths, firstMonth } = panelOf({ ...window, households: { A: { months: '2018-03..2018-07' } } })
  const within = { firstMonth: firstMonth + 3, untilMonth: firstMonth + 5, allowedGap: 0 }
  expect(listed(spellsOf(householdMonths, within))).toEqual(['2018-04..2018-05/2'])
})

const amounts = fc.array(fc.array(fc.constantFrom(0, 0, 5000, 7000, -300), { maxLength: 24 }), {
  minLength: 1,
  maxLength: 6,
})

const panelWith = (households: number[][]): Panel =>
  panelOf({
    ...window,
    households: Object.fromEntries(
      households.map((kronor, index) => [
        `H${index}`,
        { months: '', kronorIn: Object.fromEntries(kronor.map((each, at) => [monthFromIndex(2018 * 12 + at), each])) },
      ]),
    ),
  })

test('the spells are those of the plain definition: two assisted months belong together when the gap is allowed', () => {
  fc.assert(
    fc.property(amounts, fc.nat(3), (households, allowedGap) => {
      const panel = panelWith(households)
      const found = listed(spellsOf(panel.householdMonths, { ...panel, allowedGap }))
      expect(found).toEqual(households.flatMap((kronor) => naive(kronor, allowedGap)))
    }),
    { seed: 4, numRuns: 100 },
  )
})

/** Month by month with text: a run of `x` that dots up to the allowed number do not break. */
function naive(kronor: number[], allowedGap: number): string[] {
  const text = kronor.map((each) => (each > 0 ? 'x' : '.')).join('')
  return [...text.matchAll(new RegExp(`x(?:\\.{0,${allowedGap}}x)*`, 'g'))].map(({ 0: run, index }) => {
    const [from, last] = [index, index + run.length - 1].map((at) => monthFromIndex(2018 * 12 + at))
    return `${from}..${last}/${run.replaceAll('.', '').length}`
  })
}

test('no assisted month lies outside a spell, and the amounts of the spells are those of the months', () => {
  fc.assert(
    fc.property(amounts, fc.nat(3), (households, allowedGap) => {
      const panel = panelWith(households)
      const found = spellsOf(panel.householdMonths, { ...panel, allowedGap })
      const sum = (values: Iterable<number>) => [...values].reduce((total, each) => total + each, 0)
      const positive = households.flat().filter((each) => each > 0)
      expect(sum(found.paidMonths)).toBe(positive.length)
      expect(sum(found.netOre)).toBe(sum(positive) * 100)
    }),
    { seed: 5, numRuns: 50 },
  )
})

test('households in another order have the same spells', () => {
  fc.assert(
    fc.property(amounts, fc.nat(3), (households, allowedGap) => {
      const one = panelWith(households)
      const other = panelWith(households.toReversed())
      const all = (panel: Panel) => listed(spellsOf(panel.householdMonths, { ...panel, allowedGap })).toSorted()
      expect(all(other)).toEqual(all(one))
    }),
    { seed: 6, numRuns: 30 },
  )
})

const numbersOf = (file: string) =>
  readFileSync(sharedPath(file), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',').map(Number))

/** The reference register: months 1–60, payments in kronor, several of one month summed. */
function referencePanel(): Panel & { households: number[] } {
  const sums = new Map<number, number>()
  for (const [household, month, amount] of numbersOf('spells/payments.csv'))
    sums.set(household! * 100 + month!, (sums.get(household! * 100 + month!) ?? 0) + amount!)
  const rows = [...sums].sort(([a], [b]) => a - b)
  const households = [...new Set(rows.map(([key]) => Math.floor(key / 100)))]
  const position = new Map(households.map((household, index) => [household, index]))
  const length = rows.length
  const householdMonths: HouseholdMonths = {
    length,
    household: Int32Array.from(rows, ([key]) => position.get(Math.floor(key / 100))!),
    month: Int32Array.from(rows, ([key]) => key % 100),
    amountOre: Float64Array.from(rows, ([, amount]) => amount * 100),
    children: new Uint8Array(length),
    adults: new Uint8Array(length),
    womenAdults: new Uint8Array(length),
    menAdults: new Uint8Array(length),
    age: new Int16Array(length),
    householdType: new Uint8Array(length),
    unit: new Int16Array(length),
  }
  const empty = panelOf({ ...window, households: {} })
  const householdIds = Float64Array.from(households)
  return { ...empty, firstMonth: 1, untilMonth: 61, householdIds, householdMonths, households }
}

testWithSharedData('every row of the reference register, whatever gap is allowed', () => {
  const panel = referencePanel()
  for (const allowedGap of [0, 1, 2, 3]) expectReferenceSpells(panel, allowedGap)
})

function expectReferenceSpells(panel: ReturnType<typeof referencePanel>, allowedGap: number) {
  const found = spellsOf(panel.householdMonths, { ...panel, allowedGap })
  const rows = Array.from(found.start, (start, spell) => [
    panel.households[found.household[spell]!],
    start,
    found.last[spell],
    found.last[spell]! - start + 1,
    found.paidMonths[spell],
    found.netOre[spell]! / 100,
    found.resolved[spell],
    found.leftUnknown[spell],
  ])
  const expected = numbersOf(`spells/spells_gap${allowedGap}.csv`).map(([household, , ...rest]) => [household, ...rest])
  expect(rows).toEqual(expected)
  expect(rows.length).toBeGreaterThan(2000)
}

testWithSharedData('stock and ten of twelve months are those of the reference, month by month', () => {
  const reference = sharedJson<{ stock: number[]; longterm_10of12: number[] }>('expected/spells.json')
  const prepared = preparePanel(referencePanel(), 0)
  const limit = { assistedMonths: 10, windowMonths: 12 }
  const stock = reference.stock.map((_, index) => stockAtEndOf(prepared, index + 1).rows.length)
  const long = reference.longterm_10of12.map(
    (_, index) => rollingLongTerm(prepared, 'households', index + 12, limit).long.rows.length,
  )
  expect(stock).toEqual(reference.stock)
  expect(long).toEqual(reference.longterm_10of12)
})
