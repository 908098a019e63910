import { type Static, type TSchema, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Reference, ReferenceArea, ReferenceGender, ReferenceValue } from './reference.ts'

const nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

/** A value as v3 gives it; v2 says `is_deleted`, and some of its documents write F for women. */
const valueSchema = Type.Object({
  gender: Type.Enum(['T', 'K', 'M', 'F'] as const),
  value: nullable(Type.Number()),
  status: Type.Optional(nullable(Type.String())),
  isdeleted: Type.Optional(Type.Boolean()),
  is_deleted: Type.Optional(Type.Boolean()),
})

/** `period` is a number in v3 and may be text in v2. */
export const datumSchema = Type.Object({
  kpi: Type.String(),
  municipality: Type.Union([Type.String(), Type.Integer()]),
  period: Type.Union([Type.Integer(), Type.String({ pattern: '^\\d{4}$' })]),
  values: Type.Array(valueSchema),
})
export type KoladaDatum = Static<typeof datumSchema>

export const kpiSchema = Type.Object({
  id: Type.String({ pattern: '^[NUTM]\\d{5}' }),
  title: Type.String(),
  is_divided_by_gender: Type.Union([Type.Boolean(), Type.Integer()]),
})
export type KoladaKpi = Static<typeof kpiSchema>

export const groupSchema = Type.Object({
  id: Type.String({ pattern: '^G\\d+$' }),
  title: Type.String(),
  members: Type.Array(
    Type.Union([
      Type.Object({ id: Type.String(), title: Type.String() }),
      Type.Object({ member_id: Type.String(), member_title: Type.String() }),
    ]),
  ),
})
export type KoladaGroup = Static<typeof groupSchema>

export const areaSchema = Type.Object({ id: Type.String({ pattern: '^\\d{1,4}$' }), title: Type.String() })
export type KoladaArea = Static<typeof areaSchema>

/** A page of any list; the elements are looked at one by one. */
export const pageSchema = Type.Object({
  values: Type.Array(Type.Unknown()),
  next_url: Type.Optional(nullable(Type.String())),
  next_page: Type.Optional(nullable(Type.String())),
  made_up: Type.Optional(Type.Boolean()),
})
export type KoladaPage = Static<typeof pageSchema>

/** Pages of data, areas and groups in any mixture, as reference; null when something in them is none of these. */
export function referenceOf(pages: readonly KoladaPage[]): Reference | null {
  const values: ReferenceValue[] = []
  const areas: ReferenceArea[] = []
  for (const each of pages.flatMap((page) => page.values)) {
    if (Value.Check(datumSchema, each)) values.push(...valuesOf(each))
    else if (Value.Check(groupSchema, each)) areas.push(...areasOf(each))
    else if (Value.Check(areaSchema, each)) areas.push({ area: padded(each.id), name: each.title, members: null })
    else if (!Value.Check(kpiSchema, each)) return null
  }
  return { values, areas, madeUp: pages.some((page) => page.made_up === true) }
}

/** One value for each gender. One that Kolada has taken back is kept as missing, so that the earlier one is closed. */
export const valuesOf = ({ kpi, municipality, period, values }: KoladaDatum): ReferenceValue[] =>
  values.map((each) => {
    const isDeleted = each.isdeleted === true || each.is_deleted === true
    return {
      source: 'kolada',
      series: kpi,
      area: padded(String(municipality)),
      year: Number(period),
      gender: genderOf(each.gender),
      value: isDeleted ? null : each.value,
      status: isDeleted ? 'deleted' : (each.status ?? ''),
    }
  })

export function areasOf({ id, title, members }: KoladaGroup): ReferenceArea[] {
  const named = members.map((each) =>
    'id' in each
      ? { area: padded(each.id), name: each.title }
      : { area: padded(each.member_id), name: each.member_title },
  )
  return [
    { area: id, name: title, members: named.map(({ area }) => area) },
    ...named.map((each) => ({ ...each, members: null })),
  ]
}

/** A leading zero is lost as soon as somebody reads a code as a number. */
const padded = (code: string) => (/^\d+$/.test(code) ? code.padStart(4, '0') : code)

const genderOf = (gender: 'T' | 'K' | 'M' | 'F'): ReferenceGender => (gender === 'F' ? 'K' : gender)
