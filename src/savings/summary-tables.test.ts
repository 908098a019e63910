import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actionsTable, netTable } from './summary-tables.ts'

type Told = Parameters<typeof netTable>[0][number]

const action = (key: string, summary: Partial<Told['summary']>, more: Partial<Told> = {}): Told => ({
  ...{ key, name: key, counted: 'separately', attribution: 'action', verdict: 'Går inte att avgöra', begun: '' },
  summary: {
    ...{ promisedOre: 1000_00, dueOre: 800_00, realisedOre: null, lowerOre: null, upperOre: null },
    ...{ unexplainedOre: 800_00, restOre: 200_00, ownCostOre: 100_00, netOre: null },
    ...{ breakEven: null, verdict: 'cannot-tell', ...summary },
  },
  ...more,
})
const told = (key: string, more: Partial<Told> = {}) =>
  action(key, { realisedOre: 500_00, lowerOre: 300_00, upperOre: 700_00, unexplainedOre: 300_00, netOre: 400_00 }, more)
const valuesOf = (table: ReturnType<typeof netTable>, id: string) =>
  table.rows.find((row) => row.id === id)!.cells.map(({ value }) => value)

test('the net of the sum has the cost of no action whose saving cannot be told, and the sentence names that cost', () => {
  const table = netTable([told('jobbtorg'), action('intaget', { ownCostOre: 90_000_00 })])
  expect(valuesOf(table, 'jobbtorg')).toEqual([500_00, 300_00, 700_00, 100_00, 400_00])
  expect(valuesOf(table, 'intaget')).toEqual([null, null, null, 90_000_00, null])
  expect(valuesOf(table, 'sum')).toEqual([500_00, null, null, 100_00, 400_00])
  expect(table.rows.at(-1)!.cells[1]!.withheld).toBe('not-applicable')
  expect(table.sentence).toContain('Åtgärder utan beräknat utfall har kostat 90\u00a0tkr')
})

test('what is counted within another action, or is the economy’s, stands in the table and not in its sum', () => {
  const table = netTable([
    told('egen'),
    told('inom', { counted: 'within-another' }),
    told('lag', { attribution: 'economy' }),
  ])
  expect(table.rows.map(({ kind }) => kind)).toEqual([undefined, 'of-which', 'of-which', 'sum'])
  expect(valuesOf(table, 'sum')[4]).toBe(400_00)
})

test('without actions both tables are empty', () => {
  expect(netTable([]).rows).toEqual([])
  expect(actionsTable([]).rows).toEqual([])
})

test('the sentence says how much of the unexplained is of actions that nothing can be told of', () => {
  const thousand = 1000_00
  const table = actionsTable([
    told('jobbtorg'),
    action('intaget', { dueOre: 7 * thousand, unexplainedOre: 7 * thousand }, { begun: '3 av 50.' }),
  ])
  expect(table.sentence).toContain('av det 7\u00a0tkr för åtgärder där inget utfall kan beräknas')
  expect(table.rows[1]!.note).toBe('Går inte att avgöra. 3 av 50.')
})

test('net = realised − own cost in the sum, for any actions', () =>
  fc.assert(
    fc.property(
      fc.array(fc.record({ realised: fc.option(fc.integer()), cost: fc.nat() }), { minLength: 1 }),
      (those) => {
        const table = netTable(
          those.map(({ realised, cost }, at) => action(String(at), { realisedOre: realised, ownCostOre: cost })),
        )
        const [realised, , , cost, net] = valuesOf(table, 'sum')
        if (those.every((each) => each.realised === null)) expect([realised, net]).toEqual([null, null])
        else expect(realised! - cost!).toBe(net)
      },
    ),
    { seed: 1 },
  ))
