import { Type } from 'typebox'
import type { Day } from '../values/day.ts'
import { addMonths, askedMonthPattern, type Month, monthsBetween } from '../values/month.ts'
import type { Enrolment } from './enrolments.ts'
import type { Asked } from './interventions-view.ts'
import { type Days, referralDay } from './summary.ts'

const month = Type.String({ pattern: askedMonthPattern })

export const periodQuery = Type.Object({ from: Type.Optional(month), to: Type.Optional(month) })
export type PeriodQuery = { from?: Month; to?: Month }

/** The months asked for; without them the latest twelve with today's. A period that ends before it begins is its last month. */
export function askedPeriod(query: PeriodQuery, enrolments: readonly Enrolment[], today: Day): Asked {
  const thisMonth = today.slice(0, 7) as Month
  const to = query.to ?? thisMonth
  const from = query.from ?? addMonths(to, -11)
  const first = enrolments.reduce<string>((least, each) => {
    const day = referralDay(each)
    return day !== null && day < least ? day : least
  }, today)
  return { from: from <= to ? from : to, to, dataFrom: first.slice(0, 7) as Month, dataTo: thisMonth, today }
}

export const daysOf = ({ from, to }: Pick<Asked, 'from' | 'to'>): Days => ({
  from: `${from}-01` as Day,
  until: `${addMonths(to, 1)}-01` as Day,
})

export const monthsIn = ({ from, to }: Pick<Asked, 'from' | 'to'>): number => monthsBetween(from, addMonths(to, 1))
