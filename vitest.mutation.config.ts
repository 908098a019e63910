import { defineConfig } from 'vitest/config'

/** The tests that hold the calculations, and nothing that needs a database or a browser. */
export default defineConfig({
  test: {
    include: ['src/calculations/**/*.test.ts', 'src/calculate/**/*.test.ts', 'src/manual/**/*.test.ts'],
    env: { SHARED_DATA: 'none' },
    testTimeout: 60_000,
    pool: 'threads',
  },
})
