import { expect, test } from 'vitest'
import { calculate, csvFiles } from '../../test/support/calculate.ts'
import { sharedJson, sharedPath, testWithSharedData } from '../../test/support/shared-data.ts'

type Nullable = number | null
type Quantile = { share: number; estimate: Nullable; lower: Nullable; upper: Nullable }
type CurveRow = Record<'time' | 'atRisk' | 'events' | 'censored' | 'survival', number> &
  Record<'standardError' | 'lower' | 'upper', Nullable>
type Group = {
  group: string
  n: number
  events: number
  median: Nullable
  medianLower: Nullable
  medianUpper: Nullable
  quantiles: Quantile[]
  restrictedMean: number
  restrictedMeanStandardError: number
  curve: CurveRow[]
}
type Test = { chiSquare: number; degreesOfFreedom: number; p: number }
type Answer = {
  groups: Group[]
  logRank: (Test & { groups: { group: string; observed: number; expected: number }[] }) | null
  incidence?: { group: string; cause: number; curve: { time: number; incidence: number; variance: number }[] }[]
  gray?: (Test & { cause: number })[]
  horizon: number
  leftOut: number
}

const fileOf = csvFiles()
const survival = (...args: string[]) => calculate<Answer>('survival', ...args)
const ofText = (text: string, ...args: string[]) =>
  survival('--file', fileOf(text), '--time', 'time', '--event', 'event', ...args)

const leukaemia = `time,event,group
9,1,Maintained
13,1,Maintained
13,0,Maintained
18,1,Maintained
23,1,Maintained
28,0,Maintained
31,1,Maintained
34,1,Maintained
45,0,Maintained
48,1,Maintained
161,0,Maintained
5,1,Not
5,1,Not
8,1,Not
8,1,Not
12,1,Not
16,0,Not
23,1,Not
27,1,Not
30,1,Not
33,1,Not
43,1,Not
45,1,Not
`

test('Miller’s leukaemia data give what R’s survival gives', async () => {
  const { groups, logRank, horizon, leftOut } = await ofText(leukaemia, '--group', 'group')
  expect(groups.map(({ group, n, events, median }) => [group, n, events, median])).toEqual([
    ['Maintained', 11, 7, 31],
    ['Not', 12, 11, 23],
  ])
  expect(groups.map(({ medianLower, medianUpper }) => [medianLower, medianUpper])).toEqual([
    [13, null],
    [5, 33],
  ])
  expect(logRank!.chiSquare).toBeCloseTo(3.396388698, 8)
  expect(logRank!.p).toBeCloseTo(0.06533932, 8)
  expect(logRank!.groups).toMatchObject([
    { group: 'Maintained', observed: 7 },
    { group: 'Not', observed: 11 },
  ])
  expect([horizon, leftOut]).toEqual([161, 0])
})

test('rows without a time, an event or a group are left out and counted', async () => {
  const { groups, leftOut } = await ofText(
    'time,event,group\n1,1,a\n,1,a\n2,NA,a\n3,0,\n4,1,NA\n5,0,b\n',
    '--group',
    'group',
  )
  expect(groups.map(({ group, n }) => [group, n])).toEqual([
    ['a', 1],
    ['b', 1],
  ])
  expect(leftOut).toBe(4)
})

test('a row without a stratum leaves only the comparison', async () => {
  const text = 'time,event,group,part\n1,1,a,x\n2,1,b,x\n3,1,a,\n4,1,b,x\n'
  const { groups, logRank, leftOut } = await ofText(text, '--group', 'group', '--strata', 'part')
  expect(groups.map(({ n }) => n)).toEqual([2, 2])
  expect(logRank!.groups.map(({ observed }) => observed)).toEqual([1, 2])
  expect(leftOut).toBe(0)
})

test('without groups there is one curve, and nothing to compare', async () => {
  const answer = await ofText('time;event\n1,5;1\n2,5;0\n')
  expect(answer.groups.map(({ group, n }) => [group, n])).toEqual([['all', 2]])
  expect(answer.logRank).toBeNull()
  expect(answer.incidence).toBeUndefined()
  expect(answer.groups[0]!.curve).toMatchObject([
    { time: 1.5, atRisk: 2, events: 1, censored: 0, survival: 0.5 },
    { time: 2.5, atRisk: 1, events: 0, censored: 1, survival: 0.5 },
  ])
})

