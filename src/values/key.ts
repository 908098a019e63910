/** Small letters, digits and hyphens: `Hushåll per månad` gives `hushall-per-manad`, safe in addresses and on every file system. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** A key of the catalogue made of a name, of at most 60 characters; empty where the name holds no letter or digit. */
export const keyOf = (name: string): string => slugOf(name).slice(0, 60).replace(/-$/, '')
