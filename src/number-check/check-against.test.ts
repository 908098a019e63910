import { expect, test } from 'vitest'
import { checkAgainst, type KnownFigure } from './check-against.ts'
import { findingSentence } from './findings.text.ts'
import { readText } from './read-text-file.ts'

const households: KnownFigure = {
  name: 'Antal hushåll med bistånd',
  period: '2019',
  unit: 'count',
  value: 602,
  text: '602',
}
const told = (text: string) => checkAgainst(readText(text), [households]).map(findingSentence)

test('a sentence with the name and the period is held to the register', () => {
  expect(told('Under 2019 var antal hushåll med bistånd 620.')).toEqual([
    'Texten har 620, men registret har 602 för Antal hushåll med bistånd.',
  ])
  expect(told('Under 2019 var antal hushåll med bistånd 602.')).toEqual([])
})
test('so is a cell of a table', () =>
  expect(told('Mått\t2018\t2019\nAntal hushåll med bistånd\t599\t612\nBarn\t45\t49')).toHaveLength(1))
test.each([
  'Under 2018 var antal hushåll med bistånd 599.',
  'Antal hushåll med bistånd var 602 under 2019 och 599 under 2018.',
  'Antal hushåll med bistånd ökade med 3 under 2019.',
])('nothing is said of another period, several or a change: %s', (text) => expect(told(text)).toEqual([]))
