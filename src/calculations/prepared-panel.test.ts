import { expect, test } from 'vitest'
import { month, monthIndex } from '../values/month.ts'
import { rowsIn } from './month-order.ts'
import { panelOf } from './panel-of.ts'
import { forQuestion, preparePanel, remembered } from './prepared-panel.ts'

const at = (text: string) => monthIndex(month(text))
const year = [at('2019-01'), at('2020-01')] as const

const prepared = preparePanel(
  panelOf({
    first: '2019-01',
    last: '2019-12',
    households: {
      A: { months: '2019-05', kronorIn: { '2019-02': 0 }, children: [3] },
      B: { months: '2019-03 2019-06' },
    },
    decisions: [
      { household: 'B', month: '2019-03', outcome: 'granted' },
      { household: 'A', month: '2019-05', outcome: 'rejected' },
    ],
    applications: [{ household: 'A', month: '2019-02', kind: 'new' }],
  }),
  0,
)

test('months with assistance are those above zero; money is summed over all', () => {
  expect([...rowsIn(prepared.assisted, ...year)]).toEqual([2, 1, 3])
  expect([...rowsIn(prepared.paid, ...year)]).toEqual([0, 2, 1, 3])
})

test('persons have assistance in the months when their household has', () => {
  const { person, month: months } = prepared.panel.personMonths
  const found = Array.from(rowsIn(prepared.assistedPersons, ...year), (row) => [
    person[row],
    months[row]! - at('2019-01'),
  ])
  expect(found).toEqual([
    [2, 2],
    [0, 4],
    [1, 4],
    [2, 5],
  ])
})

test('decisions, applications and spells are found by their month', () => {
  const { decisions, applications, spellsByStart, spellsByLast } = prepared
  expect([...rowsIn(decisions, at('2019-05'), at('2019-06'))]).toEqual([0])
  expect([...rowsIn(decisions, ...year)]).toEqual([1, 0])
  expect([...rowsIn(applications, ...year)]).toEqual([0])
  expect([...rowsIn(spellsByStart, ...year)]).toEqual([1, 0, 2])
  expect([...rowsIn(spellsByLast, at('2019-05'), at('2019-07'))]).toEqual([0, 2])
})

test('a result is worked out once for its key, and again for another question', () => {
  let count = 0
  const ask = (panel: typeof prepared, key = 'figure') => remembered(panel, key, () => ++count)
  const question = forQuestion(prepared)
  expect([ask(question), ask(question), ask(question, 'other'), ask(forQuestion(question))]).toEqual([1, 1, 2, 3])
  expect(prepared.results.size).toBe(0)
})
