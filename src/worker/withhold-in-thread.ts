import type { Withholding } from '../calculations/disclosure/withholding.ts'
import type { RunTask } from './threads.ts'

/** Disclosure control where calculations run that take longer than a page may wait. */
export const withholdInThread = (run: RunTask): Withholding => ({
  possible: (system) => run('possible-counts', system),
  cheapest: (input) => run('cheapest-to-withhold', input),
})
