import { eValue, riskRatio } from '../../calculations/effect/e-value.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { eValuePicture } from '../pictures/e-value.ts'

const columns = ['kvot', 'E-värde', 'E-värde för gränsen']

export const eValueSpec: Spec = {
  id: 'e-value',
  family: 'effect',
  title: 'E-värde: hur stark en dold orsak måste vara',
  answers:
    'Hur starkt måste något som inte finns i data hänga ihop med både insatsen och utfallet för att förklara hela skillnaden?',
  definition:
    'Med kvoten mellan andelarna $RR$ (vänd om den är under 1): $E = RR + \\sqrt{RR(RR-1)}$. Räknas också på den gräns av intervallet som är närmast 1.',
  choices: [
    'Kvotens 95-procentiga intervall räknas på logaritmen (Katz).',
    'Rymmer intervallet 1 är E-värdet för gränsen 1: ingen dold orsak behövs.',
  ],
  notWhen: [
    'Som bevis för en effekt: ett högt E-värde säger bara hur stark en dold orsak måste vara, inte att den inte finns.',
    'När ingen i en av grupperna har utfallet: kvoten har då inget intervall.',
  ],
  sources: [
    'VanderWeele, T. & Ding, P. (2017). Sensitivity analysis in observational research: introducing the E-value.',
  ],
  picture: {
    caption:
      'E-värdet är högt, men en enda orsak som inte finns i data förklarar hela skillnaden. Fråga alltid vilken sådan orsak som kan finnas; ett högt E-värde är inget bevis.',
    chart: eValuePicture,
  },
  situations: [
    {
      title:
        'Arbete efter LaLondes program: en dold orsak med kvoten 1,6 räcker, och 1,2 för att intervallet ska rymma 1',
      given: { columns: ['deltagare med', 'deltagare', 'jämförda med', 'jämförda'], rows: [[140, 185, 168, 260]] },
      find: strengths,
      expected: { columns, rows: [[1.17117117117117, 1.6189107617942, 1.23349900665847]] },
    },
    {
      title: 'Är intervallet på båda sidor om 1 behövs ingen dold orsak',
      given: { columns: ['deltagare med', 'deltagare', 'jämförda med', 'jämförda'], rows: [[10, 20, 10, 20]] },
      find: strengths,
      expected: { columns, rows: [[1, 1, 1]] },
    },
    {
      title: 'Ingen av deltagarna har utfallet',
      given: { columns: ['deltagare med', 'deltagare', 'jämförda med', 'jämförda'], rows: [[0, 20, 10, 20]] },
      find: strengths,
      expected: { refused: 'bad-value' },
    },
  ],
}

function strengths(given: SpecTable): SpecTable {
  const [count, of, otherCount, otherOf] = given.columns.map((column) => numbersOf(given, column)[0]!)
  const ratio = riskRatio({ count: count!, of: of! }, { count: otherCount!, of: otherOf! })
  const { estimate, limit } = eValue(ratio)
  return { columns, rows: [[ratio.ratio, estimate, limit]] }
}
