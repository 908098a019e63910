import { useQuery } from '@tanstack/react-query'
import type { CatalogueBody, CatalogueEntry, CatalogueKind } from '../catalogue/catalogue-bodies.ts'
import { get } from '../ui/api.ts'

/** The bodies of a kind in the catalogue, by key; empty until they are there. */
export function useCatalogue<Kind extends CatalogueKind>(kind: Kind): ReadonlyMap<string, CatalogueBody<Kind>> {
  const { data } = useQuery({
    queryKey: ['catalogue', kind],
    queryFn: ({ signal }) => get<{ entries: CatalogueEntry<Kind>[] }>(`/api/catalogue/${kind}`, {}, signal),
  })
  return new Map(data?.entries.map(({ key, body }) => [key, body]))
}
