/** A cell in a grid. Row −1 is the header. */
export type CellPosition = { row: number; column: number }

/** `page` is how many rows Page Up and Page Down move. */
export type GridSize = { rows: number; columns: number; page: number }

/**
 * Where the focus goes from a cell when a key is pressed, never outside the grid.
 *
 * Arrows move one cell; Home and End go to the row's ends, with Ctrl to the first and last row;
 * Page Up and Page Down move a screenful. The header is reached with the arrow and Page Up from the first row.
 * Null for keys that do not move.
 */
export function moveFocus(from: CellPosition, key: string, ctrl: boolean, size: GridSize): CellPosition | null {
  const step = ctrl ? withCtrl[key] : plain[key]
  return step ? within(step(from, size), size) : null
}

type Step = (from: CellPosition, size: GridSize) => CellPosition

const plain: Record<string, Step> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
  PageUp: ({ row, column }, { page }) => ({ row: row > 0 ? Math.max(0, row - page) : -1, column }),
  PageDown: ({ row, column }, { page }) => ({ row: Math.max(0, row) + page, column }),
}

const withCtrl: Record<string, Step> = {
  Home: () => ({ row: 0, column: 0 }),
  End: (_, { rows, columns }) => ({ row: rows - 1, column: columns - 1 }),
}

const within = ({ row, column }: CellPosition, { rows, columns }: GridSize): CellPosition => ({
  row: clamp(row, -1, rows - 1),
  column: clamp(column, 0, columns - 1),
})

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))
