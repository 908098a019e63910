import { expect, test } from 'vitest'
import { deliveryValues } from '../catalogue/layout-bodies.ts'
import { type LayoutBody, type LayoutBodyField, ownCodesOf } from './layout-schema.ts'
import { monthlyLayouts } from './layouts/monthly-layouts.ts'
import { countOf, errorsInTyped, layoutOfTyped, typedLayout } from './typed-layout.page.tsx'

const layoutOf = (field: LayoutBodyField): LayoutBody => ({
  ...{ from: '2026-01', source: 'Socialstyrelsen', isChecked: false, form: 'semicolon', hasHeader: true },
  ...{ encoding: 'latin1', fields: [field] },
})
/** Every value of a field with a code of its own. */
const codedLayouts = deliveryValues.flatMap((value) => {
  const own = ownCodesOf(value)
  const codes = own && Object.fromEntries(own.map((each, at) => [each, String(at + 10)]))
  return codes ? [layoutOf({ name: 'Falt', value, width: 2, missing: 'told', codes })] : []
})

test('codes are typed with Swedish words, and what is typed is what was saved', () => {
  expect(codedLayouts.length).toBeGreaterThan(6)
  for (const layout of [...codedLayouts, ...monthlyLayouts]) {
    const typed = typedLayout(layout)
    expect(typed.fields.filter(({ codes }) => /[a-z][A-Z]|_|woman|man$/.test(codes))).toEqual([])
    expect(layoutOfTyped(typed).fields).toEqual(layout.fields)
  }
  for (const layout of codedLayouts) expect(countOf(errorsInTyped(typedLayout(layout), []))).toBe(0)
})

test('words that stand for no value are an error of the field', () => {
  const typed = typedLayout(layoutOf({ name: 'Kon', value: 'gender1', width: 1, missing: 'told' }))
  const errorOf = (codes: string) => errorsInTyped({ ...typed, fields: [{ ...typed.fields[0]!, codes }] }, []).fields[0]
  expect(errorOf('kvinna = 2\nMan=1')).toBeUndefined()
  expect(errorOf('Kvinnor = 2')!.codes).toContain('Kvinnor')
  expect(errorOf('Kvinna 2')!.codes).toContain('Rad 1')
})
