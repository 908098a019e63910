import type { CatalogueBody, CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { changesColumn, VersionsSection } from '../catalogue/versions.page.tsx'
import { interventionKinds } from '../parameters/code-lists/casework.ts'
import { versionsText } from './intervention-form.text.ts'
import { priceInWords } from './interventions.text.ts'

type Body = CatalogueBody<'intervention'>

/** Every saved version: who, when, and what was changed from the one before. */
export const VersionsPanel = ({ entry }: { entry: CatalogueEntry<'intervention'> }) => (
  <VersionsSection
    title={versionsText.caption}
    kind="intervention"
    entry={entry}
    columns={[changesColumn<'intervention'>(versionsText.fields, inWords)]}
  />
)

function inWords(body: Body, field: keyof Body): string {
  if (field === 'price') return priceInWords(body.price)
  if (field === 'goals') return body.goals.map(({ text }) => text).join('; ')
  if (field === 'kind') return interventionKinds[body.kind]
  return String(body[field] ?? '–')
}
