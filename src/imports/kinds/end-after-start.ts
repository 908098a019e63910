import type { Kind, RowProblem } from '../kind.ts'

/** Refuses a row whose end is not after its start, given the positions of `from` and `until`. */
export const endAfterStart =
  (from: number, until: number): NonNullable<Kind['check']> =>
  (values): RowProblem[] => {
    const start = values[from]
    const end = values[until]
    const isBackwards = typeof start === 'string' && typeof end === 'string' && end <= start
    return isBackwards ? [{ column: 'until', problem: 'end-before-start' }] : []
  }
