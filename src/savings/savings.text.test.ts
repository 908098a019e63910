import { expect, test } from 'vitest'
import { begunSentence } from './savings.text.ts'

test('where it cannot be told what came, it is said how many have begun, of how many, and how many it takes', () => {
  expect(begunSentence(12, 80, 50)).toBe(
    '12 hushåll med bistånd har börjat och löftet räknar med 80 personer. Minst 50 hushåll som har börjat behövs för att avgöra.',
  )
  expect(begunSentence(60, 80, 50)).toBe('60 hushåll med bistånd har börjat och löftet räknar med 80 personer.')
})

test('a promise about fewer than it takes is said to be beyond telling, even when all have begun', () =>
  expect(begunSentence(12, 16, 50)).toContain('det går inte ens när alla har börjat'))

test('fewer than five are not counted out', () => {
  expect(begunSentence(null, null, 50)).toBe(
    'Färre än fem hushåll med bistånd har börjat. Minst 50 hushåll som har börjat behövs för att avgöra.',
  )
  expect(begunSentence(0, null, 50)).toContain('Inget hushåll')
})
