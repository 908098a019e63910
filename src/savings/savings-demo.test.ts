import { describe, expect, test } from 'vitest'
import { demoRegister } from '../../test/support/demo-register.ts'
import { action, kronor, list, part, save, show, stated } from '../../test/support/savings-actions.ts'
import type { FigureTable } from '../analysis/figures.ts'
import type { ExitRatios } from './savings-view.ts'

describe('the demo, where an intervention has an effect to be found', async () => {
  const { app } = await demoRegister({ seed: 1, households: 300, months: 48 })
  const promised = [part('Deltagare', { promisedOre: stated(kronor(900_000)), months: stated(12) })]
  const start = '2015-06'
  await save(app, 'jobbtorg', action({ intervention: 'Jobbtorg', start, assumptions: promised }))
  await save(app, 'steget', action({ intervention: 'Steget 2.0', start, assumptions: promised }))
  await save(app, 'intag', action({ start, assumptions: promised }))
  const found = await list(app)
  const jobbtorg = await show(app, 'jobbtorg')

  test('gives the action an amount within its interval, and one of the three verdicts', () => {
    const { realisedOre, lowerOre, upperOre, verdict, sentence } = jobbtorg.summary
    expect(lowerOre!).toBeLessThanOrEqual(realisedOre!)
    expect(realisedOre!).toBeLessThanOrEqual(upperOre!)
    const begins = {
      shown: 'Effekt påvisad',
      excluded: 'Effekt större än',
      'cannot-tell': 'Det går inte att avgöra',
      computing: '',
    }
    expect(sentence.startsWith(begins[verdict])).toBe(true)
    expect(found.rows.find(({ key }) => key === 'jobbtorg')!.summary).toEqual(jobbtorg.summary)
  })

  test('tells how much faster those in it left, for a scenario, with its verdict in words', async () => {
    const { actions } = (await app.as('controller', '/api/savings/exit-ratios')).json<ExitRatios>()
    const of = (asked: string) => actions.find(({ key }) => key === asked)!
    const { exit, sentence } = of('jobbtorg')
    expect(exit!.lower).toBeLessThan(exit!.ratio)
    expect(exit!.upper).toBeGreaterThan(exit!.ratio)
    // What saves is that they leave sooner: the demo's Jobbtorg does, and the amount says so too.
    expect(exit!.ratio).toBeGreaterThan(1)
    expect(jobbtorg.summary.realisedOre!).toBeGreaterThan(0)
    expect(sentence).toBe(jobbtorg.summary.sentence)
    expect(of('intag')).toMatchObject({ exit: null, sentence: expect.stringContaining('inga deltagare') as string })
  })

  test('adds its months up to the same öre, and leaves to others what is theirs', () => {
    const cells = (row: FigureTable['rows'][number]) => row.cells.map(({ value }) => value)
    const { realisedOre } = jobbtorg.summary
    expect(cells(jobbtorg.byMonth.rows.at(-1)!)[2]).toBe(realisedOre)
    const months = jobbtorg.byMonth.rows.map((row) => cells(row)[1] ?? 0)
    expect(months.reduce((sum, ore) => sum + ore, 0)).toBe(realisedOre)
    const overlap = jobbtorg.overlap!.rows
    const [credited, ...others] = overlap.map((row) => cells(row)[0]!).toReversed()
    expect(others.reduce((sum, ore) => sum + ore, 0)).toBe(credited)
    expect(credited).toBe(realisedOre)
  })

  test('says on every row promised = realised + unexplained + rest', () => {
    for (const { cells } of found.actions.rows) {
      const [promisedOre, , realisedOre, unexplainedOre, restOre] = cells.map(({ value }) => value)
      expect((realisedOre ?? 0) + unexplainedOre! + restOre!).toBe(promisedOre)
    }
    expect(found.actions.rows.find(({ id }) => id === 'intag')!.cells[2]!.value).toBeNull()
  })

  test('splits the change of the year in parts that sum to it in öre', () => {
    const rows = new Map(found.change!.rows.map(({ id, cells }) => [id, cells[0]!.value ?? 0]))
    const parts = [...rows].filter(([id]) => id === 'economy' || id === 'unexplained' || id.startsWith('action-'))
    expect(parts.map(([id]) => id)).toContain('action-jobbtorg')
    expect(parts.reduce((sum, [, ore]) => sum + ore, 0)).toBe(rows.get('change'))
    expect(rows.get('after')! - rows.get('before')!).toBe(rows.get('change'))
  })

  test('puts the matched comparison and the participants’ own cost before beside last year', () => {
    const ways = jobbtorg.comparison!.counterfactuals
    expect(ways.map(({ kind }) => kind)).toEqual([
      'last-year',
      'own-forecast',
      'similar',
      'matched',
      'baseline',
      'own-before',
    ])
    for (const { ore, savingOre } of ways) if (ore !== null) expect(ore - jobbtorg.comparison!.paidOre!).toBe(savingOre)
    expect(ways.find(({ kind }) => kind === 'own-before')!.savingOre).not.toBeNull()
  })

  test('shares the participants of two actions that follow the same intervention, and says so', async () => {
    await save(
      app,
      'jobbtorg-2',
      action({ name: 'Fler platser', intervention: 'Jobbtorg', start, assumptions: promised }),
    )
    const again = await show(app, 'jobbtorg')
    expect(again.findings.map(({ kind }) => kind)).toContain('same-participants')
    expect(Math.abs(2 * again.summary.realisedOre! - jobbtorg.summary.realisedOre!)).toBeLessThan(100)
  })
})
