import type { Role } from '../../src/access/permissions.ts'
import { coachRegister, consentToAll } from './coach-register.ts'
import { everything, ofHousehold, refer } from './planted-words.ts'
import { rowsOf } from './register-facts.ts'
import { adult, children, households, men, payments, women } from './small-extracts.ts'
import type { TestApp } from './test-app.ts'

/**
 * Households with a word planted in every field that takes words: one shared in part, one no longer shared, one of another
 * unit, and one that became protected after it was shared. `HEMLIG` is for the own unit alone, `SKYDDAD` for nobody.
 */
export async function plantedRegister(app: TestApp) {
  const { idsOf, record } = await coachRegister(app, ['Öppen Ek', 'Delvis Ask', 'Stängd Gran', 'Vanlig Alm'])
  const family = (number: string, name: string, role: string) =>
    `H70;${number};${name};${role};2018-01;;NORD;Sara Lind;;`
  await app.importText(
    'familj.csv',
    households(
      family(women[7]!, 'Mona Medges', 'Registerledare'),
      family(men[7]!, 'Make Hemligsson', 'Medsökande'),
      family(children[7]!, 'Barn Hemligsson', 'Barn'),
      adult('H80', women[8]!, { name: 'Skyddad Skog' }),
      adult('H81', women[9]!, { name: 'Annan Enhet', unit: 'SYD' }),
    ),
  )
  await app.importText(
    'betalningar.csv',
    payments(
      'U1;H70;2019-01;2019-01-25;76543,21;Försörjningsstöd',
      'U2;H80;2019-01;2019-01-25;1000,00;Försörjningsstöd',
    ),
  )
  await app.limitTo('reception', ['NORD'])

  const persons = await rowsOf<{ source_key: string; household_id: number; person_id: number; role: string }>(
    app,
    `select h.source_key, h.household_id, m.person_id, m.role from household h
   join household_member m on m.municipality_id = h.municipality_id and m.household_id = h.household_id`,
  )
  const of = (key: string, role = 'mainApplicant') =>
    persons.find((each) => each.source_key === key && each.role === role)!
  const post = (role: Role, household: number, events: object[]) =>
    app.as(role, {
      method: 'POST',
      url: `/api/households/${household}/events`,
      payload: {
        events: events.map((each) => ({ personId: null, concerns: null, on: '2019-05-14', body: {}, ...each })),
      },
    })
  const ok = async (answer: ReturnType<typeof post>) => {
    const { statusCode, body } = await answer
    if (statusCode !== 200) throw new Error(body)
  }

  // The woman has told the job unit her name and where she takes part; her husband and their child have told nothing.
  const mona = of('H70')
  const make = of('H70', 'coApplicant')
  const narrow = { ...consentToAll, body: { ...consentToAll.body, scopes: ['identity'] } }
  await ok(post('caseworker', mona.household_id, [{ ...narrow, personId: mona.person_id }]))
  for (const [person, first] of [
    [mona, 2],
    [make, 20],
  ] as const)
    await ok(
      post(
        'caseworker',
        mona.household_id,
        everything(first, (each) => `HEMLIG-${each}`).map((each) => ({ ...each, personId: person.person_id })),
      ),
    )
  await ok(
    post(
      'caseworker',
      mona.household_id,
      ofHousehold((each) => `HEMLIG-${each}`),
    ),
  )
  await ok(post('caseworker', mona.household_id, [{ ...refer('till jobbtorget', 'JOB'), personId: mona.person_id }]))
  // What was shared in full, and is withdrawn; what is shared from tomorrow on cannot be, and what ended.
  await record('caseworker', 'Stängd Gran', consentToAll, refer('HEMLIG-withdrawn', 'JOB'), {
    kind: 'consent-withdrawn',
    concerns: 1,
  })
  await record(
    'caseworker',
    'Delvis Ask',
    { ...consentToAll, body: { ...consentToAll.body, until: '2019-05-14' } },
    {
      kind: 'mapping-saved',
      on: '2019-03-01',
      body: { method: 'simplified', answers: { a: { text: 'HEMLIG-expired' } }, complete: true },
    },
  )
  await record(
    'caseworker',
    'Öppen Ek',
    consentToAll,
    refer('öppet', 'JOB'),
    { kind: 'referral-accepted', concerns: 2, on: '2019-03-02' },
    { kind: 'intervention-started', concerns: 2, on: '2019-03-04' },
  )
  // A household that becomes protected after it was shared and worked with.
  const hidden = of('H80')
  await ok(
    post('caseworker', hidden.household_id, [
      { ...consentToAll, personId: hidden.person_id },
      ...everything(2, (each) => `SKYDDAD-${each}`).map((each) => ({ ...each, personId: hidden.person_id })),
      ...ofHousehold((each) => `SKYDDAD-${each}`),
      { ...refer('SKYDDAD-referral', 'JOB'), personId: hidden.person_id },
    ]),
  )
  app.clock.now = new Date('2019-05-14T08:10:00Z')
  await app.importText(
    'skydd.csv',
    households(adult('H80', women[8]!, { name: 'Skyddad Skog', protection: 'Sekretessmarkering' })),
  )

  const ids = [
    of('H70').household_id,
    hidden.household_id,
    of('H81').household_id,
    idsOf('Öppen Ek').household,
    idsOf('Stängd Gran').household,
    987_654,
  ]
  return { mona, hidden, ids }
}
