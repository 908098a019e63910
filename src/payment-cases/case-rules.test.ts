import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../values/day.ts'
import type { Month } from '../values/month.ts'
import { refusedByCase } from './case-rules.ts'
import {
  avoidedOre,
  type CaseEvent,
  type CaseProposal,
  claimedOre,
  lawOf,
  type PaymentCase,
  recoveredOre,
  recoveryLimit,
  replayCase,
} from './payment-case.ts'

const day = (date: number) => `2019-05-${String(date).padStart(2, '0')}` as Day
const opening = { signal: 'same-twice', month: '2019-03', stakeOre: 5000_00, paidOn: '2019-02-26', note: '' } as const

/** One case of each kind of event, with answers that do and answers that do not. */
const proposals: fc.Arbitrary<CaseProposal> = fc
  .tuple(
    fc.integer({ min: 1, max: 9 }).map(day),
    fc.oneof(
      fc.constant({ kind: 'opened', body: opening }),
      fc.constant({ kind: 'information-requested', body: { from: 'household', answerBy: '2019-05-20' } }),
      fc.constant({ kind: 'household-heard', body: { how: 'letter', said: '' } }),
      fc
        .record({
          finding: fc.constantFrom('correct', 'wrong', 'cannot-tell'),
          wrongOre: fc.constantFrom(0, 3000_00),
          cause: fc.constantFrom(null, 'household', 'municipality'),
        })
        .map((said) => ({ kind: 'decided', body: { ...said, reason: 'x' } })),
      fc
        .record({
          ore: fc.constantFrom(1000_00, 2000_00),
          ground: fc.constantFrom('own-information', 'should-have-known'),
        })
        .map((body) => ({ kind: 'recovery-claimed', body })),
      fc.constantFrom(500_00, 1000_00).map((ore) => ({ kind: 'recovered', body: { ore } })),
      fc.constant({ kind: 'avoided', body: { oreAMonth: 1000_00, from: '2019-04' } }),
      fc.constant({ kind: 'notification-considered', body: { authority: null, reason: 'x' } }),
      fc.constant({ kind: 'police-report-considered', body: { made: false, reason: 'x' } }),
      fc
        .constantFrom('explained', 'no-action', 'corrected', 'repaid', 'repayment-goes-on', 'waived')
        .map((outcome) => ({ kind: 'closed', body: { outcome, reason: 'x' } })),
      fc.integer({ min: 1, max: 12 }).map((sequence) => ({ kind: 'undone', body: { sequence } })),
    ),
  )
  .map(([on, said]) => ({ ...said, on }) as CaseProposal)

/** Lets happen what may. */
function happen(wanted: readonly CaseProposal[]): CaseEvent[] {
  const events: CaseEvent[] = []
  for (const proposal of wanted) {
    if (refusedByCase(replayCase(events), proposal)) continue
    events.push(eventOf(proposal, events.length + 1))
  }
  return events
}

const eventOf = (proposal: CaseProposal, sequence: number): CaseEvent =>
  ({ ...proposal, sequence, by: 1, recordedAt: '2019-05-14T08:00:00.000Z' }) as CaseEvent

