import { useQuery } from '@tanstack/react-query'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import type { FieldNames } from '../pathway/event-fields.text.ts'
import type { MappingForm } from '../planning/mapping-forms.ts'
import { get } from '../ui/api.ts'
import type { ViewerChoice } from './seen-by.ts'

/** What the municipality itself has named: interventions, areas of the mapping, units. Keys until they are fetched. */
export function useFieldNames(householdId: number): FieldNames {
  const interventions = useQuery({
    queryKey: ['catalogue', 'intervention'],
    queryFn: ({ signal }) =>
      get<{ entries: CatalogueEntry<'intervention'>[] }>('/api/catalogue/intervention', {}, signal),
  })
  const forms = useQuery({
    queryKey: ['mapping-forms'],
    queryFn: ({ signal }) => get<{ forms: MappingForm[] }>('/api/mapping-forms', {}, signal),
  })
  const viewers = useViewers(householdId)
  return Object.fromEntries([
    ...(forms.data?.forms ?? []).flatMap(({ areas }) => areas.map(({ key, label }) => [key, label])),
    ...(viewers.data?.viewers ?? []).map(({ code, label }) => [code, label]),
    ...(interventions.data?.entries ?? []).map(({ key, body }) => [key, body.name]),
  ])
}

/** Whom the household's data may be shared with, and whose glasses the page can be seen through. */
export const useViewers = (householdId: number) =>
  useQuery({
    queryKey: ['viewers', householdId],
    queryFn: ({ signal }) =>
      get<{ viewers: ViewerChoice[] }>(`/api/households/${householdId}/path/viewers`, {}, signal),
  })
