import { beforeAll, describe, expect, test } from 'vitest'
import { figuresOf } from '../../test/support/register-facts.ts'
import {
  seedBudget,
  seedInvestments,
  seedLedger,
  seedRows,
  seedStaffFile,
  seedVolumeFile,
} from '../../test/support/seed-statement.ts'
import { payments, sie, sixAdults, sixHouseholds } from '../../test/support/small-extracts.ts'
import { type TestApp, testApp } from '../../test/support/test-app.ts'
import type { Figures } from '../analysis/figures.ts'
import type { CheckedTable } from '../economy/check-printed-table.ts'
import { investmentRow } from '../economy/investment-statement.ts'
import { defaultStatementRows } from '../economy/statement-rows.ts'
import type { EconomyView, ReconciliationView, RowsTrial, RowsView } from './economy-view.ts'
import { exampleTable } from './economy.text.ts'

const tkr = 100_000
/** The machine may be busy. */
const patience = 240_000
const tertial = 'from=2019-01&to=2019-04'
const put = (app: TestApp, address: string, body: object, seen = 0) =>
  app.as('controller', { method: 'PUT', url: `/api/catalogue/${address}`, payload: { seen, body } })
const rowOf = ({ tables }: Pick<Figures, 'tables'>, table: string, row: string) =>
  tables.find(({ id }) => id === table)!.rows.find(({ id, label }) => id === row || label.startsWith(row))!
const cellsOf = (figures: Pick<Figures, 'tables'>, table: string, row: string) =>
  rowOf(figures, table, row).cells.map((cell) => cell.value ?? cell.withheld ?? null)
const inThousands = (cells: (number | string | null)[]) =>
  cells.map((cell) => (typeof cell === 'number' ? cell / tkr : cell))

