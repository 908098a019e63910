import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveFocus } from './grid-focus.ts'

const size = { rows: 100, columns: 5, page: 20 }
const from = { row: 50, column: 2 }

test.each([
  ['ArrowUp', false, { row: 49, column: 2 }],
  ['ArrowDown', false, { row: 51, column: 2 }],
  ['ArrowLeft', false, { row: 50, column: 1 }],
  ['ArrowRight', false, { row: 50, column: 3 }],
  ['Home', false, { row: 50, column: 0 }],
  ['End', false, { row: 50, column: 4 }],
  ['PageUp', false, { row: 30, column: 2 }],
  ['PageDown', false, { row: 70, column: 2 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 99, column: 4 }],
])('%s (ctrl %s) moves the focus', (key, ctrl, to) => expect(moveFocus(from, key, ctrl, size)).toEqual(to))

test('the header lies above the first row', () => {
  expect(moveFocus({ row: 0, column: 3 }, 'ArrowUp', false, size)).toEqual({ row: -1, column: 3 })
  expect(moveFocus({ row: -1, column: 3 }, 'ArrowDown', false, size)).toEqual({ row: 0, column: 3 })
})

test('Page Up stops at the first row before it goes on to the header', () => {
  expect(moveFocus({ row: 7, column: 0 }, 'PageUp', false, size)).toEqual({ row: 0, column: 0 })
  expect(moveFocus({ row: 0, column: 0 }, 'PageUp', false, size)).toEqual({ row: -1, column: 0 })
})

test('other keys do not move', () => {
  for (const key of ['Enter', ' ', 'Tab', 'a', '/']) expect(moveFocus(from, key, false, size)).toBeNull()
  expect(moveFocus(from, 'ArrowDown', true, size)).toBeNull()
})

test('no run of keys leaves the grid', () => {
  const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']
  const press = fc.record({ key: fc.constantFrom(...keys), ctrl: fc.boolean() })
  const sizes = fc.record({
    rows: fc.nat(50),
    columns: fc.integer({ min: 1, max: 9 }),
    page: fc.integer({ min: 1, max: 30 }),
  })
  fc.assert(
    fc.property(sizes, fc.array(press), (grid, presses) => {
      let cell = { row: -1, column: 0 }
      for (const { key, ctrl } of presses) cell = moveFocus(cell, key, ctrl, grid) ?? cell
      expect(cell.row).toBeGreaterThanOrEqual(-1)
      expect(cell.row).toBeLessThan(Math.max(grid.rows, 0))
      expect(cell.column).toBeGreaterThanOrEqual(0)
      expect(cell.column).toBeLessThan(grid.columns)
    }),
    { seed: 1, numRuns: 300 },
  )
})
