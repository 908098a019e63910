import type { Said } from './coach-register.ts'

const goals = (word: string) => [{ key: 'work', text: word }]
export const refer = (word: string, unit: string): Said => ({
  kind: 'referred',
  on: '2019-03-01',
  body: { intervention: 'jobbspar', unit, kind: 'referred', goals: goals(word), reason: word },
})

/** One of everything of a person that takes words, with a word of its own in each, from sequence `first`. */
export const everything = (first: number, word: (of: string) => string): Said[] => [
  {
    kind: 'contact-registered',
    on: '2019-02-02',
    body: { channel: 'phone', subjects: [], expectedDuration: 'long', unemployed: true, note: word('contact') },
  },
  {
    kind: 'routed',
    on: '2019-02-02',
    concerns: first,
    body: {
      destination: 'job-unit',
      suggested: 'reception',
      rule: word('rule'),
      rulesFrom: '2019-01-01',
      overrideReason: word('override'),
    },
  },
  {
    kind: 'promise-explained',
    on: '2019-02-20',
    concerns: first,
    body: { cause: 'no-free-time', comment: word('promise') },
  },
  {
    kind: 'work-ability-assessed',
    on: '2019-02-20',
    body: { assessor: 'physician', ability: 'full', comment: word('ability') },
  },
  {
    kind: 'mapping-saved',
    on: '2019-02-20',
    body: { method: 'simplified', answers: { health: { text: word('mapping') } }, complete: true },
  },
  {
    kind: 'plan-saved',
    on: '2019-02-21',
    body: {
      kind: 'work',
      goals: goals(word('plan-goal')),
      activities: [{ key: 'a', text: word('activity'), responsible: 'person' }],
      childrenText: word('children'),
    },
  },
  { kind: 'plan-approved', on: '2019-02-21', concerns: first + 5, body: { agreedByPerson: true } },
  { kind: 'follow-up-held', on: '2019-02-22', concerns: first + 5, body: { goals: [], comment: word('follow-up') } },
  { kind: 'not-referred', on: '2019-02-22', body: { reason: 'other', comment: word('not-referred') } },
  refer(word('other-unit'), 'NORD'),
  { kind: 'referral-accepted', on: '2019-03-01', concerns: first + 9, body: { comment: word('other-accepted') } },
  { kind: 'intervention-started', on: '2019-03-01', concerns: first + 9 },
  {
    kind: 'attendance-recorded',
    on: '2019-03-04',
    concerns: first + 9,
    body: { attendance: 'present', done: word('other-done') },
  },
  { kind: 'concern-raised', on: '2019-03-04', concerns: first + 9, body: { text: word('other-concern') } },
  {
    kind: 'intervention-ended',
    on: '2019-03-05',
    concerns: first + 9,
    body: {
      reason: 'completed',
      outcome: 'none',
      goals: [{ goal: 'work', state: 'partly', comment: word('other-reached') }],
      comment: word('other-ended'),
    },
  },
  {
    kind: 'exit-interview',
    on: '2019-03-05',
    concerns: first + 9,
    body: { state: 'held', overall: 3, quote: word('quote'), quoteConsent: false },
  },
  {
    kind: 'meeting-booked',
    on: '2019-03-06',
    body: { unit: 'NORD', coach: 3, at: `2019-03-06T${String((first % 8) + 9).padStart(2, '0')}:00`, minutes: 5 },
  },
  { kind: 'meeting-held', on: '2019-03-06', concerns: first + 16, body: { note: word('meeting') } },
]
/** One of everything of a household as a whole that takes words. */
export const ofHousehold = (word: (of: string) => string): object[] => [
  { kind: 'note-written', body: { text: word('note') } },
  { kind: 'next-step-set', body: { text: word('next-step'), on: '2019-06-01' } },
  { kind: 'reminder-set', body: { text: word('reminder'), on: '2019-06-01' } },
  { kind: 'table-decided', body: { decision: word('decision'), responsible: 'assistance' } },
]
