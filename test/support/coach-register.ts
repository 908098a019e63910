import { expect } from 'vitest'
import type { Role } from '../../src/access/permissions.ts'
import type { PathView } from '../../src/pathway/path-view.ts'
import { rowsOf } from './register-facts.ts'
import { adult, households, women } from './small-extracts.ts'
import type { TestApp } from './test-app.ts'
import { importTwoCommittees } from './two-committees.ts'

export type Said = { kind: string; concerns?: number; on?: string; body?: object }

/** A job unit of another committee with one intervention and a group, and households that may be sent there. */
export async function coachRegister(app: TestApp, names: readonly string[]) {
  await importTwoCommittees(app)
  await app.importText('hushall.csv', households(...names.map((name, at) => adult(`H${at}`, women[at]!, { name }))))
  await app.limitTo('coach', ['JOB'])
  await app.limitTo('caseworker', ['NORD'])
  for (const [kind, key, body] of catalogue)
    await app.as('manager', { method: 'PUT', url: `/api/catalogue/${kind}/${key}`, payload: { seen: 0, body } })
  const rows = await rowsOf<{ household_id: number; person_id: number; source_key: string }>(
    app,
    `select h.household_id, h.source_key, m.person_id from household h
     join household_member m on m.municipality_id = h.municipality_id and m.household_id = h.household_id`,
  )
  const idsOf = (name: string) => {
    const found = rows.find(({ source_key }) => source_key === `H${names.indexOf(name)}`)
    if (!found) throw new Error(`Nobody is called ${name}`)
    return { household: found.household_id, person: found.person_id }
  }
  /** Records what is said of somebody, and gives the sequence of the last event. */
  const record = async (role: Role, name: string, ...said: Said[]): Promise<number> => {
    const { household, person } = idsOf(name)
    const events = said.map((each) => ({ personId: person, concerns: null, on: '2019-05-14', body: {}, ...each }))
    const answer = await app.as(role, {
      method: 'POST',
      url: `/api/households/${household}/events`,
      payload: { events },
    })
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json<PathView>().sequence
  }
  return { idsOf, record }
}

const intervention = {
  name: 'Jobbspåret',
  purpose: 'Vägen till arbete',
  targetGroup: 'Arbetslösa',
  kind: 'job-unit',
  provider: 'Kommunen',
  unit: 'JOB',
  places: null,
  weeks: 12,
  price: { model: 'free', ore: 0 },
  goals: [{ key: 'work', text: 'Har ett arbete' }],
  priority: 3,
  from: '2018-01-01',
  until: null,
}
const group = {
  intervention: 'jobbspar',
  name: 'Vårgruppen',
  start: '2019-03-04',
  end: '2019-06-08',
  places: 12,
}
const catalogue: [kind: string, key: string, body: object][] = [
  ['intervention', 'jobbspar', intervention],
  ['group', 'var-2019', group],
]

export const consentToAll: Said = {
  kind: 'consent-given',
  on: '2019-02-01',
  body: {
    recipient: 'JOB',
    ground: 'consent',
    scopes: ['identity', 'mapping', 'participation'],
    until: '2020-02-01',
  },
}
export const referredTo = (on: string, reason = 'Vill arbeta inom vården'): Said => ({
  kind: 'referred',
  on,
  body: {
    intervention: 'jobbspar',
    unit: 'JOB',
    kind: 'referred',
    goals: [
      { key: 'work', text: 'Har ett arbete' },
      { key: 'routine', text: 'Kommer varje dag' },
    ],
    reason,
  },
})
export const meetingAt = (at: string): Said => ({
  kind: 'meeting-booked',
  on: '2019-05-10',
  body: { unit: 'JOB', coach: 3, at, minutes: 45 },
})
