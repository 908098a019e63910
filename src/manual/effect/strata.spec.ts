import { codesOf } from '../../calculations/columns.ts'
import { estimateWithinStrata } from '../../calculations/effect/strata.ts'
import { type Spec, type SpecTable, numbersOf, textsOf } from '../spec.ts'
import { strataPicture } from '../pictures/strata.ts'

const columns = ['insats', 'månader', 'tid']
const found = ['effekt', 'deltagare utanför']

export const strataSpec: Spec = {
  id: 'strata',
  family: 'effect',
  title: 'Inom grupper som är lika',
  answers:
    'Vad är effekten när deltagare bara jämförs med dem i samma grupp: lika lång tid med bistånd, samma kvartal, samma hushållstyp?',
  definition:
    '$\\hat\\tau = \\sum_s \\frac{n_{1s}}{n_1}\\hat\\tau_s$ med $n_{1s}$ deltagarna i gruppen, och $\\mathrm{Var}\\hat\\tau = \\sum_s \\left(\\frac{n_{1s}}{n_1}\\right)^2\\mathrm{Var}\\hat\\tau_s$.',
  choices: [
    'Grupperna vägs efter sina deltagare.',
    'En grupp där metoden inte ger svar är inte med; dess deltagare räknas.',
  ],
  notWhen: ['Med så många grupper att de flesta saknar någon att jämföra med.'],
  sources: ['Imbens, G. W. & Rubin, D. B. (2015). Causal Inference. Cambridge University Press, kap. 17.'],
  picture: {
    caption:
      'Ju fler grupper, desto fler deltagare står utan någon att jämföras med, och svaret gäller inte dem. Dela bara upp efter det som betyder mest, och redovisa hur många som är utanför.',
    chart: strataPicture,
  },
  situations: [
    {
      title: 'Skillnaden är en månad i båda grupperna, fast nästan tre om man inte delar upp',
      given: {
        columns,
        rows: [
          [1, 2, 'kort'],
          [1, 4, 'kort'],
          [1, 3, 'kort'],
          [0, 4, 'kort'],
          [0, 4, 'kort'],
          [1, 10, 'lång'],
          [1, 10, 'lång'],
          [0, 11, 'lång'],
          [0, 12, 'lång'],
          [0, 10, 'lång'],
          [0, 11, 'lång'],
        ],
      },
      find,
      expected: { columns: found, rows: [[-1, 0]] },
    },
    {
      title: 'En grupp utan någon att jämföra med är inte med',
      given: {
        columns,
        rows: [
          [1, 2, 'kort'],
          [1, 4, 'kort'],
          [0, 5, 'kort'],
          [0, 5, 'kort'],
          [1, 10, 'lång'],
        ],
      },
      find,
      expected: { columns: found, rows: [[-2, 1]] },
    },
    {
      title: 'Finns ingen jämförd i någon grupp finns inget svar',
      given: {
        columns,
        rows: [
          [1, 2, 'kort'],
          [1, 4, 'kort'],
          [0, 5, 'lång'],
          [0, 5, 'lång'],
        ],
      },
      find,
      expected: { refused: 'no-controls' },
    },
  ],
}

function find(table: SpecTable): SpecTable {
  const sample = {
    treated: Uint8Array.from(numbersOf(table, 'insats')),
    outcome: numbersOf(table, 'månader'),
    covariates: [],
  }
  const { estimate, treatedLeftOut } = estimateWithinStrata(sample, codesOf(textsOf(table, 'tid')), 'difference')
  return { columns: found, rows: [[estimate, treatedLeftOut]] }
}
