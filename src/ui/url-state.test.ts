import fc from 'fast-check'
import { expect, test } from 'vitest'
import { merge, parseAddress, writeAddress } from './url-state.ts'

test('what is empty leaves the address, the rest stays', () =>
  expect(merge({ unit: '100', status: 'paused' }, { unit: '', sort: 'key' })).toEqual({
    status: 'paused',
    sort: 'key',
  }))

test('numbers and months stay text, readable in the address', () => {
  expect(writeAddress({ unit: '100', from: '2019-01' })).toBe('?unit=100&from=2019-01')
  expect(parseAddress('?unit=100&from=2019-01')).toEqual({ unit: '100', from: '2019-01' })
})

test('nothing chosen is no question mark', () => expect(writeAddress({ unit: undefined })).toBe(''))

test('any text survives the address', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(parseAddress(writeAddress({ search: text }))).toEqual({ search: text })
    }),
    { seed: 1, numRuns: 300 },
  ))
