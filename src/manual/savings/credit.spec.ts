import { creditOnce } from '../../calculations/savings/credit.ts'
import { numbersOf, type Spec, type SpecTable, textsOf } from '../spec.ts'
import { creditPicture } from '../pictures/credit.ts'

const months: SpecTable = {
  columns: ['hushållsmånad', 'sparade kronor', 'insatser'],
  rows: [
    ['h1 mars', 8000, 'A'],
    ['h2 mars', 8000, 'B'],
    ['h3 mars', 8000, 'A B'],
    ['h4 mars', 8000, 'A B C'],
  ],
}

export const creditSpec: Spec = {
  id: 'credit',
  family: 'savings',
  title: 'Varje hushållsmånad räknas en gång',
  answers: 'Hur delas det sparade när ett hushåll hade flera insatser samtidigt?',
  definition:
    'Varje sparad hushållsmånad delas lika mellan de insatser som hushållet hade då. Det är Shapleys delning när vilken som helst av dem hade räckt. Delarna är exakta bråk, och de sista örena går till de största resterna.',
  choices: [
    'Summan är aldrig större än den förändring som modellen ger insatserna. Är månaderna värda mer krymper alla delar lika.',
    'En sparad månad utan insats tillhör ingen insats.',
  ],
  notWhen: [
    'Innan effekten är påvisad. Delningen säger vem som får räkna det sparade, inte att något är sparat.',
    'Lägg aldrig ihop vad varje insats räknar för sig: samma månad räknas då flera gånger.',
  ],
  sources: ['Shapley, L. S. (1953). A value for n-person games.'],
  picture: {
    caption:
      'Läggs insatsernas egna räkningar ihop har nästan dubbelt så mycket sparats som i verkligheten. Låt varje hushållsmånad räknas en gång.',
    chart: creditPicture,
  },
  situations: [
    {
      title: 'Tre insatser säger tillsammans 56 000 kronor; 32 000 har sparats',
      given: months,
      find: (given) => credit(given, 32_000),
      expected: {
        columns: ['insats', 'kronor'],
        rows: [
          ['A', 14_666.67],
          ['B', 14_666.67],
          ['C', 2666.66],
          ['var för sig', 56_000],
        ],
      },
    },
    {
      title: 'Har kostnaden bara fallit 16 000 kronor får ingen räkna mer än hälften',
      given: months,
      find: (given) => credit(given, 16_000),
      expected: {
        columns: ['insats', 'kronor'],
        rows: [
          ['A', 7333.34],
          ['B', 7333.33],
          ['C', 1333.33],
          ['var för sig', 56_000],
        ],
      },
    },
    {
      title: 'Ett negativt belopp är ingen sparad månad',
      given: { ...months, rows: [['h1 mars', -10, 'A']] },
      find: (given) => credit(given, 16_000),
      expected: { refused: 'bad-value' },
    },
  ],
}

function credit(given: SpecTable, change: number): SpecTable {
  const [kronor, interventions] = [numbersOf(given, 'sparade kronor'), textsOf(given, 'insatser')]
  const saved = interventions.map((names, row) => ({ ore: kronor[row]! * 100, interventions: names.split(' ') }))
  const { credited, separateClaimsOre } = creditOnce(saved, change * 100)
  const rows = credited.map(({ intervention, ore }) => [intervention, ore / 100])
  return { columns: ['insats', 'kronor'], rows: [...rows, ['var för sig', separateClaimsOre / 100]] }
}
