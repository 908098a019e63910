import { expect, test, vi } from 'vitest'
import { payments } from '../test/support/small-extracts.ts'
import { testApp } from '../test/support/test-app.ts'
import { FiguresService } from './analysis/load-figures.ts'
import { keepReady } from './keep-ready.ts'
import { runHere } from './worker/threads.ts'

const app = await testApp()

test('reads the facts when it starts and after they have changed, and not otherwise', async () => {
  const figures = new FiguresService(app.database.reader)
  const read = vi.spyOn(figures, 'beside')
  const everyMs = 20
  const stop = keepReady({ pool: app.database.app, figures, municipality: app.municipality, run: runHere }, { everyMs })
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(1))
  await app.importText('utbetalningar.csv', payments('U1;H1;2019-03;2019-02-25;4000,00;Försörjningsstöd'))
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2))
  await new Promise((resolve) => setTimeout(resolve, 10 * everyMs))
  stop()
  expect(read).toHaveBeenCalledTimes(2)
})
