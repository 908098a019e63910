import type { MonthIndex } from '../values/month.ts'
import type { Home } from './compositions.ts'
import { type Enrolment, programmes } from './interventions.ts'
import type { Plan } from './plan.ts'
import { ownHazard, returnShare, longestGap } from './spells.ts'

/** What the participations of an intervention truly saved until the data end. Below zero: they cost. */
export type TrueSaving = { intervention: string; participations: number; savedMonths: number; savedKronor: number }

type Known = {
  plan: Plan
  /** See `Simulated`. */
  levels: ReadonlyMap<MonthIndex, number>
  /** Of a home by its position, in a month when it has assistance. */
  kronor: (position: number, at: MonthIndex) => number
}

/**
 * The household-months of assistance, and their kronor, that are expected not to have come because of each intervention.
 *
 * Computed, not drawn: for each start, the chance to have assistance in each later month with the multiplied hazard less
 * that with the household's own, with the months' levels as they were, returns included, and nothing else started after.
 * Over all starts that adds up to what all interventions saved together, since each is set against those before it alone.
 *
 * It is what one household's leaving changes for that household. The number of households is planned, so another stays in
 * its place: in the demo nothing of this shows in the municipality's total. And a return that had to wait for room is
 * taken to come in its own month.
 */
export const trueSavings = (homes: readonly Home[], known: Known): TrueSaving[] =>
  programmes.map(({ name, hazardRatio, effectMonths }) => {
    const found: TrueSaving = { intervention: name, participations: 0, savedMonths: 0, savedKronor: 0 }
    for (const [position, home] of homes.entries()) {
      for (const { start } of home.enrolments.filter(isOf(name))) {
        found.participations += 1
        for (const [at, saved] of savedChances(home, start, { hazardRatio, effectMonths }, known)) {
          found.savedMonths += saved
          found.savedKronor += saved * known.kronor(position, at)
        }
      }
    }
    return found
  })

const isOf =
  (name: string) =>
  ({ intervention }: Enrolment): boolean =>
    intervention === name

type Effect = { hazardRatio: number; effectMonths: number }

/** Month by month after the start: how much less likely assistance is than without the intervention. */
function savedChances(home: Home, start: MonthIndex, { hazardRatio, effectMonths }: Effect, known: Known) {
  const without = chancesOfAssistance(home, start, known, () => 1)
  const withIt = chancesOfAssistance(home, start, known, (at) => (at < start + effectMonths ? hazardRatio : 1))
  return Array.from(without, (chance, offset) => [start + offset, chance - withIt[offset]!] as const)
}

/** For a household with assistance in `start`, from that month on. */
function chancesOfAssistance(
  home: Home,
  start: MonthIndex,
  { plan, levels }: Known,
  ratio: (at: MonthIndex) => number,
): Float64Array {
  const chances = new Float64Array(plan.until - start)
  chances[0] = 1
  for (let offset = 0; offset + 1 < chances.length; offset++) {
    const at = start + offset
    const stays = Math.exp(-ownHazard(home) * ratio(at) * levels.get(at)!)
    chances[offset + 1]! += chances[offset]! * stays
    const leaving = chances[offset]! * (1 - stays)
    for (let gap = 1; gap <= longestGap && offset + 1 + gap < chances.length; gap++) {
      chances[offset + 1 + gap]! += leaving * returnShare(gap)
    }
  }
  return chances
}
