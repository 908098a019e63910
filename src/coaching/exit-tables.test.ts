import { expect, test } from 'vitest'
import { exitTables } from './exit-tables.ts'
import type { ExitInterview } from './quotes.ts'

const ended = (count: number, said: ExitInterview['said']): ExitInterview[] =>
  Array.from({ length: count }, () => ({ intervention: 'steget', said }))
const held = (count: number) =>
  ended(count, {
    state: 'held',
    overall: 4,
    better: ['routines'],
    worse: ['economy'],
    quote: 'Bra',
    quoteConsent: true,
  })

const told = (interviews: ExitInterview[]) =>
  exitTables(interviews).map(({ rows }) =>
    Object.fromEntries(rows.map(({ id, cells }) => [id, cells.map(({ value }) => value)])),
  )

test('each that ended is in one row, and what got worse stands beside what got better', () => {
  const [conversations, changes] = told([...held(12), ...ended(5, { state: 'declined' }), ...ended(8, null)])
  expect(conversations).toEqual({ held: [12], declined: [5], waiting: [0], 'not-offered': [8], ended: [25] })
  expect(changes).toMatchObject({ routines: [12, 0], economy: [0, 12], health: [0, 0] })
})

test('small counts are withheld, with another so that the sum does not tell them', () => {
  const [conversations] = told([...held(12), ...ended(2, { state: 'declined' }), ...ended(8, null)])
  expect(conversations).toMatchObject({ held: [12], declined: [null], 'not-offered': [null], ended: [22] })
})

test('of few conversations nothing that was said is told', () => {
  const [, changes] = told([...held(3), ...ended(20, null)])
  for (const cells of Object.values(changes!)) expect(cells).toEqual([null, null])
})

test('nothing that was said in own words is in the tables', () =>
  expect(JSON.stringify(exitTables(held(12)))).not.toContain('"Bra"'))

test('there is no table before anything has ended', () => expect(exitTables([])).toEqual([]))
