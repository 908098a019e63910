const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const DEADLINE_MS = 15_000

/**
 * Lets Ctrl+C, `kill` and a closed terminal end the process in order: `close` first, then exit code 0.
 *
 * Exit code 1 when `close` fails or takes more than 15 seconds.
 * One press of Ctrl+C can reach a process more than once (through npm), so only the first signal counts.
 */
export function closeOnSignals(close: () => Promise<unknown>): void {
  let closing = false
  for (const signal of signals) {
    process.on(signal, () => {
      if (closing) return
      closing = true
      setTimeout(() => process.exit(1), DEADLINE_MS).unref()
      close().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}
