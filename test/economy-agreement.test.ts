import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Figures, FigureTable, TableCell } from '../src/analysis/figures.ts'
import { figuresJson } from '../src/analysis/figures-json.ts'
import { readTable } from '../src/imports/read/read-table.ts'
import { investmentStatement } from '../src/economy/investment-statement.ts'
import { reconcileLedger } from '../src/economy/reconcile-ledger.ts'
import { reconciliationTable } from '../src/economy/reconciliation-table.ts'
import { operatingStatement } from '../src/economy/statement.ts'
import { statementByMonth } from '../src/economy/statement-by-month.ts'
import { volumeTable } from '../src/economy/volume-table.ts'
import { disclosureLimits } from '../src/parameters/disclosure-limits.ts'
import { cellText } from '../src/reports/cell-text.ts'
import type { Cell, Document } from '../src/reports/document.ts'
import { figuresXlsx } from '../src/reports/figures-export.ts'
import { makeReport } from '../src/reports/make-report.ts'
import { toThousands } from '../src/values/money.ts'
import { month, monthIndex } from '../src/values/month.ts'
import { cellsOfDocx, cellsOfHtml, numbersOfXlsx, reported, tablesIn } from './support/printed-numbers.ts'
import { sliceTables } from './support/slice-tables.ts'

/** Done when page, JSON, workbook and report are the same to the öre: they are handed the same cells, and this is the proof. */
const period = { from: month('2019-01'), until: month('2019-04') }
const aMonth = fc.constantFrom(month('2019-01'), month('2019-02'), month('2019-03'))
const amountOre = fc.integer({ min: -1e11, max: 1e11 })
const aBooking = fc.record({ account: fc.constantFrom('3511', '4511', '5011', '8312'), month: aMonth, amountOre })
const aBudget = fc.record({
  statement: fc.constantFrom('operating', 'investment'),
  account: fc.constantFrom('3511', '4511', null),
  label: fc.constantFrom('Möbler', 'personal', 'okänd'),
  month: aMonth,
  amountOre,
})
const aForecast = fc.record({
  year: fc.constant(2019),
  row: fc.constantFrom('revenue', 'assistance', 'staff'),
  amountOre,
})
const aVolume = fc.record({
  label: fc.constantFrom('Vårddygn', 'Hushåll i snitt'),
  kind: fc.constantFrom('flow', 'average'),
  from: fc.constant(period.from),
  until: fc.constantFrom(period.until, month('2020-01')),
  version: fc.constantFrom('actual', 'forecast'),
  value: fc.option(fc.nat(10_000)),
})
const aPayment = fc.record({ household: fc.nat(9), concerned: aMonth, paid: fc.option(aMonth), amountOre })

const statements = fc
  .record({
    ledger: fc.array(aBooking, { minLength: 1, maxLength: 8 }),
    budget: fc.array(aBudget, { maxLength: 6 }),
    forecasts: fc.uniqueArray(aForecast, { selector: ({ row }) => row, maxLength: 3 }),
    volumes: fc.uniqueArray(aVolume, { selector: ({ label, version }) => label + version, maxLength: 4 }),
    payments: fc.array(aPayment, { maxLength: 12 }),
  })
  .map(({ ledger, budget, forecasts, volumes, payments }): FigureTable[] => {
    const input = { ledger, budget, forecasts, period }
    const { booking, months } = reconcileLedger({
      ledger: new Map(ledger.filter(({ account }) => account === '4511').map((row) => [row.month, row.amountOre])),
      ledgerKnown: new Map(),
      period,
      payments: {
        length: payments.length,
        household: Int32Array.from(payments, (row) => row.household),
        concernedMonth: Int32Array.from(payments, (row) => monthIndex(row.concerned)),
        payMonth: Int32Array.from(payments, (row) => (row.paid === null ? -1 : monthIndex(row.paid))),
        knownMonth: new Int32Array(payments.length),
        amountOre: Float64Array.from(payments, (row) => row.amountOre),
        purpose: new Int16Array(payments.length),
        purposes: [],
      },
    })
    return [
      operatingStatement(input),
      statementByMonth(input),
      investmentStatement(input),
      ...volumeTable(volumes, period),
      reconciliationTable(months, booking, period, disclosureLimits[0]!.value),
    ]
  })

