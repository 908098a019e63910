import { describe, expect, test } from 'vitest'
import { payments, women } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import { inTransaction } from '../database/transaction.ts'
import { signReport } from '../../test/support/signed-report.ts'
import type { BoardFigures, BoardQuestions, BoardReports, ReadReport } from './board-view.ts'

const app = await testApp()
const months = ['2018-01', '2018-02', '2018-03', '2018-04', '2019-01', '2019-02', '2019-03', '2019-04']
await app.importText(
  'utbetalningar.csv',
  payments(
    ...months.flatMap((month) =>
      Array.from({ length: 20 }, (_, at) => `H${at}-${month};H${at};${month};${month}-25;8000,00;Försörjningsstöd`),
    ),
  ),
)
await signReport(app, 2)

describe('reports', () => {
  const reports = async (role: 'board' | 'controller') =>
    (await app.as(role, '/api/board/reports')).json<BoardReports>()
  const show = (version: number, shown: boolean) =>
    app.as('controller', { method: 'PUT', url: `/api/board/reports/1/${version}`, payload: { shown } })

  test('are signed and not shown until somebody shows them', async () => {
    expect((await reports('board')).reports).toEqual([])
    expect((await reports('controller')).reports.map(({ version, boardFrom }) => [version, boardFrom])).toEqual([
      [2, null],
      [1, null],
    ])
    expect((await app.as('board', '/api/board/reports/1/1')).statusCode).toBe(404)
  })

  test('are read as they were signed, and say when a later version has taken their place', async () => {
    expect((await show(1, true)).statusCode).toBe(200)
    const first = (await app.as('board', '/api/board/reports/1/1')).json<ReadReport>()
    expect(first).toMatchObject({
      ...{ title: 'Tertialrapport 1', from: '2019-01', to: '2019-04', signedName: 'Test controller' },
      ...{ boardFrom: '2019-05-14', correctedBy: null, document: { title: 'Tertialrapport 1' } },
    })
    await show(2, true)
    expect((await reports('board')).reports.map(({ version, correctedBy }) => [version, correctedBy])).toEqual([
      [2, null],
      [1, 2],
    ])
  })

  test('are taken back', async () => {
    await show(2, false)
    expect((await reports('board')).reports.map(({ version }) => version)).toEqual([1])
    expect((await show(9, true)).statusCode).toBe(404)
  })
})

test('a dozen figures over time, the children first, each with its definition and for women and men', async () => {
  const { periods, figures } = (await app.as('board', '/api/board/figures')).json<BoardFigures>()
  expect(periods).toEqual([
    { from: '2018-01', to: '2018-04' },
    { from: '2019-01', to: '2019-04' },
  ])
  expect(figures).toHaveLength(12)
  expect(figures[0]!.years[0]!.id).toBe('children')
  for (const { years } of figures) {
    expect(years).toHaveLength(periods.length)
    expect(years[0]!.definition).not.toBe('')
  }
  const alike = figures.filter(({ years }) => years[0]!.splits?.some(({ category }) => category === 'woman'))
  expect(alike.map(({ years }) => years[0]!.id)).toEqual(
    expect.arrayContaining(['children', 'households-per-month', 'persons', 'paid', 'cost-per-household-month']),
  )
  const households = figures.find(({ years }) => years[0]!.id === 'households-per-month')!
  expect(households.series.filter(({ value }) => value === 20)).toHaveLength(8)
})

describe('a question', () => {
  const read = async (role: 'board' | 'controller') =>
    (await app.as(role, '/api/board/questions')).json<BoardQuestions>()
  const ask = (text: string) => app.as('board', { method: 'POST', url: '/api/board/questions', payload: { text } })
  const answer = (id: number, payload: object) =>
    app.as('controller', { method: 'PUT', url: `/api/board/questions/${id}/answer`, payload })

  test('waits where the unit sees it, with who asked', async () => {
    const { id } = (await ask('  Hur många hushåll är det?  ')).json<{ id: number }>()
    expect((await read('controller')).questions).toEqual([
      {
        ...{ id, text: 'Hur många hushåll är det?', askedOn: '2019-05-14', askedBy: 'Test board' },
        ...{ mayWithdraw: false, answer: null },
      },
    ])
    expect((await read('board')).questions).toMatchObject([{ id, askedBy: null, mayWithdraw: true }])
    expect((await app.as('manager', '/api/board/questions/waiting')).json()).toEqual({ waiting: 1 })
  })

  const number = `${women[0]!.slice(0, 8)}-${women[0]!.slice(8)}`
  test.each([`Hur går det för ${number}?`, `Ring ${number.slice(2)}.`, `Se ${women[0]}`])(
    'with a personal identity number in it is refused: %s',
    async (text) => {
      const refused = await ask(text)
      expect([refused.statusCode, refused.json<{ problem: string }>().problem]).toEqual([422, 'holds-identity-number'])
    },
  )

  test('is not answered without a figure that may be shown', async () => {
    expect((await answer(1, { text: 'Många.', figure: 'no-such-figure' })).statusCode).toBe(422)
    expect((await answer(1, { text: 'Många.' })).statusCode).toBe(400)
    expect((await answer(99, { text: 'Många.', figure: 'households-per-month' })).statusCode).toBe(404)
  })

  test('is answered with words and a figure, and the board sees its definition', async () => {
    expect((await answer(1, { text: 'Lika många som förut.', figure: 'households-per-month' })).statusCode).toBe(200)
    const [first] = (await read('board')).questions
    expect(first).toMatchObject({
      mayWithdraw: false,
      answer: {
        ...{ text: 'Lika många som förut.', on: '2019-05-14' },
        figure: { cell: { count: 20 }, definition: { name: 'Hushåll med bistånd, genomsnitt per månad' } },
      },
    })
  })

  test('that is answered is not taken back; the answer is', async () => {
    const withdraw = () => app.as('board', { method: 'DELETE', url: '/api/board/questions/1' })
    expect((await withdraw()).statusCode).toBe(409)
    await app.as('manager', { method: 'DELETE', url: '/api/board/questions/1/answer' })
    expect((await read('board')).questions[0]!.answer).toBeNull()
    expect((await withdraw()).statusCode).toBe(200)
    expect((await read('controller')).questions).toEqual([])
  })

  test('stands in the log without its words', async () => {
    const rows = await inTransaction(app.database.owner, (tx) =>
      tx.query<{ action: string; detail: object }>(
        "select action, detail from audit_entry where action like 'board-question-asked' or action like 'board-question-answered'",
      ),
    )
    expect(rows.map(({ action }) => action)).toEqual(['board-question-asked', 'board-question-answered'])
    expect(JSON.stringify(rows)).not.toMatch(/Hur många|Lika många/)
  })

  test('never changes its words: the application has no right to', async () => {
    const change = inTransaction(app.database.app, async (tx) => {
      await tx.query(`set local app.municipality to '${app.municipality.id}'`)
      await tx.query("update board_question set text = 'annat'")
    })
    await expect(change).rejects.toThrow(/permission denied/)
  })
})
