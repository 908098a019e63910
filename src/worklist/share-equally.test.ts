import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareEqually } from './share-equally.ts'

const households = fc.uniqueArray(fc.integer({ min: 1, max: 2000 }), { maxLength: 600 })
const caseworkers = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 60 })

test('everybody gets as many as everybody else, give or take one, and every household is somebody’s once', () => {
  fc.assert(
    fc.property(households, caseworkers, (ids, codes) => {
      const shared = shareEqually(ids, codes)
      expect(shared.map(({ householdId }) => householdId)).toEqual(ids)
      const numbers = codes.map((code) => shared.filter(({ caseworker }) => caseworker === code).length)
      expect(Math.max(...numbers) - Math.min(...numbers)).toBeLessThanOrEqual(1)
    }),
    { seed: 4, numRuns: 100 },
  )
})

test('with nobody to share among, nothing is shared', () => expect(shareEqually([1, 2], [])).toEqual([]))
