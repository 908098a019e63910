/** Who publishes what we compare with. Socialstyrelsen's own tables are facts of the import (`official_statistic`). */
export type ReferenceSource = 'kolada' | 'scb'

/** T is all, K women and M men, as Kolada and SCB write them. */
export type ReferenceGender = 'T' | 'K' | 'M'

/** A published value of one area and year. `value` is null where the publisher has none; `status` may say why. */
export type ReferenceValue = {
  source: ReferenceSource
  /** Id of the key figure in Kolada, or of a group of inhabitants (`inhabitants`, `inhabitants-0-17`). */
  series: string
  /** Four digits with leading zeros; `0000` is the country. */
  area: string
  year: number
  gender: ReferenceGender
  value: number | null
  status: string
}

/** What an area is called. A group has its members, a municipality and the country have none. */
export type ReferenceArea = { area: string; name: string; members: string[] | null }

/** What was fetched or read at once. */
export type Reference = {
  values: ReferenceValue[]
  areas: ReferenceArea[]
  /** The file says itself that its numbers are made up: the demo's does. */
  madeUp: boolean
}

/** A value as it is kept: since when it has been known, and when it was last seen unchanged. */
export type KeptValue = ReferenceValue & { knownFrom: Date; retrievedAt: Date; madeUp: boolean }

export const country = '0000'
export const countryName = 'Riket'

/** How Kolada names the groups that RKA makes for assistance: the municipality and a year stand in the title. */
export const peerGroupTitle = 'Liknande kommuner ekonomiskt bistånd'

/** The municipality's own group of similar ones, of the latest year; null when none is known. */
export function peerGroupOf(areas: readonly ReferenceArea[], municipality: string): ReferenceArea | null {
  const own = areas.filter(
    ({ name, members }) => members !== null && name.startsWith(`${peerGroupTitle}, ${municipality}, `),
  )
  return own.toSorted((one, other) => other.name.localeCompare(one.name))[0] ?? null
}
