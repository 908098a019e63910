import {
  adultsWithAssistance,
  childrenWithAssistance,
  householdMonthsWithAssistance,
  householdsWithAssistance,
  personsWithAssistance,
} from '../../calculations/assistance.ts'
import { type Calculation, type Context, type Indicator, register } from './indicator.ts'

const adults: Calculation = ({ prepared, months }) => ({
  numerator: adultsWithAssistance(prepared, months),
  denominator: 1,
})

const children: Calculation = ({ prepared, months }) => ({
  numerator: childrenWithAssistance(prepared, months),
  denominator: 1,
})

const lengthOf = ({ months }: Context) => months.until - months.from

/** How many: households, persons, adults and children, and their share of the inhabitants. */
export const householdIndicators: readonly Indicator[] = [
  {
    id: 'households-per-month',
    name: 'Hushåll med bistånd, genomsnitt per månad',
    definition:
      'Antal hushåll med ekonomiskt bistånd varje månad, summerat över periodens månader och delat med antalet månader. Ett hushåll har bistånd en månad när det som betalats ut för månaden, efter avdrag för återbetalningar, är större än noll. Månaden är den som biståndet avser, inte den då det betalades ut.',
    unit: 'households',
    numerator: 'Hushållsmånader med bistånd',
    denominator: 'Månader i perioden',
    source: register,
    version: 1,
    series: 'sums',
    calculate: (context) => ({
      numerator: householdMonthsWithAssistance(context.prepared, context.months),
      denominator: lengthOf(context),
    }),
  },
  {
    id: 'households',
    name: 'Hushåll med bistånd',
    definition:
      'Antal olika hushåll som har haft ekonomiskt bistånd minst en månad under perioden. Varje hushåll räknas en gång. Enhet, hushållstyp och ålder är de som gällde hushållets sista månad med bistånd i perioden.',
    unit: 'households',
    numerator: 'Hushåll med bistånd minst en månad',
    denominator: 'Ett',
    source: `${register} Begreppet följer Kolada N31910.`,
    version: 1,
    calculate: ({ prepared, months }) => ({ numerator: householdsWithAssistance(prepared, months), denominator: 1 }),
  },
  {
    id: 'persons',
    name: 'Personer i hushåll med bistånd',
    definition:
      'Antal olika personer, vuxna och barn, som minst en månad under perioden har ingått i ett hushåll med ekonomiskt bistånd. Varje person räknas en gång.',
    unit: 'persons',
    numerator: 'Personer i hushåll med bistånd minst en månad',
    denominator: 'Ett',
    source: `${register} Begreppet följer Kolada N31848.`,
    version: 1,
    calculate: ({ prepared, months }) => ({ numerator: personsWithAssistance(prepared, months), denominator: 1 }),
  },
  {
    id: 'adults',
    name: 'Vuxna i hushåll med bistånd',
    definition:
      'De av personerna som hade fyllt 18 år i slutet av sin sista månad med bistånd i perioden. När åldern inte är känd avgör rollen i hushållet.',
    unit: 'persons',
    numerator: 'Personer som är 18 år eller äldre',
    denominator: 'Ett',
    source: `${register} Begreppet följer Kolada N31824.`,
    version: 1,
    calculate: adults,
    companions: [children],
  },
  {
    id: 'children',
    name: 'Barn i hushåll med bistånd',
    definition:
      'De av personerna som inte hade fyllt 18 år i slutet av sin sista månad med bistånd i perioden. När åldern inte är känd avgör rollen i hushållet.',
    unit: 'persons',
    numerator: 'Personer som är yngre än 18 år',
    denominator: 'Ett',
    source: `${register} Begreppet följer Kolada U31803.`,
    version: 1,
    calculate: children,
    companions: [adults],
  },
  {
    id: 'share-of-population',
    name: 'Andel av invånarna i hushåll med bistånd',
    definition:
      'Personer som minst en månad under perioden har ingått i ett hushåll med ekonomiskt bistånd, som andel av kommunens invånare den 31 december.',
    unit: 'share',
    numerator: 'Personer i hushåll med bistånd minst en månad',
    denominator: 'Invånare i kommunen',
    source: `${register} Invånare enligt SCB. Begreppet följer Kolada N31807.`,
    version: 1,
    wholeOnly: true,
    calculate: ({ prepared, months, population }) =>
      population ? { numerator: personsWithAssistance(prepared, months), denominator: population.total } : 'no-data',
  },
  {
    id: 'share-of-children',
    name: 'Andel av barnen i hushåll med bistånd',
    definition:
      'Barn under 18 år som minst en månad under perioden har ingått i ett hushåll med ekonomiskt bistånd, som andel av kommunens invånare 0–17 år den 31 december.',
    unit: 'share',
    numerator: 'Barn i hushåll med bistånd minst en månad',
    denominator: 'Invånare 0–17 år i kommunen',
    source: `${register} Invånare enligt SCB. Begreppet följer Kolada U31803.`,
    version: 1,
    wholeOnly: true,
    companions: [adults],
    calculate: ({ prepared, months, population }) =>
      population
        ? { numerator: childrenWithAssistance(prepared, months), denominator: population.children }
        : 'no-data',
  },
  {
    id: 'months-per-household',
    name: 'Månader med bistånd per hushåll',
    definition:
      'Hur många av periodens månader ett hushåll i genomsnitt har haft ekonomiskt bistånd. Hushåll utan bistånd i perioden ingår inte.',
    unit: 'months',
    numerator: 'Hushållsmånader med bistånd',
    denominator: 'Hushåll med bistånd minst en månad',
    source: register,
    version: 1,
    calculate: ({ prepared, months }) => ({
      numerator: householdMonthsWithAssistance(prepared, months),
      denominator: householdsWithAssistance(prepared, months),
    }),
  },
]
