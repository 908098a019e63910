import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { men, women } from '../../test/support/small-extracts.ts'
import { type DeliveryValue, deliveryValues } from '../catalogue/layout-bodies.ts'
import { IdentityNumber } from '../values/identity-number.ts'
import { month } from '../values/month.ts'
import { type DeliveredRow, fieldText, readRows, UnreadableRow, writeRows } from './delivered-row.ts'
import { type Layout, layoutOf, type LayoutField, monthlyLayouts } from './layouts/monthly-layouts.ts'

const numbers = [...women, ...men].map((text) => IdentityNumber.parse(text)!)
const layout = monthlyLayouts.at(-1)!
const counts = ['childrenUpTo15', 'kronor', 'age1', 'age2']

/** A value that the field holds. */
function valueFor(field: LayoutField): fc.Arbitrary<string | number | IdentityNumber> {
  if (field.value.startsWith('identity')) return fc.constantFrom(...numbers)
  if (field.codes) return fc.constantFrom(...Object.keys(field.codes))
  if (counts.includes(field.value)) return fc.nat({ max: 10 ** Math.min(field.width, 9) - 1 })
  return fc.stringMatching(new RegExp(`^[A-Za-z0-9_]{1,${field.width}}$`))
}

const rowOf = (fields: readonly LayoutField[]): fc.Arbitrary<DeliveredRow> =>
  fc.record(Object.fromEntries(fields.map((field) => [field.value, valueFor(field)])), { requiredKeys: [] })

const anyLayout: fc.Arbitrary<Layout> = fc
  .record({
    values: fc.uniqueArray(fc.constantFrom(...deliveryValues), { minLength: 1, maxLength: 12 }),
    form: fc.constantFrom('tab', 'semicolon', 'fixed'),
    hasHeader: fc.boolean(),
    encoding: fc.constantFrom('utf-8', 'latin1'),
  })
  .map(({ values, ...rest }) => ({ ...layout, ...rest, fields: values.map(fieldOf) })) as fc.Arbitrary<Layout>

const fieldOf = (value: DeliveryValue): LayoutField => ({
  ...{ name: value, value, width: value.startsWith('identity') ? 12 : 7, missing: 'empty' },
  ...(value.startsWith('gender') && { codes: { man: '1', woman: '2' } }),
})

/** Numbers print as stars: compared as what they are. */
const told = (rows: readonly DeliveredRow[]) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, value instanceof IdentityNumber ? value.reveal() : value]),
    ),
  )

describe('a file that is written', () => {
  test('reads as what was written, in every form', () => {
    fc.assert(
      fc.property(
        anyLayout.chain((each) => fc.tuple(fc.constant(each), fc.array(rowOf(each.fields), { maxLength: 8 }))),
        ([each, rows]) => {
          expect(told(readRows(each, writeRows(each, rows)))).toEqual(told(rows))
        },
      ),
      { seed: 6, numRuns: 300 },
    )
  })

  test('has the fields in the order of the description, between tabs, and ends each row CRLF', () => {
    const row: DeliveredRow = {
      ...{ year: '2019', month: '04', municipality: '0483', childrenUpTo15: 2, kronor: 8500 },
      ...{ identity1: numbers[0]!, status1: '1', gender1: 'woman', age1: 28, obstacle1: 'parental_awaiting' },
    }
    const fields = writeRows(layout, [row]).toString('latin1').split('\t')
    expect(fields.slice(0, 12)).toEqual([
      '2019',
      '04',
      '0483',
      '',
      '2',
      '8500',
      numbers[0]!.reveal(),
      '1',
      '',
      '',
      '2',
      '28',
    ])
    expect(fields).toHaveLength(layout.fields.length)
    expect(fields.at(-1)).toBe('\r\n')
  })
})

describe('a value that does not belong in its field', () => {
  const gender = layout.fields.find(({ value }) => value === 'gender1')!
  const kronor = layout.fields.find(({ value }) => value === 'kronor')!
  test('is an unknown code, or does not fit', () => {
    expect(fieldText(gender, 'other')).toEqual({ fault: 'unknown-code' })
    expect(fieldText(gender, 'toString')).toEqual({ fault: 'unknown-code' })
    expect(fieldText(kronor, 123_456_789)).toEqual({ fault: 'does-not-fit' })
    expect(fieldText({ ...kronor, value: 'district' }, '1\t2')).toEqual({ fault: 'does-not-fit' })
  })
  test('is told by the field, never by what it says', () => {
    const narrow = { ...layout, fields: [{ ...kronor, name: 'Personnr1', value: 'identity1' as const, width: 6 }] }
    const write = () => writeRows(narrow, [{ identity1: numbers[0]! }])
    expect(write).toThrow('Personnr1')
    expect(write).not.toThrow(numbers[0]!.reveal())
  })
})

describe('a file of another layout', () => {
  test.each([
    ['2019\t04\r\n', 'wrong-width'],
    [`2019\t04\t0483${'\t'.repeat(layout.fields.length - 3)}\r\n`, null],
    [`2019\t04\t0483\t\tmånga${'\t'.repeat(layout.fields.length - 5)}\r\n`, 'not-a-number'],
    [`2019\t04\t0483\t\t1\t1\t199001011234${'\t'.repeat(layout.fields.length - 7)}\r\n`, 'not-an-identity-number'],
  ])('is refused by row and field: %#', (text, fault) => {
    const read = () => readRows(layout, Buffer.from(text, 'latin1'))
    if (fault === null) expect(read()).toEqual([{ year: '2019', month: '04', municipality: '0483' }])
    else {
      expect(read).toThrow(UnreadableRow)
      expect(read).toThrow(fault)
    }
  })
})

test('the layout of a month is the latest that had begun, and the municipality’s own goes before ours', () => {
  const own = { ...layout, from: month('2019-03'), source: 'egen' }
  expect(layoutOf(month('2011-12'), [])).toBeNull()
  expect(layoutOf(month('2016-12'), [])).toBe(monthlyLayouts[0])
  expect(layoutOf(month('2019-02'), [own])).toBe(monthlyLayouts[1])
  expect(layoutOf(month('2019-03'), [own])).toBe(own)
})
