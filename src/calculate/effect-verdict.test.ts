import { describe, expect, test } from 'vitest'
import { calculate, csvFiles } from '../../test/support/calculate.ts'
import { sharedPath, testWithSharedData } from '../../test/support/shared-data.ts'
import { simulatedEffect, type SimulatedEffect } from '../../test/support/simulated-effect.ts'

const file = csvFiles()

type Answer = {
  methods: { method: string; estimate?: number; refused?: { kind: string; message: string } }[]
  gates: { gate: string; value: number | null; limit: number; passed: boolean }[]
  placebos: { column: string; covariates: string[] }[]
  placeboDate: { column: string } | null
  verdict: string
  reasons: string[]
  sentence: string
  required: { moreTreated: number; months: number | null } | null
}

/** A file of a simulated sample, with a column of other interventions that nobody had. */
function simulatedFile(options: SimulatedEffect, keep: (row: number) => boolean = () => true) {
  const { sample } = simulatedEffect(options)
  const rows = Array.from(sample.treated.keys())
    .filter(keep)
    .map((row) => [sample.treated[row], sample.outcome[row], ...sample.covariates.map(({ values }) => values[row]), 0])
  return file(['d,y,age,parent,latest,earliest,other', ...rows.map((row) => row.join(','))].join('\n'))
}

const roles = ['--treated', 'd', '--outcome', 'y', '--covariates', 'age,parent,latest,earliest']
const verdict = (path: string, ...more: string[]) =>
  calculate<Answer>('effect', '--verdict', '--file', path, ...roles, ...more)
const both = ['--placebo', 'latest,earliest']
const clear = simulatedFile({ rows: 600, effect: 1 })
const none = simulatedFile({ rows: 600, effect: 0 })

describe('the three answers', () => {
  test('shown, with the least, the estimate and the interval', async () => {
    const found = await verdict(clear, ...both)
    expect(found.verdict).toBe('shown')
    expect(found.sentence).toMatch(/^Effekt påvisad: minst 0,\d\d, troligen \d,\d\d \(osäkerhet 0,\d\d–1,\d\d\)\.$/)
    expect(found.methods).toHaveLength(7)
    expect(found.placebos.map(({ column }) => column)).toEqual(['latest', 'earliest'])
    expect(found.placeboDate!.column).toBe('latest − earliest')
    expect([found.reasons, found.required]).toEqual([[], null])
  })

  test('excluded, when the smallest effect of interest is set', async () => {
    const found = await verdict(none, ...both, '--smallest-of-interest', '0,75')
    expect(found.verdict).toBe('excluded')
    expect(found.sentence).toBe('Effekt större än ±0,75 kan uteslutas.')
  })

  test('cannot be told, with the interval and what more is needed', async () => {
    const found = await verdict(none, ...both, '--treated-per-month', '10', '--smallest-of-interest', '0.1')
    expect(found.verdict).toBe('cannot-tell')
    const { moreTreated, months } = found.required!
    expect(months).toBe(Math.ceil(moreTreated / 10))
    expect(found.sentence).toMatch(
      /^Det går inte att avgöra: osäkerheten −0,\d\d till 0,\d\d rymmer både besparing och fördyring\. /,
    )
    expect(found.sentence).toContain(`fler deltagare eller ${months} månader till behövs.`)
    expect(found.sentence).toContain(' Dessutom: ')
    expect(found.reasons[0]).toBe('osäkerheten rymmer att effekten är noll')
  })
})

test('one earlier period is not enough, and none is not either; it is said', async () => {
  for (const placebo of [[], ['--placebo', 'latest']]) {
    const found = await verdict(clear, ...placebo)
    expect(found.verdict).toBe('cannot-tell')
    expect(found.sentence).toContain('utfallet är inte prövat i två perioder före insatsen')
    expect(found.sentence).toMatch(/\(osäkerhet .*\)\.$/)
  }
})

