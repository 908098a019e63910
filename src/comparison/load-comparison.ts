import type pg from 'pg'
import { findEntry } from '../catalogue/catalogue.queries.ts'
import type { Figures, Release } from '../analysis/figures.ts'
import type { FiguresService } from '../analysis/load-figures.ts'
import { type Tenant, withTenant } from '../database/transaction.ts'
import { month } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import { type Compared, compareYears } from './compare.ts'
import { expectedCost, keyFigures, keyFigureWithId } from './key-figures.ts'
import { checkOfficial, type CheckedYear, type OwnMonth } from './official-check.ts'
import { loadOwnFigures, type OwnValue, someFigures, wholeYears } from './own-figures.ts'
import type { UsedInhabitants } from './population-table.ts'
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
  /** Of the years that are known of somebody. */
  inhabitants: UsedInhabitants[]
}

/** The key of the choice in the catalogue. */
export const chosenKey = 'chosen'

/** What is kept and our own figures, side by side. No household is in it, and our own have passed disclosure control. With `release` for the board. */
export async function loadComparison(
  { pool, figures, municipality }: ComparisonNeeds,
  tenant: Tenant,
  release?: Release,
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
  const { peers, values, published, ...rest } = kept
  const asked = keyFigures.filter(({ id: series }) => values.some((each) => each.series === series))
  const ofOwn = values.filter(({ area }) => area === code)
  const ours = await loadOwnFigures(figures, municipality, { asked, published: ofOwn }, release)
  const compared = asked.map((figure) => ({
    ...{ figure, years: compareYears(figure, 'T', values, ours, { own: code, peers }) },
  }))
  const inRegister = published.length > 0 ? await loadOwnMonths(figures, municipality, release) : []
  const official = checkOfficial(published, inRegister)
  const inhabitants = await loadInhabitants(figures, municipality)
  return { ...rest, peers, values, ours, compared, official, inhabitants }
}

/** What our shares of each whole year in the register are divided by. A year whose number is of an earlier one says so in its source. */
async function loadInhabitants(figures: FiguresService, municipality: Municipality): Promise<UsedInhabitants[]> {
  const reach = await figures.reach(municipality)
  const years = reach ? wholeYears(reach.from, reach.to) : []
  const found = await Promise.all(
    years.map((year) =>
      figures.population(municipality, { from: month(`${year}-01`), until: month(`${year + 1}-01`) }),
    ),
  )
  return years.flatMap((year, at) => {
    const known = found[at]
    return known ? [{ year, total: known.total, source: known.source }] : []
  })
}

async function loadOwnMonths(
  service: FiguresService,
  municipality: Municipality,
  release?: Release,
): Promise<OwnMonth[]> {
  const reach = await service.reach(municipality)
  if (!reach) return []
  const all = [await someFigures(service, municipality, reach, ['paid', 'households-per-month'])]
  return ownMonths(release ? await release(all, { makes: ownMonths }) : all)
}

function ownMonths(all: readonly Figures[]): OwnMonth[] {
  const seriesOf = (id: string) =>
    all.flatMap(({ indicators }) => indicators.find((each) => each.id === id)?.series ?? [])
  const counts = new Map(seriesOf('households-per-month').map((each) => [each.month, each.value]))
  return seriesOf('paid').map(({ month: of, value }) => ({
    ...{ month: of, paidOre: value, households: counts.get(of) ?? null },
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
