import { describe, expect, test } from 'vitest'
import { rowsOf } from '../../test/support/register-facts.ts'
import { adult, households, men, payments, women } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import { importTwoCommittees } from '../../test/support/two-committees.ts'
import type { Role } from '../access/permissions.ts'
import type { EventBody, EventKind } from '../pathway/event-bodies.ts'
import type { PathView } from '../pathway/path-view.ts'
import type { MappingForm } from './mapping-forms.ts'
import type { OutcomeWatch } from './outcome-watch.ts'

const app = await testApp()
await importTwoCommittees(app)
await app.importText(
  'hushall.csv',
  households(
    adult('MAP', women[0]!),
    adult('PLAN', women[1]!),
    adult('LAST', men[0]!),
    adult('BACK', men[1]!),
    adult('WAIT', men[2]!),
    adult('OPEN', men[3]!),
    adult('COACH', women[2]!),
    adult('TWO', women[3]!),
  ),
)
await app.importText(
  'utbetalningar.csv',
  payments(
    'U1;LAST;2018-06;2018-06-25;5000,00;Försörjningsstöd',
    // Paid and recovered: no assistance.
    'U2;LAST;2018-09;2018-09-25;5000,00;Försörjningsstöd',
    'U3;LAST;2018-09;2018-10-25;-5000,00;Försörjningsstöd',
    'U4;BACK;2018-12;2018-12-25;4000,00;Försörjningsstöd',
    'U5;OPEN;2019-04;2019-04-25;4000,00;Försörjningsstöd',
  ),
)

await app.limitTo('coach', ['JOB'])

type Sent<Kind extends EventKind> = {
  kind: Kind
  body: EventBody<Kind>
  on?: string
  concerns?: number
  /** The last event that the form was filled in from. */
  seen?: number
}

/** One household as the API shows it, and what is recorded of its only adult. */
async function householdOf(key: string) {
  const [row] = await rowsOf<{ household_id: number }>(
    app,
    'select household_id from household where source_key = $1',
    [key],
  )
  const id = row!.household_id
  const read = async (role: Role = 'caseworker') => (await app.as(role, `/api/households/${id}/path`)).json<PathView>()
  const person = (await read()).members[0]!.id
  return {
    id,
    read,
    record: <Kind extends EventKind>(
      { kind, body, on = '2019-05-14', concerns, seen }: Sent<Kind>,
      role: Role = 'caseworker',
    ) =>
      app.as(role, {
        method: 'POST',
        url: `/api/households/${id}/events`,
        payload: {
          events: [{ kind, body, on, concerns: concerns ?? null, personId: ofHousehold.has(kind) ? null : person }],
          ...(seen !== undefined && { seen }),
        },
      }),
    offered: async (kind: EventKind, concerns: number | null = null) =>
      (await read()).offers.some((offer) => offer.kind === kind && offer.concerns === concerns),
  }
}
const ofHousehold: ReadonlySet<EventKind> = new Set<EventKind>(['case-closed', 'undone'])

const mapping = (text: string, complete = false): Sent<'mapping-saved'> => ({
  kind: 'mapping-saved',
  body: { method: 'simplified', complete, answers: { education: { text, level: 1 } } },
})
const plan = (goal: string, followUpOn = '2019-06-14'): Sent<'plan-saved'> => ({
  kind: 'plan-saved',
  body: {
    kind: 'work',
    goals: [{ key: 'g1', text: goal }],
    activities: [{ key: 'a1', text: 'Söka fem arbeten i veckan', responsible: 'person', fromEmploymentService: true }],
    followUpOn,
  },
})

