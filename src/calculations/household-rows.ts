/** Where in a table sorted by household the rows of one household are, found by halving. `household` is a position. */
export function rowsOfHousehold(column: Int32Array, household: number): { start: number; end: number } {
  return { start: firstFrom(column, household), end: firstFrom(column, household + 1) }
}

/** The first row of this household or a later one. */
function firstFrom(column: Int32Array, household: number): number {
  let [low, high] = [0, column.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (column[middle]! < household) low = middle + 1
    else high = middle
  }
  return low
}
