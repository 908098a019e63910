import { defineConfig } from 'vitest/config'

const family = process.env['MUTATION_FAMILY'] ?? 'shared'

/** The tests beside the calculations of one family. Those of the commands would notice more, and take ten times as long. */
export default defineConfig({
  test: {
    include: [family === 'shared' ? 'src/calculations/*.test.ts' : `src/calculations/${family}/**/*.test.ts`],
    env: { SHARED_DATA: 'none' },
    testTimeout: 60_000,
    pool: 'threads',
  },
})