describe('mapping', () => {
  test('keeps every version, tells when it was completed, and refuses a second one by the same method', async () => {
    const household = await householdOf('MAP')
    expect(await household.offered('mapping-saved')).toBe(true)
    expect((await household.record(mapping('Grundskola'))).statusCode).toBe(200)
    expect((await household.record(mapping('Annat'))).json()).toMatchObject({ problem: 'mapping-exists' })
    const saved = await household.record({ ...mapping('Gymnasium', true), concerns: 1, seen: 1 })
    const [kept] = saved.json<PathView>().path.mappings
    expect(kept).toMatchObject({ id: 1, completedOn: '2019-05-14', latest: { sequence: 2 } })
    expect(kept!.versions.map(({ body }) => body.answers['education']?.text)).toEqual(['Grundskola', 'Gymnasium'])
  })

  test('shows the second who writes what the first wrote, and keeps the first', async () => {
    const household = await householdOf('MAP')
    const refused = await household.record({ ...mapping('Ingen utbildning'), concerns: 1, seen: 1 })
    expect(refused.statusCode).toBe(409)
    expect(refused.json()).toMatchObject({ problem: 'changed-since', since: [{ sequence: 2 }] })
    expect((await household.read()).path.mappings[0]!.versions).toHaveLength(2)
  })

  test('is not done before anything is answered', async () => {
    const household = await householdOf('COACH')
    const without = (answers: object) => ({
      ...mapping('', true),
      body: { method: 'simplified', answers, complete: true } as Sent<'mapping-saved'>['body'],
    })
    for (const answers of [{}, { education: { text: '  ' } }])
      expect((await household.record(without(answers))).json()).toMatchObject({
        problem: 'mapping-empty',
        text: 'Svara på minst ett område innan kartläggningen markeras som klar.',
      })
    expect((await household.read()).path.mappings).toEqual([])
  })

  test('does not go on with a version: only what opened the mapping names it', async () => {
    const household = await householdOf('MAP')
    expect(await household.offered('mapping-saved', 1)).toBe(true)
    expect(await household.offered('mapping-saved', 2)).toBe(false)
    expect((await household.record({ ...mapping('x'), concerns: 2 })).json()).toMatchObject({
      problem: 'nothing-to-go-on',
    })
  })

  test('notes the registration at the employment service, the latest last', async () => {
    const household = await householdOf('MAP')
    const body = { registered: false, helpedToRegister: false, hasPlan: false }
    await household.record({ kind: 'employment-service-status', body })
    const now = { registered: true, helpedToRegister: true, registeredOn: '2019-05-14', hasPlan: false }
    const saved = await household.record({ kind: 'employment-service-status', body: now })
    expect(saved.json<PathView>().path.employmentService.map((each) => each.body)).toEqual([body, now])
  })
})

describe('the plan', () => {
  test('is saved, approved and followed up, and each step is offered when it is next', async () => {
    const household = await householdOf('PLAN')
    expect((await household.record(plan('Arbete'))).statusCode).toBe(200)
    expect((await household.record(plan('Studier'))).json()).toMatchObject({ problem: 'plan-exists' })
    expect(await household.offered('follow-up-held', 1)).toBe(false)
    expect(await household.offered('plan-approved', 1)).toBe(true)

    const approve = { kind: 'plan-approved', body: { agreedByPerson: true }, concerns: 1 } as const
    expect((await household.record({ ...approve, seen: 1 })).statusCode).toBe(200)
    expect(await household.offered('plan-approved', 1)).toBe(false)
    expect((await household.record(approve)).json()).toMatchObject({ problem: 'already-approved' })

    expect(await household.offered('follow-up-held', 1)).toBe(true)
    const held = { goals: [{ goal: 'g1', state: 'partly' }], nextOn: '2019-09-01' } as const
    const after = (
      await household.record({ kind: 'follow-up-held', body: { ...held, goals: [...held.goals] }, concerns: 1 })
    ).json<PathView>()
    expect(after.path.plans[0]!.followUps.map(({ body }) => body)).toEqual([held])
  })

  test('keeps the approved version beside a new one, and approves only what was read', async () => {
    const household = await householdOf('PLAN')
    const { sequence } = await household.read()
    expect((await household.record({ ...plan('Arbete i vården'), concerns: 1, seen: sequence })).statusCode).toBe(200)
    const approve = { kind: 'plan-approved', body: { agreedByPerson: false }, concerns: 1 } as const
    expect((await household.record({ ...approve, seen: sequence })).json()).toMatchObject({ problem: 'changed-since' })
    const approved = (await household.record({ ...approve, seen: sequence + 1 })).json<PathView>().path.plans[0]!
    expect(approved.approvals.map(({ version }) => version.body.goals[0]!.text)).toEqual(['Arbete', 'Arbete i vården'])
  })

  test('does not approve a version by its own number, nor a plan without goals', async () => {
    const household = await householdOf('PLAN')
    const version = (await household.read()).path.plans[0]!.latest.sequence
    const approve = { kind: 'plan-approved', body: { agreedByPerson: true } } as const
    expect((await household.record({ ...approve, concerns: version })).json()).toMatchObject({
      problem: 'nothing-to-go-on',
    })
    await household.record({ kind: 'plan-saved', body: { kind: 'implementation', goals: [], activities: [] } })
    const { sequence } = await household.read()
    expect(await household.offered('plan-approved', sequence)).toBe(false)
    expect((await household.record({ ...approve, concerns: sequence })).json()).toMatchObject({ problem: 'plan-empty' })
  })
})

