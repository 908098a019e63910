import fc from 'fast-check'
import type { FigureTable } from '../../src/analysis/figures.ts'
import { disclosureLimits } from '../../src/parameters/disclosure-limits.ts'
import { caseSteps, caseSums, type CountedCase, recoveryTie, signalSums } from '../../src/payment-cases/case-sums.ts'
import { type CaseEvent, replayCase } from '../../src/payment-cases/payment-case.ts'
import { signalKinds } from '../../src/payment-cases/signals.ts'
import { ledgerChange } from '../../src/savings/attribution.ts'
import { changeTable, monthsTable } from '../../src/savings/savings-tables.ts'
import { actionsTable, netTable } from '../../src/savings/summary-tables.ts'
import { closedTable, costTable, tertialsTable } from '../../src/target-groups/group-tables.ts'
import { publishedId } from '../../src/target-groups/publish-groups.ts'
import type { Day } from '../../src/values/day.ts'
import { month, monthIndex } from '../../src/values/month.ts'

const period = { from: month('2019-01'), until: month('2019-04') }
const limits = disclosureLimits[0]!.value
const ore = fc.integer({ min: -1e11, max: 1e11 })
const perhaps = fc.option(ore)

const anAction = fc.record({
  key: fc.constantFrom('jobbtorg', 'sparet', 'fler-handlaggare', 'kartlaggning'),
  counted: fc.constantFrom('separately', 'within-another', 'unclear'),
  attribution: fc.constantFrom('action', 'economy'),
  summary: fc.record({
    ...{ promisedOre: perhaps, dueOre: perhaps, realisedOre: perhaps, lowerOre: perhaps, upperOre: perhaps },
    ...{ unexplainedOre: perhaps, restOre: perhaps, ownCostOre: ore, netOre: perhaps },
    ...{ breakEven: fc.constant(null), verdict: fc.constant('cannot-tell' as const) },
  }),
})
const someMonths = fc
  .array(
    fc.record({ promisedOre: perhaps, realisedOre: perhaps, cumulativeOre: perhaps, ownCostOre: ore, netOre: perhaps }),
    { maxLength: 3 },
  )
  .map((rows) => rows.map((row, at) => ({ ...row, month: monthIndex(period.from) + at })))

const savings = fc
  .record({
    actions: fc.uniqueArray(anAction, { selector: ({ key }) => key, maxLength: 4 }),
    ...{ months: someMonths, beforeOre: ore, afterOre: ore },
    othersChange: fc.option(fc.double({ min: -0.5, max: 0.5, noNaN: true })),
  })
  .map(({ actions, months, beforeOre, afterOre, othersChange }): FigureTable[] => {
    const told = actions.map((each) => ({
      ...each,
      name: `Åtgärd ${each.key}`,
      verdict: 'Går inte att avgöra',
      begun: '',
    }))
    const credited = actions.flatMap(({ key, summary }) =>
      summary.realisedOre === null ? [] : [{ key, ore: summary.realisedOre }],
    )
    const change = ledgerChange({ beforeOre, afterOre, othersChange, savings: credited })
    const byMonth = monthsTable(months)
    return [
      ...[actionsTable(told), netTable(told), changeTable(change, period, new Map())],
      { ...byMonth, id: `${byMonth.id}-jobbtorg` },
    ]
  })

const persons = fc.record({ households: fc.nat(60), children: fc.nat(60), women: fc.nat(60), men: fc.nat(60) })
const closed = fc.record({ open: persons, closed: persons })
const beforeAfter = fc.record({
  ...{ beforeOre: ore, afterOre: ore },
  persons: fc.record({ before: persons, after: persons }),
})
const aTertial = fc.record({
  label: fc.constantFrom('januari–april 2019', 'maj–augusti 2019'),
  ...{ group: closed, size: fc.nat(60), paidOre: ore, comparedSize: fc.nat(60), comparedOre: ore },
})
const groups = fc
  .record({
    ...{ one: closed, other: closed, cost: beforeAfter, compared: beforeAfter },
    tertials: fc.uniqueArray(aTertial, { selector: ({ label }) => label, maxLength: 2 }),
  })
  .map(({ one, other, cost, compared, tertials }): FigureTable[] =>
    [closedTable(one, other, limits), costTable(cost, compared, 4, limits), tertialsTable(tertials, limits)].map(
      (table) => ({ ...table, id: publishedId('dyraste', table) }),
    ),
  )

const aDay = fc.constantFrom('2018-12-03', '2019-01-15', '2019-02-20', '2019-03-31')
const someOre = fc.integer({ min: 1, max: 1e9 })
const aCase = fc
  .record({
    household: fc.nat(14),
    ...{ opened: aDay, wrongOre: fc.option(someOre), recovered: fc.option(someOre), avoided: fc.option(someOre) },
    ...{ isClosed: fc.boolean(), hasChildren: fc.boolean(), gender: fc.constantFrom('woman' as const, 'man', null) },
  })
  .map(({ household, opened, wrongOre, recovered, avoided, isClosed, hasChildren, gender }): CountedCase => {
    const said = [
      ['opened', { signal: null, month: '2019-01', stakeOre: 1, paidOn: null, note: '' }],
      ...(wrongOre === null ? [] : [['decided', { finding: 'wrong', wrongOre, cause: null, reason: '' }]]),
      ...(recovered === null ? [] : [['recovered', { ore: recovered }]]),
      ...(avoided === null ? [] : [['avoided', { oreAMonth: avoided, from: '2019-02' }]]),
      ...(isClosed ? [['closed', { outcome: 'explained', reason: '' }]] : []),
    ] as [string, object][]
    const events = said.map(
      ([kind, body], at) => ({ kind, on: opened, sequence: at + 1, by: 1, recordedAt: '', body }) as CaseEvent,
    )
    const names = { key: `H${household}`, name: null, unit: null, isProtected: false }
    return { known: replayCase(events), household: { ...names, id: household, hasChildren, gender } }
  })
const cases = fc
  .record({
    those: fc.array(aCase, { maxLength: 30 }),
    signals: fc.array(fc.record({ kind: fc.constantFrom(...signalKinds), stakeOre: someOre, of: aCase }), {
      maxLength: 40,
    }),
    recovered: fc.record({ ore: someOre, households: fc.nat(20) }),
  })
  .map(({ those, signals, recovered }): FigureTable[] => {
    const counted = { ...period, today: '2019-05-14' as Day }
    const found = signals.map(({ of, ...signal }) => ({ ...signal, household: of.household }))
    return [
      signalSums(found, signalKinds, period),
      ...[caseSteps(those, counted), caseSums(those, counted), recoveryTie(those, recovered, counted)],
    ]
  })

/** Tables of the savings ledger, a target group and the control of payments, as their pages make them, of any numbers. */
export const sliceTables: fc.Arbitrary<FigureTable[]> = fc.tuple(savings, groups, cases).map((all) => all.flat())
