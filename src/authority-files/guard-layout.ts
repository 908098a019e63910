import type { CatalogueKind } from '../catalogue/catalogue-bodies.ts'
import type { SaveRefusal } from '../catalogue/may-save.ts'
import { faultsInLayout, type LayoutBody } from './layout-schema.ts'

/** A layout is saved when every field can be written and read back. One that is withdrawn is kept as it was. */
export function guardLayout(kind: CatalogueKind, body: unknown): SaveRefusal | null {
  if (kind !== 'monthly-layout') return null
  const layout = body as LayoutBody
  return layout.isWithdrawn || faultsInLayout(layout).length === 0 ? null : 'layout-faulty'
}
