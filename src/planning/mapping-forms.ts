import type { CatalogueBody, CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { defaultMappingForms } from '../parameters/mapping-forms.ts'

export type MappingMethod = CatalogueBody<'mapping-form'>['method']

/** A method's areas as they are asked about now. */
export type MappingForm = CatalogueBody<'mapping-form'> & {
  /** The catalogue's version; 0 while the form is the one that came with the program. */
  version: number
  /** Where the areas come from; null when the municipality has made them its own. */
  source: string | null
}

/** The key of a method's form in the catalogue. */
export const formKey = (method: MappingMethod): string => method.toLowerCase()

/** The municipality's own form of each method, or the one that came with the program. */
export const formsInForce = (own: readonly CatalogueEntry<'mapping-form'>[]): MappingForm[] =>
  defaultMappingForms.map(({ method, areas, source }) => {
    const entry = own.find(({ key }) => key === formKey(method))
    if (entry) return { ...entry.body, version: entry.version, source: null }
    return { method, areas: [...areas], version: 0, source }
  })
