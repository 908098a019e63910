import { expect, test } from 'vitest'
import { payments } from '../../test/support/small-extracts.ts'
import { action, kronor, part, save, stated } from '../../test/support/savings-actions.ts'
import { testApp } from '../../test/support/test-app.ts'
import { FiguresService } from '../analysis/load-figures.ts'
import type { Day } from '../values/day.ts'
import { runHere, type RunTask } from '../worker/threads.ts'
import { listSavings } from './list-savings.ts'
import { loadLedger } from './load-ledger.ts'
import { showAction } from './show-action.ts'

const app = await testApp()
const months = Array.from({ length: 12 }, (_, at) => `2018-${String(at + 1).padStart(2, '0')}`)
await app.importText(
  'utbetalningar.csv',
  payments(...months.map((each) => `U${each};H1;${each};${each}-25;5000,00;Försörjningsstöd`)),
)
const assumptions = [part('Deltagare', { promisedOre: stated(kronor(900_000)), months: stated(12) })]
await save(app, 'jobbtorg', action({ intervention: 'Jobbtorg', start: '2018-03', assumptions }))
await save(app, 'intag', action({ start: '2018-03', assumptions }))

test('a page is told that what was saved is being worked out, and gets it when it asks again; an export waits', async () => {
  let finish = () => {}
  const asked: string[] = []
  const gate = new Promise<void>((resolve) => (finish = resolve))
  const run: RunTask = async (name, input) => {
    asked.push(name)
    await gate
    return runHere(name, input)
  }
  const { municipality, database } = app
  const needs = { pool: database.app, figures: new FiguresService(database.reader), municipality, run }
  const options = { year: undefined, today: '2019-05-14' as Day, mayEdit: false }
  const verdicts = async () => {
    const { isComputing, change, rows } = await listSavings(needs, options)
    const pages = await Promise.all(rows.map(({ key }) => showAction(needs, key, options)))
    return {
      ...{ isComputing, hasChange: change !== null },
      verdicts: rows.map(({ key, summary }) => [key, summary.verdict, summary.unexplainedOre === null]),
      pages: pages.map((page) => page!.isComputing),
    }
  }
  expect(await verdicts()).toEqual({
    ...{ isComputing: true, hasChange: false, pages: [false, true] },
    verdicts: [
      ['intag', 'cannot-tell', false],
      ['jobbtorg', 'computing', true],
    ],
  })
  const exported = loadLedger(needs)
  finish()
  expect((await exported).isComputing).toBe(false)
  expect(await verdicts()).toMatchObject({
    ...{ isComputing: false, hasChange: true, pages: [false, false] },
    verdicts: [
      ['intag', 'cannot-tell', false],
      ['jobbtorg', 'cannot-tell', false],
    ],
  })
  expect(asked).toEqual(['realised-savings'])
})