test('a plan begun before somebody else began the same one is not saved over it', async () => {
  const household = await householdOf('TWO')
  const { sequence } = await household.read()
  await household.record(plan('Deras mål'))
  const late = await household.record({ ...plan('Mitt mål'), concerns: 1, seen: sequence })
  expect(late.json()).toMatchObject({ problem: 'changed-since', since: [{ sequence: 1 }] })
})

describe('a day that does not exist', () => {
  test.each([
    ['in a body', { ...plan('Arbete', '2019-02-31') }],
    ['as the day it happened', { ...plan('Arbete'), on: '2019-02-31' }],
  ])('is refused %s, and nothing is recorded', async (_, sent) => {
    const household = await householdOf('WAIT')
    expect((await household.record(sent)).statusCode).toBe(400)
    expect((await household.read()).path.plans).toEqual([])
  })
})

describe('a coach of another committee', () => {
  test('maps and notes the standing at the employment service where a ground opens it, and is shown no plan', async () => {
    const household = await householdOf('COACH')
    await household.record(plan('Hemligt mål'))
    const consent = {
      recipient: 'JOB',
      ground: 'consent',
      scopes: ['identity', 'mapping'],
      until: '2020-05-14',
    } as const
    await household.record({ kind: 'consent-given', body: { ...consent, scopes: [...consent.scopes] } })
    expect((await household.record(mapping('Gymnasium', true), 'coach')).statusCode).toBe(200)
    const standing = { registered: true, helpedToRegister: false, hasPlan: true }
    const sent = await household.record({ kind: 'employment-service-status', body: standing }, 'coach')
    expect(sent.statusCode).toBe(200)
    const seen = await household.read('coach')
    expect(seen.path.mappings).toHaveLength(1)
    expect(seen.path.employmentService).toHaveLength(1)
    expect(seen.open!.map(({ scope }) => scope).sort()).toEqual(['identity', 'mapping'])
    expect(JSON.stringify(seen)).not.toContain('Hemligt mål')
    expect(seen.offers.filter(({ kind }) => kind.startsWith('plan') || kind === 'case-closed')).toEqual([])
  })

  test('may not approve a plan or close a case, and reception may not map', async () => {
    const household = await householdOf('COACH')
    const approve = { kind: 'plan-approved', body: { agreedByPerson: true }, concerns: 1 } as const
    expect((await household.record(approve, 'coach')).json()).toMatchObject({ problem: 'not-your-role' })
    const close = { kind: 'case-closed', body: { reason: 'studies' } } as const
    expect((await household.record(close, 'coach')).json()).toMatchObject({ problem: 'not-your-role' })
    expect((await household.record(mapping('x'), 'reception')).json()).toMatchObject({ problem: 'not-your-role' })
  })
})