describe('the report of January–April 2019, out of imported files', () => {
  const opened = testApp()
  let figures: Figures
  let app: TestApp
  beforeAll(async () => {
    app = await opened
    await app.importText('huvudbok_2019.se', seedLedger())
    await app.importText('budget_2019.csv', seedBudget())
    await app.importText('volymer.csv', seedVolumeFile())
    await app.importText('personal.csv', seedStaffFile())
    const forecasts = [
      ...seedRows.map(({ id, budget, expected }) => ({ row: id as string, ends: 3 * budget + expected })),
      ...seedInvestments.map(({ label, year, expected }) => ({ row: investmentRow(label), ends: year + expected })),
    ]
    for (const { row, ends } of forecasts) {
      const ore = ends * tkr
      const saved = await put(app, `year-end-forecast/2019-${row}`, {
        ...{ year: 2019, row, knownTo: '2019-04', method: 'straight-line', reason: '' },
        ...{ computedOre: ore, lowerOre: ore, upperOre: ore, adjustmentOre: 0 },
      })
      expect(saved.statusCode).toBe(200)
    }
    figures = await figuresOf(app, tertial)
  }, patience)

  test.each([
    ['revenue', 11_890, 9_558, 2_332, 2_300],
    ['costs', -86_983, -69_761, -17_222, -32_300],
    ['assistance', -20_903, -16_653, -4_250, -8_000],
    ['placements', -24_054, -12_805, -11_249, -23_000],
    ['staff', -29_743, -31_811, 2_068, 6_700],
    ['consultants', -4_007, 0, -4_007, -8_000],
    ['other-costs', -8_276, -8_492, 216, 0],
    ['result', -75_093, -60_203, -14_890, -30_000],
  ])('%s: %i against %i is %i, and the year is expected to end at %i', (row, actual, budget, variance, expected) => {
    const cells = inThousands(cellsOf(figures, 'operating-statement', row))
    expect(cells).toEqual([actual, budget, variance, 3 * budget, 3 * budget + expected, expected])
  })

  test.each([
    ['digitalisering', -133, 133, -133, 0],
    ['mobler', -158, 158, -158, 0],
    ['arbetsmiljo', -400, 400, -600, 600],
    ['result', -691, 691, -891, 600],
  ])(
    'the investment %s: %i is not bought, %i is left, and of the year’s %i %i',
    (row, budget, left, year, expected) => {
      const [actual, ...cells] = inThousands(cellsOf(figures, 'investment-statement', row))
      expect(actual).toBe(0)
      expect(cells).toEqual([budget, left, year, year + expected, expected])
    },
  )

  test.each([
    ['Vårddygn familjehem ensamkommande', 13_554, 13],
    ['Vårddygn stödboende', 3_195, -20],
    ['Vårddygn familjehem barn', 26_052, 18],
    ['Vårddygn institution barn', 5_634, -20],
    ['Vårddygn institution vuxna', 7_701, 10],
    ['Vårddygn Vårnäs', 1_929, 48],
    ['Kvinnofridsärenden', 66, -53],
    ['Inkomna aktualiseringar', 4_725, -5],
    ['Startade utredningar', 1_860, -15],
    ['Avslutade utredningar', 2_073, 4],
  ])('%s at the same pace is %i, %i per cent from the forecast', (row, projected, percent) => {
    const [, , , ahead, deviation] = cellsOf(figures, 'volumes', row)
    expect(ahead).toBe(projected)
    expect(Math.abs(Number(deviation) * 100 - percent)).toBeLessThan(1)
  })

  test('550 households need 524 from here, and neither averages nor stocks are multiplied', () => {
    expect(cellsOf(figures, 'volumes', 'Hushåll')).toEqual([602, 550, 599, 'not-applicable', 'not-applicable', 524])
    expect(cellsOf(figures, 'volumes', 'Sociala kontrakt').slice(3)).toEqual(new Array(3).fill('not-applicable'))
  })

  test('what was not given is not zero', () =>
    expect(cellsOf(figures, 'volumes', 'Ärenden spelmissbruk')).toEqual([
      ...[4, 'no-data', 'no-data', 12, 'no-data', 'not-applicable'],
    ]))

  test('the findings: 378 is not 1 040, two flows far from their forecasts, and nobody has commented', async () => {
    const volumes = figures.tables.find(({ id }) => id === 'volumes')!
    const noted = volumes.rows.filter(({ note }) => note).map(({ id }) => id)
    expect(noted.sort()).toEqual(['Kvinnofridsärenden', 'Pågående utredningar', 'Vårddygn Vårnäs, öppet intag'])
    expect(rowOf(figures, 'volumes', 'Pågående').note).toContain('378')
    expect(volumes.sentence).toContain('2 volymer avviker kraftigt från prognosen och saknar kommentar')
  })

  test('a comment is kept, stands by the table, and answers for the deviation', async () => {
    const body = { table: 'volumes', from: '2019-01', until: '2019-05', text: 'Vårnäs har öppnat fler platser.' }
    expect((await put(app, 'table-comment/volumes-2019-01-2019-05', body)).statusCode).toBe(200)
    const { tables } = await figuresOf(app, tertial)
    const volumes = tables.find(({ id }) => id === 'volumes')!
    expect(volumes).toMatchObject({
      comment: 'Vårnäs har öppnat fler platser.',
      sentence: expect.not.stringContaining('saknar'),
    })
    const before = await figuresOf(app, 'from=2019-01&to=2019-03')
    expect(before.tables.find(({ id }) => id === 'volumes')?.comment).toBeUndefined()
  })

  test('staff shares come from counts', () => {
    expect(cellsOf(figures, 'staff', 'Anställda')).toEqual([137, 109, 28, 143, 108, 35])
    const percent = cellsOf(figures, 'staff', 'Heltid').map((share) => Math.round(Number(share) * 1000) / 10)
    expect(percent).toEqual([94.9, 96.3, 89.3, 95.8, 98.1, 88.6])
    expect(rowOf(figures, 'staff', 'Heltid').note).toContain('Få personer')
  })
})

