import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { catalogueBodies } from '../catalogue/catalogue-bodies.ts'
import { codesOf, mappingMethods } from '../parameters/code-lists/casework.ts'
import { defaultMappingForms } from '../parameters/mapping-forms.ts'
import { formKey, formsInForce } from './mapping-forms.ts'

test('every method has a form that comes with the program, in the order of the methods', () =>
  expect(formsInForce([]).map(({ method }) => method)).toEqual(codesOf(mappingMethods)))

test.each(defaultMappingForms)(
  'the form for $method could be saved as it stands, tells its source and asks nothing twice',
  ({ method, areas, source }) => {
    expect(Value.Check(catalogueBodies['mapping-form'], { method, areas })).toBe(true)
    expect(source).not.toBe('')
    expect(new Set(areas.map(({ key }) => key)).size).toBe(areas.length)
  },
)

test('a form of the municipality stands in place of that method only', () => {
  const own = { method: 'FIA' as const, areas: [{ key: 'a', label: 'Boende', help: '', hasLevel: false }] }
  const entry = { key: formKey('FIA'), version: 3, savedAt: '2019-05-14T08:00:00.000Z', savedBy: 'Test', body: own }
  const [simplified, , fia] = formsInForce([entry])
  expect(fia).toEqual({ ...own, version: 3, source: null })
  expect(simplified!.version).toBe(0)
})
