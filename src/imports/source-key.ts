import { IdentityNumber } from '../values/identity-number.ts'
import { type Kind, positionOf, type Value } from './kind.ts'

/** The keyed hash of an identity number, as text. */
export type IdentityKey = (number: IdentityNumber) => string

/**
 * What a row is called, so that the same fact is found again: the source's own key when the row has one,
 * otherwise `~` and the identifying columns, each followed by a bar. Amounts and outcomes are never part of it.
 * An identity number is in it only as its keyed hash.
 */
export function sourceKeyOf(kind: Kind, identityKey: IdentityKey): (values: readonly Value[]) => string {
  const own = kind.key.own === undefined ? -1 : positionOf(kind, kind.key.own)
  const identifying = kind.key.identifying.map((column) => positionOf(kind, column))
  return (values) => {
    const ownKey = values[own]
    if (typeof ownKey === 'string') return ownKey
    let key = natural
    for (const at of identifying) key += partOf(values[at] ?? null, identityKey) + '|'
    return key
  }
}

/** Begins a key that we have made, so that it is never taken for one of the source's own. */
const natural = '~'

function partOf(value: Value, identityKey: IdentityKey): string {
  if (typeof value === 'string') return value.includes('|') ? value.replaceAll('|', '||') : value
  if (value instanceof IdentityNumber) return identityKey(value)
  return value === null ? '' : String(value)
}

/** Tells the rows of one file apart. Null for a row whose key another row has had, where that is refused. */
export function keysOfFile(kind: Kind, identityKey: IdentityKey): (values: readonly Value[]) => string | null {
  const sourceKey = sourceKeyOf(kind, identityKey)
  const seen = new Set<string>()
  const repeats = new Map<string, number>()
  return (values) => {
    const key = sourceKey(values)
    const before = seen.size
    if (seen.add(key).size > before) return key
    if (kind.key.repeated === 'refused' || !key.startsWith(natural)) return null
    const time = (repeats.get(key) ?? 1) + 1
    repeats.set(key, time)
    return `${key}#${time}`
  }
}
