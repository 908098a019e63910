import type { Spec } from './spec.ts'

/** Every method of the manual, in its order. */
export const specs: Spec[] = []