const someTables = fc.tuple(statements, sliceTables).map((all) => all.flat())

const figuresOf = (tables: FigureTable[]): Figures => ({
  ...{ municipality: { code: '0483', name: 'Exempelköping' }, from: period.from, to: month('2019-03'), knownAt: null },
  ...{ dataFrom: period.from, dataTo: month('2019-03'), indicators: [], tables },
})

/** A cell as every output has to give it: amounts in öre, what is withheld as null. */
const values = (tables: FigureTable[]) =>
  tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ value }) => plain(value))))

/** Neither JSON nor a workbook knows a nought with a minus. */
const plain = (value: number | null) => (value === 0 ? 0 : value)
/** A workbook keeps fifteen digits of a share; an amount in öre is whole, and compared to the öre. */
const asKept = (value: number | null) =>
  value === null || Number.isInteger(value) ? plain(value) : Number(value.toPrecision(12))

/** What a workbook of the report has for a cell: thousands of kronor are whole there, as they are printed. */
const inWorkbook = (cell: Cell): number[] => {
  if (cell.kind === 'thousands') return [toThousands(cell.ore)]
  const value = reported(cell)
  return value === null ? [] : [cell.kind === 'kronor' ? value / 100 : value]
}

test('the page, the JSON, the workbook and the report have the same cells, for any amounts, actions, groups and cases', () =>
  fc.assert(
    fc.asyncProperty(someTables, async (tables) => {
      const figures = figuresOf(tables)
      const shown = values(tables)

      expect(figuresJson(figures).indicators.map(({ value }) => plain(value))).toEqual(shown)

      const sheet = readTable(await figuresXlsx(figures), 'figures.xlsx', { sheet: 'Tabeller' })
      const at = (name: string) => sheet.columns.indexOf(name)
      const exported = sheet.rows.map((row) => {
        const text = row[at('varde')] ?? ''
        if (text === '') return null
        return row[at('enhet')] === 'kronor' ? Math.round(Number(text) * 100) : Number(text)
      })
      expect(exported.map(asKept)).toEqual(shown.map(asKept))

      const byId = new Map(tablesIn(await asJson(figures)).map((table) => [table.id, table]))
      for (const table of tables.filter(({ rows }) => rows.length > 0)) {
        const cells = byId.get(table.id)!.rows.flatMap((row) => row.cells.map(reported))
        const expected = table.rows.flatMap((row) => row.cells.map((cell: TableCell) => plain(cell.value)))
        expect(cells).toEqual(expected)
      }
    }),
    { seed: 1, numRuns: 40 },
  ))

test('the report says the same in every format: the page, Word and the workbook have the cells of the JSON', () =>
  fc.assert(
    fc.asyncProperty(someTables, async (tables) => {
      const figures = figuresOf(tables)
      const printed = tablesIn(await asJson(figures))
      const texts = printed.map(({ rows }) => rows.flatMap(({ cells }) => cells.map(cellText)))
      expect(cellsOfHtml((await makeReport(figures, 'html', now)).toString())).toEqual(texts)
      expect(cellsOfDocx(await makeReport(figures, 'docx', now))).toEqual(texts)
      // The first sheet says what the report is, and the last has the definitions.
      const sheets = numbersOfXlsx(await makeReport(figures, 'xlsx', now)).slice(1, -1)
      const numbers = printed.map(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(inWorkbook)))
      expect(sheets.map((sheet) => sheet.map(asKept))).toEqual(numbers.map((sheet) => sheet.map(asKept)))
    }),
    // Word and workbooks take their time to write.
    { seed: 1, numRuns: 12 },
  ))

const now = new Date('2019-05-14T08:00:00Z')
const asJson = async (figures: Figures): Promise<Document> =>
  JSON.parse((await makeReport(figures, 'json', now)).toString()) as Document
