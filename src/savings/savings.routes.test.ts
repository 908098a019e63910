import { describe, expect, test } from 'vitest'
import { keepFetched } from '../comparison/keep-fetched.ts'
import { adult, households, payments, women } from '../../test/support/small-extracts.ts'
import { action, kronor, list, nothing, part, save, show, stated } from '../../test/support/savings-actions.ts'
import { testApp } from '../../test/support/test-app.ts'
import { addMonths, type Month, month } from '../values/month.ts'
import type { Assumption } from './assumption.ts'
import type { ActionChoices, AssumptionView } from './savings-view.ts'

/** `amount` öre over so many payments: whole öre, the last ones one öre more. */
const shared = (amount: number, parts: number, at: number): string =>
  ((Math.floor(amount / parts) + (at >= parts - (amount % parts) ? 1 : 0)) / 100).toFixed(2).replace('.', ',')

const monthsFrom = (first: Month, count: number) => Array.from({ length: count }, (_, at) => addMonths(first, at))

describe('document 004', async () => {
  const app = await testApp('0486')
  // 203 households with ten months or more in January 2021, of whom 132 are left in December.
  const every = Array.from({ length: 203 }, (_, at) => `H${at}`)
  const staying = every.slice(0, 132)
  const rows2020 = every.flatMap((key) => monthsFrom(month('2020-01'), 12).map((each) => ({ key, month: each })))
  const rows2021 = [
    ...every.map((key) => ({ key, month: '2021-01' })),
    ...staying.flatMap((key) => monthsFrom(month('2021-02'), 11).map((each) => ({ key, month: each }))),
  ]
  const lines = (rows: { key: string; month: string }[], total: number) =>
    rows.map(
      (row, at) =>
        `${row.key}-${row.month};${row.key};${row.month};${row.month}-25;${shared(total, rows.length, at)};Försörjningsstöd`,
    )
  await app.importText(
    'utbetalningar.csv',
    payments(...lines(rows2020, kronor(38_100_000)), ...lines(rows2021, kronor(26_700_000))),
  )
  const forecast = { author: 'Socialkontoret', on: '2020-11-01', source: 'Budget 2021' }
  await save(
    app,
    'farre-langvarigt',
    action({
      ...{ name: 'Fler handläggare', start: '2021-01', baseline: { from: '2020-01', until: '2021-01' } },
      counterfactuals: [{ kind: 'own-forecast', year: 2021, ore: kronor(44_700_000), ...forecast }],
      claims: [{ ore: kronor(12_000_000), on: '2022-02-08', source: 'Nyhet på kommunens webbplats' }],
    }),
  )
  const view = await show(app, 'farre-langvarigt')

  test('gives its answers side by side: 11.4 mnkr on last year, 18.0 on the forecast (004-1, 004-2)', () => {
    expect(view.comparison).toMatchObject({ year: 2021, paidOre: kronor(26_700_000) })
    expect(view.comparison!.counterfactuals.map(({ kind, ore, savingOre }) => [kind, ore, savingOre])).toEqual([
      ['last-year', kronor(38_100_000), kronor(11_400_000)],
      ['own-forecast', kronor(44_700_000), kronor(18_000_000)],
      ['similar', null, null],
      ['matched', null, null],
    ])
    expect(view.comparison!.counterfactuals[1]).toMatchObject(forecast)
  })

  test('finds that no difference is the claimed 12 mnkr, and that the nearest is 11 (004-3)', () =>
    expect(view.comparison!.claims).toEqual([
      {
        ...{ ore: kronor(12_000_000), on: '2022-02-08', source: 'Nyhet på kommunens webbplats', isFound: false },
        nearest: { kind: 'last-year', savingOre: kronor(11_400_000) },
        nearestRoundedOre: kronor(11_000_000),
      },
    ]))

  test('puts the action’s own period of comparison beside them, month for month, when it is not the year before', async () => {
    const both = { name: 'Halvåret före', start: '2021-01' }
    await save(app, 'halvar', action({ ...both, baseline: { from: '2020-07', until: '2021-01' } }))
    await save(app, 'fore-registret', action({ ...both, baseline: { from: '2019-07', until: '2020-07' } }))
    const baselineOf = async (key: string) =>
      (await show(app, key)).comparison!.counterfactuals.find(({ kind }) => kind === 'baseline')!
    const half = await baselineOf('halvar')
    expect(half.source).toBe('juli–december 2020')
    // The year's 38.1 mnkr are spread over its months, an öre more in the last of them.
    expect(Math.abs(half.ore! - kronor(38_100_000))).toBeLessThan(2 * 12 * 203)
    expect(half.savingOre).toBe(half.ore! - kronor(26_700_000))
    expect((await baselineOf('fore-registret')).ore).toBeNull()
  })

  test('counts 203 households with ten months or more in January and 132 in December: −35.0 per cent (004-5)', () => {
    const { rows, sentence } = view.comparison!.longTerm
    const whole = rows.find(({ id }) => id === 'households')!
    expect(whole.cells.map(({ value }) => value)).toEqual([203, 132, -71, -71 / 203])
    expect(rows.map(({ id }) => id)).toEqual(['children', 'women', 'men', 'households'])
    expect(sentence).toContain('−35,0\u00a0%')
  })

  test('compares with what Kolada has of other municipalities in whole years, never with what is made up', async () => {
    const others = ['Gnesta', 'Trosa', 'Nyköping', 'Flen', 'Oxelösund', 'Riket']
    const areas = others.map((name, at) => ({ area: name === 'Riket' ? '0000' : `048${at}`, name, members: null }))
    const values = areas.flatMap(({ area }, other) =>
      [12_000, 10_440 + other * 180].map((value, at) => ({
        ...{
          source: 'kolada' as const,
          series: 'N31857',
          area,
          year: 2020 + at,
          gender: 'T' as const,
          value,
          status: '',
        },
      })),
    )
    const { needs, database, municipality } = app
    const keep = (madeUp: boolean) =>
      keepFetched(
        database.app,
        municipality.id,
        { values, areas, madeUp },
        { from: 'x', userId: null, now: needs.now() },
      )
    const similar = async () =>
      (await show(app, 'farre-langvarigt')).comparison!.counterfactuals.find(({ kind }) => kind === 'similar')!
    await keep(true)
    expect((await similar()).ore).toBeNull()
    app.clock.now = new Date(app.clock.now.getTime() + 1000)
    await keep(false)
    // The five others fell by ten per cent together: 54 000 of 60 000.
    expect(await similar()).toMatchObject({ ore: kronor(34_290_000), source: others.slice(0, 5).sort().join(', ') })
  })

  test('compares with other municipalities when their official statistics are there', async () => {
    const others = ['Gnesta', 'Trosa', 'Nyköping', 'Flen', 'Oxelösund']
    const months = monthsFrom(month('2020-01'), 24)
    const table = [
      'Region;Mått;Månad;Värde',
      ...others.flatMap((region, other) =>
        months.map((each, at) => `${region};Utbetalt bistånd;${each};${at < 12 ? 1000 : 880 + other * 10}`),
      ),
      ...months.map((each) => `Riket;Utbetalt bistånd;${each};9999999`),
    ]
    await app.importText('officiell-statistik.csv', table.join('\r\n') + '\r\n', { kind: 'official-statistics' })
    const found = (await show(app, 'farre-langvarigt')).comparison!.counterfactuals.find(
      ({ kind }) => kind === 'similar',
    )!
    // The others fell by a tenth: 38.1 × 0.9 = 34.29.
    expect(found).toMatchObject({ ore: kronor(34_290_000), savingOre: kronor(7_590_000) })
    expect(found.source).toBe([...others].sort().join(', '))
    expect(found.lowerOre!).toBeLessThan(found.savingOre!)
    expect(found.upperOre!).toBeGreaterThan(found.savingOre!)

    const { change } = await list(app, '?year=2021')
    const amounts = Object.fromEntries(change!.rows.map(({ id, cells }) => [id, cells[0]!.value]))
    expect(amounts).toMatchObject({ change: kronor(-11_400_000), economy: kronor(-3_810_000) })
    expect(amounts['economy']! + amounts['unexplained']!).toBe(amounts['change'])
  })
})

