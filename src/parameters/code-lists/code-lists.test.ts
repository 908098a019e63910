import { expect, test } from 'vitest'
import { month } from '../../values/month.ts'
import { type CodeList, codeReader } from './code-list.ts'
import * as lists from './lists.ts'
import { obstacleGroupLabel, obstacleHolds, obstacleOf, obstacles } from './obstacles.ts'

const { housingLabel: _, ...codeLists } = lists
const everyList: [string, CodeList][] = [...Object.entries<CodeList>(codeLists), ['obstacles', obstacles]]

test.each(everyList)('%s: every label, alias and code gives its own code', (_, list) => {
  const codeOf = codeReader(list)
  for (const { code, label, aliases } of list) {
    for (const text of [code, label, ...aliases]) expect([text, codeOf(text)]).toEqual([text, code])
  }
})

const oddities: [text: string, code: string | null][] = [
  ['ARBETSLÖS, INGEN ERSÄTTNING/STÖD', 'unemployed_noBenefit'],
  ['arbetslos ingen ersattning', 'unemployed_noBenefit'],
  ['Etableringsers. saknas (prestationsförmåga <25%)', 'establishment_notEligible'],
  ['Ensamkommande ungdom 18–20 år, gymnasiestuderande', 'unaccompaniedYouth_student'],
  ['03 Arbetslös, väntar på ersättning', 'unemployed_awaiting'],
  ['11. Sjuk- eller aktivitetsersättning, väntar på', 'disabilityBenefit_awaiting'],
  ['Etableringsersättning saknas (prestationsförmåga under 25 %)', 'establishment_notEligible'],
  ['19.', null],
  ['03 Språkhinder', null],
  ['Arbetslös', null],
  ['Språkhinder', null],
  ['19', null],
  ['Övrigt', null],
  ['', null],
]

test.each(oddities)('reads the obstacle %j as %j', (text, code) => expect(obstacleOf(text)).toBe(code))

test('has the 23 obstacles of the pick-list and one for unknown, all in one of the eleven groups', () => {
  expect(obstacles).toHaveLength(24)
  expect(new Set(obstacles.map(({ group }) => group))).toEqual(new Set(Object.keys(obstacleGroupLabel)))
  expect(Object.keys(obstacleGroupLabel)).toHaveLength(11)
})

test('holds a code to the months it was in use', () => {
  expect(obstacleHolds('establishment_awaiting', month('2010-11'))).toBe(false)
  expect(obstacleHolds('establishment_awaiting', month('2010-12'))).toBe(true)
  expect(obstacleHolds('none', month('1990-01'))).toBe(true)
})
