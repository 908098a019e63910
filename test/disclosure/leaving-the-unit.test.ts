import { expect, test } from 'vitest'
import type { Outlook } from '../../src/analysis/outlook.ts'
import type { BoardQuestions } from '../../src/board/board-view.ts'
import type { CatalogueBody } from '../../src/catalogue/catalogue-bodies.ts'
import type { ComparisonView } from '../../src/comparison/comparison-view.ts'
import { inTransaction, withTenant } from '../../src/database/transaction.ts'
import type { PromiseView } from '../../src/promises/promises-view.ts'
import { addPublished, loadPublished, lockPublished } from '../../src/publication/publication.queries.ts'
import { cellOf, type PublishedCount } from '../../src/publication/count-cell.ts'
import { month, monthIndex } from '../../src/values/month.ts'
import { signReport } from '../support/signed-report.ts'
import { payments } from '../support/small-extracts.ts'
import { type TestApp, testApp } from '../support/test-app.ts'
import { upload } from '../support/upload.ts'

const months = ['2018-01', '2018-02', '2018-03', '2018-04', '2019-01', '2019-02', '2019-03', '2019-04']

async function app(): Promise<TestApp> {
  const made = await testApp()
  const rows = months.flatMap((each) =>
    Array.from({ length: 20 }, (_, at) => `H${at}-${each};H${at};${each};${each}-25;8000,00;Försörjningsstöd`),
  )
  await made.importText('utbetalningar.csv', payments(...rows))
  return made
}

const published = ({ database, municipality }: TestApp) =>
  withTenant(database.app, { municipalityId: municipality.id }, (tx) => loadPublished(tx, municipality.id))

/** Somebody has withheld the households of January to April 2019, in a file that is out. */
const withheldElsewhere = {
  ...{ definitionId: 'household-months', cellKey: '', count: null },
  ...{ from: monthIndex(month('2019-01')), until: monthIndex(month('2019-05')) },
}

const whenWaiting = async ({ database }: TestApp): Promise<void> => {
  const waiting =
    "select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())"
  while ((await inTransaction(database.owner, (tx) => tx.query(waiting))).length === 0)
    await new Promise((soon) => setTimeout(soon, 20))
}

test('a signed report is in the register with what it shows and with nothing else', async () => {
  const made = await app()
  await signReport(made)
  const [report] = await published(made)
  const shown = [...report!].filter(([, count]) => count !== null && count > 0).map(([id]) => cellOf(id))
  const january = (year: string) => monthIndex(month(`${year}-01`))
  expect(shown).toContainEqual({
    ...{ definitionId: 'household-months', cellKey: '', from: january('2019'), until: january('2019') + 4 },
  })
  expect(new Set(shown.map(({ definitionId }) => definitionId))).toEqual(new Set(['household-months']))
  expect(new Set(shown.map(({ from, until }) => until - from))).toEqual(new Set([4]))
})

test('a report is not signed when what is published while it is being signed withholds a figure of it', async () => {
  const made = await app()
  const { id } = made.municipality
  const signing = withTenant(made.database.app, { municipalityId: id }, async (tx) => {
    await lockPublished(tx, id)
    const signed = signReport(made).catch((error: Error) => error.message)
    await whenWaiting(made)
    await addPublished(tx, id, { reportId: 0, version: 1 }, [withheldElsewhere])
    return { signed }
  })
  expect(await (await signing).signed).toContain('published-meanwhile')
  const rows = await inTransaction(made.database.owner, (tx) => tx.query('select 1 from report_version'))
  expect(rows).toEqual([])
})

test('the board reads no figure of a promise or an answer that is withheld elsewhere; those who work with it do', async () => {
  const made = await app()
  const { id } = made.municipality
  const put = async (url: string, payload: object) =>
    expect((await made.as('controller', { method: 'PUT', url, payload })).statusCode).toBe(200)
  await put('/api/catalogue/promise/farre', { seen: 0, body: promise })
  await made.as('board', { method: 'POST', url: '/api/board/questions', payload: { text: 'Hur många är de?' } })
  await put('/api/board/questions/1/answer', { text: 'Så många.', figure: 'households-per-month' })
  const shown = async (role: 'board' | 'controller') => {
    const { row } = (await made.as(role, '/api/promises/entries/farre')).json<PromiseView>()
    return row.progress!.figure.cell
  }
  const answered = async () => {
    const { questions } = (await made.as('board', '/api/board/questions')).json<BoardQuestions>()
    return questions[0]!.answer!.figure!.cell
  }
  expect([await shown('controller')].map(({ kind }) => kind)).toEqual(['count'])
  await withTenant(made.database.app, { municipalityId: id }, (tx) =>
    addPublished(tx, id, { reportId: 0, version: 1 }, [withheldElsewhere]),
  )
  expect([await shown('controller'), await shown('board'), await answered()].map(({ kind }) => kind)).toEqual([
    ...['count', 'withheld', 'withheld'],
  ])
})

