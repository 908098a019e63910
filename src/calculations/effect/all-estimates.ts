import { CannotCalculate } from '../refusal.ts'
import { type Estimate, type Method, estimateEffect, methods } from './estimate.ts'
import type { Sample } from './sample.ts'

/** What a method found, or why it found nothing. */
export type MethodResult = Estimate | { method: Method; refusal: CannotCalculate }

/** Every method on one sample. A method that refuses does not stop the others. */
export const allEstimates = (sample: Sample): MethodResult[] =>
  methods.map((method) => {
    const found = answerOrRefusal(() => estimateEffect(sample, method))
    return found instanceof CannotCalculate ? { method, refusal: found } : found
  })

/** The estimate of one method among the results; null when it refused. */
export function estimateOf(results: readonly MethodResult[], method: Method): Estimate | null {
  const found = results.find((result) => result.method === method)
  return found && 'estimate' in found ? found : null
}

export function answerOrRefusal<Answer>(work: () => Answer): Answer | CannotCalculate {
  try {
    return work()
  } catch (refusal) {
    if (refusal instanceof CannotCalculate) return refusal
    throw refusal
  }
}
