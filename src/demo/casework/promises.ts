import { decisionTexts, type PromiseKey, type PromiseTexts, promiseTexts } from './promises.text.ts'

const councilPlan = { by: 'Kommunfullmäktige', on: '2018-11-19', paragraph: '§ 174' }
const assignment2017 = { by: 'Kommunfullmäktige', on: '2017-11-20', paragraph: '§ 186' }
const ownDecision = (on: string, paragraph: string) => ({ by: 'Socialnämnden', on, paragraph })

const social = ['Socialnämnden']
const both = ['Socialnämnden', 'Viadidaktnämnden']

type Direction = 'at-least' | 'at-most'
/** Amounts in öre, shares 0–1, as the figure counts. */
const seen = (figure: string, direction: Direction, target: number, baseline: number | null) => ({
  ...{ figure, direction, target, baseline },
})
const report = (to: string, on: string, reportedOn: string | null = null) => ({ on, to, reportedOn })
const interim = report('Delårsrapporten', '2019-08-31')
const annual = report('Årsredovisningen', '2020-02-28')
const usual = [interim, annual]

const kronor = (amount: number) => amount * 100

/** What was promised in the modelled reports (002-P8, 002-P13, 002-P20, 002-P22, 2.1–2.7, 000-1, 003-15, 004-5), in words of our own. */
const promises = {
  'egen-forsorjning': {
    ...{ kind: 'goal', heading: '2.1', decided: councilPlan, committees: both },
    success: seen('households-per-month', 'at-most', 550, 599),
    reportings: [report('Kommunstyrelsen', '2019-05-28'), ...usual],
  },
  'boende-och-livsmiljo': {
    ...{ kind: 'goal', heading: '2.2', decided: councilPlan, committees: social },
    success: seen('volumes/Sociala kontrakt/actual', 'at-most', 90, 94),
    reportings: usual,
  },
  'stark-skola': {
    ...{ kind: 'goal', heading: '2.3', decided: councilPlan, committees: social },
    success: seen('share-of-children', 'at-most', 0.08, 0.09),
    reportings: usual,
  },
  'trygg-vard': {
    ...{ kind: 'goal', heading: '2.4', decided: councilPlan, committees: social },
    success: seen('volumes/Vårddygn på institution, vuxna/actual', 'at-most', 2333, 2563),
    reportings: usual,
  },
  'kultur-och-fritid': { kind: 'goal', heading: '2.5', decided: councilPlan, committees: social, reportings: usual },
  'hallbar-miljo': { kind: 'goal', heading: '2.6', decided: councilPlan, committees: social, reportings: usual },
  'attraktiv-arbetsgivare': {
    ...{ kind: 'goal', heading: '2.7', decided: councilPlan, committees: social },
    success: seen('staff/Total sjukfrånvaro/total', 'at-most', 0.06, 0.07),
    reportings: usual,
  },
  'okad-overgang': {
    ...{ kind: 'assignment', heading: '5.1', decided: assignment2017, committees: both },
    diaryNumbers: ['VIAN/2018:29', 'SOCN/2018:65', 'KS/2018:382'],
    success: seen('outflow', 'at-least', 280, 251),
    reportings: [
      report('Viadidaktnämnden', '2018-10-25', '2018-10-25'),
      report('Kommunstyrelsen', '2019-06-11'),
      ...usual,
    ],
  },
  'e-tjanster': {
    ...{ kind: 'assignment', heading: '5.1', decided: councilPlan, committees: social },
    reportings: usual,
  },
  'genomstromning-sfi': {
    ...{ kind: 'assignment', heading: '5.1', committees: ['Viadidaktnämnden'], diaryNumbers: ['VIAN/2019:11'] },
    decided: { by: 'Viadidaktnämnden', on: '2019-02-21', paragraph: '§ 9' },
    reportings: [report('Viadidaktnämnden', '2019-04-25'), ...usual],
  },
  jamforelser: {
    ...{ kind: 'assignment', heading: '5.1', decided: councilPlan, committees: social },
    diaryNumbers: ['SOCN/2019:14'],
    success: seen('cost-per-household-month', 'at-most', kronor(8500), kronor(8340)),
    reportings: [report('Socialnämnden', '2019-06-04')],
  },
  konsulter: {
    ...{ kind: 'assignment', heading: '5.1', decided: ownDecision('2019-03-14', '§ 31'), committees: social },
    success: seen('staff/Månadsanställda/total', 'at-least', 143, 143),
    reportings: [report('Socialnämnden', '2019-04-11', '2019-04-11'), report('Socialnämnden', '2019-09-12')],
  },
  'halvera-underskottet': {
    ...{ kind: 'action', heading: '1.1', decided: ownDecision('2019-03-14', '§ 30'), committees: social },
    success: seen('operating-statement/assistance/variance|tkr', 'at-least', kronor(-2_280_000), kronor(-4_560_000)),
    reportings: [report('Kommunstyrelsen', '2019-05-08'), report('Kommunstyrelsen', '2019-06-19'), ...usual],
  },
  'coach-inom-en-vecka': {
    ...{ kind: 'action', heading: '2.1', decided: assignment2017, committees: both, diaryNumbers: ['KS/2018:382'] },
    success: seen('inflow', 'at-most', 250, 273),
    reportings: usual,
  },
  arbetsmarknadsforum: {
    ...{ kind: 'action', heading: '2.1', decided: assignment2017, committees: both, diaryNumbers: ['KS/2018:382'] },
    reportings: [report('Kommunstyrelsen', '2019-02-20', '2019-02-20')],
    closed: { on: '2019-03-06', outcome: 'kept', figure: 'households-per-month' },
  },
  'lokal-overenskommelse': {
    ...{ kind: 'statement', heading: '2.1', decided: ownDecision('2018-02-15', '§ 12'), committees: both },
    reportings: [report('Socialnämnden', '2018-12-13', '2018-12-13')],
    closed: { on: '2018-12-20', outcome: 'kept', figure: 'obstacles/group-5/period' },
  },
  'farre-langvarigt': {
    ...{ kind: 'statement', heading: '2.1', decided: ownDecision('2017-12-14', '§ 88'), committees: social },
    success: seen('long-term-rolling-12', 'at-most', 270, 300),
    reportings: [report('Årsredovisningen', '2019-02-12', '2019-02-12')],
    closed: { on: '2019-02-12', outcome: 'not-kept', figure: 'long-term-rolling-12' },
  },
  'uppfoljning-av-insatser': {
    ...{ kind: 'statement', heading: null, decided: ownDecision('2018-12-13', '§ 97'), committees: social },
    diaryNumbers: ['SOCN/2018:91'],
    success: seen('long-term-very-long', 'at-most', 150, 160),
    reportings: [annual],
  },
} satisfies Record<PromiseKey, object>

type Closing = { on: string; outcome: string; figure: string }

/** Saved the day they were decided. */
export const demoPromises = (Object.keys(promises) as PromiseKey[]).map((key) => {
  const { heading, ...given }: { heading: string | null; decided: { on: string }; closed?: Closing } = promises[key]
  const { closing, ...texts }: PromiseTexts = promiseTexts[key]
  const closed = given.closed && closing ? { ...given.closed, text: closing } : null
  return {
    kind: 'promise' as const,
    key,
    body: {
      ...{ diaryNumbers: [], success: null, ...given, ...texts },
      heading: heading && decisionTexts.headings[heading],
      closed,
    },
    savedOn: given.decided.on,
  }
})
