import { decisionIndicators } from './indicators/decision-indicators.ts'
import { flowIndicators } from './indicators/flow-indicators.ts'
import { householdIndicators } from './indicators/household-indicators.ts'
import type { Indicator } from './indicators/indicator.ts'
import { longTermIndicators } from './indicators/long-term-indicators.ts'
import { moneyIndicators } from './indicators/money-indicators.ts'

/** Every indicator, in the order they are shown. Pages, exports and reports print from these definitions. */
export const indicators: readonly Indicator[] = [
  ...householdIndicators,
  ...moneyIndicators,
  ...flowIndicators,
  ...longTermIndicators,
  ...decisionIndicators,
]

/** Throws for an id that does not exist: it is a mistake in the code that asks. */
export function indicatorWithId(id: string): Indicator {
  const found = indicators.find((each) => each.id === id)
  if (!found) throw new Error(`No indicator ${id}`)
  return found
}
