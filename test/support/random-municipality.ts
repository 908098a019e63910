import { computeFigures } from '../../src/analysis/compute-figures.ts'
import type { Figures, SplitBy } from '../../src/analysis/figures.ts'
import type { Panel } from '../../src/calculations/panel.ts'
import { type HouseholdSituation, panelOf } from '../../src/calculations/panel-of.ts'
import { type Random, seededRandom } from '../../src/calculations/random.ts'
import { addMonths, type Month, month } from '../../src/values/month.ts'

const firstMonth = month('2016-01')
const lastMonth = month('2018-12')
const monthCount = 36
const obstacles = ['unemployed_none', 'unemployed_low', 'sick_low', 'sick_none', 'social']

/** A small municipality of which most counts are near the limit: no names, only what calculations are made of. */
export function randomMunicipality(seed: number, most = 75): Panel {
  const random = seededRandom(seed)
  const size = Math.ceil(most / 5) + random.integer(Math.floor((most * 4) / 5))
  const households = Object.fromEntries(
    Array.from({ length: size }, (_, at) => [`household-${at}`, randomHousehold(random)]),
  )
  const decided = Object.entries(households).flatMap(([household, { months }]) =>
    months.split(' ').flatMap((run) => {
      const first = run.split('..')[0]!
      const draw = random.next()
      const outcome =
        draw < 0.2 ? ('rejected' as const) : draw < 0.3 ? ('partiallyGranted' as const) : ('granted' as const)
      return [{ household, month: first, outcome }]
    }),
  )
  return panelOf({
    ...{ first: firstMonth, last: lastMonth, households },
    decisions: decided,
    applications: decided.map(({ household, month }) => ({ household, month, kind: 'new' as const })),
  })
}

function randomHousehold(random: Random): HouseholdSituation {
  const adult = (gender: 'woman' | 'man') => ({
    ...{ gender, age: 18 + random.integer(45) },
    ...(random.next() < 0.85 && { obstacle: obstacles[random.integer(obstacles.length)]! }),
  })
  const draw = random.next()
  const adults = draw < 0.4 ? [adult('woman')] : draw < 0.8 ? [adult('man')] : [adult('woman'), adult('man')]
  return {
    adults,
    months: runsOf(random),
    kronor: 4000 + random.integer(9000),
    children: Array.from({ length: random.next() < 0.4 ? 1 + random.integer(3) : 0 }, () => random.integer(18)),
    unit: random.next() < 0.7 ? 'A' : 'B',
  }
}

function runsOf(random: Random): string {
  const runs: string[] = []
  let at = random.integer(monthCount)
  if (random.next() < 0.35) at = 0
  while (at < monthCount) {
    const last = Math.min(monthCount - 1, at + Math.floor(random.gamma(1) * 9))
    runs.push(`${addMonths(firstMonth, at)}..${addMonths(firstMonth, last)}`)
    at = last + 4 + random.integer(14)
  }
  return runs.join(' ')
}

const everySplit: SplitBy[] = ['gender', 'age', 'householdType', 'children', 'unit']

/** The figures of a period as a page, a report or an export has them. */
export function figuresOf(
  panel: Panel,
  [from, to]: [string, string],
  { splits = everySplit, unit, publish = true }: { splits?: SplitBy[]; unit?: string; publish?: boolean } = {},
): Figures {
  const asked = { from: month(from), to: month(to), splits, publish }
  const population = { total: 9000, children: 1900, source: 'SCB' }
  return {
    ...{ municipality: { code: '0000', name: 'Provkommun' }, from: asked.from as Month, to: asked.to as Month },
    ...{ knownAt: null, dataFrom: firstMonth, dataTo: lastMonth },
    ...computeFigures(panel, { ...asked, population, populationBefore: population, ...(unit && { unit }) }),
  }
}
