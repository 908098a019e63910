import { CannotCalculate } from '../calculations/refusal.ts'

/** Parses an option that names columns, with commas between them. Refuses an empty name and one that comes twice. */
export const columnsOption =
  (option: string) =>
  (found: string): string[] => {
    const names = found.split(',').map((name) => name.trim())
    if (!names.includes('') && new Set(names).size === names.length) return names
    throw new CannotCalculate('bad-option', { option, found, expected: 'olika kolumner med komma emellan' })
  }