describe('whatever is tried in whatever order', () => {
  // Begun in the right way often enough, that cases come to be closed.
  const decided: CaseProposal[] = [
    { kind: 'opened', on: day(1), body: opening },
    { kind: 'household-heard', on: day(2), body: { how: 'letter', said: '' } },
    { kind: 'decided', on: day(3), body: { finding: 'wrong', wrongOre: 3000_00, cause: 'household', reason: 'x' } },
  ]
  const weighed: CaseProposal[] = [
    { kind: 'notification-considered', on: day(3), body: { authority: null, reason: 'x' } },
    { kind: 'police-report-considered', on: day(3), body: { made: false, reason: 'x' } },
  ]
  const begun = fc.constantFrom<CaseProposal[]>(
    [],
    decided,
    [...decided, ...weighed.slice(1)],
    [...decided, ...weighed],
  )
  const tried = fc.tuple(begun, fc.array(proposals, { maxLength: 40 })).map(([first, rest]) => [...first, ...rest])
  const options = { seed: 6, numRuns: 1000 }

  test('nobody is judged unheard, no more is claimed than was wrong, and no more comes back than was claimed', () =>
    fc.assert(
      fc.property(tried, (wanted) => {
        const known = replayCase(happen(wanted))
        if (known.decision) expect(known.heard!.on <= known.decision.on).toBe(true)
        expect(claimedOre(known)).toBeLessThanOrEqual(known.decision?.body.wrongOre ?? 0)
        expect(recoveredOre(known)).toBeLessThanOrEqual(claimedOre(known))
        for (const { on } of known.events) expect(on >= known.opened!.on).toBe(true)
      }),
      options,
    ))

  test('a case with a wrong payment is closed only when both duties have been considered', () => {
    let closed = 0
    fc.assert(
      fc.property(tried, (wanted) => {
        const { closing, decision, notification, policeReport } = replayCase(happen(wanted))
        if (!closing || decision?.body.finding !== 'wrong') return
        closed += 1
        expect([notification, policeReport]).not.toContain(null)
      }),
      options,
    )
    expect(closed).toBeGreaterThan(10)
  })

  test('what is undone leaves the case as it was', () =>
    fc.assert(
      fc.property(tried, proposals, (wanted, next) => {
        const before = happen(wanted)
        if (next.kind === 'undone' || refusedByCase(replayCase(before), next)) return
        const added = [...before, eventOf(next, before.length + 1)]
        const undo: CaseProposal = { kind: 'undone', on: next.on, body: { sequence: added.length } }
        expect(refusedByCase(replayCase(added), undo)).toBeNull()
        const after = replayCase([...added, eventOf(undo, added.length + 1)])
        expect({ ...after, sequence: 0 }).toEqual({ ...replayCase(before), sequence: 0 })
      }),
      options,
    ))
})

const say = (kind: CaseProposal['kind'], body: object, on = day(9)): CaseProposal =>
  ({ kind, body, on }) as CaseProposal
const open = say('opened', opening, day(1))
const heard = say('household-heard', { how: 'meeting', said: 'Hyran var högre.' }, day(2))
const wrong = (cause = 'household') =>
  say('decided', { finding: 'wrong', wrongOre: 3000_00, cause, reason: 'Samma hyra två gånger' }, day(3))
const considered = [
  say('notification-considered', { authority: 'social-insurance', reason: 'Bostadsbidrag' }),
  say('police-report-considered', { made: false, reason: 'Ingen uppgift var oriktig' }),
]
const close = (outcome: string, on = day(9)) => say('closed', { outcome, reason: 'Klart' }, on)
const after = (...events: CaseProposal[]): PaymentCase => {
  const happened = happen(events)
  expect(happened).toHaveLength(events.length)
  return replayCase(happened)
}

