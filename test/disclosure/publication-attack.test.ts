import { expect, test } from 'vitest'
import { settledValues } from '../../src/calculations/disclosure/settled.ts'
import { systemOf } from '../../src/publication/cell-relations.ts'
import { type Leaving, toldBy } from '../../src/publication/published-cells.ts'
import { withheldOf } from '../../src/publication/what-follows.ts'
import { readBy } from '../../src/publication/withhold-what-reveals.ts'
import { attackPublications } from '../support/attack-publications.ts'
import { figuresOf, randomMunicipality } from '../support/random-municipality.ts'

const seeds = [4, 8]

test('every sum that the attacker uses is true of the counts themselves', () => {
  for (const seed of seeds.slice(0, 4)) {
    const panel = randomMunicipality(seed)
    const periods: [string, string][] = [
      ['2018-01', '2018-04'],
      ['2018-01', '2018-08'],
      ['2018-04', '2018-04'],
      ['2017-01', '2018-12'],
    ]
    const all = [
      ...periods.map((period): Leaving => ({ figures: figuresOf(panel, period, { publish: false }) })),
      ...['A', 'B'].map((unit): Leaving => {
        return { unit, figures: figuresOf(panel, ['2018-01', '2018-04'], { publish: false, unit }) }
      }),
    ]
    const system = systemOf(readBy(all.flatMap(toldBy), new Map()))
    expect(system.ids.length).toBeGreaterThan(1000)
    const settled = settledValues(system, withheldOf(system), 0)
    expect([...settled].filter((value) => value < 0)).toEqual([])
  }
})

test(
  'reports, months, exports and the page of the board give no withheld count away, all of them together',
  { timeout: 120_000 },
  async () => {
    for (const seed of seeds) {
      const { hidden, recovered, earlySmall } = await attackPublications(seed, 'guarded')
      expect({ seed, recovered, earlySmall }).toEqual({ seed, recovered: [], earlySmall: [] })
      expect(hidden).toBeGreaterThan(100)
    }
  },
)

test('without the step across publications the same attacker does recover withheld counts', async () => {
  let recovered = 0
  for (const seed of seeds) recovered += (await attackPublications(seed, 'one by one')).recovered.length
  expect(recovered).toBeGreaterThan(0)
})
