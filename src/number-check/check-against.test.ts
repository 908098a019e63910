import { describe, expect, test } from 'vitest'
import { month } from '../values/month.ts'
import { checkAgainst, type KnownFigure } from './check-against.ts'
import { findingSentence } from './findings.text.ts'
import { namedPeriod, periodsNamed } from './named-period.ts'
import { topicsOf } from './nouns.ts'
import { readText } from './read-text-file.ts'

const households: KnownFigure = {
  name: 'Antal hushåll med bistånd',
  period: { from: month('2019-01'), to: month('2019-12') },
  unit: 'count',
  value: 602.3,
  text: '602',
  definition: 'Varje hushåll räknas en gång. Registret har uppgifter till och med december 2019.',
  said: { needs: [/hushåll/i, /bistånd/i], not: /snitt/i, words: topicsOf('fick hushåll ekonomiskt bistånd') },
}
const told = (text: string) => checkAgainst(readText(text), [households]).map(findingSentence)

describe('A text against the register', () => {
  test('a sentence with the name and the period is held to it, with the definition', () => {
    expect(told('Under 2019 var antal hushåll med bistånd 620.')).toEqual([
      'Texten har 620, men registret har 602 för Antal hushåll med bistånd. Varje hushåll räknas en gång. Registret har uppgifter till och med december 2019.',
    ])
    expect(told('Under 2019 var antal hushåll med bistånd 602.')).toEqual([])
  })
  test.each([
    'Under 2019 fick 620 hushåll ekonomiskt bistånd.',
    'Mått\t2018\t2019\nAntal hushåll med bistånd\t599\t612\nBarn\t45\t49',
  ])('so are other words for the same, and the cell of a table: %s', (text) => expect(told(text)).toHaveLength(1))
  test.each([
    'Under 2018 var antal hushåll med bistånd 599.',
    'Antal hushåll med bistånd var 602 under 2019 och 599 under 2018.',
    'Antal hushåll med bistånd ökade med 3 under 2019.',
    'Under 2019 fick 602 hushåll ekonomiskt bistånd.',
    'Under 2019 fick 421 hushåll ekonomiskt bistånd i snitt.',
    'Under 2019 fick 85 hushåll ekonomiskt bistånd till tandvård.',
    'Under 2019 fick cirka 600 hushåll ekonomiskt bistånd.',
    'Under 2019 fick 602 hushåll ekonomiskt bistånd, och kostnaden var 4,8 mnkr.',
  ])('nothing is said of another period or thing, several values, a change, or what is right: %s', (text) =>
    expect(told(text)).toEqual([]),
  )
})

test.each([
  ['2018', '2018-01', '2018-12'],
  ['april 2019', '2019-04', '2019-04'],
  ['januari–april 2019', '2019-01', '2019-04'],
  ['tertial 2 2019', '2019-05', '2019-08'],
  ['fjärde kvartalet 2018', '2018-10', '2018-12'],
])('%s is a period', (text, from, to) => expect(namedPeriod(text)).toEqual({ from, to }))

test('the periods of a text, the most often named first', () =>
  expect(
    periodsNamed(
      readText('Under 2018 var det 12. I april 2019 var det 15. Under 2018 var kostnaden lägre. I maj var det 4.'),
    ),
  ).toEqual([
    { from: '2018-01', to: '2018-12' },
    { from: '2019-04', to: '2019-04' },
  ]))
