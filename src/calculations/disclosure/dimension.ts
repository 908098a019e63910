import type { Codes } from '../columns.ts'

/** A coarser division: every category of `below`, the finest or another level, belongs to one of these groups. */
export type Level = { name: string; below: string; groups: Codes }

/**
 * What tables are divided by: the finest categories, and any levels above them, each after the one it stands on.
 * Two levels may stand on the same categories, as county and type of municipality on municipality.
 */
export type Dimension = { name: string; categories: string[]; levels: Level[] }

/**
 * Every category, group, and last the total of a dimension as one row of nodes.
 * `splits` are the sums: the parts of a node, which are finer nodes.
 * `above` has for each category the nodes it is part of, itself first and the total last.
 */
export type Tree = {
  size: number
  total: number
  categories: number
  splits: { whole: number; parts: number[] }[]
  above: number[][]
  /** What a node is called in the columns of the dimension and its levels; the word for a total where it is wider. */
  names: (node: number) => Record<string, string>
}

/** The word that stands for all categories together. */
export const totalName = 'total'

/**
 * Tables that share dimensions, none having all of them, are sums of the same cells by all dimensions.
 * The attacker knows that none of those is negative. With more of them than this only the printed sums are used.
 */
export const mostLatentCells = 2000

export function treeOf({ name, categories, levels }: Dimension): Tree {
  const first = new Map([[name, 0]])
  let size = categories.length
  for (const level of levels) {
    first.set(level.name, size)
    size += level.groups.labels.length
  }
  const total = size++
  const splits = levels.flatMap((level) =>
    level.groups.labels.map((_, group) => ({
      whole: first.get(level.name)! + group,
      parts: partsOf(level, group).map((part) => first.get(level.below)! + part),
    })),
  )
  const highest = [name, ...levels.map((level) => level.name)].filter((each) => !levels.some((l) => l.below === each))
  for (const each of highest) splits.push({ whole: total, parts: nodesOf(each) })

  function nodesOf(level: string): number[] {
    const count = levels.find((each) => each.name === level)?.groups.labels.length ?? categories.length
    return Array.from({ length: count }, (_, at) => first.get(level)! + at)
  }
  /** The code of a category in a level. */
  const codeIn = (level: Level, category: number): number => {
    const below = levels.find((each) => each.name === level.below)
    return level.groups.codes[below ? codeIn(below, category) : category]!
  }
  const above = categories.map((_, category) => [
    category,
    ...levels.map((level) => first.get(level.name)! + codeIn(level, category)),
    total,
  ])
  const labels = [...categories, ...levels.flatMap((level) => level.groups.labels), totalName]
  const columns = [name, ...levels.map((level) => level.name)]
  const isAbove = (column: string | undefined, other: string): boolean =>
    column !== undefined && (column === other || isAbove(levels.find((each) => each.name === column)?.below, other))
  const named = Array.from({ length: size }, (_, node) => {
    const own = columns.findLast((column) => node < total && node >= first.get(column)!)
    const within = above.find((nodes) => nodes.includes(node)) ?? []
    const named = (column: string, at: number) => (own && isAbove(column, own) ? labels[within[at]!]! : totalName)
    return Object.fromEntries(columns.map((column, at) => [column, named(column, at)]))
  })
  return { size, total, categories: categories.length, splits, above, names: (node) => named[node]! }
}

function partsOf({ groups }: Level, group: number): number[] {
  return [...groups.codes.keys()].filter((part) => groups.codes[part] === group)
}