const withhold = ({ database, municipality }: TestApp, count: PublishedCount) =>
  withTenant(database.app, { municipalityId: municipality.id }, (tx) =>
    addPublished(tx, municipality.id, { reportId: 0, version: 1 }, [count]),
  )

test('what lies ahead is foreseen for the board from nothing that tells what is withheld elsewhere', async () => {
  const made = await app()
  await withhold(made, withheldElsewhere)
  const shown = async (role: 'board' | 'controller') => {
    const { figures } = (await made.as(role, '/api/outlook')).json<Outlook>()
    const { history, expected, withheld } = figures.find(({ id }) => id === 'households-per-month')!
    return { hidden: history.filter(({ value }) => value === null).length, expected, withheld }
  }
  // Four months sum to what is withheld.
  expect((await shown('controller')).hidden).toBe(0)
  const { hidden, ...board } = await shown('board')
  expect(hidden).toBeGreaterThan(0)
  expect(board).toEqual({ expected: null, withheld: 'too-few' })
  expect((await shown('controller')).hidden).toBe(0)
})

test('the comparison shows the board no figure of ours that is withheld elsewhere, and is out from then on', async () => {
  const made = await app()
  const datum = { kpi: 'N31910', municipality: made.municipality.code, period: 2018 }
  const values = [{ ...datum, values: [{ gender: 'T', count: 1, status: '', value: 21, isdeleted: false }] }]
  const file = JSON.stringify({ values, next_url: null })
  expect((await upload(made, 'controller', 'kolada.json', file, '/api/comparison/file')).statusCode).toBe(200)
  const table = months.slice(0, 4).map((each) => `Katrineholm;Antal hushåll;${each};21`)
  const official = ['Kommun;Mått;Månad;Värde', ...table, ''].join('\r\n')
  await made.importText('officiell-statistik.csv', official, { kind: 'official-statistics' })
  const shown = async (role: 'board' | 'controller') => {
    const view = (await made.as(role, '/api/comparison')).json<ComparisonView>()
    return [view.overview.rows[0]!.cells[0]!, view.official.rows[0]!.cells[4]!].map(({ value }) => value)
  }
  expect(await shown('controller')).toEqual([20, 20])
  expect(await published(made)).toEqual([])
  expect(await shown('board')).toEqual([20, 20])
  const year = { from: monthIndex(month('2018-01')), until: monthIndex(month('2019-01')) }
  const out = (await published(made)).flatMap((each) => [...each].map(([id, count]) => ({ ...cellOf(id), count })))
  expect(out).toContainEqual({ definitionId: 'households', cellKey: '', ...year, count: 20 })
  expect(out).toContainEqual(expect.objectContaining({ definitionId: 'household-months', count: 20 }))

  const other = await app()
  await upload(other, 'controller', 'kolada.json', file, '/api/comparison/file')
  await withhold(other, { definitionId: 'households', cellKey: '', ...year, count: null })
  const ours = async (role: 'board' | 'controller') =>
    (await other.as(role, '/api/comparison')).json<ComparisonView>().overview.rows[0]!.cells[0]
  expect(await ours('controller')).toMatchObject({ value: 20 })
  expect(await ours('board')).toMatchObject({ value: null, withheld: 'reveals-another' })
})

const promise: CatalogueBody<'promise'> = {
  ...{ kind: 'assignment', title: 'Färre hushåll', heading: null, sentence: 'Färre ska behöva bistånd.' },
  ...{ decided: { by: 'Kommunfullmäktige', on: '2017-11-20', paragraph: '§ 186' }, diaryNumbers: [] },
  ...{ owner: 'Enhetschef', committees: ['Socialnämnden'], statuses: [], closed: null },
  success: { figure: 'households-per-month', direction: 'at-most', target: 12, baseline: 20 },
  reportings: [],
}
