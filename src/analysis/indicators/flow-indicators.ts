import type { Withheld } from '../figures.ts'
import { flowKnownFrom, inflow, outflow, returns, stockAtEndOf } from '../../calculations/flow.ts'
import type { Selection } from '../../calculations/selection.ts'
import { type Calculation, type Context, type Fraction, type Indicator, register } from './indicator.ts'

/** Counts that need the months of allowed gap before them. */
const whenKnown =
  (select: (context: Context) => Selection): Calculation =>
  (context) =>
    context.months.from < flowKnownFrom(context.prepared) ? 'no-data' : { numerator: select(context), denominator: 1 }

const entering = whenKnown(({ prepared, months }) => inflow(prepared, months))
const leaving = whenKnown(({ prepared, months }) => outflow(prepared, months))
const before = whenKnown(({ prepared, months }) => stockAtEndOf(prepared, months.from - 1))
const atEnd: Calculation = ({ prepared, months }) =>
  months.until < flowKnownFrom(prepared)
    ? 'no-data'
    : { numerator: stockAtEndOf(prepared, months.until - 1), denominator: 1 }

function returned({ prepared, months }: Context, within: number): Fraction | Withheld {
  const { exits, returned, withoutFollowUp } = returns(prepared, months, within)
  if (exits.rows.length === 0 && withoutFollowUp > 0) return 'follow-up-too-short'
  return { numerator: returned, denominator: exits }
}

const returnWithin = (within: number, inWords: string): Indicator => ({
  id: `return-within-${within}`,
  name: `Återkommer inom ${inWords} månader`,
  definition: `Av de biståndsperioder som hade sin sista månad i perioden: andelen där hushållet har fått ekonomiskt bistånd igen senast ${inWords} månader efter den sista månaden. En biståndsperiod tar slut när hushållet har varit utan bistånd i mer än två månader i rad. Bara de som har kunnat följas i ${inWords} månader räknas.`,
  unit: 'share',
  numerator: `Avslutade biståndsperioder som följts av en ny inom ${inWords} månader`,
  denominator: `Avslutade biståndsperioder som har kunnat följas i ${inWords} månader`,
  source: register,
  version: 1,
  isPart: true,
  calculate: (context) => returned(context, within),
})

/** Who comes, who leaves, who remains, who returns. */
export const flowIndicators: readonly Indicator[] = [
  {
    id: 'inflow',
    name: 'Inflöde',
    definition:
      'Hushåll som börjar få ekonomiskt bistånd under perioden, nya eller åter efter mer än två månader i rad utan. De räknas den första månaden med bistånd. Ett hushåll kan räknas flera gånger, och byte av enhet räknas inte.',
    unit: 'households',
    numerator: 'Biståndsperioder som börjar i perioden',
    denominator: 'Ett',
    source: register,
    version: 1,
    series: 'sums',
    calculate: entering,
    companions: [leaving, before, atEnd],
  },
  {
    id: 'outflow',
    name: 'Utflöde',
    definition:
      'Hushåll som lämnar ekonomiskt bistånd under perioden. De räknas den tredje månaden i rad utan bistånd: högst två månaders uppehåll räknas inte som att lämna. Byte av enhet räknas inte.',
    unit: 'households',
    numerator: 'Biståndsperioder vars tredje månad utan bistånd ligger i perioden',
    denominator: 'Ett',
    source: register,
    version: 1,
    series: 'sums',
    calculate: leaving,
    companions: [entering, before, atEnd],
  },
  {
    id: 'stock-at-end',
    name: 'Pågående hushåll vid periodens slut',
    definition:
      'Hushåll med ekonomiskt bistånd minst en av de tre senaste månaderna vid periodens slut. Pågående före perioden plus inflöde minus utflöde är alltid lika med pågående vid periodens slut.',
    unit: 'households',
    numerator: 'Hushåll med bistånd minst en av de tre senaste månaderna',
    denominator: 'Ett',
    source: register,
    version: 1,
    series: 'single',
    calculate: atEnd,
  },
  returnWithin(6, 'sex'),
  returnWithin(12, 'tolv'),
]
