import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exitSummaries, exitSummary, type ExitInterview, fewest, withoutSmall } from './quotes.ts'

const held = (said: Partial<NonNullable<ExitInterview['said']>> = {}, intervention = 'steget'): ExitInterview => ({
  intervention,
  said: { state: 'held', overall: 3, ...said },
})
const quoted = (quote: string, quoteConsent = true) => held({ quote, quoteConsent })
const times = (count: number, interview: ExitInterview) => Array.from({ length: count }, () => interview)

test('each that ended is in exactly one of: not offered, waiting, held, declined', () => {
  const {
    ended,
    notOffered,
    waiting,
    held: talked,
    declined,
  } = exitSummary([
    { intervention: 'steget', said: null },
    { intervention: 'steget', said: { state: 'offered' } },
    { intervention: 'steget', said: { state: 'declined' } },
    held(),
  ])
  expect([ended, notOffered, waiting, talked, declined]).toEqual([4, 1, 1, 1, 1])
})

test('no quote is told of four conversations, and those with consent of five', () => {
  expect(exitSummary(times(4, quoted('Bra'))).quotes).toEqual({ kind: 'too-few' })
  const five = [quoted('Sämre än förut'), quoted('Bra'), quoted('Nej', false), held(), held()]
  expect(exitSummary(five).quotes).toEqual({ kind: 'told', texts: ['Bra', 'Sämre än förut'] })
})

test('conversations that were declined or only offered do not make up the five', () => {
  const declined: ExitInterview = { intervention: 'steget', said: { state: 'declined' } }
  expect(exitSummary([...times(4, quoted('Bra')), declined, declined]).quotes).toEqual({ kind: 'too-few' })
})

test('another intervention does not make up the five', () => {
  const [mica, steget] = exitSummaries([...times(4, quoted('Bra')), ...times(5, held({}, 'mica'))])
  expect(steget!.summary.quotes).toEqual({ kind: 'too-few' })
  expect(mica!.summary.quotes).toEqual({ kind: 'no-consent' })
  expect(exitSummary([...times(4, quoted('Bra')), ...times(5, held({}, 'mica'))]).quotes).toEqual({
    kind: 'no-consent',
  })
})

test('worse stands beside better, and a small count is hidden in both', () => {
  const { changes } = exitSummary([
    ...times(6, held({ better: ['health'], worse: ['economy'] })),
    ...times(4, held({ worse: ['health'] })),
  ])
  const of = (change: string) => changes.find((each) => each.change === change)
  expect(of('health')).toEqual({ change: 'health', better: 6, worse: null })
  expect(of('economy')).toEqual({ change: 'economy', better: 0, worse: 6 })
})

test('a small count of the distribution takes another with it, so that it cannot be told by subtraction', () => {
  expect(withoutSmall([0, 2, 8, 7, 9])).toEqual([0, null, 8, null, 9])
  expect(withoutSmall([0, 0, 3, 0, 0])).toEqual([null, null, null, null, null])
  expect(withoutSmall([5, 6, 7, 0, 0])).toEqual([5, 6, 7, 0, 0])
})

const counts = fc.array(fc.nat({ max: 12 }), { minLength: 5, maxLength: 5 })
const seed = { seed: 20_190_514, numRuns: 500 }

test('whatever the answers, nobody can work out a hidden count from the total', () => {
  fc.assert(
    fc.property(counts, (all) => {
      const told = withoutSmall(all)
      const hidden = all.filter((_, at) => told[at] === null)
      const shown = all.filter((_, at) => told[at] !== null)
      expect(shown.every((count) => count === 0 || count >= fewest)).toBe(true)
      expect(hidden.length).not.toBe(1)
      const sum = hidden.reduce((total, count) => total + count, 0)
      expect(hidden.length === 0 || sum >= fewest || shown.length === 0).toBe(true)
    }),
    seed,
  )
})

const interview = fc.record({
  intervention: fc.constantFrom('steget', 'mica'),
  said: fc.option(
    fc.record({
      state: fc.constantFrom('offered' as const, 'held' as const, 'declined' as const),
      overall: fc.integer({ min: 1, max: 5 }),
      quote: fc.string({ minLength: 1, maxLength: 8 }),
      quoteConsent: fc.boolean(),
    }),
  ),
})

test('a quote that is told has its own consent and at least five held conversations of its kind behind it', () => {
  fc.assert(
    fc.property(fc.array(interview, { maxLength: 30 }), (interviews) => {
      for (const { intervention, summary } of exitSummaries(interviews)) {
        if (summary.quotes.kind !== 'told') continue
        const similar = interviews.filter((each) => each.intervention === intervention && each.said?.state === 'held')
        expect(similar.length).toBeGreaterThanOrEqual(fewest)
        const free = similar.filter(({ said }) => said?.quoteConsent).map(({ said }) => said?.quote?.trim())
        expect(summary.quotes.texts.every((text) => free.includes(text))).toBe(true)
        expect(summary.quotes.texts).toHaveLength(free.filter(Boolean).length)
      }
    }),
    seed,
  )
})
