import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../src/access/permissions.ts'
import type { FigureTable } from '../src/analysis/figures.ts'
import { readTable } from '../src/imports/read/read-table.ts'
import type { CasesView, SignalsView } from '../src/payment-cases/payment-cases-view.ts'
import type { Document } from '../src/reports/document.ts'
import { publishedId } from '../src/target-groups/publish-groups.ts'
import type { GroupView } from '../src/target-groups/target-groups-view.ts'
import { reported, tablesIn } from './support/printed-numbers.ts'
import { action, kronor, list, part, save, show, stated } from './support/savings-actions.ts'
import { adult, households, men, payments, women } from './support/small-extracts.ts'
import { testApp } from './support/test-app.ts'

/** Done when the tables of the savings ledger, target groups and control of payments leave the program as their pages show them. */
const app = await testApp()
const numbers = [...women, ...men]
const keys = numbers.map((_, at) => `H${at}`)
const months = [2017, 2018, 2019].flatMap((year) =>
  Array.from({ length: year === 2019 ? 4 : 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`),
)
const paid = keys.flatMap((key, at) =>
  months.map((month) => `${key}-${month};${key};${month};${month}-25;${8000 + at * 37},${10 + at};Försörjningsstöd`),
)
const twice = keys
  .slice(0, 8)
  .map(
    (key) =>
      `${key}-2;${key};2019-02;2019-02-26;${8000 + keys.indexOf(key) * 37},${10 + keys.indexOf(key)};Försörjningsstöd`,
  )
await app.importText('hushall.csv', households(...keys.map((key, at) => adult(key, numbers[at]!))))
await app.importText('utbetalningar.csv', payments(...paid, ...twice))

const ask = async <Answer>(url: string, role: Role = 'manager') => {
  const answer = await app.as(role, url)
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
  return answer.json<Answer>()
}
const send = async (method: 'PUT' | 'POST', url: string, payload: object) => {
  const answer = await app.as('manager', { method, url, payload })
  expect(answer.statusCode, answer.body).toBe(200)
}
const asked = 'from=2019-01&to=2019-04'

const groupOf = (name: string, restricted: boolean) => ({
  ...{ name, purpose: '', kind: 'rule', exclusive: false, restricted, frozen: [] },
  rule: {
    ...{ costliest: 10, period: { from: '2018-01', until: '2019-01' }, monthsAtLeast: null, ageBelow: null },
    ...{ obstacles: [], housing: [], withChildren: null, unit: null },
  },
})

async function freeze(key: string, name: string, restricted: boolean) {
  await send('PUT', `/api/catalogue/target-group/${key}`, { seen: 0, body: groupOf(name, restricted) })
  await send('POST', `/api/target-groups/${key}/freeze`, { seen: 1 })
}

const exported = async (role: Role) => {
  const answer = await app.as(role, `/api/figures/export?${asked}&format=xlsx`)
  const sheet = readTable(answer.rawPayload, 'figures.xlsx', { sheet: 'Tabeller' })
  const at = (name: string) => sheet.columns.indexOf(name)
  return {
    text: JSON.stringify(sheet.rows),
    of: (id: string) =>
      sheet.rows
        .filter((row) => row[at('id')] === id)
        .map((row) => {
          const text = row[at('varde')] ?? ''
          if (text === '') return null
          return row[at('enhet')] === 'kronor' ? Math.round(Number(text) * 100) : Number(text)
        }),
  }
}
const valuesOf = ({ rows }: FigureTable) => rows.flatMap(({ cells }) => cells.map(({ value }) => value))
const rounded = (values: (number | null)[]) => values.map((value) => value && Number(value.toPrecision(14)))

beforeAll(async () => {
  // The groups were made while there were months to come.
  app.clock.now = new Date('2019-02-14T08:00:00Z')
  await freeze('dyraste', 'De dyraste', false)
  await freeze('skyddet', 'Kvinnofridsgruppen', true)
  const promise = [part('Alla', { persons: stated(20), promisedOre: stated(kronor(600_000)) })]
  const cost = { label: 'Handläggare', ore: kronor(123_456.78), from: '2018-07', until: '2019-07', source: 'Budget' }
  const start = { start: '2018-07', baseline: { from: '2017-01', until: '2018-01' } }
  await save(app, 'fler', action({ name: 'Fler handläggare', ...start, assumptions: promise, ownCosts: [cost] }))
  for (const householdKey of keys.slice(0, 6))
    await send('POST', '/api/payment-cases', { householdKey, signal: 'same-twice', month: '2019-02', note: '' })
})

async function pages(): Promise<[id: string, table: FigureTable][]> {
  const savings = await list(app, '?year=2019')
  const { byMonth } = await show(app, 'fler')
  const group = await ask<GroupView>('/api/target-groups/dyraste')
  const cases = await ask<CasesView>(`/api/payment-cases?${asked}`)
  const signals = await ask<SignalsView>(`/api/payment-signals?${asked}`)
  return [
    ...[savings.actions, savings.net, savings.change!, signals.table, ...cases.tables].map(
      (table) => [table.id, table] as [string, FigureTable],
    ),
    ['savings-months-fler', { ...byMonth, rows: byMonth.rows.filter(({ id }) => id >= '2019-01') }],
    ...group.tables.map((table) => [publishedId('dyraste', table), table] as [string, FigureTable]),
  ]
}

describe('the tables of the slices', () => {
  test('are the same on their pages, in the workbook and in the report, to the öre', async () => {
    const shown = await pages()
    const workbook = await exported('manager')
    const report = await ask<Document>(`/api/reports/follow-up?${asked}&format=json`, 'controller')
    const byId = new Map(tablesIn(report).map((table) => [table.id, table]))
    expect(shown.length).toBeGreaterThan(10)
    for (const [id, table] of shown) {
      expect(workbook.of(id).length, id).toBeGreaterThan(0)
      expect(rounded(workbook.of(id)), id).toEqual(rounded(valuesOf(table)))
      expect(
        byId.get(id)!.rows.flatMap(({ cells }) => cells.map(reported)),
        id,
      ).toEqual(valuesOf(table))
    }
    expect(valuesOf(shown[3]![1]).some((value) => value !== null && value > 0)).toBe(true)
  })

  test('tell of no group that only managers see: neither its name nor its key', async () => {
    const report = (await app.as('manager', `/api/reports/follow-up?${asked}&format=html`)).body
    const { text } = await exported('manager')
    for (const each of [report, text]) {
      expect(each).not.toMatch(/kvinnofrid|skyddet/i)
      expect(each).toContain('De dyraste')
    }
  })

  test('are not for those who make no reports, and not on the page of figures', async () => {
    for (const role of ['caseworker', 'reception', 'coach'] as const)
      expect((await exported(role)).text).not.toMatch(/savings-|target-group-|payment-/)
    const { tables } = await ask<{ tables: FigureTable[] }>(`/api/figures?${asked}`)
    expect(tables.filter(({ id }) => /^(savings|target-group|payment)-/.test(id))).toEqual([])
  })

  test('stand only where all is known: not for a unit, not as of an earlier day, and not before anything had begun', async () => {
    for (const query of [`${asked}&knownAt=2019-05-20`, 'from=2017-01&to=2017-04']) {
      const report = await ask<Document>(`/api/reports/follow-up?${query}&format=json`)
      expect(tablesIn(report).filter(({ id }) => /^(savings|target-group)-/.test(id))).toEqual([])
    }
  })
})
