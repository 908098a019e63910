import { expect, test } from 'vitest'
import { followUpOf } from './follow-up.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import { tablesByGroup } from './risk-table.ts'
import { type FollowedRows, sampleOf } from './sample-of.ts'

const curvesOf = (rows: FollowedRows) => tablesByGroup(followUpOf(sampleOf(rows))).map(kaplanMeier)
const curveOf = (rows: FollowedRows) => curvesOf(rows)[0]!
const undefinedValue = Number.NaN

/** Fourteen rows with ties between exits, and between an exit and a censoring. */
const rows = {
  time: [3, 1, 4, 4, 6, 2, 5, 8, 2, 9, 6, 7, 4, 10],
  exit: [1, 2, 0, 1, 2, 1, 0, 1, 1, 2, 1, 0, 2, 1],
}

function expectColumns(curve: ReturnType<typeof kaplanMeier>, expected: number[][]) {
  const { time, atRisk, events, censored, survival, standardError, lower, upper } = curve
  const columns = [time, atRisk, events, censored, survival, standardError, lower, upper]
  expect(time.length).toBe(expected.length)
  expected.forEach((row, at) => row.forEach((each, column) => expectNumber(columns[column]![at]!, each)))
}

const expectNumber = (found: number, expected: number) =>
  Number.isNaN(expected) ? expect(found).toBeNaN() : expect(found).toBeCloseTo(expected, 12)

test('every column of the curve is that of R, with ties, censored times and an end at zero', () =>
  expectColumns(curveOf(rows), [
    [1, 14, 1, 0, 0.928571428571429, 0.0688302936899594, 0.5907668674267581, 0.98961982313685],
    [2, 13, 2, 0, 0.785714285714286, 0.1096642105112483, 0.47246367991426069, 0.925365226255237],
    [3, 11, 1, 0, 0.714285714285714, 0.1207363221040738, 0.40630172242417001, 0.881878685546497],
    [4, 10, 2, 1, 0.571428571428572, 0.1322600142532217, 0.28400528255881108, 0.779742263661165],
    [5, 7, 0, 1, 0.571428571428572, 0.1322600142532217, 0.28400528255881108, 0.779742263661165],
    [6, 6, 2, 0, 0.380952380952381, 0.1409548323620867, 0.12924853686729235, 0.634310642211385],
    [7, 4, 0, 1, 0.380952380952381, 0.1409548323620867, 0.12924853686729235, 0.634310642211385],
    [8, 3, 1, 0, 0.253968253968254, 0.1399296927033244, 0.04911471072431555, 0.536168314890979],
    [9, 2, 1, 0, 0.126984126984127, 0.1138312961270851, 0.00794746045803986, 0.414430033693886],
    [10, 1, 1, 0, 0, undefinedValue, undefinedValue, undefinedValue],
  ]))

test('with late entries only those who had entered before a time are at risk, as in R', () =>
  expectColumns(curveOf({ ...rows, entry: [0, 0, 1, 2, 3, 0, 4, 0, 1, 5, 2, 0, 3, 6] }), [
    [1, 5, 1, 0, 0.8, 0.1788854381999832, 0.20380926326763926, 0.969179788866743],
    [2, 6, 2, 0, 0.5333333333333333, 0.194745798224059, 0.14049427700982672, 0.8176338581418],
    [3, 6, 1, 0, 0.4444444444444445, 0.1814436846506058, 0.11358176089134606, 0.739104377485004],
    [4, 7, 2, 1, 0.3174603174603175, 0.1501857500471026, 0.07620026769929955, 0.599657991731781],
    [5, 5, 0, 1, 0.3174603174603175, 0.1501857500471026, 0.07620026769929955, 0.599657991731781],
    [6, 5, 2, 0, 0.1904761904761905, 0.1138312961270851, 0.03471582560140919, 0.441210641818051],
    [7, 4, 0, 1, 0.1904761904761905, 0.1138312961270851, 0.03471582560140919, 0.441210641818051],
    [8, 3, 1, 0, 0.126984126984127, 0.0919043637404122, 0.01651304671689185, 0.354223745618401],
    [9, 2, 1, 0, 0.0634920634920635, 0.0642434750139857, 0.00348210388283546, 0.261124527169585],
    [10, 1, 1, 0, 0, undefinedValue, undefinedValue, undefinedValue],
  ]))

test('a curve that has reached zero stays there, whoever enters later', () => {
  const { survival, atRisk } = curveOf({ time: [2, 4, 5, 6], exit: [1, 0, 1, 1], entry: [1, 2, 3, 5] })
  expect([...survival]).toEqual([0, 0, 0, 0])
  expect([...atRisk]).toEqual([1, 2, 1, 1])
})

test('before the first exit everyone remains, without error and without an interval', () =>
  expectColumns(curveOf({ time: [1, 2], exit: [0, 0] }), [
    [1, 2, 0, 1, 1, 0, undefinedValue, undefinedValue],
    [2, 1, 0, 1, 1, 0, undefinedValue, undefinedValue],
  ]))

test('a single row that leaves at time 0', () =>
  expectColumns(curveOf({ time: [0], exit: [1] }), [[0, 1, 1, 0, 0, undefinedValue, undefinedValue, undefinedValue]]))

test('each group has its own times and its own rows', () => {
  const curves = curvesOf({ time: [1, 2, 2, 5], exit: [1, 1, 0, 1], group: ['b', 'a', 'b', 'a'] })
  expect(curves.map(({ time }) => [...time])).toEqual([
    [2, 5],
    [1, 2],
  ])
  expect(curves.map(({ atRisk }) => [...atRisk])).toEqual([
    [2, 1],
    [2, 1],
  ])
  expect(curves.map(({ survival }) => [...survival])).toEqual([
    [0.5, 0],
    [0.5, 0.5],
  ])
})

test('of competing causes every one is an exit', () =>
  expect([...curveOf({ time: [1, 1, 1, 2], exit: [1, 3, 0, 0] }).events]).toEqual([2, 0]))
