import { rowsIn } from '../../calculations/month-order.ts'
import { keep, type Selection } from '../../calculations/selection.ts'
import { type Context, type Indicator, register } from './indicator.ts'

const rejected = 2

const decisionsIn = ({ prepared, months }: Context): Selection => ({
  table: 'decisions',
  rows: rowsIn(prepared.decisions, months.from, months.until),
})

const rejectionsIn = (context: Context): Selection => {
  const { outcome } = context.prepared.panel.decisions
  return keep(decisionsIn(context), (row) => outcome[row] === rejected)
}

/** What is applied for and what is decided. */
export const decisionIndicators: readonly Indicator[] = [
  {
    id: 'applications',
    name: 'Ansökningar',
    definition: 'Ansökningar om ekonomiskt bistånd med ansökningsdag i perioden: nya, förnyade och löpande.',
    unit: 'applications',
    numerator: 'Ansökningar',
    denominator: 'Ett',
    source: register,
    version: 1,
    series: 'sums',
    calculate: ({ prepared, months }) => ({
      numerator: { table: 'applications', rows: rowsIn(prepared.applications, months.from, months.until) },
      denominator: 1,
    }),
  },
  {
    id: 'decisions',
    name: 'Beslut',
    definition: 'Beslut om ekonomiskt bistånd i perioden: bifall, delavslag och avslag.',
    unit: 'decisions',
    numerator: 'Beslut',
    denominator: 'Ett',
    source: register,
    version: 1,
    series: 'sums',
    calculate: (context) => ({ numerator: decisionsIn(context), denominator: 1 }),
  },
  {
    id: 'rejection-share',
    name: 'Andel avslag',
    definition:
      'Avslag som andel av alla beslut i perioden. Delavslag räknas inte som avslag. Andelen säger mer än antalet, eftersom antalet också följer hur många som söker.',
    unit: 'share',
    numerator: 'Avslag',
    denominator: 'Beslut',
    source: register,
    version: 1,
    series: 'sums',
    isPart: true,
    calculate: (context) => ({ numerator: rejectionsIn(context), denominator: decisionsIn(context) }),
  },
]