describe('closing', () => {
  test('is refused while an intervention is open, and not offered', async () => {
    await app.as('manager', {
      method: 'PUT',
      url: '/api/catalogue/intervention/steget',
      payload: { seen: 0, body: intervention },
    })
    const household = await householdOf('OPEN')
    const referred = {
      intervention: 'steget',
      unit: 'NORD',
      kind: 'referred',
      goals: [{ key: 'g1', text: 'Kommer i tid' }],
    } as const
    await household.record({ kind: 'referred', body: { ...referred, goals: [...referred.goals] } })
    await household.record({ kind: 'referral-accepted', body: {}, concerns: 1 })
    expect(await household.offered('case-closed')).toBe(true)
    expect((await household.record({ kind: 'intervention-started', body: {}, concerns: 1 })).statusCode).toBe(200)
    expect(await household.offered('case-closed')).toBe(false)
    expect((await household.record({ kind: 'case-closed', body: { reason: 'studies' } })).json()).toMatchObject({
      problem: 'intervention-open',
    })
  })

  test.each([
    ['LAST', '2018-06-15', ['confirmed', 'confirmed', 'waiting 2019-07']],
    ['BACK', '2018-08-31', ['confirmed', 'taken-back 2018-12', 'taken-back 2018-12']],
    ['WAIT', '2019-05-14', ['waiting 2019-09', 'waiting 2019-12', 'waiting 2020-06']],
  ])('of %s to work on %s is followed by the payments', async (key, on, expected) => {
    const household = await householdOf(key)
    await household.record({ kind: 'case-closed', body: { reason: 'work-unsubsidised' }, on })
    expect(await household.offered('case-closed')).toBe(false)
    const watch = (await app.as('caseworker', `/api/households/${household.id}/outcome-check`)).json<OutcomeWatch>()
    expect(watch.lastKnownMonth).toBe('2019-04')
    expect(watch.closings.map(({ checks }) => checks.map(({ state }) => Object.values(state).join(' ')))).toEqual([
      expected,
    ])
  })

  test('for another reason than self-support is not followed', async () => {
    const household = await householdOf('MAP')
    await household.record({ kind: 'case-closed', body: { reason: 'moved-away' } })
    const watch = (await app.as('caseworker', `/api/households/${household.id}/outcome-check`)).json<OutcomeWatch>()
    expect(watch.closings).toEqual([])
  })

  test('is followed for nobody who may not see the household, and each reading is logged', async () => {
    const { id } = await householdOf('LAST')
    expect((await app.as('coach', `/api/households/${id}/outcome-check`)).statusCode).toBe(403)
    expect((await app.as('caseworker', '/api/households/999999/outcome-check')).statusCode).toBe(404)
    const logged = await rowsOf(app, `select 1 from audit_entry where action = 'outcome-check-read' and subject = $1`, [
      `household ${id}`,
    ])
    expect(logged).toHaveLength(1)
  })
})

describe('undoing', () => {
  test('a closing that was a mistake opens the case, and its watch is gone', async () => {
    const household = await householdOf('COACH')
    const closed = (await household.record({ kind: 'case-closed', body: { reason: 'studies' } })).json<PathView>()
    expect(await household.offered('plan-saved', 1)).toBe(false)
    const undone = await household.record({ kind: 'undone', body: {}, concerns: closed.sequence })
    expect(undone.json<PathView>().path.closures).toEqual([])
    expect(await household.offered('plan-saved', 1)).toBe(true)
    const watch = (await app.as('caseworker', `/api/households/${household.id}/outcome-check`)).json<OutcomeWatch>()
    expect(watch.closings).toEqual([])
  })
})

describe('the forms of mapping', () => {
  const forms = async () => (await app.as('coach', '/api/mapping-forms')).json<{ forms: MappingForm[] }>().forms

  test('are those of the program until the municipality has made its own', async () => {
    const [simplified] = await forms()
    expect(simplified!.areas.map(({ key }) => key)).toEqual([
      'education',
      'work-experience',
      'health',
      'language',
      'social-situation',
    ])
    const body = { method: 'simplified', areas: [{ key: 'education', label: 'Skola', help: '', hasLevel: true }] }
    const saved = await app.as('administrator', {
      method: 'PUT',
      url: '/api/catalogue/mapping-form/simplified',
      payload: { seen: 0, body },
    })
    expect(saved.json()).toEqual({ version: 1 })
    expect((await forms())[0]).toEqual({ ...body, version: 1, source: null })
    expect((await forms()).map(({ method, version }) => [method, version])).toEqual([
      ['simplified', 1],
      ['DUR', 0],
      ['FIA', 0],
    ])
  })
})

const intervention = {
  name: 'Steget',
  purpose: '',
  targetGroup: '',
  kind: 'group',
  provider: 'Kommunen',
  unit: 'NORD',
  places: null,
  weeks: null,
  price: { model: 'free', ore: 0 },
  goals: [{ key: 'g1', text: 'Kommer i tid' }],
  priority: 1,
  from: '2018-01-01',
  until: null,
}
