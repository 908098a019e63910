import { type Dimension, mostLatentCells, type Tree, treeOf } from './dimension.ts'
import { type LinearSystem, relationsBuilder } from './linear-system.ts'

/** Units as codes of the categories of each dimension; `counts` says how many a row stands for. */
export type Units = { categories: Int32Array[]; counts: Float64Array }

/** The published tables as one system: a cell that stands in several tables is one unknown. */
export type PublishedTables = LinearSystem & {
  trees: Tree[]
  /** For each table its dimensions and its cells, margins included, the totals last. */
  tables: { dimensions: number[]; cells: Int32Array }[]
  /** The node of each dimension of each cell, cell after cell. */
  nodes: Int32Array
}

/**
 * Every cell of the tables with all margins, and the sums between them.
 * Each table is a list of dimensions by number.
 */
export function publishedTables(dimensions: Dimension[], tables: number[][], units: Units): PublishedTables {
  const trees = dimensions.map(treeOf)
  const book = cellBook(trees)
  const relations = relationsBuilder()
  const listed = tables.map((each) => ({ dimensions: each, cells: cellsOfTable(trees, each, book) }))
  const published = book.length()
  for (const table of listed) sumsWithin(trees, table, book, relations.add)
  const everything = trees.map((_, at) => at)
  const finest = trees.reduce((product, tree) => product * tree.categories, 1)
  const isListed = tables.some((each) => each.length === trees.length)
  if (!isListed && finest <= mostLatentCells) sumsOfFinest(trees, listed, everything, book, relations.add)
  return {
    trees,
    tables: listed,
    nodes: book.nodes(),
    values: countUnits(trees, tables, units, book),
    published: Uint8Array.from({ length: book.length() }, (_, cell) => (cell < published ? 1 : 0)),
    relations: relations.done(),
  }
}

/** Numbers cells in the order in which they are first asked for. */
type CellBook = {
  at: (nodes: readonly number[]) => number
  find: (nodes: readonly number[]) => number | undefined
  length: () => number
  nodes: () => Int32Array
}

function cellBook(trees: Tree[]): CellBook {
  const cells = new Map<number, number>()
  const nodes: number[] = []
  const key = (of: readonly number[]) => of.reduce((sum, node, at) => sum * trees[at]!.size + node, 0)
  return {
    find: (of) => cells.get(key(of)),
    at: (of) => {
      const known = cells.get(key(of))
      if (known !== undefined) return known
      cells.set(key(of), cells.size)
      nodes.push(...of)
      return cells.size - 1
    },
    length: () => cells.size,
    nodes: () => Int32Array.from(nodes),
  }
}

/** Visits every choice of one node per dimension; dimensions outside `within` stand at their total. */
function eachCell(trees: Tree[], within: number[], sizeOf: (tree: Tree) => number, visit: (nodes: number[]) => void) {
  const nodes = trees.map(({ total }) => total)
  const from = (at: number): void => {
    if (at === within.length) return visit(nodes)
    const dimension = within[at]!
    for (let node = 0; node < sizeOf(trees[dimension]!); node++) {
      nodes[dimension] = node
      from(at + 1)
    }
    nodes[dimension] = trees[dimension]!.total
  }
  from(0)
}

function cellsOfTable(trees: Tree[], dimensions: number[], book: CellBook): Int32Array {
  const cells: number[] = []
  eachCell(
    trees,
    dimensions,
    ({ size }) => size,
    (nodes) => cells.push(book.at(nodes)),
  )
  return Int32Array.from(cells)
}

type AddSum = (total: number, parts: Iterable<number>) => void

function sumsWithin(trees: Tree[], { dimensions }: { dimensions: number[] }, book: CellBook, add: AddSum) {
  eachCell(
    trees,
    dimensions,
    ({ size }) => size,
    (nodes) => {
      for (const dimension of dimensions)
        for (const { whole, parts } of trees[dimension]!.splits)
          if (nodes[dimension] === whole)
            add(
              book.at(nodes),
              parts.map((part) => book.at(nodes.with(dimension, part))),
            )
    },
  )
}

/** Ties the inner cells of each table to the cells by all dimensions, which are not published. */
function sumsOfFinest(trees: Tree[], listed: { dimensions: number[] }[], all: number[], book: CellBook, add: AddSum) {
  for (const { dimensions } of listed) {
    const others = all.filter((each) => !dimensions.includes(each))
    eachCell(
      trees,
      dimensions,
      ({ categories }) => categories,
      (nodes) => {
        const parts: number[] = []
        const total = book.at(nodes)
        eachCell(
          trees,
          others,
          ({ categories }) => categories,
          (rest) => parts.push(book.at(rest.map((node, at) => (others.includes(at) ? node : nodes[at]!)))),
        )
        add(total, parts)
      },
    )
  }
}

/** Counts each table by itself; what several tables share they agree on. */
function countUnits(trees: Tree[], tables: number[][], { categories, counts }: Units, book: CellBook): Float64Array {
  const values = new Float64Array(book.length())
  const all = trees.map((_, at) => at)
  for (const dimensions of [...tables, all]) {
    const counted = new Float64Array(book.length())
    for (let row = 0; row < counts.length; row++)
      eachWhole(trees, dimensions, categories, row, (nodes) => {
        const cell = book.find(nodes)
        if (cell !== undefined) counted[cell]! += counts[row]!
      })
    counted.forEach((count, cell) => (values[cell] = count || values[cell]!))
  }
  return values
}

/** Visits the cells of a table that a row is counted in: its own category and all above it in every dimension. */
function eachWhole(
  trees: Tree[],
  dimensions: number[],
  categories: Int32Array[],
  row: number,
  visit: (nodes: number[]) => void,
) {
  const nodes = trees.map(({ total }) => total)
  const from = (at: number): void => {
    if (at === dimensions.length) return visit(nodes)
    const dimension = dimensions[at]!
    for (const node of trees[dimension]!.above[categories[dimension]![row]!]!) {
      nodes[dimension] = node
      from(at + 1)
    }
    nodes[dimension] = trees[dimension]!.total
  }
  from(0)
}