test('what is not defined is null: the error and the interval at 0, the median that is not reached', async () => {
  const [all] = (await ofText('time,event\n1,1\n')).groups
  expect(all!.curve).toMatchObject([{ survival: 0, standardError: null, lower: null, upper: null }])
  expect((await ofText('time,event\n1,0\n')).groups[0]).toMatchObject({
    median: null,
    medianLower: null,
    medianUpper: null,
  })
})

test('entry, horizon and rho reach the calculation', async () => {
  const text = 'time,event,entry,group\n2,1,0,a\n3,0,0,b\n4,1,3,a\n5,0,3,b\n'
  const late = await ofText(text, '--entry', 'entry', '--group', 'group', '--horizon', '3')
  expect(late.groups[0]!.curve.map(({ atRisk }) => atRisk)).toEqual([1, 1])
  expect(late.horizon).toBe(3)
  expect(late.groups[0]!.restrictedMean).toBe(2)
  const weighed = await ofText(text, '--group', 'group', '--rho', '1')
  expect(weighed.logRank!.groups.map(({ observed }) => observed)).toEqual([1.75, 0])
})

test('competing exits: causes as they are numbered in the file, a curve for each group and cause', async () => {
  const text = 'time,event,group\n1,2,a\n2,7,a\n2,0,b\n3,7,b\n'
  const { incidence, gray, groups } = await ofText(text, '--group', 'group', '--competing')
  expect(incidence!.map(({ group, cause }) => [group, cause])).toEqual([
    ['a', 2],
    ['a', 7],
    ['b', 2],
    ['b', 7],
  ])
  expect(incidence![1]!.curve.map(({ time, incidence: share }) => [time, share])).toEqual([
    [1, 0],
    [2, 0.5],
  ])
  expect(gray!.map(({ cause, degreesOfFreedom }) => [cause, degreesOfFreedom])).toEqual([
    [2, 1],
    [7, 1],
  ])
  expect(groups.map(({ events }) => events)).toEqual([2, 1])
})

test('with one group, or none that left, there is no test of Gray', async () => {
  expect((await ofText('time,event\n1,2\n2,1\n', '--competing')).gray).toEqual([])
  expect(await ofText('time,event\n1,0\n2,0\n', '--competing')).toMatchObject({ incidence: [], gray: [] })
})

test('a column with a value per household is no group, and an amount is no cause', async () => {
  const many = Array.from({ length: 501 }, (_, at) => `${at},${at},g${at}\n`).join('')
  const asGroup = ofText(`time,size,group\n${many}`, '--event', 'size', '--group', 'group', '--competing')
  await expect(asGroup).rejects.toMatchObject({ kind: 'bad-option', detail: { option: '--group' } })
  const asCause = ofText(`time,size,group\n${many}`, '--event', 'size', '--competing')
  await expect(asCause).rejects.toMatchObject({ kind: 'bad-option', detail: { option: '--event' } })
})

test.each([
  ['no row with data', 'time,event\n', [], { kind: 'no-rows' }],
  ['no row that is complete', 'time,event\n,1\n', [], { kind: 'no-rows' }],
  ['a negative time', 'time,event\n3,1\n-1,1\n', [], { kind: 'bad-value', detail: { column: 'time', row: 3 } }],
  [
    'an event that is neither 0 nor 1',
    'time,event\n1,2\n',
    [],
    { kind: 'bad-value', detail: { column: 'event', row: 2 } },
  ],
  ['a cause with decimals', 'time,event\n1,1.5\n', ['--competing'], { kind: 'bad-value', detail: { column: 'event' } }],
  ['a negative cause', 'time,event\n1,-1\n', ['--competing'], { kind: 'bad-value', detail: { column: 'event' } }],
  [
    'an entry that is not before the time',
    'time,event,start\n2,1,2\n',
    ['--entry', 'start'],
    { kind: 'bad-value', detail: { column: 'start', row: 2, found: 2 } },
  ],
  ['a time that is no number', 'time,event\nsnart,1\n', [], { kind: 'not-a-number', detail: { column: 'time' } }],
  ['a column that is not there', 'time,event\n1,1\n', ['--group', 'ui'], { kind: 'missing-column' }],
  [
    'a negative rho',
    'time,event\n1,1\n',
    ['--rho', '-1'],
    { kind: 'bad-option', detail: { option: '--rho', found: '-1' } },
  ],
  ['an empty rho', 'time,event\n1,1\n', ['--rho', ' '], { kind: 'bad-option', detail: { option: '--rho' } }],
  ['a rho in words', 'time,event\n1,1\n', ['--rho', 'peto'], { kind: 'bad-option', detail: { option: '--rho' } }],
  ['a horizon of 0', 'time,event\n1,1\n', ['--horizon', '0'], { kind: 'bad-option', detail: { option: '--horizon' } }],
  ['a horizon without end', 'time,event\n1,1\n', ['--horizon', 'Infinity'], { kind: 'bad-option' }],
])('refuses %s', async (_, text, args, expected) => {
  await expect(ofText(text, ...args)).rejects.toMatchObject(expected)
})

