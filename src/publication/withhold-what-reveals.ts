import type { Withholding } from '../calculations/disclosure/withholding.ts'
import type { DisclosureLimits } from '../parameters/disclosure-limits.ts'
import { systemOf } from './cell-relations.ts'
import type { CellId } from './count-cell.ts'
import { type AlreadyOut, madeOfTheSameFacts } from './made-of-the-same-facts.ts'
import { cellsTold, type Leaving, toldBy } from './published-cells.ts'
import { isOut, type Told, withhold } from './told.ts'

export type Guarded = {
  leaving: Leaving[]
  /** How many numbers are withheld here that were not before. */
  withheld: number
  /** Withheld counts that follow from what is out already, whatever is withheld now. */
  exposed: CellId[]
}

/**
 * Figures that leave together, without what would tell a withheld count: of theirs, or of anything that is out already.
 *
 * What is withheld stays so, and is withheld wherever it stands; what has been shown is out. The same figures and the same register
 * give the same answer. What is out and cannot be of the same facts as the figures is left out of the account.
 */
export async function withholdWhatReveals(
  withholding: Withholding,
  leaving: readonly Leaving[],
  out: AlreadyOut,
  limits: DisclosureLimits,
): Promise<Guarded> {
  const copies = structuredClone([...leaving])
  const told = copies.flatMap(toldBy)
  const before = told.filter(({ isHidden }) => isHidden).length
  const { known, possible } = await madeOfTheSameFacts(withholding, out, cellsTold(told))
  withholdAlike(told, known)
  const system = systemOf(readBy(told, known))
  const values = system.ids.every((id) => possible.has(id))
    ? Float64Array.from(system.ids, (id) => possible.get(id)!)
    : await withholding.possible(system)
  // To withhold more makes no count less safe, so each is asked about once, and all of them once more in the end.
  const safe = new Uint8Array(system.ids.length)
  let exposed: CellId[] = []
  for (let isFinal = false, withheld = false; ;) {
    const read = readBy(told, known)
    const ids = hideable(told, known)
    const { published, relations } = system
    const found = await withholding.cheapest({
      system: { values: Float64Array.from(system.ids, (id) => read.get(id) ?? Number.NaN), published, relations },
      canHide: Uint8Array.from(system.ids, (id) => (ids.has(id) ? 1 : 0)),
      ...{ safe, limits, possible: values },
    })
    exposed = found.exposed.map((cell) => system.ids[cell]!)
    if (found.cells.length === 0 && (isFinal || !withheld)) break
    isFinal = found.cells.length === 0
    withheld ||= !isFinal
    if (isFinal) safe.fill(0)
    else for (const cell of found.safe) safe[cell] = 1
    const chosen = new Set(found.cells.map((cell) => system.ids[cell]!))
    for (const each of told) if (each.cells.some(({ id }) => chosen.has(id))) withhold(each)
    withholdAlike(told, known)
  }
  return { leaving: copies, withheld: told.filter(({ isHidden }) => isHidden).length - before, exposed }
}

/** What a reader of the figures and of all that is out knows: a count that is shown anywhere is shown. */
export function readBy(told: readonly Told[], known: ReadonlyMap<CellId, number | null>): Map<CellId, number | null> {
  const read = new Map(known)
  for (const { cells, isHidden } of told)
    for (const { id, count } of cells) {
      if (count === undefined) continue
      if (isHidden || count === null) read.set(id, read.get(id) ?? null)
      else read.set(id, count)
    }
  return read
}

/** A count that is withheld in one place is withheld in all, unless it is out. */
function withholdAlike(told: readonly Told[], known: ReadonlyMap<CellId, number | null>) {
  const hidden = new Set([...known].flatMap(([id, count]) => (count === null ? [id] : [])))
  for (const { own, isHidden } of told) if (own && isHidden && !isOut(own, known)) hidden.add(own)
  for (const each of told) if (!each.isHidden && each.cells.some(({ id }) => hidden.has(id))) withhold(each)
}

/** Shown here and nowhere else: not out, and not a nought that everybody knows. */
function hideable(told: readonly Told[], known: ReadonlyMap<CellId, number | null>): Set<CellId> {
  const ids = (of: readonly Told[]) =>
    of.flatMap(({ cells }) => cells.flatMap(({ id, count }) => (count === null || count === undefined ? [] : [id])))
  const fixed = new Set(ids(told.filter(({ value }) => !value)))
  return new Set(ids(told.filter(({ isHidden }) => !isHidden)).filter((id) => !fixed.has(id) && !isOut(id, known)))
}
