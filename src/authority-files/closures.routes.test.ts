import { expect, test } from 'vitest'
import { coachRegister } from '../../test/support/coach-register.ts'
import { adult, households, women } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import type { ClosuresView } from './load-closures.ts'

const app = await testApp()
const names = ['Anna', 'Bea', 'Cia', 'Disa', 'Eva', 'Frida', 'Gun', 'Hedda', 'Ida'] as const
const { idsOf } = await coachRegister(app, names)
const url = '/api/authority-files/closures'
const view = async (role: 'controller' | 'administrator' = 'controller', query = '') =>
  (await app.as(role, `${url}${query}`)).json<ClosuresView>()
const say = async (name: string, ...said: { kind: string; on?: string; concerns?: number; body?: object }[]) => {
  const answer = await app.as('caseworker', {
    method: 'POST',
    url: `/api/households/${idsOf(name).household}/events`,
    payload: {
      events: said.map((each) => ({
        personId: personOf(name, each.kind),
        concerns: null,
        on: '2019-05-14',
        body: {},
        ...each,
      })),
    },
  })
  expect(answer.statusCode, answer.body).toBe(200)
}
/** A contact is about somebody; a closing is about the household. */
const personOf = (name: string, kind: string) => (kind === 'contact-registered' ? idsOf(name).person : null)
const closing = (reason: string) => ({ kind: 'case-closed', on: '2019-04-30', body: { reason } })
const contact = {
  ...{ kind: 'contact-registered', on: '2019-02-01' },
  body: { channel: 'phone', subjects: ['application'], expectedDuration: 'long', unemployed: true },
}
const cellsOf = ({ shown }: ClosuresView, id: string) => shown!.table.rows.find((row) => row.id === id)!.cells[0]!.value

test('nothing has been closed: there is no month, and the page says what there is no file of', async () => {
  expect(await view()).toMatchObject({ months: [], shown: null, codes: [], mayEdit: true })
})

test('closings count in the month they were registered, undone ones not, protected households apart', async () => {
  for (const name of names) await say(name, contact)
  for (const name of names) await say(name, closing('studies'))
  await say('Ida', { kind: 'undone', concerns: 2 })
  await app.importText('skydd.csv', households(adult('H7', women[7]!, { protection: 'Ja' })))
  const found = await view()
  // Closed on the last of April and registered in May.
  expect(found.months).toEqual(['2019-05'])
  expect(found.shown).toMatchObject({ due: '2019-06-15', last: '2019-09-15', protectedHouseholds: 1 })
  expect([cellsOf(found, 'studies'), cellsOf(found, 'all')]).toEqual([7, 7])
  expect(found.shown!.withoutCode).toEqual(['studies'])
})

test('the municipality writes the codes itself, as versions, and a reason that there is none of is refused', async () => {
  const put = (seen: number, codes: object, role: 'administrator' | 'manager' = 'administrator') =>
    app.as(role, {
      ...{ method: 'PUT', url: '/api/catalogue/closure-codes/2019-01' },
      payload: { seen, body: { from: '2019-01', source: 'Bilaga 2, utgåva 2019', codes } },
    })
  expect((await put(0, { studies: '02' }, 'manager')).statusCode).toBe(403)
  expect((await put(0, { lotto: '99' })).statusCode).toBe(400)
  expect((await put(0, { studies: '02' })).statusCode).toBe(200)
  const found = await view('administrator')
  expect(found.shown!.withoutCode).toEqual([])
  expect(found.shown!.table.rows.find(({ id }) => id === 'studies')!.note).toBe('kod 02')
  expect((await put(0, { studies: '03' })).statusCode).toBe(409)
})

test('is of the whole municipality, and not for somebody who works with some units only', async () => {
  await app.limitTo('manager', ['NORD'])
  expect((await app.as('manager', url)).json()).toMatchObject({ problem: 'not-whole-municipality' })
})