test('below the floor there are shares with intervals and refusals, no effect', async () => {
  let treated = 0
  const { sample } = simulatedEffect({ rows: 600, effect: 1 })
  const few = simulatedFile({ rows: 600, effect: 1 }, (row) => sample.treated[row] === 0 || treated++ < 17)
  const found = await verdict(few, ...both, '--smallest-of-interest', '5')
  expect(found.verdict).toBe('cannot-tell')
  expect(found.methods.map(({ refused }) => refused!.kind)).toEqual(Array(7).fill('too-few'))
  expect(found.methods[0]!.refused!.message).toBe('För få deltagare: 17. Minst 50 behövs.')
  expect(found.sentence).toMatch(
    /^Det går inte att avgöra: deltagarna är för få .* deltagare \d+,\d.% \(\d+,\d–100,0.%\), jämförda /,
  )
  expect(found.sentence).toMatch(/ 33 fler deltagare behövs\.$/)
})

test('the gates that are asked for', async () => {
  const found = await verdict(clear, ...both, '--other-intervention', 'other', '--selected-on', 'latest')
  expect(found.gates.slice(-2).map(({ gate, passed }) => [gate, passed])).toEqual([
    ['contamination', true],
    ['regression-to-the-mean', true],
  ])
})

describe('refuses', () => {
  const refused = (...more: string[]) => expect(verdict(clear, ...more)).rejects
  test('placebos that are not different columns', () => refused('--placebo', 'latest,latest').toThrow('bad-option'))
  test('a placebo that is not in the file', () => refused('--placebo', 'before').toThrow('missing-column'))
  test('the outcome as its own placebo', () =>
    refused('--placebo', 'y').toThrow('bad-option {"option":"--placebo","found":"y"'))
  test('the treatment as a placebo', () =>
    refused('--placebo', 'latest,d').toThrow('bad-option {"option":"--placebo","found":"d"'))
  test('a smallest effect of nothing', () => refused('--smallest-of-interest', '0').toThrow('bad-option'))
  test('a selection on what is not a covariate', () =>
    refused('--selected-on', 'other').toThrow('bad-option {"option":"--selected-on"'))
  test('no covariates', () =>
    expect(calculate('effect', '--verdict', '--file', clear, '--treated', 'd', '--outcome', 'y')).rejects.toThrow(
      'bad-option {"option":"--covariates"',
    ))
})

describe('on the benchmark', () => {
  const of = (name: string) => sharedPath(`effect/${name}.csv`)
  const earnings = async (columns: string, ...files: string[]) =>
    calculate<Answer>(
      'effect',
      '--verdict',
      '--treated',
      'treat',
      '--outcome',
      're78',
      '--covariates',
      columns,
      '--placebo',
      're75,re74',
      ...files,
    )
  const eight = 'age,education,black,hispanic,married,nodegree,re74,re75'

  for (const [controls, columns] of [
    ['cps1', `${eight},u74,u75`],
    ['psid1', `${eight},u74,u75`],
    ['cps3', eight],
    ['psid3', eight],
  ] as const)
    testWithSharedData(`controls from outside the experiment get no confident answer: ${controls}`, async () => {
      const files = ['--file', of('ldw_experiment'), '--controls', of(`${controls}_controls`)]
      expect((await earnings(columns, ...files)).verdict).toBe('cannot-tell')
    })

  testWithSharedData('nor do the trimmed samples', async () => {
    for (const trimmed of ['ldw_psid_trim', 'ldw_cps_trim'])
      expect((await earnings(`${eight},u74,u75`, '--file', of(trimmed))).verdict).toBe('cannot-tell')
  })

  testWithSharedData('the experiment itself shows its effect', async () => {
    const found = await earnings(`${eight},u74,u75`, '--file', of('ldw_experiment'))
    expect(found.verdict).toBe('shown')
    expect(found.placebos.map(({ covariates }) => covariates.length)).toEqual([8, 6])
  })
})
