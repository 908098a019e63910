import { twoByTwo } from '../../calculations/difference-in-differences/two-by-two.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { differenceInDifferencesPicture } from '../pictures/difference-in-differences.ts'

const columns = ['hushåll', 'insats', 'efter', 'månader']

export const differenceInDifferencesSpec: Spec = {
  id: 'difference-in-differences',
  family: 'effect',
  title: 'Skillnad i skillnad',
  answers:
    'Ändrades utfallet mer för dem som fick insatsen än för andra? Det som skiljer grupperna hela tiden, och det som ändras för alla, räknas bort.',
  definition: [
    '$\\hat\\tau = (\\bar Y_{11} - \\bar Y_{10}) - (\\bar Y_{01} - \\bar Y_{00})$, där den första siffran är insats eller inte och den andra efter eller före.',
    'Medelfelet är det i en regression på insats, efter och deras produkt, klustrat: raderna från ett hushåll är inte skilda observationer. Faktorn för små stickprov är $\\frac{C}{C-1}\\cdot\\frac{N-1}{N-4}$ med $C$ hushåll och $N$ rader.',
  ].join('\n\n'),
  choices: [
    'Varje hushåll är ett kluster om inget annat sägs.',
    'Kommandot ger detta som `twoByTwo` när alla med insatsen började samtidigt; annars null.',
    'Utan variation inom de fyra grupperna är medelfelet null.',
  ],
  notWhen: [
    'När insatsen började vid olika tid: använd effekten per startgrupp.',
    'När de som fick insatsen valdes för att de hade höga kostnader just då. De faller av sig själva, och skillnaden tar det för effekt.',
    'När grupperna rörde sig olika redan före.',
  ],
  sources: [
    'Bertrand, M., Duflo, E. & Mullainathan, S. (2004). How much should we trust differences-in-differences estimates? QJE 119, 249–275.',
    'R-paketet sandwich, vcovCL(type = "HC1").',
  ],
  command:
    'utfall calculate difference-in-differences --file hushåll.csv --unit hushåll --time månad --first-treated start --outcome månader',
  picture: {
    caption:
      'Deltagarna var på väg nedåt redan före insatsen. Metoden räknar fortsättningen som effekt: rita kurvorna före, och avstå när de inte går parallellt.',
    chart: differenceInDifferencesPicture,
  },
  situations: [
    {
      title: 'Två hushåll med insatsen och tre utan, där ett bara syns före',
      given: {
        columns,
        rows: [
          [1, 1, 0, 6],
          [1, 1, 1, 3],
          [2, 1, 0, 8],
          [2, 1, 1, 4],
          [3, 0, 0, 5],
          [3, 0, 1, 4.5],
          [4, 0, 0, 7],
          [4, 0, 1, 7.5],
          [5, 0, 0, 9],
        ],
      },
      find,
      expected: { columns: ['effekt', 'medelfel'], rows: [[-2.5, 1.509230856356236]] },
    },
    {
      title: 'Ändras alla lika mycket är effekten noll, och medelfelet är inte definierat',
      given: {
        columns,
        rows: [
          [1, 1, 0, 6],
          [1, 1, 1, 5],
          [2, 1, 0, 6],
          [2, 1, 1, 5],
          [3, 0, 0, 3],
          [3, 0, 1, 2],
        ],
      },
      find,
      expected: { columns: ['effekt', 'medelfel'], rows: [[0, null]] },
    },
    {
      title: 'Utan mätning före för dem utan insats finns inget att jämföra med',
      given: {
        columns,
        rows: [
          [1, 1, 0, 6],
          [1, 1, 1, 3],
          [2, 1, 0, 8],
          [2, 1, 1, 4],
          [3, 0, 1, 4.5],
        ],
      },
      find,
      expected: { refused: 'no-controls' },
    },
  ],
}

function find(table: SpecTable): SpecTable {
  const { estimate, standardError } = twoByTwo({
    treated: Uint8Array.from(numbersOf(table, 'insats')),
    after: Uint8Array.from(numbersOf(table, 'efter')),
    outcome: numbersOf(table, 'månader'),
    cluster: Int32Array.from(numbersOf(table, 'hushåll')),
  })
  return { columns: ['effekt', 'medelfel'], rows: [[estimate, standardError]] }
}
