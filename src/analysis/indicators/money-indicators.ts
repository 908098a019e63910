import { householdMonthsWithAssistance, householdsWithAssistance, paidAmount } from '../../calculations/assistance.ts'
import { mostPaid } from '../../calculations/concentration.ts'
import { topHouseholds } from '../../parameters/assistance-limits.ts'
import { valueAt } from '../../parameters/dated.ts'
import { monthFromIndex } from '../../values/month.ts'
import { type Context, type Indicator, register } from './indicator.ts'

const topAt = ({ months }: Context) => valueAt(topHouseholds, monthFromIndex(months.until - 1))

/** With no more households than the top itself, its share would be of itself. */
const hasMoreThanTop = (context: Context) =>
  householdsWithAssistance(context.prepared, context.months).rows.length > topAt(context)

/** What it costs, and how the cost is spread. */
export const moneyIndicators: readonly Indicator[] = [
  {
    id: 'paid',
    name: 'Utbetalt bistånd',
    definition:
      'Ekonomiskt bistånd som avser periodens månader, efter avdrag för återbetalningar. Belopp räknas till den månad de avser, inte till den då de betalades ut.',
    unit: 'ore',
    numerator: 'Utbetalningar minus återbetalningar',
    denominator: 'Ett',
    source: register,
    version: 1,
    series: 'sums',
    calculate: ({ prepared, months }) => ({ numerator: paidAmount(prepared, months), denominator: 1 }),
  },
  {
    id: 'cost-per-household-month',
    name: 'Kostnad per hushåll och månad',
    definition:
      'Utbetalt bistånd efter avdrag för återbetalningar, delat med antalet hushållsmånader med bistånd. Kommunens egen personal och verksamhet ingår inte.',
    unit: 'ore',
    numerator: 'Utbetalningar minus återbetalningar',
    denominator: 'Hushållsmånader med bistånd',
    source: register,
    version: 1,
    series: 'single',
    calculate: ({ prepared, months }) => ({
      numerator: paidAmount(prepared, months),
      denominator: householdMonthsWithAssistance(prepared, months),
    }),
  },
  {
    id: 'top-share-of-cost',
    name: 'De 100 dyraste hushållens andel av kostnaden',
    definition:
      'De 100 hushåll som fick mest bistånd under perioden: deras del av allt utbetalt bistånd. Basen är alla hushåll med bistånd under perioden, inte genomsnittet per månad.',
    unit: 'share',
    numerator: 'Utbetalt till de 100 hushåll som fick mest',
    denominator: 'Utbetalt till alla hushåll',
    source: register,
    version: 1,
    calculate: (context) =>
      hasMoreThanTop(context)
        ? {
            numerator: mostPaid(context.prepared, context.months, topAt(context)).paid,
            denominator: paidAmount(context.prepared, context.months),
          }
        : 'too-few',
  },
  {
    id: 'top-share-of-households',
    name: 'De 100 dyraste hushållens andel av hushållen',
    definition:
      'De 100 hushåll som fick mest bistånd under perioden, som andel av alla hushåll med bistånd under perioden. Läses tillsammans med deras andel av kostnaden.',
    unit: 'share',
    numerator: 'De 100 hushåll som fick mest',
    denominator: 'Hushåll med bistånd minst en månad',
    source: register,
    version: 1,
    isPart: true,
    calculate: (context) =>
      hasMoreThanTop(context)
        ? {
            numerator: mostPaid(context.prepared, context.months, topAt(context)).households,
            denominator: householdsWithAssistance(context.prepared, context.months),
          }
        : 'too-few',
  },
]
