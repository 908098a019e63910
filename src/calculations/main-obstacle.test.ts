import { expect, test } from 'vitest'
import { month, monthIndex } from '../values/month.ts'
import { mainObstacle } from './main-obstacle.ts'
import { panelOf } from './panel-of.ts'
import { preparePanel } from './prepared-panel.ts'

const at = (text: string) => monthIndex(month(text))

test('a household-month has the obstacle of its main applicant, when it lies in the period and had assistance', () => {
  const adults = [{ obstacle: 'unemployed' }, { obstacle: 'ill' }]
  const panel = panelOf({
    first: '2019-01',
    last: '2019-12',
    households: {
      A: { months: '2019-01..2019-03', kronorIn: { '2019-02': -1 }, adults },
      B: { months: '2019-03', adults: [{}, { obstacle: 'ill' }] },
      C: { months: '2019-03..2019-04', adults: adults.toReversed() },
    },
  })
  const found = mainObstacle(preparePanel(panel, 0), { from: at('2019-02'), until: at('2019-04') })
  expect(Array.from(found, (code) => panel.obstacles[code]?.code ?? '')).toEqual(['', '', 'unemployed', '', 'ill', ''])
})
