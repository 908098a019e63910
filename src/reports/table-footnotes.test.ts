import { expect, test } from 'vitest'
import type { Cell, TableRow } from './document.ts'
import { footnotesOf, roundingNote } from './table-footnotes.ts'

const thousands = (ore: number): Cell => ({ kind: 'thousands', ore, definitionId: 'statement' })

const row = (label: string, ore: number[], kind?: TableRow['kind']): TableRow => ({
  label,
  cells: ore.map(thousands),
  ...(kind && { kind }),
})

test('a sum that differs from its rounded parts is explained below the table', () => {
  const rows = [row('Intäkter', [140_000]), row('Kostnader', [140_000]), row('Summa', [280_000], 'sum')]
  expect(footnotesOf(rows)).toEqual([roundingNote])
})

test('so is a row that differs from its of-which rows, and a variance from what it is the difference of', () => {
  const costs = [row('Kostnader', [280_000]), row('a', [140_000], 'of-which'), row('b', [140_000], 'of-which')]
  expect(footnotesOf(costs)).toEqual([roundingNote])
  expect(footnotesOf([row('Intäkter', [240_000, 60_000, 180_000])])).toEqual([roundingNote])
})

test('there is no footnote when the rounded amounts add up', () => {
  const rows = [row('Intäkter', [100_000]), row('Kostnader', [200_000]), row('Summa', [300_000], 'sum')]
  expect(footnotesOf(rows)).toEqual([])
})

test('a withheld figure is explained once, however many there are', () => {
  const withheld = (reason: 'too-few' | 'reveals-another'): Cell => ({ kind: 'withheld', reason, definitionId: 'any' })
  const notes = footnotesOf([{ label: 'Kvinnor', cells: [withheld('too-few'), withheld('reveals-another')] }])
  expect(notes).toHaveLength(1)
  expect(notes[0]).toContain('färre än fem')
})
