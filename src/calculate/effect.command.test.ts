import { describe, expect, test } from 'vitest'
import { calculate, csvFiles } from '../../test/support/calculate.ts'
import { sharedPath, testWithSharedData } from '../../test/support/shared-data.ts'
import type { Estimate } from '../calculations/effect/estimate.ts'

type Answer = Estimate & { leftOut: number; missingCovariates: number }

const csv = csvFiles()
const lines = [
  ['1', '7', '38', '1'],
  ['0', '11', '50', '2'],
  ['1', '9', '47', '2'],
  ['0', '11', '58', '1'],
  ['0', '10', '21', '2'],
  ['0', '11', '34', '1'],
  ['1', '10', '45', '2'],
  ['1', '9', '27', '1'],
]
const fileOf = (rows: string[][]) => csv(['d,y,age,kids', ...rows.map((row) => row.join(','))].join('\n'))
const withCell = (row: number, column: number, cell: string) =>
  fileOf(lines.map((cells, at) => (at === row ? cells.map((each, index) => (index === column ? cell : each)) : cells)))
const effect = (file: string, ...more: string[]) =>
  calculate<Answer>('effect', '--file', file, '--treated', 'd', '--outcome', 'y', ...more)
const byAge = ['--covariates', 'age', '--method']

describe('effect', () => {
  test('answers with the estimate and what it rests on', async () =>
    expect(await effect(fileOf(lines), '--covariates', 'age, kids', '--method', 'difference')).toMatchObject({
      method: 'difference',
      estimate: -2,
      treated: 4,
      controls: 4,
      effectiveControls: 4,
      leftOut: 0,
      missingCovariates: 0,
      balance: [{ covariate: 'age' }, { covariate: 'kids', before: 0, after: 0 }],
    }))

  test('the difference needs no covariates', async () =>
    expect(await effect(fileOf(lines), '--method', 'difference')).toMatchObject({ estimate: -2, balance: [] }))

  test.each(['regression', 'outcome-regression', 'ipw', 'aipw', 'entropy-balancing', 'nearest-neighbour'])(
    '%s answers too',
    async (method) => expect(await effect(fileOf(lines), ...byAge, method)).toMatchObject({ method, treated: 4 }),
  )

  test('a row without outcome is left out and counted, whatever the method', async () => {
    const file = withCell(1, 1, '')
    expect(await effect(file, '--method', 'difference')).toMatchObject({ controls: 3, leftOut: 1 })
    expect(await effect(file, ...byAge, 'regression')).toMatchObject({ controls: 3, leftOut: 1, missingCovariates: 0 })
  })

  test('a row without a covariate leaves the methods that use it', async () => {
    const file = withCell(0, 2, 'NA')
    expect(await effect(file, ...byAge, 'regression')).toMatchObject({ treated: 3, leftOut: 0, missingCovariates: 1 })
    expect(await effect(file, ...byAge, 'difference')).toMatchObject({ treated: 4, missingCovariates: 0 })
    expect(await effect(file, '--covariates', 'kids', '--method', 'regression')).toMatchObject({ treated: 4 })
  })

  test('other controls take the place of the file’s own', async () => {
    const others = csv('age;d;y\n30;0;20\n40;1;99\n50;0;22\n44;0;\n')
    expect(await effect(fileOf(lines), '--controls', others, '--method', 'difference')).toMatchObject({
      estimate: 8.75 - 21,
      treated: 4,
      controls: 2,
      leftOut: 1,
    })
  })
})

describe('refuses', () => {
  test.each([
    ['a method that is not one', ['--method', 'magic'], '{"option":"--method","found":"magic"'],
    ['no method at all', [], '{"option":"--method","found":""'],
    ['a method without what it compares by', ['--method', 'ipw'], '{"option":"--covariates","found":""'],
    ['a covariate twice', ['--covariates', 'age,age', '--method', 'ipw'], 'bad-option {"option":"--covariates"'],
    ['a covariate without name', ['--covariates', 'age,', '--method', 'ipw'], 'bad-option {"option":"--covariates"'],
    ['the outcome among the covariates', ['--covariates', 'age,y', '--method', 'ipw'], '"found":"y"'],
    ['the treatment among the covariates', ['--covariates', 'd', '--method', 'ipw'], '"found":"d"'],
    ['the treatment as outcome', ['--outcome', 'd', '--method', 'difference'], '{"option":"--outcome","found":"d"'],
    ['a column that is not there', ['--covariates', 'height', '--method', 'ipw'], 'missing-column {"column":"height"'],
  ])('%s', (_, more, refusal) => expect(effect(fileOf(lines), ...more)).rejects.toThrow(refusal))

  test('a treatment that is neither 0 nor 1, in either file', async () => {
    const wrong = '{"column":"d","row":3,"found":2,"expected":"0 eller 1"}'
    await expect(effect(withCell(1, 0, '2'), '--method', 'difference')).rejects.toThrow(wrong)
    await expect(effect(fileOf(lines), '--controls', withCell(1, 0, '2'), '--method', 'difference')).rejects.toThrow(
      wrong,
    )
    await expect(effect(withCell(1, 0, ''), '--method', 'difference')).rejects.toThrow('not-a-number')
  })

  test('a file with a head and no rows', () =>
    expect(effect(fileOf([]), '--method', 'difference')).rejects.toThrow('no-rows'))

  test('nobody to compare with', () =>
    expect(effect(fileOf(lines.filter(([d]) => d === '1')), '--method', 'difference')).rejects.toThrow('no-controls'))
})

testWithSharedData('CPS-1 by entropy balancing is the published 1 406', async () => {
  const found = await calculate<Answer>(
    ...['effect', '--file', sharedPath('effect/ldw_experiment.csv')],
    ...['--controls', sharedPath('effect/cps1_controls.csv'), '--treated', 'treat', '--outcome', 're78'],
    ...['--covariates', 'age,education,black,hispanic,married,nodegree,re74,re75,u74,u75'],
    ...['--method', 'entropy-balancing'],
  )
  expect(found.estimate).toBeCloseTo(1406.30422868906, 4)
  expect(found).toMatchObject({ treated: 185, controls: 15992 })
})
