import { women } from './small-extracts.ts'

export type Asked = { method: 'POST'; url: string; payload: object }

/** Every address of the slices that may tell of a household: all that is read, and what is sent in to be answered. */
export function everyRequest(ids: readonly number[], personId: number): (string | Asked)[] {
  const perHousehold = ids.flatMap((id) => [
    ...[
      'path',
      'path/history',
      'path/viewers',
      'path/as/JOB',
      'path/as/AF',
      'path/as/reception',
      'outcome-check',
      'referral-choices',
    ].map((each) => `/api/households/${id}/${each}`),
    `/api/households/${id}`,
    `/api/intake/households/${id}`,
  ])
  const lists = [
    '/api/households?limit=500',
    '/api/worklist?limit=500',
    '/api/worklist?view=unit&limit=500',
    '/api/worklist?view=unit&status=reminder-due&limit=500',
    '/api/worklist/views',
    '/api/coaching/day',
    '/api/coaching/attendance',
    '/api/coaching/attendance?day=2019-03-04',
    '/api/coaching/exit-interviews',
    '/api/interventions',
    '/api/interventions/jobbspar',
    '/api/interventions/jobbspar/participants',
    '/api/employers',
    '/api/employers/ending-jobs',
    '/api/intake/desk',
    '/api/intake/promises',
    '/api/intake/rules',
    '/api/mapping-forms',
    '/api/catalogue/intervention',
    '/api/catalogue/group',
    '/api/management',
    '/api/management/funnel',
    '/api/management/outcomes',
    '/api/management/contacts',
    '/api/weekly-table',
    '/api/weekly-table?party=job-unit',
    '/api/weekly-table?party=employment-service',
    '/api/weekly-table/minutes?format=csv',
    '/api/weekly-table/minutes?format=txt&party=employment-service',
  ]
  const writes: Asked[] = [
    { method: 'POST', url: '/api/intake/lookup', payload: { search: 'Hemligsson' } },
    { method: 'POST', url: '/api/intake/lookup', payload: { search: 'Skog' } },
    { method: 'POST', url: '/api/intake/lookup', payload: { search: women[8] } },
    { method: 'POST', url: '/api/worklist/assign/preview', payload: { households: ids, caseworkers: [null] } },
    ...ids.flatMap((id): Asked[] =>
      [
        {
          kind: 'mapping-saved',
          personId: personId,
          body: { method: 'simplified', answers: { a: { text: 'x' } }, complete: true },
        },
        { kind: 'referral-returned', personId: personId, concerns: 99, body: { reason: 'other' } },
        { kind: 'plan-saved', personId: personId, body: { kind: 'work', goals: [], activities: [] } },
      ].map((event) => ({
        method: 'POST',
        url: `/api/households/${id}/events`,
        payload: { seen: 0, events: [{ concerns: null, on: '2019-05-14', ...event }] },
      })),
    ),
  ]

  return [...perHousehold, ...lists, ...writes]
}
