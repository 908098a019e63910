import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { ReferenceGender, ReferenceValue } from './reference.ts'

/** Inhabitants of an area on the last day of a year, of one age and gender as SCB writes them. */
export type Inhabitants = { region: string; age: string; gender: string; year: string; value: number | null }

/** A table of PxWeb's first version: each row has its codes, then its values, in the order of the columns. */
const pxSchema = Type.Object({
  columns: Type.Array(Type.Object({ code: Type.String(), type: Type.String() })),
  data: Type.Array(Type.Object({ key: Type.Array(Type.String()), values: Type.Array(Type.String()) })),
})

/** JSON-stat 2: all values in a row, the last dimension moving fastest. */
const statSchema = Type.Object({
  id: Type.Array(Type.String()),
  size: Type.Array(Type.Integer({ minimum: 0 })),
  dimension: Type.Record(
    Type.String(),
    Type.Object({
      category: Type.Object({
        index: Type.Union([Type.Record(Type.String(), Type.Integer()), Type.Array(Type.String())]),
      }),
    }),
  ),
  value: Type.Array(Type.Union([Type.Number(), Type.Null()])),
})

/** SCB's code for the number of inhabitants, where a table has more than that. */
const inhabitantsCode = 'BE0101N1'

/** SCB's population as JSON, from the old service or the new one; null for anything else. */
export function populationOfJson(json: unknown): ReferenceValue[] | null {
  if (Value.Check(pxSchema, json)) {
    const at = (code: string) => json.columns.filter(({ type }) => type !== 'c').findIndex((each) => each.code === code)
    const counted = json.columns.filter(({ type }) => type === 'c')
    const column = Math.max(
      counted.findIndex(({ code }) => code === inhabitantsCode),
      0,
    )
    const of = (key: readonly string[], code: string) => key[at(code)] ?? ''
    return inhabitantsByGroup(
      json.data.map(({ key, values }) => ({
        region: of(key, 'Region'),
        age: of(key, 'Alder') || 'tot',
        gender: of(key, 'Kon'),
        year: of(key, 'Tid'),
        value: numberIn(values[column] ?? ''),
      })),
    )
  }
  return Value.Check(statSchema, json) ? inhabitantsByGroup(statRows(json.id, json.size, json)) : null
}

function statRows(
  dimensions: readonly string[],
  sizes: readonly number[],
  {
    dimension,
    value,
  }: {
    dimension: Record<string, { category: { index: Record<string, number> | string[] } }>
    value: (number | null)[]
  },
): Inhabitants[] {
  const codes = dimensions.map((name) => {
    const index = dimension[name]?.category.index ?? []
    return Array.isArray(index) ? index : Object.keys(index).toSorted((one, other) => index[one]! - index[other]!)
  })
  return value.flatMap((each, position) => {
    let rest = position
    const key: Record<string, string> = {}
    for (let at = dimensions.length - 1; at >= 0; at--) {
      const size = sizes[at] ?? 1
      key[dimensions[at]!] = codes[at]?.[rest % size] ?? ''
      rest = Math.floor(rest / size)
    }
    const contents = key['ContentsCode']
    const isOther =
      contents !== undefined &&
      contents !== inhabitantsCode &&
      (codes[dimensions.indexOf('ContentsCode')]?.length ?? 0) > 1
    const { Region: region = '', Alder: age = 'tot', Kon: gender = '', Tid: year = '' } = key
    return isOther ? [] : [{ region, age, gender, year, value: each }]
  })
}

/** The ages that a share is of, from the first to the last year, both included. */
const groups = {
  inhabitants: [0, Infinity],
  'inhabitants-0-17': [0, 17],
  'inhabitants-18': [18, Infinity],
  'inhabitants-18-24': [18, 24],
  'inhabitants-18-64': [18, 64],
  'inhabitants-65': [65, Infinity],
} as const

/**
 * Rows of single years of age, or of all ages, as the groups that shares are of.
 *
 * A group is given only when every year of it is there, up to the open one at the top; women and men are added up when the file has no total.
 * Five-year groups are left out: no share is of them.
 */
export function inhabitantsByGroup(rows: readonly Inhabitants[]): ReferenceValue[] {
  const found = new Map<string, Map<number | 'all', number>>()
  for (const { region, age, gender, year, value } of rows) {
    const area = /^\d{4}(?=\s|$)/.exec(region)?.[0] ?? (/^(00|riket)\b/i.test(region) ? '0000' : null)
    const years = ageOf(age)
    const who = genderOf(gender)
    if (area === null || years === null || who === null || value === null || !/^\d{4}$/.test(year)) continue
    for (const each of who === 'T' ? (['T'] as const) : ([who, 'sum'] as const)) {
      const key = `${area} ${year} ${each}`
      const ages = found.get(key) ?? new Map<number | 'all', number>()
      ages.set(years, (ages.get(years) ?? 0) + value)
      found.set(key, ages)
    }
  }
  return [...found].flatMap(([key, ages]) => {
    const [area = '', year = '', who = ''] = key.split(' ')
    if (who === 'sum' && (found.has(`${area} ${year} T`) || !hasBoth(found, area, year))) return []
    const gender: ReferenceGender = who === 'sum' ? 'T' : (who as ReferenceGender)
    return Object.entries(groups).flatMap(([series, [from, to]]): ReferenceValue[] => {
      const value = sumOf(ages, from, to)
      return value === null ? [] : [{ source: 'scb', series, area, year: Number(year), gender, value, status: '' }]
    })
  })
}

const hasBoth = (found: ReadonlyMap<string, unknown>, area: string, year: string) =>
  found.has(`${area} ${year} K`) && found.has(`${area} ${year} M`)

/** 100 is the open age at the top. */
function sumOf(ages: ReadonlyMap<number | 'all', number>, from: number, to: number): number | null {
  if (from === 0 && to === Infinity && ages.has('all')) return ages.get('all') ?? null
  const last = Math.min(to, 100)
  let sum = 0
  for (let age = from; age <= last; age++) {
    const count = ages.get(age)
    if (count === undefined) return null
    sum += count
  }
  return sum
}

/** `17`, `17 år`, `100+`, `tot`, `totalt ålder`; null for a group of years. */
function ageOf(text: string): number | 'all' | null {
  if (/^tot/i.test(text)) return 'all'
  const years = /^(\d{1,3})\+?(\s*år)?$/.exec(text.trim())?.[1]
  return years === undefined ? null : Math.min(100, Number(years))
}

function genderOf(text: string): ReferenceGender | null {
  if (text === '' || text === '1+2' || /^tot/i.test(text)) return 'T'
  if (text === '1' || /^män$/i.test(text)) return 'M'
  return text === '2' || /^kvinnor$/i.test(text) ? 'K' : null
}

const numberIn = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : null)
