import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import type { Threads } from '../../src/worker/threads.ts'
import { compiledCode } from '../support/compiled-program.ts'

// Threads load files of their own, and Node 20 reads JavaScript: so this is the program as it is built.
const { startThreads } = (await import(pathToFileURL(join(compiledCode(), 'worker/threads.js')).href)) as {
  startThreads: (count?: number) => Threads
}
const threads = startThreads(2)
afterAll(() => threads.close())

const series = (start: number) => Float64Array.from({ length: 60 }, (_, month) => start + 10 * Math.sin(month) + month)
const inputOf = (values: Float64Array) => ({ values, firstMonth: 0, horizon: 12, levels: [0.9] })
const forecast = (values: Float64Array) => threads.run('forecast', inputOf(values))

test('a thread gives what the calculation gives', async () => {
  const { mean, intervals } = await forecast(series(100))
  expect(mean).toHaveLength(12)
  expect(intervals[0]!.lower[0]).toBeLessThan(mean[0]!)
})

test('more tasks than threads wait in line, and each gets its own answer', async () => {
  const answers = await Promise.all([100, 200, 300, 400, 500].map((start) => forecast(series(start))))
  const means = answers.map(({ mean }) => mean[0]!)
  expect(means).toEqual(means.toSorted((left, right) => left - right))
})

test('the server goes on meanwhile', async () => {
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  await Promise.all([100, 200, 300, 400].map((start) => forecast(series(start))))
  clearInterval(timer)
  expect(turns).toBeGreaterThan(3)
})

test('a refusal comes back as a refusal, and the thread is there for the next', async () => {
  await expect(forecast(new Float64Array(0))).rejects.toMatchObject({ name: 'CannotCalculate', kind: 'too-short' })
  expect((await forecast(series(100))).mean).toHaveLength(12)
})

test('a thread that is stopped fails its task and no other', async () => {
  const own = startThreads(1)
  const lost = own.run('forecast', inputOf(series(100)))
  await own.close()
  await expect(lost).rejects.toThrow('The thread ended')
  expect((await own.run('forecast', inputOf(series(100)))).mean).toHaveLength(12)
  await own.close()
})
