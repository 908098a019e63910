/** A key of the catalogue made of a name: `Steget 2.0` gives `steget-2-0`. At most 60 characters of a–z, 0–9 and hyphens. */
export const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
