import { expect, test } from 'vitest'
import { month, monthIndex } from '../values/month.ts'
import {
  adultsWithAssistance,
  childrenWithAssistance,
  householdMonthsWithAssistance,
  householdsWithAssistance,
  isCovered,
  paidAmount,
  personsWithAssistance,
} from './assistance.ts'
import { panelOf, type Situation } from './panel-of.ts'
import { preparePanel } from './prepared-panel.ts'
import { type Selection, sizeOf } from './selection.ts'

const at = (text: string) => monthIndex(month(text))
const period = (from: string, last: string) => ({ from: at(from), until: at(last) + 1 })
const year = period('2019-01', '2019-12')

const prepared = (households: Situation['households']) =>
  preparePanel(panelOf({ first: '2019-01', last: '2019-12', households }), 0)

test('the data cover a period when they hold its first and its last month', () => {
  const panel = prepared({})
  const periods = [year, period('2018-12', '2019-12'), period('2019-01', '2020-01')]
  expect(periods.map((each) => isCovered(panel, each))).toEqual([true, false, false])
})

/** The rows: A in February, March and April, which was repaid; B in March. */
const repaid = prepared({ A: { months: '2019-02..2019-03', kronorIn: { '2019-04': -100 } }, B: { months: '2019-03' } })

test('a household counts every month it had assistance, or once by its last', () => {
  const { table, rows } = householdMonthsWithAssistance(repaid, year)
  expect([table, ...rows]).toEqual(['householdMonths', 0, 1, 3])
  expect([...householdsWithAssistance(repaid, year).rows]).toEqual([1, 3])
  expect([...householdsWithAssistance(repaid, period('2019-02', '2019-02')).rows]).toEqual([0])
  expect([...householdsWithAssistance(repaid, period('2019-03', '2019-12')).rows]).toEqual([1, 3])
})

test('what was paid is less what was recovered, also in months that ended below zero', () => {
  expect(sizeOf(paidAmount(repaid, year))).toBe((3 * 8000 - 100) * 100)
  expect(sizeOf(paidAmount(repaid, period('2019-04', '2019-05')))).toBe(-100 * 100)
  expect(paidAmount(repaid, year).table).toBe('householdMonths')
})

test('persons count once; 18 years make an adult, and without a known age the role does', () => {
  const panel = prepared({
    A: { months: '2019-01..2019-03', adults: [{ age: 18 }, {}], children: [17, 19, -1] },
    B: { months: '2019-02', adults: [{ age: 17 }] },
  })
  const { person } = panel.panel.personMonths
  const persons = ({ table, rows }: Selection) => [table, ...Array.from(rows, (row) => person[row]!).sort()]
  expect(persons(personsWithAssistance(panel, year))).toEqual(['personMonths', 0, 1, 2, 3, 4, 5])
  expect(persons(adultsWithAssistance(panel, year))).toEqual(['personMonths', 0, 1, 3])
  expect(persons(childrenWithAssistance(panel, year))).toEqual(['personMonths', 2, 4, 5])
  const january = period('2019-01', '2019-01')
  expect(persons(childrenWithAssistance(panel, january))).toEqual(['personMonths', 2, 4])
  expect(persons(personsWithAssistance(panel, period('2019-02', '2019-02'))).length).toBe(7)
  expect(persons(adultsWithAssistance(panel, period('2019-04', '2019-12')))).toEqual(['personMonths'])
})

test('a person has the age of the last month with assistance in the period', () => {
  const panel = panelOf({
    first: '2019-01',
    last: '2019-12',
    households: { A: { months: '2019-01..2019-02', adults: [{ age: 17 }] } },
  })
  panel.personMonths.age[1] = 18
  const turning = preparePanel(panel, 0)
  expect(adultsWithAssistance(turning, year).rows.length).toBe(1)
  expect(adultsWithAssistance(turning, period('2019-01', '2019-01')).rows.length).toBe(0)
})