describe('document 000', async () => {
  const app = await testApp()
  await app.importText('hushall.csv', households(adult('H1', women[0]!)))
  const months = monthsFrom(month('2005-01'), 20)
  await app.importText(
    'utbetalningar.csv',
    payments(...months.map((each) => `U${each};H1;${each};${each}-25;8000,00;Försörjningsstöd`)),
  )
  const physician = [
    part('Grupp A', { persons: stated(16), oreAMonth: stated(kronor(6300)), promisedOre: stated(kronor(600_000)) }),
    part('Grupp C', {
      ...{ persons: stated(55), share: stated(0.5), affected: stated(25) },
      ...{ oreAMonth: stated(kronor(8400)), promisedOre: stated(kronor(1_000_000)) },
    }),
  ]
  const promised = (amount: number, more: Partial<Assumption> = {}) => [
    part('Alla', { promisedOre: stated(kronor(amount)), ...more }),
  ]
  await save(
    app,
    'intagsfunktion',
    action({ name: 'Intagsfunktion', start: '2006-06', assumptions: promised(750_000) }),
  )
  await save(
    app,
    'jobbjakten',
    action({ name: 'Jobbjakten', start: '2006-01', assumptions: promised(1_500_000, { persons: stated(50) }) }),
  )
  await save(app, 'sociallakare', action({ name: 'Socialläkare', assumptions: physician }))
  await save(
    app,
    'unga',
    action({
      ...{ name: 'Unga 18–25 år', counted: 'unclear', goal: 'Halvera det befarade underskottet' },
      assumptions: promised(0, {
        ...nothing,
        persons: stated(1),
        oreAMonth: stated(kronor(100_000)),
        months: stated(4),
      }),
    }),
  )
  const found = await list(app, '?year=2006')

  test('has its table of actions: 750 + 1 600 + 1 500 = 3 850 tkr, or 4 250 with the young', () => {
    const promisedBy = Object.fromEntries(found.actions.rows.map(({ id, cells }) => [id, cells[0]!.value]))
    expect(promisedBy).toEqual({
      ...{ intagsfunktion: kronor(750_000), jobbjakten: kronor(1_500_000), sociallakare: kronor(1_600_000) },
      ...{ unga: kronor(400_000), sum: kronor(3_850_000), 'sum-with-unclear': kronor(4_250_000) },
    })
    expect(found.actions.sentence).toContain('3\u00a0850\u00a0tkr (eller 4\u00a0250\u00a0tkr')
  })

  test('says on every row promised = realised + unexplained + rest, and that nothing can be told yet', () => {
    for (const { cells } of found.actions.rows) {
      const [promisedOre, dueOre, realisedOre, unexplainedOre, restOre] = cells.map(({ value }) => value)
      expect((realisedOre ?? 0) + unexplainedOre! + restOre!).toBe(promisedOre)
      expect((realisedOre ?? 0) + unexplainedOre!).toBe(dueOre)
      expect(realisedOre).toBeNull()
    }
    expect(found.rows.every(({ summary }) => summary.verdict === 'cannot-tell')).toBe(true)
    // The data end in August: three of seven months of the intake have passed, and none of the physician's.
    const due = Object.fromEntries(found.actions.rows.map(({ id, cells }) => [id, cells[1]!.value]))
    expect(due).toMatchObject({ intagsfunktion: kronor((750_000 * 3) / 7), sociallakare: 0, unga: 0 })
  })

  test('finds what is marked as wrong in the promises, in words', async () => {
    const { findings } = await show(app, 'sociallakare')
    expect(findings.map(({ kind }) => kind)).toEqual([
      ...['longer-than-year', 'affected-differs', 'longer-than-year', 'months-differ'],
    ])
    const texts = findings.map(({ text }) => text).join(' ')
    expect(texts).toContain('50 procent av 55 är 27,5 personer, inte 25. Med 27,5 personer blir det 4,33 månader.')
    expect(texts).toContain('Grupp A 5,95 månader, Grupp C 4,76 månader')
    expect((await show(app, 'unga')).findings.map(({ kind }) => kind)).toEqual([
      ...['all-at-once', 'goal-without-baseline', 'maybe-counted-twice'],
    ])
    expect((await show(app, 'intagsfunktion')).findings.map(({ kind }) => kind)).toEqual(['no-formula'])
  })

  test('shows no count of the household that there is', async () => {
    const whole = JSON.stringify([found, await show(app, 'jobbjakten')])
    expect(whole).not.toContain('"unit":"households","value":1')
    expect(JSON.stringify((await show(app, 'jobbjakten')).comparison!.longTerm)).not.toContain('"value":1')
  })
})

