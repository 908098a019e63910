import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sharedJson, sharedPath, testWithSharedData } from '../../../test/support/shared-data.ts'
import { codesOf } from '../columns.ts'
import { panelOf } from '../panel-of.ts'
import { type Spells, spellsOf } from '../spells.ts'
import { followUpOf } from './follow-up.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import { tablesByGroup } from './risk-table.ts'
import { sampleOf } from './sample-of.ts'
import { stepValue } from './step-value.ts'
import { throughputSample, unknownCause, workShare } from './throughput.ts'

const spellsIn = (households: Record<string, string>): Spells => {
  const named = Object.entries(households).map(([name, months]) => [name, { months }])
  const panel = panelOf({ first: '2018-01', last: '2018-12', households: Object.fromEntries(named) })
  return spellsOf(panel.householdMonths, { ...panel, allowedGap: 2 })
}

const spells = spellsIn({
  before: '2018-02..2018-06',
  ended: '2018-04..2018-09',
  gap: '2018-04 2018-07',
  open: '2018-08..2018-12',
  paused: '2018-06..2018-10',
  fresh: '2018-12',
})
const exits = codesOf(['work', 'work', '', 'studies', '', ''])

test('an ended spell lasts its whole span, one not known to have ended is followed a month less', () => {
  const { time, exit } = throughputSample(spells, exits)
  expect([...time]).toEqual([6, 4, 4, 4, 0])
  expect([...exit]).toEqual([2, 3, 0, 0, 0])
})

test('a cause has the number of its label, counted from one', () =>
  expect([...throughputSample(spells, codesOf(['', 'studies', 'work', '', '', ''])).exit]).toEqual([1, 2, 0, 0, 0]))

test('the unknown exits are a cause of their own, after the known ones', () => {
  expect(exits.labels).toEqual(['studies', 'work'])
  expect(unknownCause(exits)).toBe(3)
  expect(throughputSample(spells, exits).causes).toBe(3)
})

test('each spell keeps its group, and without groups they are one', () => {
  const group = codesOf(['a', 'b', 'a', 'b', 'a', 'b'])
  expect(throughputSample(spells, exits, group).group).toEqual({
    codes: Int32Array.of(1, 0, 1, 0, 1),
    labels: ['a', 'b'],
  })
  expect(throughputSample(spells, exits).group.labels).toEqual(['all'])
})

/** Ten start: two leave for work, one for studies and two for reasons unknown, and five remain after a year. */
const ten = { time: [2, 5, 3, 4, 6, 12, 12, 12, 12, 12], exit: [1, 1, 2, 3, 3, 0, 0, 0, 0, 0] }
const [table] = tablesByGroup(followUpOf(sampleOf(ten)))
const shareAt = (horizon: number, work = [1]) => workShare(table!, { work, unknown: 3, horizon })

test('the share that left for work is a range: known at least, with all unknown at most', () => {
  expect(shareAt(4)!.least).toBeCloseTo(0.1, 12)
  expect(shareAt(4)!.most).toBeCloseTo(0.2, 12)
  expect(shareAt(12)!.least).toBeCloseTo(0.2, 12)
  expect(shareAt(12)!.most).toBeCloseTo(0.4, 12)
  expect(shareAt(12)!.remaining).toBeCloseTo(0.5, 12)
})

test('several causes may count as work', () => expect(shareAt(12, [1, 2])!.least).toBeCloseTo(0.3, 12))

test('before anyone has left all remain', () => expect(shareAt(1)).toEqual({ remaining: 1, least: 0, most: 0 }))

test('where nobody was followed so long and somebody remained there is no share', () => expect(shareAt(13)).toBeNull())

test('when all have left, the shares hold for good', () => {
  const [all] = tablesByGroup(followUpOf(sampleOf({ time: [1, 2], exit: [1, 2] })))
  expect(workShare(all!, { work: [1], unknown: 2, horizon: 24 })).toEqual({ remaining: 0, least: 0.5, most: 1 })
})

test('a group without rows has no share', () => {
  const group = { codes: Int32Array.of(1, 1), labels: ['nobody', 'a'] }
  const [nobody] = tablesByGroup(followUpOf({ ...sampleOf({ time: [1, 2], exit: [1, 2] }), group }))
  expect(workShare(nobody!, { work: [1], unknown: 2, horizon: 1 })).toBeNull()
})

const referenceSpells = () => {
  const rows = readSpells(sharedPath('spells/spells_gap2.csv'))
  const column = (at: number) => Int32Array.from(rows, (row) => row[at]!)
  const length = rows.length
  const none = new Int32Array(length)
  return {
    length,
    household: column(0),
    start: column(2),
    last: column(3),
    firstRow: none,
    lastRow: none,
    paidMonths: column(5),
    netOre: new Float64Array(length),
    resolved: Uint8Array.from(column(7)),
    leftUnknown: Uint8Array.from(column(8)),
  } satisfies Spells
}

testWithSharedData('of the reference register, as many remain after 3, 6, 12, 24 and 36 months as in R', () => {
  const reference = sharedJson<{ S_at: number[]; km_good: number[]; km_good_se_12: number }>('expected/spells.json')
  const sample = throughputSample(referenceSpells(), { codes: new Int32Array(2236).fill(-1), labels: [] })
  const { time, survival, standardError } = kaplanMeier(tablesByGroup(followUpOf(sample))[0]!)
  reference.S_at.forEach((month, at) =>
    expect(stepValue(time, survival, month, 1)).toBeCloseTo(reference.km_good[at]!, 12),
  )
  expect(stepValue(time, standardError, 12, 0)).toBeCloseTo(reference.km_good_se_12, 12)
})

const readSpells = (file: string) =>
  readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',').map(Number))
