import type { RejectedCell } from './validate.ts'

/** Bad rows as they came, and what is wrong with them. */
export class Rejections {
  readonly all: RejectedCell[] = []
  readonly rows = new Map<number, readonly string[]>()
  readonly #keep: number
  constructor(keep: number) {
    this.#keep = keep
  }
  add(cells: RejectedCell[], rowAt: (line: number) => readonly string[]): void {
    for (const cell of cells) {
      this.all.push(cell)
      this.rows.set(cell.row, rowAt(cell.row))
    }
  }
  /** The headings stand first, as row 0: the bad rows are sent again under them. */
  withHeader(columns: readonly string[]): [row: number, cells: readonly string[]][] {
    return this.rows.size === 0 ? [] : [[0, columns], ...this.rows]
  }
  get rowCount(): number {
    return this.rows.size
  }
  get kept(): RejectedCell[] {
    return this.#keep >= this.all.length ? this.all : this.all.slice(0, this.#keep)
  }
}
