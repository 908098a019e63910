import { expect, test } from 'vitest'
import { month, monthIndex } from '../values/month.ts'
import { mostPaid } from './concentration.ts'
import { panelOf } from './panel-of.ts'
import { preparePanel } from './prepared-panel.ts'
import { sizeOf } from './selection.ts'

const at = (text: string) => monthIndex(month(text))
const year = { from: at('2018-01'), until: at('2019-01') }

const prepared = preparePanel(
  panelOf({
    first: '2017-01',
    last: '2019-12',
    households: {
      small: { months: '2018-01..2018-12', kronor: 1000 },
      large: { months: '2018-01..2018-12', kronor: 9000 },
      repaid: { months: '2018-01..2018-12', kronor: 10000, kronorIn: { '2018-12': -90000 } },
      even: { months: '2018-01..2018-12', kronor: 1000 },
      other: { months: '2017-01..2017-12 2019-01', kronor: 50000 },
    },
  }),
  2,
)
const { household } = prepared.panel.householdMonths

const chosen = (top: number) => {
  const { households, paid } = mostPaid(prepared, year, top)
  return { households: Array.from(households.rows, (row) => household[row]!).sort(), kronor: sizeOf(paid) / 100 }
}

test('the households that were paid most are chosen by their net in the period, the first of equals', () => {
  expect(chosen(1)).toEqual({ households: [1], kronor: 108_000 })
  expect(chosen(2)).toEqual({ households: [1, 2], kronor: 128_000 })
  expect(chosen(3)).toEqual({ households: [0, 1, 2], kronor: 140_000 })
})

test('no more than all are chosen, and of those without assistance in the period nothing is counted', () => {
  const all = { households: [0, 1, 2, 3], kronor: 152_000 }
  expect([chosen(4), chosen(5), chosen(100)]).toEqual([all, all, all])
})

test('another period has other households', () => {
  const { households } = mostPaid(prepared, { from: at('2017-01'), until: at('2018-01') }, 1)
  expect(Array.from(households.rows, (row) => household[row])).toEqual([4])
})
