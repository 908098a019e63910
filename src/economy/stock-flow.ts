/** A stock that does not follow from what came in and went out: before + started − ended is not what is reported. */
export type StockFlow = { before: number; started: number; ended: number; expected: number; reported: number }

/** What the stock should be, and what it is said to be. Null when they agree, or when any of them is not known. */
export function stockFlow(
  before: number | null,
  started: number | null,
  ended: number | null,
  reported: number | null,
): StockFlow | null {
  if (before === null || started === null || ended === null || reported === null) return null
  const expected = before + started - ended
  return expected === reported ? null : { before, started, ended, expected, reported }
}

type StockLabels = { stock: string; started: string; ended: string }

/**
 * The volumes that belong together as stock, in and out, told by their names: "Pågående utredningar",
 * "Startade utredningar", "Avslutade utredningar".
 */
export function stockFlowLabels(labels: string[]): StockLabels[] {
  return labels.flatMap((stock) => {
    const thing = /^pågående\s+(.+)$/i.exec(stock)?.[1]
    const find = (words: string) =>
      labels.find((label) => new RegExp(`^(?:${words})\\s+(.+)$`, 'i').exec(label)?.[1] === thing)
    const started = thing && find('startade|påbörjade|inledda|öppnade|nya')
    const ended = thing && find('avslutade|stängda')
    return started && ended ? [{ stock, started, ended }] : []
  })
}
