import { month } from '../values/month.ts'
import type { Dated } from './dated.ts'

/** Empty months in a row that do not end a spell. One more, and the household has left. */
export const allowedGapMonths: readonly Dated<number>[] = [
  {
    from: month('1990-01'),
    value: 2,
    source: 'Kolada U31801: uppehåll på högst två månader i rad bryter inte ett biståndsmottagande',
  },
]

export type LongTermLimit = { assistedMonths: number; windowMonths: number }

/** Långvarigt biståndsmottagande: used for a calendar year, and for any twelve months as a local figure. */
export const longTermLimit: readonly Dated<LongTermLimit>[] = [
  {
    from: month('1990-01'),
    value: { assistedMonths: 10, windowMonths: 12 },
    source: 'Kolada N31814, Socialstyrelsen: bistånd 10–12 månader under ett kalenderår',
  },
]

/** Mycket långvarigt biståndsmottagande. The text is silent on gaps at the edges of the window: they count as gaps here. */
export const veryLongTermLimit: readonly Dated<LongTermLimit & { allowedGap: number }>[] = [
  {
    from: month('1990-01'),
    value: { assistedMonths: 27, windowMonths: 36, allowedGap: 2 },
    source: 'Kolada U31801, Socialstyrelsen: minst 27 månader under tre år, uppehåll på högst två månader i rad',
  },
]

/** How many households the concentration of cost is reported for. */
export const topHouseholds: readonly Dated<number>[] = [
  { from: month('1990-01'), value: 100, source: 'Stadsdelsförvaltning i Stockholm, 100-projektet 2011–2013' },
]
