import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { type Codes, codesOf } from '../calculations/columns.ts'
import { cellCounts, cellKeys, perturbedCounts } from '../calculations/disclosure/cell-key.ts'
import { defaultNoise, maximumEntropyNoise } from '../calculations/disclosure/cell-key-noise.ts'
import { totalName } from '../calculations/disclosure/dimension.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import type { Print } from './print.ts'
import { calculateText } from './calculate.text.ts'
import { cellKeyText as text } from './cell-key.text.ts'
import { columnsOption } from './columns-option.ts'
import { amountOption, countOption, positiveOption } from './number-options.ts'
import { readColumns } from './read-columns.ts'
import { recordKey } from './record-key.ts'

type Options = {
  file: string
  household: string
  dimensions: string[]
  saltFile: string
  largestChange: number
  variance: number
  neverShown: number
}

/** `utfall calculate cell-key`: counts with noise by the cell key method, for every cell and sum of a table. */
export const cellKeyCommand = (print: Print): Command =>
  new Command('cell-key')
    .description(text.description)
    .requiredOption('--file <fil>', calculateText.file)
    .requiredOption('--household <kolumn>', text.household)
    .requiredOption('--dimensions <kolumner>', text.dimensions, columnsOption('--dimensions'))
    .requiredOption('--salt-file <fil>', text.saltFile)
    .option(
      '--largest-change <D>',
      text.largestChange,
      countOption('--largest-change', 100),
      defaultNoise.largestChange,
    )
    .option('--variance <V>', text.variance, positiveOption('--variance'), defaultNoise.variance)
    .option('--never-shown <js>', text.neverShown, amountOption('--never-shown'), defaultNoise.neverShown)
    .action(async (options: Options) => print(await noisyTable(options)))

async function noisyTable({ file, household, dimensions, saltFile, ...noiseOptions }: Options) {
  const rows = await readColumns(file)
  const salt = await readSalt(saltFile)
  if (rows.length === 0) throw new CannotCalculate('no-rows')
  const keys = Float64Array.from(uniqueNames(rows.texts(household)), (name) => recordKey(salt, name))
  const divided = dimensions.map((column) => codesOf(rows.texts(column)))
  const noise = maximumEntropyNoise(noiseOptions)
  const cells = everyMargin(divided).map((kept) => {
    const places = placesOf(divided, kept, rows.length)
    const counts = cellCounts(places.cells, places.count)
    return Array.from(perturbedCounts(counts, cellKeys(places.cells, places.count, keys), noise), (count, cell) => ({
      ...Object.fromEntries(dimensions.map((column, at) => [column, places.names(cell)[at]!])),
      count,
    }))
  })
  return { noise: noiseOptions, note: text.note, cells: cells.flat() }
}

async function readSalt(file: string): Promise<string> {
  const salt = (await readFile(file, 'utf8')).trim()
  if (salt.length >= 16) return salt
  throw new CannotCalculate('bad-option', { option: '--salt-file', found: file, expected: text.saltExpected })
}

/** A household that stands twice would be counted twice and its key added twice. */
function uniqueNames(names: string[]): string[] {
  const seen = new Set<string>()
  names.forEach((name, row) => {
    if (seen.has(name)) throw new CannotCalculate('duplicate-row', { row: row + 2, key: name })
    seen.add(name)
  })
  return names
}

/** Which dimensions are kept apart: all of them first, none of them last. */
const everyMargin = (divided: Codes[]): boolean[][] =>
  Array.from({ length: 2 ** divided.length }, (_, mask) => divided.map((_dimension, at) => (mask & (1 << at)) === 0))

/** Numbers the cells of one margin; a row without a word in a kept dimension is in none of them. */
function placesOf(divided: Codes[], kept: boolean[], rows: number) {
  const sizes = divided.map(({ labels }, at) => (kept[at] ? labels.length : 1))
  const cells = new Int32Array(rows)
  divided.forEach(({ codes }, at) => {
    if (!kept[at]) return
    for (let row = 0; row < rows; row++)
      cells[row] = cells[row]! < 0 || codes[row]! < 0 ? -1 : cells[row]! * sizes[at]! + codes[row]!
  })
  return {
    cells,
    count: sizes.reduce((product, size) => product * size, 1),
    names: (cell: number) => namesOf(cell, divided, sizes, kept),
  }
}

function namesOf(cell: number, divided: Codes[], sizes: number[], kept: boolean[]): string[] {
  const names: string[] = []
  let rest = cell
  for (let at = divided.length - 1; at >= 0; at--) {
    names.unshift(kept[at] ? divided[at]!.labels[rest % sizes[at]!]! : totalName)
    rest = Math.floor(rest / sizes[at]!)
  }
  return names
}
