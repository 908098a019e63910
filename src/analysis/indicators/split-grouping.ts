import type { Panel } from '../../calculations/panel.ts'
import type { Grouping, TableName } from '../../calculations/selection.ts'
import type { SplitBy } from '../figures.ts'

export type Category = { category: string; label: string }

/** How the rows of a table fall into the categories of a split. A category `unknown` stands last. */
export type SplitGrouping = Grouping & { categories: Category[] }

export function groupingBy(panel: Panel, table: TableName, by: SplitBy): SplitGrouping {
  switch (by) {
    case 'gender':
      return table === 'personMonths' ? personGender(panel) : householdGender(panel[table])
    case 'age':
      return ageClasses(panel[table].age)
    case 'householdType':
      return householdTypes(panel, table)
    case 'children':
      return withChildren(panel, table)
    case 'unit':
      return units(panel, table)
  }
}

/** Whether a row belongs to a unit, by its code. No row does when no unit has the code. */
export function belongsTo(panel: Panel, table: TableName, unit: string): (row: number) => boolean {
  const position = panel.units.findIndex(({ code }) => code === unit)
  const { unit: column, rowOf } = householdColumnsOf(panel, table)
  return (row) => position >= 0 && column[rowOf(row)] === position
}

const genders: Category[] = [
  { category: 'woman', label: 'Kvinnor' },
  { category: 'man', label: 'Män' },
  { category: 'unknown', label: 'Uppgift saknas' },
]

const personGender = ({ personMonths: { gender } }: Panel): SplitGrouping => ({
  categories: genders,
  size: genders.length,
  codeOf: (row) => gender[row]!,
  categoriesOf: [[2], [0], [1]],
})

const householdGender = (columns: { womenAdults: Uint8Array; menAdults: Uint8Array }): SplitGrouping => ({
  categories: genders,
  size: genders.length,
  codeOf: (row) => (columns.womenAdults[row]! > 0 ? 1 : 0) + (columns.menAdults[row]! > 0 ? 2 : 0),
  categoriesOf: [[2], [0], [1], [0, 1]],
})

/** First year of age that no longer belongs to the class. */
const ageLimits = [18, 25, 35, 45, 55, 65, Infinity]
const ages: Category[] = [
  { category: '0-17', label: '0–17 år' },
  { category: '18-24', label: '18–24 år' },
  { category: '25-34', label: '25–34 år' },
  { category: '35-44', label: '35–44 år' },
  { category: '45-54', label: '45–54 år' },
  { category: '55-64', label: '55–64 år' },
  { category: '65-', label: '65 år och äldre' },
  { category: 'unknown', label: 'Uppgift saknas' },
]

const ageClasses = (age: Int16Array): SplitGrouping => ({
  ...exclusive(ages),
  codeOf: (row) => (age[row]! < 0 ? ages.length - 1 : ageLimits.findIndex((limit) => age[row]! < limit)),
})

/** Household types of Socialstyrelsen by code; there is no 2. */
const typeCodes = [1, 3, 4, 5, 6, 7, 8, 9]
const typeLabels = [
  'Endast barn',
  'Ensamstående man utan barn',
  'Ensamstående man med barn',
  'Ensamstående kvinna utan barn',
  'Ensamstående kvinna med barn',
  'Sammanboende par utan barn',
  'Sammanboende par med barn',
  'Uppgift saknas',
]
const types: Category[] = typeLabels.map((label, index) => ({
  category: index === typeLabels.length - 1 ? 'unknown' : String(typeCodes[index]),
  label,
}))
const typePositions = Array.from({ length: 256 }, (_, code) => {
  const position = typeCodes.indexOf(code)
  return position < 0 ? types.length - 1 : position
})

function householdTypes(panel: Panel, table: TableName): SplitGrouping {
  const { householdType, rowOf } = householdColumnsOf(panel, table)
  return { ...exclusive(types), codeOf: (row) => typePositions[householdType[rowOf(row)]!]! }
}

const childCategories: Category[] = [
  { category: 'with-children', label: 'Med barn' },
  { category: 'without-children', label: 'Utan barn' },
]

function withChildren(panel: Panel, table: TableName): SplitGrouping {
  const { children, rowOf } = householdColumnsOf(panel, table)
  return { ...exclusive(childCategories), codeOf: (row) => (children[rowOf(row)]! > 0 ? 0 : 1) }
}

function units(panel: Panel, table: TableName): SplitGrouping {
  const { unit, rowOf } = householdColumnsOf(panel, table)
  const categories = [
    ...panel.units.map(({ code, name }) => ({ category: code, label: name })),
    { category: 'unknown', label: 'Uppgift saknas' },
  ]
  return {
    ...exclusive(categories),
    codeOf: (row) => (unit[rowOf(row)]! < 0 ? categories.length - 1 : unit[rowOf(row)]!),
  }
}

const exclusive = (categories: Category[]) => ({
  categories,
  size: categories.length,
  categoriesOf: categories.map((_, index) => [index]),
})

/** The columns about the household; a person's are those of the household that month. */
function householdColumnsOf(panel: Panel, table: TableName) {
  const { householdMonth } = panel.personMonths
  if (table === 'personMonths') return { ...panel.householdMonths, rowOf: (row: number) => householdMonth[row]! }
  const { unit, children, householdType } = panel[table]
  return { unit, children, householdType, rowOf: (row: number) => row }
}
