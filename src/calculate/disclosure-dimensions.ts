import { codesOf } from '../calculations/columns.ts'
import { type Dimension, type Level, totalName } from '../calculations/disclosure/dimension.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import { protectText as text } from './protect.text.ts'
import type { ColumnFile } from './read-columns.ts'

/** A column whose categories are gathered into those of a wider one, as `kommun<lan`. */
export type Nesting = { below: string; above: string }

/** Parses `kommun<lan;lan<land`; `kommun:lan` means the same. */
export function nestingOption(found: string): Nesting[] {
  return found.split(';').map((part) => {
    const [below, above, ...more] = part.split(/[<:]/).map((name) => name.trim())
    if (below && above && below !== above && more.length === 0) return { below, above }
    throw new CannotCalculate('bad-option', { option: '--hierarchy', found, expected: text.hierarchyExpected })
  })
}

/** Columns as dimensions of tables, with the code of each row's category. */
export function dimensionsOf(file: ColumnFile, names: readonly string[], nestings: readonly Nesting[]) {
  const columns = names.map((name) => codesOf(wordsOf(file, name)))
  const dimensions = columns.map(({ labels }, at): Dimension => ({
    name: names[at]!,
    categories: labels,
    levels: levelsAbove(file, names[at]!, nestings),
  }))
  const used = dimensions.flatMap(({ levels }) => levels)
  if (used.length < nestings.length) {
    const found = nestings.map(({ below, above }) => `${below}<${above}`).join(';')
    throw new CannotCalculate('bad-option', { option: '--hierarchy', found, expected: text.hierarchyExpected })
  }
  return { dimensions, categories: columns.map(({ codes }) => codes) }
}

/** The words of a column, with a word for those that are missing. Refuses the word that means all together. */
function wordsOf(file: ColumnFile, column: string): string[] {
  return file.texts(column).map((word, row) => {
    if (word.toLowerCase() !== totalName) return word || text.missing
    throw new CannotCalculate('bad-value', { column, row: row + 2, found: word, expected: text.notTotal })
  })
}

/** The levels above a column, each after the one that it stands on. */
function levelsAbove(file: ColumnFile, column: string, nestings: readonly Nesting[]): Level[] {
  return nestings
    .filter(({ below }) => below === column)
    .flatMap((nesting) => [levelOf(file, nesting), ...levelsAbove(file, nesting.above, nestings)])
}

function levelOf(file: ColumnFile, { below, above }: Nesting): Level {
  const lower = codesOf(wordsOf(file, below))
  const upper = codesOf(wordsOf(file, above))
  const groupOf = new Int32Array(lower.labels.length).fill(-1)
  lower.codes.forEach((code, row) => {
    if (groupOf[code] !== -1 && groupOf[code] !== upper.codes[row])
      throw new CannotCalculate('bad-value', {
        column: below,
        row: row + 2,
        found: lower.labels[code]!,
        expected: text.oneAbove(above),
      })
    groupOf[code] = upper.codes[row]!
  })
  return { name: above, below, groups: { codes: groupOf, labels: upper.labels } }
}
