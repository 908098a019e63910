import { defineConfig } from 'vitest/config'

const names = (process.env['MUTATION_TESTS'] ?? '').split(' ')

export default defineConfig({
  test: {
    include: names.map((name) => `src/calculations/${name}.test.ts`),
    env: { SHARED_DATA: 'none' },
    pool: 'threads',
  },
})
