/** Longer than a page waits between two questions, and shorter than it takes to wonder. */
const stillWritingMs = 6_000

type Writer = { report: number; part: string; userId: number; name: string; at: number }

/**
 * Who is writing where just now, so that two in one section know of each other. Kept in memory: it is true for some seconds,
 * and after a restart everybody tells again. One for each municipality's server.
 */
export class WritersNow {
  readonly #writers = new Map<string, Writer>()

  tell(report: number, part: string, { id, name }: { id: number; name: string }, now: Date): void {
    this.#writers.set(`${report} ${id}`, { report, part, userId: id, name, at: now.getTime() })
  }

  othersIn(report: number, userId: number, now: Date): { part: string; name: string }[] {
    for (const [key, { at }] of this.#writers) if (now.getTime() - at > stillWritingMs) this.#writers.delete(key)
    return [...this.#writers.values()]
      .filter((writer) => writer.report === report && writer.userId !== userId)
      .map(({ part, name }) => ({ part, name }))
  }
}
