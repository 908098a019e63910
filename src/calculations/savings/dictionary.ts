/** Numbers lists of numbers, equal ones with the same number. */
export function dictionary() {
  const entries: number[][] = []
  const numbers = new Map<string, number>()
  const numberOf = (list: number[]): number => {
    const key = list.join(' ')
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, entries.length)
    entries.push(list)
    return entries.length - 1
  }
  return { entries, numberOf }
}