// The reference results of R 4.2.2: survival 3.5-3 and cmprsk 2.2-11.

type Curve = Record<'time' | 'n_risk' | 'n_event' | 'n_censor' | 'surv', number[]> &
  Record<'se' | 'lower' | 'upper', Nullable[]>
type Quantiles = Record<'est' | 'lower' | 'upper', Nullable[][]>
type Curves = { curve: Curve; quantile: Quantiles }
type Difference = { chisq: number; df: number; p: number; obs: number[]; exp: number[] }
type Shares = { times: number[]; cuminc_est: number[][]; cuminc_var: number[][]; gray: number[][] }
type Reference = {
  lung: {
    km: Curves
    km_sex: Curves
    logrank_sex: Difference
    gehan_sex: Difference
    logrank_sex_strat_ph: Difference
    rmst365_sex: number[][]
  }
  veteran: { km_trt: Curves; logrank_trt: Difference; logrank_celltype: Difference }
  waltons: { km: Curves; logrank: Difference }
  rossi: { km_fin: Curves; logrank_fin: Difference; rmst52: number[][] }
  larynx: { km_stage: Curves; logrank_stage: Difference }
  unempdur: { km_any: Curves; km_ui: Curves; logrank_ui: Difference; rmst12: number[][]; aj: Shares }
  mgus2: { aj: Shares }
}

const reference = () => sharedJson<Reference>('expected/survival_open.json')
const onData = (name: string, time: string, event: string, ...args: string[]) =>
  survival('--file', sharedPath(`survival/${name}.csv`), '--time', time, '--event', event, ...args)

function expectClose(found: readonly Nullable[], expected: readonly Nullable[], tolerance = 1e-9) {
  expect(found.length).toBe(expected.length)
  const apart = found.filter((each, at) => {
    const other = expected[at]!
    return each === null || other === null ? each !== other : !(Math.abs(each - other) <= tolerance)
  })
  expect(apart).toEqual([])
}

function expectCurves({ groups }: Answer, { curve, quantile }: Curves) {
  const rows = groups.flatMap((group) => group.curve)
  const names = { time: 'time', atRisk: 'n_risk', events: 'n_event', censored: 'n_censor', survival: 'surv' } as const
  for (const [ours, theirs] of Object.entries(names))
    expectClose(
      rows.map((row) => row[ours as keyof typeof names]),
      curve[theirs],
    )
  for (const [ours, theirs] of [
    ['standardError', 'se'],
    ['lower', 'lower'],
    ['upper', 'upper'],
  ] as const)
    expectClose(
      rows.map((row) => row[ours]),
      curve[theirs],
    )
  for (const [ours, theirs] of [
    ['estimate', 'est'],
    ['lower', 'lower'],
    ['upper', 'upper'],
  ] as const)
    expectClose(
      groups.flatMap(({ quantiles }) => quantiles.map((each) => each[ours])),
      quantile[theirs].flat(),
    )
}

