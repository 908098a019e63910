import { describe, expect, test } from 'vitest'
import { action, kronor, part, save, stated } from '../../test/support/savings-actions.ts'
import { payments } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import type { CatalogueBody } from '../catalogue/catalogue-bodies.ts'
import type { DuePromise, NoteList, PromiseChoices, PromiseList, PromiseView } from './promises-view.ts'

const app = await testApp()
const households = Array.from({ length: 20 }, (_, at) => `H${at}`)
const months = ['2018-01', '2018-02', '2018-03', '2018-04', '2019-01', '2019-02', '2019-03', '2019-04']
await app.importText(
  'utbetalningar.csv',
  payments(
    ...months.flatMap((month) =>
      households
        .slice(month < '2019' ? 0 : 5)
        .map((key) => `${key}-${month};${key};${month};${month}-25;8000,00;Försörjningsstöd`),
    ),
  ),
)

const promise = (given: Partial<CatalogueBody<'promise'>> = {}): CatalogueBody<'promise'> => ({
  ...{ kind: 'assignment', title: 'Färre hushåll', heading: null, sentence: 'Färre ska behöva bistånd.' },
  ...{ decided: { by: 'Kommunfullmäktige', on: '2017-11-20', paragraph: '§ 186' }, diaryNumbers: ['VIAN/2018:29'] },
  ...{ owner: 'Enhetschef', committees: ['Socialnämnden'], statuses: [], closed: null },
  success: { figure: 'households-per-month', direction: 'at-most', target: 12, baseline: 20 },
  reportings: [{ on: '2019-06-11', to: 'Kommunstyrelsen', reportedOn: null }],
  ...given,
})

const put = async (key: string, seen: number, body: object, kind = 'promise') =>
  app.as('controller', { method: 'PUT', url: `/api/catalogue/${kind}/${key}`, payload: { seen, body } })
const list = async () => (await app.as('board', '/api/promises')).json<PromiseList>()
const show = async (key: string, role: 'controller' | 'board' = 'controller') =>
  (await app.as(role, `/api/promises/entries/${key}`)).json<PromiseView>()

describe('a promise', () => {
  test("is shown from baseline over now to target, with the figure's definition", async () => {
    expect((await put('farre-hushall', 0, promise())).statusCode).toBe(200)
    const { row, entry } = await show('farre-hushall')
    expect(row).toMatchObject({ state: 'due', next: { on: '2019-06-11' } })
    expect(row.progress).toMatchObject({
      ...{ baseline: { count: 20 }, target: { count: 12 }, direction: 'at-most', isReached: false },
      figure: { cell: { kind: 'count', count: 15 }, from: '2019-01', to: '2019-04' },
    })
    expect(row.progress!.figure.definition.definition).not.toBe('')
    expect(entry.body.sentence).toBe('Färre ska behöva bistånd.')
  })

  test('has statuses with the figure of the tertial that had ended when each was written', async () => {
    const status = (on: string) => ({ on, text: 'Så är läget.', longer: '', figure: 'households-per-month' })
    await put('lagen', 0, promise({ title: 'Lägen', statuses: [status('2018-05-14'), status('2019-05-14')] }))
    const { statuses } = await show('lagen')
    expect(statuses.map(({ on, shown }) => [on, shown?.to, shown?.cell])).toEqual([
      ['2019-05-14', '2019-04', expect.objectContaining({ count: 15 })],
      ['2018-05-14', '2018-04', expect.objectContaining({ count: 20 })],
    ])
  })

  const closing = (figure: string) => ({ on: '2019-05-14', outcome: 'kept' as const, figure, text: 'Det gick.' })

  test.each([
    ['an address that leads nowhere', 'no-such-figure'],
    ['what is no address', '{15 hushåll}'],
    ['a figure that is not known', 'rejection-share'],
  ])('is not closed with %s', async (_, figure) => {
    const answer = await put('farre-hushall', 1, promise({ closed: closing(figure) }))
    expect([answer.statusCode, answer.json<{ problem: string }>().problem]).toEqual([422, 'closed-without-figure'])
    expect((await show('farre-hushall')).row.closed).toBeNull()
  })

  test('is closed with a figure, and keeps what was said before in its versions', async () => {
    expect((await put('farre-hushall', 1, promise({ closed: closing('households-per-month') }))).statusCode).toBe(200)
    const { row, versions } = await show('farre-hushall')
    expect(row).toMatchObject({ state: 'kept', next: null, closed: { shown: { cell: { count: 15 } } } })
    expect(versions.map(({ version, savedBy }) => [version, savedBy])).toEqual([
      [2, 'Test controller'],
      [1, 'Test controller'],
    ])
  })

  test('is not overwritten by whoever has not seen the latest version', async () =>
    expect((await put('farre-hushall', 1, promise())).statusCode).toBe(409))

  test('is read by the board without who saved it', async () => {
    const view = await show('farre-hushall', 'board')
    expect([view.mayEdit, view.entry.savedBy, view.versions]).toEqual([false, null, []])
  })

  test('that does not exist is said not to', async () =>
    expect((await app.as('manager', '/api/promises/entries/finns-inte')).json()).toEqual({
      problem: 'no-such-promise',
      text: 'Det finns inget löfte på den här adressen. Gå tillbaka till listan.',
    }))
})

