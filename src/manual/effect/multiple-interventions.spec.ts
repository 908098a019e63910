import { adjustedPValues } from '../../calculations/effect/benjamini-hochberg.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { multipleInterventionsPicture } from '../pictures/multiple-interventions.ts'

export const multipleInterventionsSpec: Spec = {
  id: 'multiple-interventions',
  family: 'effect',
  title: 'Flera insatser prövade på en gång (Benjamini–Hochberg)',
  answers: 'Vilka insatser har effekt när många har prövats? Av tjugo utan effekt ser en ut att ha det av ren slump.',
  definition:
    'P-värdena i ordning $p_{(1)} \\le \\dots \\le p_{(m)}$ justeras till $\\min_{j \\ge i} p_{(j)}\\thinspace m/j$, högst 1. Bland insatser med justerat värde under 5 % saknar i genomsnitt högst 5 % effekt.',
  choices: ['Alla prövade insatser räknas i $m$, även de som inte visas.'],
  notWhen: ['När bara de lovande insatserna har sparats: ange då hur många som prövades.'],
  sources: [
    'Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate. JRSS B 57.',
    "R: p.adjust(method = 'BH').",
  ],
  picture: {
    caption:
      'Väljs de lovande ut först och justeras sedan bara för dem ser effekter som inte finns säkra ut. Räkna alla som prövades.',
    chart: multipleInterventionsPicture,
  },
  situations: [
    {
      title: 'Av sex insatser är fem under 5 % före justeringen och fem efter',
      given: { columns: ['p'], rows: [[0.01], [0.04], [0.03], [0.005], [0.5], [0.03]] },
      find: (given) => adjusted(given),
      expected: { columns: ['justerat p'], rows: [[0.03], [0.048], [0.045], [0.03], [0.5], [0.045]] },
    },
    {
      title: 'Prövades tio och visas sex är det bara två kvar på gränsen',
      given: { columns: ['p'], rows: [[0.01], [0.04], [0.03], [0.005], [0.5], [0.03]] },
      find: (given) => adjusted(given, 10),
      expected: {
        columns: ['justerat p'],
        rows: [[0.05], [0.08], [0.075], [0.05], [0.833333333333333], [0.075]],
      },
    },
    {
      title: 'Ett p-värde över 1 finns inte',
      given: { columns: ['p'], rows: [[1.2]] },
      find: (given) => adjusted(given),
      expected: { refused: 'bad-value' },
    },
  ],
}

function adjusted(given: SpecTable, tested = given.rows.length): SpecTable {
  const values = adjustedPValues(numbersOf(given, 'p'), { tested })
  return { columns: ['justerat p'], rows: Array.from(values, (value) => [value]) }
}
