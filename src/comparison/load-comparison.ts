import type pg from 'pg'
import { findEntry } from '../catalogue/catalogue.queries.ts'
import type { FiguresService } from '../analysis/load-figures.ts'
import { type Tenant, withTenant } from '../database/transaction.ts'
import type { Municipality } from '../values/municipality.ts'
import { type Compared, compareYears } from './compare.ts'
import { expectedCost, keyFigures, keyFigureWithId } from './key-figures.ts'
import { checkOfficial, type CheckedYear } from './official-check.ts'
import { loadOwnFigures, type OwnValue } from './own-figures.ts'
import { country, type KeptValue, peerGroupOf, type ReferenceArea } from './reference.ts'
import { loadAreas, loadOfficialMonths, loadValues } from './reference.queries.ts'

export type ComparisonNeeds = { pool: pg.Pool; figures: FiguresService; municipality: Municipality }

/** All that the page and the tables are made of. */
export type Comparison = {
  areas: ReferenceArea[]
  group: ReferenceArea | null
  chosen: { seen: number; areas: string[] }
  /** Codes of those it is compared with: the chosen ones, else Kolada's group. */
  peers: string[]
  values: KeptValue[]
  ours: OwnValue[]
  /** The key figures that anybody has a value for. */
  compared: Compared[]
  official: CheckedYear[]
}

/** The key of the choice in the catalogue. */
export const chosenKey = 'chosen'

/** What is kept and our own figures, side by side. No household is in it, and our own have passed disclosure control. */
export async function loadComparison(
  { pool, figures, municipality }: ComparisonNeeds,
  tenant: Tenant,
): Promise<Comparison> {
  const { id, code, name } = municipality
  const kept = await withTenant(pool, tenant, async (tx) => {
    const areas = await loadAreas(tx, id)
    const entry = await findEntry(tx, id, 'comparison-group', chosenKey)
    const chosen = { seen: entry?.version ?? 0, areas: entry?.body.areas ?? [] }
    const group = peerGroupOf(areas, name)
    const peers = chosen.areas.length > 0 ? chosen.areas : (group?.members ?? [])
    const values = await loadValues(tx, id, [code, country, ...peers])
    return { areas, group, chosen, peers, values, published: await loadOfficialMonths(tx, id, name) }
  })
  const ours = await loadOwnFigures(figures, municipality)
  const { peers, values, published, ...rest } = kept
  const compared = keyFigures
    .map((figure) => ({ figure, years: compareYears(figure, 'T', values, ours, { own: code, peers }) }))
    .filter(({ figure }) => values.some(({ series }) => series === figure.id))
  const official = checkOfficial(published, published.length > 0 ? await loadOwnMonths(figures, municipality) : [])
  return { ...rest, peers, values, ours, compared, official }
}

async function loadOwnMonths(figures: FiguresService, municipality: Municipality) {
  const reach = await figures.reach(municipality)
  if (!reach) return []
  const [paid, households] = await Promise.all(
    ['paid', 'households-per-month'].map(async (id) => (await figures.indicators(municipality, reach, [id]))[0]),
  )
  const counts = new Map(households?.series?.map(({ month, value }) => [month, value]))
  return (paid?.series ?? []).map(({ month, value }) => ({
    ...{ month, paidOre: value, households: counts.get(month) ?? null },
  }))
}

/** The two key figures of expected against actual cost. */
export function costYears({ values, ours, peers }: Comparison, own: string) {
  const yearsOf = (id: string) => {
    const figure = keyFigureWithId(id)
    return figure ? compareYears(figure, 'T', values, ours, { own, peers }) : []
  }
  return { expected: yearsOf(expectedCost.expected), actual: yearsOf(expectedCost.actual) }
}
