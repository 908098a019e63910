import { areasOf, valuesOf } from './kolada-answers.ts'
import type { KoladaClient } from './kolada-client.ts'
import { fetchedIds } from './key-figures.ts'
import { country, countryName, peerGroupOf, peerGroupTitle, type Reference } from './reference.ts'

export type FetchQuestion = {
  municipality: { code: string; name: string }
  /** Codes of municipalities that it has chosen to be compared with, beside RKA's similar ones. */
  chosen: readonly string[]
}

/** What came, and the ids that Kolada no longer knows: they are told, and the others are fetched all the same. */
export type Fetched = { reference: Reference; unknownIds: string[] }

/** The key figures of the municipality, those it is compared with and the country, all years. Throws `KoladaFailed`. */
export async function fetchKolada(
  client: KoladaClient,
  { municipality: { code, name }, chosen }: FetchQuestion,
): Promise<Fetched> {
  const known = new Set((await client.kpis(fetchedIds)).map(({ id }) => id))
  const groups = (await client.groups(`${peerGroupTitle}, ${name}`)).flatMap(areasOf)
  const peers = peerGroupOf(groups, name)?.members ?? []
  const everywhere = (await client.areas()).map(({ id, title }) => ({
    ...{ area: id.padStart(4, '0'), name: title },
    members: null,
  }))
  const ids = fetchedIds.filter((id) => known.has(id))
  const compared = [...new Set([code, country, ...peers, ...chosen])]
  const data = ids.length === 0 ? [] : await client.data(ids, compared)
  return {
    reference: {
      values: data.flatMap(valuesOf),
      areas: [{ area: country, name: countryName, members: null }, ...everywhere, ...groups],
      madeUp: false,
    },
    unknownIds: fetchedIds.filter((id) => !known.has(id)),
  }
}
