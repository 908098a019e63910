import { breakEvenHazard } from '../calculations/savings/exit-hazard.ts'
import type { Ore } from '../values/money.ts'
import type { BreakEven, Project } from './target-groups-view.ts'

/** The parts of a project's budget: 1 000 + 150 + 20 + 100 = 1 270 tkr (001-14). */
export const costOf = ({ budget }: Pick<Project, 'budget'>): Ore => budget.reduce((sum, { ore }) => sum + ore, 0)

/** What is assumed where nobody has said otherwise: three in a hundred leave by themselves each month. */
export const usualChance = 0.03

/**
 * Which monthly chance of leaving the project must bring about to pay for itself in one, two or three years.
 * Null where not even all leaving at once would.
 */
export const breakEvenOf = (assumed: Omit<BreakEven, 'rows'>): BreakEven => ({
  ...assumed,
  rows: [12, 24, 36].map((months) => {
    const { households, oreAMonth, chance, costOre } = assumed
    const found = breakEvenHazard({
      ...{ persons: households, monthlyAmount: oreAMonth, hazard: chance, ownCost: costOre, horizon: months },
    })
    return { months, chance: found && found.hazard, extraExits: found && found.extraExits }
  }),
})