describe('an assumption that is being written', async () => {
  const app = await testApp()
  const read = async (payload: object) => app.as('manager', { method: 'POST', url: '/api/savings/assumption', payload })
  const question = { start: '2006-09', until: null, goal: '', counted: 'separately' }

  test('is answered with the factor that the others imply', async () => {
    const sixteen = part('Grupp A', {
      persons: stated(16),
      oreAMonth: stated(630_000),
      promisedOre: stated(60_000_000),
    })
    const answer = (await read({ ...question, assumptions: [sixteen] })).json<AssumptionView>()
    expect(answer.parts[0]!.factors.months).toEqual({ origin: 'implied', value: 600_000 / 100_800, source: null })
    expect(answer.findings.map(({ kind }) => kind)).toEqual(['longer-than-year'])
  })

  test('is refused when it is none', async () =>
    expect((await read({ ...question, assumptions: [] })).statusCode).toBe(400))
})

describe('an empty register', async () => {
  const app = await testApp()
  test('has no actions, no data and a form with what there is to choose', async () => {
    expect(await list(app)).toMatchObject({
      dataTo: null,
      years: [],
      year: null,
      rows: [],
      change: null,
      mayEdit: true,
    })
    const choices = (await app.as('manager', '/api/savings/choices')).json<ActionChoices>()
    expect(choices).toEqual({ interventions: [], groups: [], start: '2019-05' })
  })

  test('shows an action that was opened before there were any payments', async () => {
    await save(app, 'tidig', action({ start: '2019-06', assumptions: [part('Alla', { promisedOre: stated(100) })] }))
    expect(await show(app, 'tidig')).toMatchObject({
      comparison: null,
      dataTo: null,
      summary: { dueOre: 0, restOre: 100 },
    })
  })

  test('does not have an action that nobody opened', async () =>
    expect((await app.as('controller', '/api/savings/actions/finns-inte')).statusCode).toBe(404))

  test('is read by nobody without a trace', async () => {
    const logged = async () =>
      Number(
        (await app.database.owner.query("select count(*) from audit_entry where subject = 'savings'")).rows[0].count,
      )
    const before = await logged()
    await list(app)
    await show(app, 'tidig')
    expect(await logged()).toBe(before + 2)
  })
})
