import { isCovered, type Months } from '../../calculations/assistance.ts'
import { assistedAtLeast, assistedWithoutLongGap, rollingLongTerm, type Whom } from '../../calculations/long-term.ts'
import type { PreparedPanel } from '../../calculations/prepared-panel.ts'
import type { Selection } from '../../calculations/selection.ts'
import { longTermLimit, veryLongTermLimit } from '../../parameters/assistance-limits.ts'
import { valueAt } from '../../parameters/dated.ts'
import { type MonthIndex, monthFromIndex } from '../../values/month.ts'
import { type Calculation, type Indicator, register } from './indicator.ts'

/** A way to call assistance long-term: the months it looks at, and whom it finds there. */
export type LongTermMethod = {
  id: string
  name: string
  definition: string
  source: string
  windowAt: (until: MonthIndex) => Months
  /** Those whom the share is of. */
  baseAt: (until: MonthIndex) => Months
  select: (prepared: PreparedPanel, whom: Whom, window: Months) => Selection
}

const lastMonth = (window: Months) => monthFromIndex(window.until - 1)

/** The latest calendar year that has ended by then, and so many more years before it. */
const fullYears = (until: MonthIndex, years = 1): Months => {
  const end = Math.floor(until / 12) * 12
  return { from: end - years * 12, until: end }
}

const lastTwelve = (until: MonthIndex): Months => ({ from: until - 12, until })

export const longTermMethods: readonly LongTermMethod[] = [
  {
    id: 'long-term-calendar-year',
    name: 'Långvarigt bistånd, kalenderår',
    definition:
      'Ekonomiskt bistånd minst tio månader under ett kalenderår. Året är det senaste hela kalenderåret vid periodens slut. Månader i en annan kommun är inte med.',
    source: 'Begreppet följer Kolada N31814 och Socialstyrelsen.',
    windowAt: (until) => fullYears(until),
    baseAt: (until) => fullYears(until),
    select: (prepared, whom, window) =>
      assistedAtLeast(prepared, whom, window, valueAt(longTermLimit, lastMonth(window)).assistedMonths),
  },
  {
    id: 'long-term-very-long',
    name: 'Mycket långvarigt bistånd, tre år',
    definition:
      'Ekonomiskt bistånd minst 27 av de 36 månader som slutar med det senaste hela kalenderåret, utan uppehåll på mer än två månader i rad. Uppehåll i början och slutet av de tre åren räknas också.',
    source: 'Begreppet följer Kolada U31801 och Socialstyrelsen.',
    windowAt: (until) => fullYears(until, 3),
    baseAt: (until) => fullYears(until),
    select: (prepared, whom, window) =>
      assistedWithoutLongGap(prepared, whom, window, valueAt(veryLongTermLimit, lastMonth(window))),
  },
  {
    id: 'long-term-rolling-12',
    name: 'Bistånd tio av de tolv senaste månaderna',
    definition:
      'Ekonomiskt bistånd i periodens sista månad och minst tio av de tolv månader som slutar med den. Detta är ett lokalt mått och kan inte jämföras med den nationella statistikens kalenderår.',
    source: 'Lokalt mått.',
    windowAt: lastTwelve,
    baseAt: (until) => ({ from: until - 1, until }),
    select: (prepared, whom, window) =>
      rollingLongTerm(prepared, whom, window.until - 1, valueAt(longTermLimit, lastMonth(window))).long,
  },
]

const count =
  (method: LongTermMethod, whom: Whom): Calculation =>
  ({ prepared, months }) => {
    const window = method.windowAt(months.until)
    if (!isCovered(prepared, window)) return 'no-data'
    return { numerator: method.select(prepared, whom, window), denominator: 1 }
  }

const indicatorFor = (method: LongTermMethod, whom: Whom): Indicator => ({
  id: whom === 'households' ? method.id : `${method.id}-persons`,
  name: `${method.name}: ${whom === 'households' ? 'hushåll' : 'vuxna personer'}`,
  definition: `${method.definition} Räknas i ${whom === 'households' ? 'hushåll' : 'personer som har fyllt 18 år'}.`,
  unit: whom === 'households' ? 'households' : 'persons',
  numerator: whom === 'households' ? 'Hushåll som uppfyller villkoret' : 'Vuxna personer som uppfyller villkoret',
  denominator: 'Ett',
  source: `${register} ${method.source}`,
  version: 1,
  ...(method.id === 'long-term-rolling-12' ? { series: 'single' as const, companions: [restOfMonth(whom)] } : {}),
  calculate: count(method, whom),
})

/** Those with assistance in the last month who are not long-term: so few that the others tell who they are? */
const restOfMonth =
  (whom: Whom): Calculation =>
  ({ prepared, months: { until } }) => ({
    numerator: rollingLongTerm(prepared, whom, until - 1, valueAt(longTermLimit, monthFromIndex(until - 1))).rest,
    denominator: 1,
  })

/** Long-term receipt by three methods, which give different numbers and are never to be mixed. */
export const longTermIndicators: readonly Indicator[] = longTermMethods.flatMap((method) => [
  indicatorFor(method, 'households'),
  indicatorFor(method, 'adults'),
])