test('late ones stand first, and the manager is told of them and of those that are due', async () => {
  const reporting = (on: string) => [{ on, to: 'Kommunstyrelsen', reportedOn: null }]
  await put('sen', 0, promise({ title: 'Sen', reportings: reporting('2019-04-30') }))
  await put('langt-fram', 0, promise({ title: 'Långt fram', reportings: reporting('2019-12-31') }))
  await put('utan-tal', 0, promise({ title: 'Utan tal', success: null, reportings: [] }))
  expect((await list()).rows.map(({ key, state }) => [key, state])).toEqual([
    ['sen', 'overdue'],
    ['lagen', 'due'],
    ['utan-tal', 'without-figure'],
    ['langt-fram', 'on-its-way'],
    ['farre-hushall', 'kept'],
  ])
  const { due } = (await app.as('manager', '/api/promises/due')).json<{ due: DuePromise[] }>()
  expect(due.map(({ key, state, next }) => [key, state, next.on])).toEqual([
    ['sen', 'overdue', '2019-04-30'],
    ['lagen', 'due', '2019-06-11'],
  ])
})

test('a promise may be seen by what the savings ledger says', async () => {
  const promised = part('Alla', { promisedOre: stated(kronor(600_000)) })
  await save(app, 'jobbtorg', action({ start: '2019-01', assumptions: [promised] }))
  const success = { figure: 'savings-actions/sum/promised|tkr', direction: 'at-least' as const, baseline: null }
  await put('spara', 0, promise({ title: 'Spara', success: { ...success, target: kronor(1_000_000) } }))
  expect((await show('spara')).row.progress).toMatchObject({
    ...{ figure: { cell: { kind: 'thousands', ore: kronor(600_000) } }, isReached: false },
    target: { kind: 'thousands', ore: kronor(1_000_000) },
  })
})

test('figures are chosen by their Swedish names, with what they are now', async () => {
  const { figures, owners, drawn } = (await app.as('manager', '/api/promises/choices')).json<PromiseChoices>()
  expect(figures).toContainEqual({
    ...{ address: 'households-per-month', name: 'Hushåll med bistånd, genomsnitt per månad' },
    ...{ now: '15', unit: 'households' },
  })
  expect(figures.map(({ now }) => now)).not.toContain('kan inte förekomma')
  expect(owners).toEqual(['Enhetschef'])
  expect(drawn.map(({ id }) => id)).toContain('households-per-month')
})

test('a dated note is read by everybody who reads figures, the latest first', async () => {
  const note = (on: string, until: string | null) => ({
    ...{ kind: 'explanation', title: `Nytt ${on}`, text: '', on, until, figures: ['inflow'], source: 'Delrapporten' },
  })
  expect((await put('forst', 0, note('2018-03-01', null), 'dated-note')).statusCode).toBe(200)
  expect((await put('sedan', 0, note('2019-03-01', '2019-04-01'), 'dated-note')).statusCode).toBe(200)
  const read = (await app.as('reception', '/api/dated-notes')).json<NoteList>()
  expect(read.notes.map(({ key, savedBy }) => [key, savedBy])).toEqual([
    ['sedan', null],
    ['forst', null],
  ])
  expect([read.mayEdit, (await app.as('manager', '/api/dated-notes')).json<NoteList>().mayEdit]).toEqual([false, true])
})

test('nobody but the manager and the controller writes', async () => {
  const request = {
    method: 'PUT' as const,
    url: '/api/catalogue/promise/ny-sak',
    payload: { seen: 0, body: promise() },
  }
  for (const role of ['board', 'administrator', 'caseworker'] as const)
    expect((await app.as(role, request)).statusCode).toBe(403)
})
