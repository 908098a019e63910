import { createRequire } from 'node:module'
import type { Highs } from 'highs'

/** HiGHS in WebAssembly: linear and mixed-integer programs. */
export type Solver = Highs

// The package's types describe what `require` gives, and not what `import` does.
const load = createRequire(import.meta.url)('highs') as () => Promise<Solver>

let loading: Promise<Solver> | undefined

/** The solver, loaded once. Everything after this is synchronous. */
export const loadSolver = (): Promise<Solver> => (loading ??= load())
