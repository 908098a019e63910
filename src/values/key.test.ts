import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyOf, slugOf } from './key.ts'

test('a name becomes a slug without its accents and signs', () => {
  expect(slugOf('Hushåll per månad')).toBe('hushall-per-manad')
  expect(slugOf('Unga 18–25 år!')).toBe('unga-18-25-ar')
  expect(slugOf('…')).toBe('')
})

test('any name gives a key that the catalogue takes, or none', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (name) => /^$|^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$/.test(keyOf(name))),
    { seed: 1 },
  )
})

test('a key is cut at sixty characters, never on a hyphen', () => {
  expect(keyOf(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59))
})
