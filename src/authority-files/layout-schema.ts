import type { CatalogueBody } from '../catalogue/catalogue-bodies.ts'
import type { DeliveryValue } from '../catalogue/layout-bodies.ts'
import { obstacles } from '../parameters/code-lists/obstacles.ts'

/** What a layout may be: the same in the browser, where it is written, and on the server, where it is saved. */
export type LayoutBody = CatalogueBody<'monthly-layout'>
export type LayoutBodyField = LayoutBody['fields'][number]

export const layoutFaults = [
  'name-wrong',
  'name-taken',
  'value-taken',
  'too-narrow',
  'code-too-long',
  'code-twice',
  'code-of-nothing',
] as const
export type LayoutFaultKind = (typeof layoutFaults)[number]

/** Stops a layout from being saved. `at` is the field's place, from 0. */
export type LayoutFault = { at: number; kind: LayoutFaultKind; detail: string }

/** Said, and saved all the same: what a row cannot be understood without, and obstacles that have no code in the file. */
export type LayoutRemark =
  { kind: 'lacks'; value: DeliveryValue } | { kind: 'uncoded'; at: number; count: number } | { kind: 'no-source' }

const needed: readonly DeliveryValue[] = ['year', 'month', 'municipality', 'kronor', 'identity1']

/** The characters that a value always has. */
function leastWidth(value: DeliveryValue): number {
  if (value.startsWith('identity')) return 12
  return value === 'year' || value === 'municipality' ? 4 : value === 'month' ? 2 : 1
}

const obstacleCodes = obstacles.map(({ code }): string => code)

/** What the register writes in a field that can have codes; null where any text may stand. */
export function ownCodesOf(value: DeliveryValue): readonly string[] | null {
  if (value.startsWith('gender')) return ['woman', 'man']
  if (value.startsWith('status')) return [value.slice(-1)]
  if (value.startsWith('intervention')) return ['0', '1']
  return value.startsWith('obstacle') ? obstacleCodes.filter((code) => code !== 'unknown') : null
}

/** Everything that stops a layout from being saved, in the order of its fields. */
export const faultsInLayout = ({ fields }: Pick<LayoutBody, 'fields'>): LayoutFault[] =>
  fields.flatMap((field, at) => {
    const before = fields.slice(0, at)
    const codes = Object.entries(field.codes ?? {})
    const known = ownCodesOf(field.value)
    const found: [LayoutFaultKind, string | undefined][] = [
      ['name-wrong', /^[A-Za-z0-9_]{1,40}$/.test(field.name) ? undefined : field.name],
      ['name-taken', before.find(({ name }) => name === field.name)?.name],
      ['value-taken', before.find(({ value }) => value === field.value)?.name],
      ['too-narrow', field.width < leastWidth(field.value) ? String(leastWidth(field.value)) : undefined],
      ['code-too-long', codes.find(([, code]) => code.length > field.width)?.[1]],
      ['code-twice', codes.map(([, code]) => code).find((code, place, all) => all.indexOf(code) < place)],
      ['code-of-nothing', codes.find(([own]) => !known?.includes(own))?.[0]],
    ]
    return found.flatMap(([kind, detail]) => (detail === undefined ? [] : [{ at, kind, detail }]))
  })

/** What should be looked at before the layout is used. */
export const remarksOnLayout = ({ fields, source }: Pick<LayoutBody, 'fields' | 'source'>): LayoutRemark[] => [
  ...(source.trim() === '' ? [{ kind: 'no-source' as const }] : []),
  ...needed
    .filter((value) => !fields.some((field) => field.value === value))
    .map((value) => ({ kind: 'lacks' as const, value })),
  ...fields.flatMap(({ value, codes }, at) => {
    const own = ownCodesOf(value)
    const count = codes && own ? own.filter((code) => !Object.hasOwn(codes, code)).length : 0
    return count > 0 ? [{ kind: 'uncoded' as const, at, count }] : []
  }),
]

/** Where a field stands in a line of fixed positions: the first and the last character, from 1. */
export function positionsOf(fields: readonly Pick<LayoutBodyField, 'width'>[]): { first: number; last: number }[] {
  let last = 0
  return fields.map(({ width }) => {
    const first = last + 1
    last += width
    return { first, last }
  })
}
