import { keyColumn } from './columns.ts'
import type { Column, Kind } from './kind.ts'

export type Municipality = { code: string; name: string | null }

/** Any extract about one municipality may name it. It is checked, and not kept. */
export const municipalityColumn: Column = {
  ...keyColumn({
    name: 'municipality',
    label: 'Kommun',
    aliases: ['Kommunkod', 'Kommunnr', 'Kommunnummer', 'MunicipalityId'],
  }),
  repeats: true,
}

/** The columns that a file's columns may be mapped to: those of the kind, and the municipality. */
export function targetsOf(kind: Kind): readonly Column[] {
  const hasOwn = !kind.ownMunicipalityOnly || kind.columns.some(({ name }) => name === municipalityColumn.name)
  return hasOwn ? kind.columns : [...kind.columns, municipalityColumn]
}

/**
 * Whether the text names another municipality than `own`. A code may have lost its leading zero, and stand beside the
 * name: "0483 Katrineholm".
 * A name counts only when our own name is known; "Katrineholms kommun" and "Katrineholm" are the same.
 */
export function isOtherMunicipality(text: string, own: Municipality): boolean {
  if (/^\d{1,4}$/.test(text)) return text.padStart(4, '0') !== own.code
  const code = /^\d{4}(?=\s)|(?<=\s\(?)\d{4}(?=\)?$)/.exec(text)?.[0]
  if (code !== undefined) return code !== own.code
  return own.name !== null && plainName(text) !== plainName(own.name)
}

const plainName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\s*(?:kommun|stad)$/, '')
    .replace(/s$/, '')
    .trim()