test.each<[string, PaymentCase, CaseProposal, string | null]>([
  ['a finding before the household is heard', after(open), wrong(), 'not-heard'],
  [
    'even a finding that all is right',
    after(open),
    say('decided', { finding: 'correct', wrongOre: 0, cause: null, reason: 'x' }),
    'not-heard',
  ],
  ['an explanation in the file ends a case without a finding', after(open), close('explained'), null],
  [
    'a finding of the day before the hearing',
    after(open, heard),
    say('decided', wrong().body, day(1)),
    'before-what-it-follows',
  ],
  [
    'wrong without an amount',
    after(open, heard),
    say('decided', { finding: 'wrong', wrongOre: 0, cause: 'household', reason: 'x' }),
    'amount-does-not-fit',
  ],
  ['a second finding', after(open, heard, wrong()), wrong(), 'already-decided'],
  [
    'a claim before the finding',
    after(open, heard),
    say('recovery-claimed', { ore: 1, ground: 'own-information' }),
    'not-decided',
  ],
  [
    'a claim of an öre too much',
    after(open, heard, wrong()),
    say('recovery-claimed', { ore: 3000_01, ground: 'own-information' }),
    'claimed-too-much',
  ],
  [
    'the household blamed for the municipality’s mistake',
    after(open, heard, wrong('municipality')),
    say('recovery-claimed', { ore: 1, ground: 'own-information' }),
    'ground-does-not-fit',
  ],
  [
    'a household that should have seen it',
    after(open, heard, wrong('municipality')),
    say('recovery-claimed', { ore: 1, ground: 'should-have-known' }),
    null,
  ],
  ['repayment of what nobody claimed', after(open, heard, wrong()), say('recovered', { ore: 1 }), 'not-claimed'],
  ['an end without the duty to notify', after(open, heard, wrong()), close('corrected'), 'notification-not-considered'],
  [
    'an end without the question of a report',
    after(open, heard, wrong(), considered[0]!),
    close('corrected'),
    'police-report-not-considered',
  ],
  ['an end when both are considered', after(open, heard, wrong(), ...considered), close('corrected'), null],
  [
    'repaid that is not',
    after(open, heard, wrong(), ...considered, say('recovery-claimed', { ore: 5, ground: 'own-information' })),
    close('repaid'),
    'outcome-does-not-fit',
  ],
  [
    'the hearing taken back from under the finding',
    after(open, heard, wrong()),
    say('undone', { sequence: 2 }),
    'rests-on-it',
  ],
  ['anything after the end', after(open, close('explained')), heard, 'case-closed'],
])('%s', (_, known, proposal, refusal) => expect(refusedByCase(known, proposal)).toBe(refusal))

test('instalments come in after a case is closed', () => {
  const claim = say('recovery-claimed', { ore: 1000_00, ground: 'own-information' })
  const closed = after(open, heard, wrong(), ...considered, claim, close('repayment-goes-on'))
  expect(refusedByCase(closed, say('recovered', { ore: 400_00 }))).toBeNull()
  expect(refusedByCase(closed, say('recovered', { ore: 1000_01 }))).toBe('recovered-too-much')
})

describe('the limit of three years', () => {
  const opened = (paidOn: string | null, month = '2019-03') =>
    ({ ...eventOf(say('opened', { ...opening, paidOn, month }), 1) }) as Extract<CaseEvent, { kind: 'opened' }>
  test.each([
    ['2019-02-26', '2022-02-26'],
    ['2016-02-29', '2019-02-28'],
    [null, '2022-03-01'],
  ])('%s: %s', (paidOn, limit) => expect(recoveryLimit(opened(paidOn))).toBe(limit))
  test('an older payment is judged by the act of its time', () => {
    const { act, suit, isChecked } = lawOf(opened('2025-06-27'))
    expect([act, suit, isChecked]).toEqual(['socialtjänstlagen (2001:453)', '9 kap. 3 §', true])
    expect(lawOf(opened('2025-07-25'))).toMatchObject({ act: 'socialtjänstlagen (2025:400)', isChecked: false })
  })
  test('before 2020 a municipality had no duty to tell another authority', () => {
    const on = (day: string) => lawOf({ ...opened('2019-02-26'), on: day as Day }).notification
    expect(on('2019-12-31').isDuty).toBe(false)
    expect(on('2020-01-01')).toEqual({ isDuty: true, act: '3 § lagen (2008:206)' })
  })
})

test.each([
  ['2019-05-14', 2],
  ['2019-03-31', 0],
  ['2021-01-01', 12],
])('on %s what is avoided since April is counted %i times', (today, months) => {
  const known = after(open, heard, wrong(), say('avoided', { oreAMonth: 100_00, from: '2019-04' as Month }))
  expect(avoidedOre(known, today as Day)).toBe(months * 100_00)
})
