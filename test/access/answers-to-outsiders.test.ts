import { describe, expect, test } from 'vitest'
import { everyRequest } from '../support/every-request.ts'
import { plantedRegister } from '../support/planted-register.ts'
import { everything, ofHousehold } from '../support/planted-words.ts'
import { testApp } from '../support/test-app.ts'

/** Whole answers, read as text: what is planted in every field that takes words must not reach those whom no ground tells. */
const app = await testApp()
const { mona, ids } = await plantedRegister(app)
const requests = everyRequest(ids, mona.person_id)

describe('a coach of another committee', () => {
  test('is told nothing that no ground opens, by any address', async () => {
    for (const request of requests) {
      const { body } = await app.as('coach', request)
      for (const secret of ['HEMLIG', 'Hemligsson', '7654321'])
        expect(body, JSON.stringify(request)).not.toContain(secret)
    }
  })

  test('and is told what one does, while the caseworker is told all', async () => {
    const { body } = await app.as('coach', `/api/households/${mona.household_id}/path`)
    expect(body).toContain('Mona Medges')
    expect(body).toContain('till jobbtorget')
    const own = (await app.as('caseworker', `/api/households/${mona.household_id}/path`)).body
    const planted = [...everything(2, (each) => each), ...ofHousehold((each) => each)]
    expect(own.match(/HEMLIG-[a-z-]+/g)?.length).toBeGreaterThan(planted.length)
  })
})
