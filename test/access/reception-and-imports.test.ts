import { expect, test } from 'vitest'
import type { PathView } from '../../src/pathway/path-view.ts'
import { coachRegister } from '../support/coach-register.ts'
import { rowsOf } from '../support/register-facts.ts'
import { households, men, women } from '../support/small-extracts.ts'
import { testApp } from '../support/test-app.ts'

/** Somebody is met at the counter before the case system's file tells of the household. */
const app = await testApp()
await coachRegister(app, ['Anna Ek'])
const later = () => (app.clock.now = new Date(app.clock.now.getTime() + 60_000))

const meet = async (identityNumber: string, name: string): Promise<number> => {
  later()
  const answer = await app.as('manager', {
    method: 'POST',
    url: '/api/intake/households',
    payload: { identityNumber, name, unit: 'NORD' },
  })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<{ householdId: number }>().householdId
}
const note = (household: number, text: string) =>
  app.as('manager', {
    method: 'POST',
    url: `/api/households/${household}/events`,
    payload: { events: [{ kind: 'note-written', personId: null, concerns: null, on: '2019-05-14', body: { text } }] },
  })
const notesOf = async (household: number) => {
  const answer = await app.as('manager', `/api/households/${household}/path`)
  expect(answer.statusCode).toBe(200)
  return answer.json<PathView>().path.notes.map(({ body }) => body.text)
}
const householdOf = async (key: string) =>
  (await rowsOf<{ household_id: number }>(app, 'select household_id from household where source_key = $1', [key]))[0]!
    .household_id
const file = (...rows: string[]) => {
  later()
  return app.importText('fil.csv', households(...rows))
}
const row = (household: string, number: string, from: string, until = '', role = 'Registerledare') =>
  `${household};${number};Namn ${household};${role};${from};${until};NORD;Sara Lind;;`

test('two who were met apart, and have both led one household of a file: both ways go there, and become one', async () => {
  const [first, second] = [await meet(women[4]!, 'Eva Egen'), await meet(men[4]!, 'Egon Egen')]
  await note(first, 'hennes')
  await note(second, 'hans')
  await file(row('H50', women[4]!, '2018-01', '2018-12'), row('H50', men[4]!, '2019-01'))
  const joined = await householdOf('H50')
  const all = await rowsOf<{ text: string }>(
    app,
    "select body ->> 'text' as text from path_event where kind = 'note-written'",
  )
  expect(all.map(({ text }) => text).sort()).toEqual(['hans', 'hennes'])
  expect((await notesOf(joined)).sort()).toEqual(['hans', 'hennes'])
})

test('what is written on a page that was opened before the import is not lost in a household without persons', async () => {
  const own = await meet(women[5]!, 'Stina Sen')
  await note(own, 'före')
  await file(row('H51', women[5]!, '2019-01'))
  const answer = await note(own, 'efter')
  expect(answer.statusCode, answer.body).toBe(404)
  expect(await notesOf(await householdOf('H51'))).toEqual(['före'])
})

test('a note that is written while the file is read stands with the others', async () => {
  const own = await meet(women[6]!, 'Rut Samtidig')
  await note(own, '0')
  const answers = Promise.all(Array.from({ length: 30 }, (_, at) => note(own, `${at + 1}`)))
  await file(row('H52', women[6]!, '2019-01'))
  const statuses = (await answers).map(({ statusCode }) => statusCode)
  expect(statuses.filter((status) => status !== 200 && status !== 404)).toEqual([])
  const notes = await notesOf(await householdOf('H52'))
  // What was answered as recorded is there, and nothing else: besides the first.
  expect(notes).toHaveLength(1 + statuses.filter((status) => status === 200).length)
  expect(await rowsOf(app, 'select 1 from path_event where household_id = $1', [own])).toEqual([])
})
