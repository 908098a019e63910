import type pg from 'pg'
import type { Release } from '../analysis/figures.ts'
import type { Withholding } from '../calculations/disclosure/withholding.ts'
import { type Tx, withTenant } from '../database/transaction.ts'
import { valueAt } from '../parameters/dated.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'
import type { Municipality } from '../values/municipality.ts'
import { type Leaving, publishedCounts, toldBy } from './published-cells.ts'
import { addPublished, loadPublished, lockPublished, type Publication, versionOfData } from './publication.queries.ts'
import { type MakesOf, shownBy } from './shown-by.ts'
import { type Guarded, readBy, withholdWhatReveals } from './withhold-what-reveals.ts'

/** Figures that are to leave together, without what would tell a withheld count together with what is out already. */
export async function publishable(
  tx: Tx,
  { id }: Pick<Municipality, 'id'>,
  leaving: readonly Leaving[],
  withholding: Withholding,
): Promise<Guarded> {
  const last = leaving
    .map(({ figures }) => figures.to)
    .toSorted()
    .at(-1)
  if (last === undefined) return { leaving: [], withheld: 0, exposed: [] }
  return withholdWhatReveals(withholding, leaving, await loadPublished(tx, id), valueAt(disclosureLimits, last))
}

/** Writes into the register what a publication shows, so that the next one is checked against it: all of the figures, or what is made of them. */
export async function registerPublication(
  tx: Tx,
  { id }: Pick<Municipality, 'id'>,
  leaving: readonly Leaving[],
  publication: Publication,
  makes?: MakesOf,
): Promise<void> {
  const told = makes ? shownBy(leaving, makes) : leaving.flatMap(toldBy)
  await addPublished(tx, id, publication, publishedCounts(readBy(told, new Map())))
}

/**
 * Files and pages: what leaves is out from then on, as of the data that it was made of. One at a time in a municipality, or two
 * that are each harmless could tell something together.
 */
export const releaseFigures =
  (pool: pg.Pool, municipality: Municipality, withholding: Withholding): Release =>
  (figures, { unit, makes } = {}) =>
    withTenant(pool, { municipalityId: municipality.id }, async (tx) => {
      await lockPublished(tx, municipality.id)
      const leaving = figures.map((each): Leaving => ({ figures: each, ...(unit !== undefined && { unit }) }))
      const guarded = await publishable(tx, municipality, leaving, withholding)
      const version = await versionOfData(tx, municipality.id)
      await registerPublication(tx, municipality, guarded.leaving, { reportId: 0, version }, makes)
      return guarded.leaving.map((each) => each.figures)
    })

/** Drafts and previews: what they show is out only when they are signed. */
export const previewFigures =
  (pool: pg.Pool, municipality: Municipality, withholding: Withholding): Release =>
  (figures) =>
    withTenant(pool, { municipalityId: municipality.id }, async (tx) => {
      const leaving = figures.map((each) => ({ figures: each }))
      const guarded = await publishable(tx, municipality, leaving, withholding)
      return guarded.leaving.map((each) => each.figures)
    })
