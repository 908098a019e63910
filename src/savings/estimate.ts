import type { GateName } from '../calculations/effect/gates.ts'
import { CannotCalculate, type RefusalKind } from '../calculations/refusal.ts'
import type { Participations } from '../calculations/money-columns.ts'
import type { Panel } from '../calculations/panel.ts'
import type { RealisedSavings } from '../calculations/savings/realised.ts'
import type { Ore } from '../values/money.ts'
import type { MonthIndex } from '../values/month.ts'
import type { RealisedOutput } from '../worker/tasks.ts'
import type { RunTask } from '../worker/threads.ts'
import { creditAction, type Credited } from './attribution.ts'

/** What the payments say that an action saved, or why they do not say it. */
export type Estimated =
  | { kind: 'estimated'; savings: RealisedSavings; credited: Credited; smallestOfInterestOre: Ore }
  /** Nobody to compare with: the action concerns everybody, or is the economy's and not the municipality's own. */
  | { kind: 'concerns-all' | 'economy' | 'not-begun' }
  | { kind: 'refused'; refusal: RefusalKind }
  /** It is being worked out, which takes some seconds for a large municipality. */
  | { kind: 'computing' }

/** One action's question: whom it reached, under which name, and what it promised. */
export type Asked = {
  key: string
  /** What the action is called, for whoever shares its participants. */
  name: string
  intervention: string
  window: { from: MonthIndex; until: MonthIndex }
  promisedOre: Ore
}

/** A saving below a tenth of what was promised has no interest: decided when the promise was made, before any data. */
const shareOfInterest = 0.1

/**
 * All actions at once: what takes the time is the same for all of them, and each is credited with its own part of the months that
 * the others claim. In a thread, since households are drawn anew a great many times. By the action's key.
 */
export async function estimateAll(
  run: RunTask,
  facts: { panel: Panel; participations: Participations },
  asked: readonly Asked[],
): Promise<Map<string, Estimated>> {
  if (asked.length === 0) return new Map()
  const questions = asked.map(({ intervention, window, promisedOre }) => ({
    ...{ intervention, window },
    options: { smallestOfInterestOre: Math.round(promisedOre * shareOfInterest) },
  }))
  const answers = await run('realised-savings', { ...facts, questions }).catch((error: unknown) => {
    if (error instanceof CannotCalculate) return asked.map(() => ({ refused: error.kind }))
    throw error
  })
  return new Map(asked.map(({ key }, at) => [key, estimatedOf(answers, asked, at)]))
}

function estimatedOf(answers: RealisedOutput, asked: readonly Asked[], at: number): Estimated {
  const savings = answers[at]!
  if ('refused' in savings) return { kind: 'refused', refusal: savings.refused }
  const { key, intervention, window, promisedOre } = asked[at]!
  const rivals = asked.filter(
    (each) =>
      each.key !== key &&
      each.intervention === intervention &&
      each.window.from < window.until &&
      window.from < each.window.until,
  )
  const others = answers.flatMap((each, other) =>
    'refused' in each || asked[other]!.intervention === intervention ? [] : [each],
  )
  return {
    kind: 'estimated',
    savings,
    credited: creditAction(
      savings,
      intervention,
      others,
      rivals.map(({ name }) => name),
    ),
    smallestOfInterestOre: Math.round(promisedOre * shareOfInterest),
  }
}

/** Below these an effect is not told at all, not even as uncertain (`effectLimits`). */
const floor: readonly GateName[] = ['treated', 'controls', 'effective-controls']

/** The estimate when its amount may be told: enough took part, and enough are like them. */
export const toldOf = (estimated: Estimated): Extract<Estimated, { kind: 'estimated' }> | null =>
  estimated.kind === 'estimated' && estimated.savings.gates.every(({ gate, passed }) => passed || !floor.includes(gate))
    ? estimated
    : null
