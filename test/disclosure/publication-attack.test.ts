import { expect, test } from 'vitest'
import { possibleValues } from '../../src/calculations/disclosure/possible-values.ts'
import { loadSolver } from '../../src/calculations/disclosure/solver.ts'
import { systemOf } from '../../src/publication/cell-relations.ts'
import { type Leaving, toldBy } from '../../src/publication/published-cells.ts'
import { readBy } from '../../src/publication/withhold-what-reveals.ts'
import { attackPublications } from '../support/attack-publications.ts'
import { figuresOf, randomMunicipality } from '../support/random-municipality.ts'

const solver = await loadSolver()

// Municipality 10 has given small counts away to attackers that earlier guards did not know of.
const seeds = [10, 12]

test('every sum that the attacker uses is true of the counts themselves', () => {
  for (const seed of [4, 8]) {
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
    // Refused where no counts could be true together.
    const values = possibleValues(solver, system)
    expect(values.filter((value) => value < 0)).toEqual(new Float64Array())
    const stayed = system.ids.filter((id) => id.startsWith('stayed|'))
    expect(stayed.length).toBeGreaterThan(20)
  }
})

test(
  'reports, months, exports and the page of the board tell no small count together, shown, withheld or never printed',
  { timeout: 60_000 },
  async () => {
    for (const seed of seeds) {
      const { hidden, small, recovered, early } = await attackPublications(seed, 'guarded', 'few')
      expect({ seed, recovered, early }).toEqual({ seed, recovered: [], early: [] })
      expect(hidden).toBeGreaterThan(100)
      expect(small).toBeGreaterThan(500)
    }
  },
)

// Persons, adults and children of a unit that had not published anything followed from those of the other.
test('nor does a whole year of them', { timeout: 120_000 }, async () => {
  const { recovered, early } = await attackPublications(140, 'guarded')
  expect({ recovered, early }).toEqual({ recovered: [], early: [] })
})

test(
  'without the step across publications the same attacker does recover small counts',
  { timeout: 60_000 },
  async () => {
    let recovered = 0
    for (const seed of seeds) recovered += (await attackPublications(seed, 'one by one', 'few')).recovered.length
    expect(recovered).toBeGreaterThan(0)
  },
)
