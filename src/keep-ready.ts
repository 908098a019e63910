import { loadForecast } from './budget-follow-up/load-forecast.ts'
import { loadWatched } from './payment-cases/find-signals.ts'
import { type LedgerNeeds, loadLedger } from './savings/load-ledger.ts'

/**
 * Reads and works out in the background what the pages about figures and money need, when the server starts and after every change
 * of facts, whoever made it: so that nobody waits for it at the first look. Of files that follow each other the last is waited for.
 *
 * The pages are as right without it: a failure is written to the error log, and tried again when the facts change. Gives what stops it.
 */
export function keepReady(needs: LedgerNeeds, { everyMs = 5000 }: { everyMs?: number } = {}): () => void {
  const { figures, municipality } = needs
  let [seen, ready]: (number | null)[] = [null, null]
  let isBusy = false
  const look = async () => {
    if (isBusy) return
    isBusy = true
    try {
      const version = await figures.version(municipality.id)
      const isSettled = version === seen || seen === null
      seen = version
      if (!isSettled || version === ready) return
      ready = version
      await makeReady(needs)
    } catch (error) {
      process.stderr.write(
        `${new Date().toISOString()} figures ${error instanceof Error ? error.stack : String(error)}\n`,
      )
    } finally {
      isBusy = false
    }
  }
  const timer = setInterval(() => void look(), everyMs)
  timer.unref()
  void look()
  return () => clearInterval(timer)
}

/** One after the other: what is most looked at first. */
async function makeReady(needs: LedgerNeeds): Promise<void> {
  const { figures, municipality } = needs
  await figures.figures(municipality, await figures.latestTertial(municipality))
  await figures.beside(municipality, loadWatched)
  await loadForecast(needs, [])
  await loadLedger(needs)
}
