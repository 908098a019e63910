/** What a figure is called when it stands alone. */
export const figureNames = {
  cell: (table: string, row: string, column: string) => `${table}: ${row}, ${lowered(column)}`,
  group: (name: string, group: string) => `${name}, ${lowered(group)}`,
  part: {
    value: (name: string) => name,
    before: (name: string) => `${name}, samma månader året före`,
    change: (name: string) => `${name}, förändring mot samma månader året före`,
    numerator: (name: string) => `${name}, täljaren`,
    denominator: (name: string) => `${name}, nämnaren`,
  },
}

const lowered = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1)