describe('the municipality’s own rows', () => {
  const opened = testApp()
  let app: TestApp
  const [version] = defaultStatementRows
  const rows = [
    {
      id: 'north',
      label: 'norra enheten',
      side: 'cost' as const,
      accounts: [{ from: '4', to: '7' }],
      objects: ['1:7110'],
    },
    ...version!.rows.filter(({ id }) => id !== 'other-costs'),
  ]
  beforeAll(async () => {
    app = await opened
    await app.importText('huvudbok.se', sie(2019, { '3511': [-50, -50], '4511': [100, 100], '6111': [7, 8] }))
  }, patience)
  const view = async () => (await app.as('controller', `/api/economy/rows?from=2019-01&to=2019-02`)).json<RowsView>()

  test('are the program’s until something is saved, and no account is without a row', async () => {
    const { isDefault, accounts, mayEdit } = await view()
    expect({ isDefault, mayEdit }).toEqual({ isDefault: true, mayEdit: true })
    expect(accounts).toEqual([
      { account: '3511', name: 'Konto 3511', row: 'revenue', amountOre: 10_000 },
      { account: '4511', name: 'Konto 4511', row: 'assistance', amountOre: -20_000 },
      { account: '6111', name: 'Konto 6111', row: 'other-costs', amountOre: -1500 },
    ])
  })

  test('are tried first: what moves, in öre, and nothing is lost', async () => {
    const answer = await app.as('controller', {
      method: 'POST',
      url: '/api/economy/rows/trial',
      payload: { from: '2019-01', to: '2019-02', rows },
    })
    const trial = answer.json<RowsTrial>()
    expect(trial.moved).toEqual([
      { account: '6111', name: 'Konto 6111', from: 'other-costs', to: null, amountOre: -1500 },
    ])
    const sum = (name: 'beforeOre' | 'afterOre') => trial.rows.reduce((all, row) => all + row[name], 0)
    expect([sum('beforeOre'), sum('afterOre')]).toEqual([-11_500, -11_500])
    expect((await view()).isDefault).toBe(true)
  })

  test('hold everywhere when they are saved, and what they do not take is shown', async () => {
    expect((await put(app, 'statement-rows/2019-01', { from: '2019-01', source: 'Beslut', rows })).statusCode).toBe(200)
    const { accounts, isDefault } = await view()
    expect({ isDefault, first: accounts[0] }).toMatchObject({ isDefault: false, first: { account: '6111', row: null } })
    const figures = await figuresOf(app, 'from=2019-01&to=2019-02')
    expect(cellsOf(figures, 'operating-statement', 'unmapped')[0]).toBe(-1500)
    expect(cellsOf(figures, 'operating-statement', 'result')[0]).toBe(-11_500)
    const statement = (await app.as('controller', '/api/economy/statement?from=2019-01&to=2019-02')).json<EconomyView>()
    expect(statement.unmappedOre).toBe(-1500)
    expect(statement.tables).toEqual(
      figures.tables.filter(({ id }) => statement.tables.some((table) => table.id === id)),
    )
  })

  test('a budget for the year alone is shared in twelfths, which is said', async () => {
    await app.importText('budget.csv', 'Redovisning;Konto;Benämning;År;Budget\r\nDrift;4511;Bistånd;2019;1200\r\n')
    const figures = await figuresOf(app, 'from=2019-01&to=2019-02')
    expect(cellsOf(figures, 'operating-statement', 'assistance').slice(0, 4)).toEqual([-20_000, -20_000, 0, -120_000])
    expect(rowOf(figures, 'operating-statement', 'assistance').note).toContain('antagande')
  })

  test('and by the profile when one is saved', async () => {
    const weights = [1, 2, ...new Array<number>(10).fill(0)]
    const body = { from: '2019-01', source: 'utfallet 2018', weights }
    expect((await put(app, 'budget-profile/assistance', body)).statusCode).toBe(200)
    const figures = await figuresOf(app, 'from=2019-01&to=2019-01')
    expect(cellsOf(figures, 'operating-statement', 'assistance')[1]).toBe(-40_000)
    expect(rowOf(figures, 'operating-statement', 'assistance').note).toContain('utfallet 2018')
  })

  test('a period that ends before it begins is refused', async () => {
    expect((await app.as('controller', '/api/economy/rows?from=2019-02&to=2019-01')).statusCode).toBe(400)
  })
})

test(
  'the ledger is reconciled with the payments, month by month',
  async () => {
    const app = await testApp()
    await app.importText('hushall.csv', sixAdults())
    const paid = ['2019-01', '2019-02'].flatMap((month) =>
      sixHouseholds.map((key) => `${month}-${key};${key};${month};${month}-25;1000,00;Försörjningsstöd`),
    )
    await app.importText('utbetalningar.csv', payments(...paid))
    await app.importText('huvudbok.se', sie(2019, { '4511': [6000, 6000.5] }))
    const { tables } = (await app.as('controller', '/api/economy/reconciliation')).json<ReconciliationView>()
    expect(cellsOf({ tables }, 'ledger-reconciliation', '2019-02')).toEqual([
      ...[600_050, 600_000, 600_000, 50, 0, 0, 0, 0, 50],
    ])
    expect(tables[0]!.sentence).toContain('1 av 2 månader')
    const figures = await figuresOf(app, 'from=2019-01&to=2019-02')
    expect(figures.tables.find(({ id }) => id === 'ledger-reconciliation')).toEqual(tables[0])
  },
  patience,
)

test(
  'a printed table is checked, and what is no table is told in Swedish',
  async () => {
    const app = await testApp()
    const check = (text: string) =>
      app.as('controller', { method: 'POST', url: '/api/economy/check', payload: { text, comment: '' } })
    const { findings } = (await check(exampleTable)).json<CheckedTable>()
    expect(findings.filter(({ severity }) => severity === 'error').map(({ kind }) => kind)).toEqual([
      ...['parts', 'variance', 'lost-sign'],
    ])
    const refused = await check('ingen tabell')
    expect(refused.statusCode).toBe(422)
    expect(refused.json()).toMatchObject({ problem: 'no-table', text: expect.stringMatching(/tabell/) })
  },
  patience,
)
