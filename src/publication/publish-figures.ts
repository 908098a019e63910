import type pg from 'pg'
import type { Release } from '../analysis/figures.ts'
import { loadSolver } from '../calculations/disclosure/solver.ts'
import { type Tx, withTenant } from '../database/transaction.ts'
import { valueAt } from '../parameters/dated.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'
import type { Document } from '../reports/document.ts'
import type { Municipality } from '../values/municipality.ts'
import { type Leaving, publishedCounts, toldBy } from './published-cells.ts'
import { addPublished, loadPublished, type Publication, versionOfData } from './publication.queries.ts'
import { type Guarded, readBy, withholdWhatReveals } from './withhold-what-reveals.ts'

/** Figures that are to leave together, without what would tell a withheld count together with what is out already. */
export async function publishable(
  tx: Tx,
  { id }: Pick<Municipality, 'id'>,
  leaving: readonly Leaving[],
): Promise<Guarded> {
  const last = leaving
    .map(({ figures }) => figures.to)
    .toSorted()
    .at(-1)
  if (last === undefined) return { leaving: [], withheld: 0, exposed: [] }
  return withholdWhatReveals(await loadSolver(), leaving, await loadPublished(tx, id), valueAt(disclosureLimits, last))
}

/** Writes into the register what a publication shows, so that the next one is checked against it. */
export async function registerPublication(
  tx: Tx,
  { id }: Pick<Municipality, 'id'>,
  leaving: readonly Leaving[],
  publication: Publication,
): Promise<void> {
  await addPublished(tx, id, publication, publishedCounts(readBy(leaving.flatMap(toldBy), new Map())))
}

/** Those of the figures that a document shows any number of. A document of fewer numbers is taken to show all of these. */
export function shownIn({ notes }: Pick<Document, 'notes'>, leaving: readonly Leaving[]): Leaving[] {
  const ids = new Set(notes.map(({ id }) => id))
  return leaving.map(({ figures, ...rest }) => ({
    ...rest,
    figures: {
      ...figures,
      indicators: figures.indicators.filter(({ id }) => ids.has(id)),
      tables: figures.tables.filter(({ id }) => ids.has(id)),
    },
  }))
}

/** Files and pages: what leaves is out from then on, as of the data that it was made of. */
export const releaseFigures =
  (pool: pg.Pool, municipality: Municipality): Release =>
  (figures, unit) =>
    withTenant(pool, { municipalityId: municipality.id }, async (tx) => {
      const leaving = figures.map((each): Leaving => ({ figures: each, ...(unit !== undefined && { unit }) }))
      const guarded = await publishable(tx, municipality, leaving)
      const version = await versionOfData(tx, municipality.id)
      await registerPublication(tx, municipality, guarded.leaving, { reportId: 0, version })
      return guarded.leaving.map((each) => each.figures)
    })

/** Drafts and previews: what they show is out only when they are signed. */
export const previewFigures =
  (pool: pg.Pool, municipality: Municipality): Release =>
  (figures) =>
    withTenant(pool, { municipalityId: municipality.id }, async (tx) => {
      const { leaving } = await publishable(
        tx,
        municipality,
        figures.map((each) => ({ figures: each })),
      )
      return leaving.map((each) => each.figures)
    })