function expectDifference({ logRank }: Answer, { chisq, df, p, obs, exp }: Difference) {
  expectClose([logRank!.chiSquare, logRank!.degreesOfFreedom, logRank!.p], [chisq, df, p])
  expectClose(
    logRank!.groups.flatMap(({ observed, expected }) => [observed, expected]),
    obs.flatMap((each, at) => [each, exp[at]!]),
  )
}

const expectMeans = ({ groups }: Answer, expected: number[][]) =>
  expectClose(
    groups.flatMap((group) => [group.restrictedMean, group.restrictedMeanStandardError]),
    expected.flat(),
  )

function expectShares({ incidence }: Answer, expected: Shares) {
  const at = (time: number, curve: { time: number }[]) => curve.findLastIndex((row) => row.time <= time)
  incidence!.forEach(({ curve }, cause) => {
    const rows = expected.times.map((time) => curve[at(time, curve)]!)
    expectClose(
      rows.map((row) => row.incidence),
      expected.cuminc_est[cause]!,
    )
    expectClose(
      rows.map((row) => row.variance),
      expected.cuminc_var[cause]!,
      1e-12,
    )
  })
  expect(incidence!.length).toBe(expected.cuminc_est.length)
}

testWithSharedData('lung: curves, quantiles, log-rank with rho and strata, restricted mean', async () => {
  const { lung } = reference()
  expectCurves(await onData('lung', 'time', 'event'), lung.km)
  const bySex = await onData('lung', 'time', 'event', '--group', 'sex', '--horizon', '365')
  expectCurves(bySex, lung.km_sex)
  expectDifference(bySex, lung.logrank_sex)
  expectMeans(bySex, lung.rmst365_sex)
  expectDifference(await onData('lung', 'time', 'event', '--group', 'sex', '--rho', '1'), lung.gehan_sex)
  const stratified = await onData('lung', 'time', 'event', '--group', 'sex', '--strata', 'ph.ecog')
  const { obs, exp, ...test } = lung.logrank_sex_strat_ph
  expectDifference(stratified, { ...test, obs: obs.flat(), exp: exp.flat() })
})

testWithSharedData('veteran, waltons, rossi and larynx', async () => {
  const { veteran, waltons, rossi, larynx } = reference()
  const treatment = await onData('veteran', 'time', 'status', '--group', 'trt')
  expectCurves(treatment, veteran.km_trt)
  expectDifference(treatment, veteran.logrank_trt)
  const wasps = await onData('waltons', 'T', 'E', '--group', 'group')
  expectCurves(wasps, waltons.km)
  expectDifference(wasps, waltons.logrank)
  const aid = await onData('rossi', 'week', 'arrest', '--group', 'fin', '--horizon', '52')
  expectCurves(aid, rossi.km_fin)
  expectDifference(aid, rossi.logrank_fin)
  expectMeans(aid, rossi.rmst52)
  const stages = await onData('larynx', 'time', 'delta', '--group', 'stage')
  expectCurves(stages, larynx.km_stage)
  expectDifference(stages, larynx.logrank_stage)
})

testWithSharedData('veteran by cell type: four groups named by words', async () => {
  const { chiSquare, degreesOfFreedom } = (await onData('veteran', 'time', 'status', '--group', 'celltype')).logRank!
  expectClose([chiSquare, degreesOfFreedom], [reference().veteran.logrank_celltype.chisq, 3])
})

testWithSharedData('unempdur: three competing exits, by insurance and for all', async () => {
  const { unempdur } = reference()
  const all = await onData('unempdur', 'spell', 'event', '--competing')
  expectCurves(all, unempdur.km_any)
  expectShares(all, unempdur.aj)
  const byInsurance = await onData('unempdur', 'spell', 'event', '--competing', '--group', 'ui', '--horizon', '12')
  expectCurves(byInsurance, unempdur.km_ui)
  expectDifference(byInsurance, unempdur.logrank_ui)
  expectMeans(byInsurance, unempdur.rmst12)
  expectClose(
    byInsurance.gray!.flatMap(({ chiSquare, p, degreesOfFreedom }) => [chiSquare, p, degreesOfFreedom]),
    unempdur.aj.gray.flat(),
  )
})

testWithSharedData('mgus2: a rare cause beside a common one', async () => {
  expectShares(await onData('mgus2', 'etime', 'ev', '--competing'), reference().mgus2.aj)
})
