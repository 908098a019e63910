import { expect, test } from 'vitest'
import { adult, households, men, payments, women } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import type { Figures } from '../analysis/figures.ts'
import type { Day } from '../values/day.ts'
import { month } from '../values/month.ts'
import { partitionPublisher } from './publish-partition.ts'

const app = await testApp()
const numbers = [...women.slice(0, 9), ...men.slice(0, 8)]
const keys = numbers.map((_, at) => `H${at + 1}`)
/** H1 and H10 are protected: a woman and a man. */
const isProtected = (key: string) => key === 'H1' || key === 'H10'
await app.importText(
  'hushall.csv',
  households(...keys.map((key, at) => adult(key, numbers[at]!, { protection: isProtected(key) ? 'Ja' : '' }))),
)
await app.importText(
  'utbetalningar.csv',
  payments(...keys.map((key) => `U-${key};${key};2019-01;2019-01-25;5000,00;Försörjningsstöd`)),
)

test('everybody in the number of adults has a row, protected adults among those whose place is not known', async () => {
  const { indicators } = (
    await app.as('controller', '/api/figures?from=2019-01&to=2019-01&split=gender')
  ).json<Figures>()
  const adults = indicators.find(({ id }) => id === 'adults')!
  expect(adults.value).toBe(17)
  const period = { from: month('2019-01'), until: month('2019-02') }
  const [table] = await partitionPublisher(app.database.app)(app.municipality, period, '2019-05-14' as Day)
  const cellsOf = (id: string) => table!.rows.find((row) => row.id === id)!.cells.map(({ value }) => value)
  expect(cellsOf('all')).toEqual([adults.value, null, 9, 8])
  expect(cellsOf('unknown')).toEqual([17, null, 9, 8])
  expect(adults.splits!.map(({ category, value }) => [category, value])).toEqual([
    ['woman', 9],
    ['man', 8],
  ])
})
