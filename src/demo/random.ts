/** Chance that repeats itself: the same seed and purpose give the same sequence on every machine. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next: () => number
  /** A whole number from 0 up to, not including, the bound. */
  below: (bound: number) => number
  /** A whole number, both ends included. */
  between: (low: number, high: number) => number
  chance: (share: number) => boolean
  pick: <Item>(items: readonly Item[]) => Item
  /** Position drawn in proportion to the weights. */
  weighted: (weights: readonly number[]) => number
  shuffled: <Item>(items: readonly Item[]) => Item[]
}

/**
 * A generator of its own for each purpose, so that a change in one part of the demo leaves the others as they were.
 * Mulberry32, seeded with a hash of both; not for secrets.
 */
export function createRandom(seed: number, purpose: string): Random {
  let state = hash(`${seed}:${purpose}`)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (bound: number) => Math.floor(next() * bound)
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (share) => next() < share,
    pick: (items) => items[below(items.length)]!,
    weighted: (weights) => positionAt(weights, next() * weights.reduce((sum, weight) => sum + weight, 0)),
    shuffled: (items) => shuffle([...items], below),
  }
}

function hash(text: string): number {
  let value = 2166136261
  for (const character of text) value = Math.imul(value ^ character.charCodeAt(0), 16777619)
  return value
}

function positionAt(weights: readonly number[], point: number): number {
  let passed = 0
  for (const [position, weight] of weights.entries()) {
    passed += weight
    if (point < passed) return position
  }
  return weights.length - 1
}

function shuffle<Item>(items: Item[], below: (bound: number) => number): Item[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = below(last + 1)
    const kept = items[last]!
    items[last] = items[other]!
    items[other] = kept
  }
  return items
}
