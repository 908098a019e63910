import { rosenbaumBound } from '../../calculations/effect/rosenbaum.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { rosenbaumPicture } from '../pictures/rosenbaum.ts'

const differences = [3, -1, 2, 2, -2, 5, 0, 4, 1, 6, 7, -3]
const pairs: SpecTable = { columns: ['skillnad'], rows: differences.map((difference) => [difference]) }

export const rosenbaumSpec: Spec = {
  id: 'rosenbaum',
  family: 'effect',
  title: 'Rosenbaums gräns: vad effekten tål av dolda skillnader',
  answers: 'Hur olika får de två i ett par vara i något som inte syns i data innan effekten inte längre är säker?',
  definition: [
    'Γ är hur många gånger så sannolikt det kan vara att den ena i ett par fick insatsen. Wilcoxons teckenrangtest räknas i sämsta fall, $p^+ = Γ/(1+Γ)$:',
    '$$z = \\frac{T - p^+\\sum r}{\\sqrt{p^+(1-p^+)\\sum r^2}}, \\qquad p = P(Z > z)$$',
    'där $r$ är skillnadernas rang utan tecken och $T$ summan för dem som är över noll.',
  ].join('\n\n'),
  choices: [
    'Par utan skillnad räknas inte, och lika stora skillnader delar rang.',
    'För att en effekt ska vara påvisad ska den tåla Γ = 1,1 på 5 %. LaLondes eget experiment tål 1,19.',
  ],
  notWhen: [
    'När paren inte är lika i det som syns: gränsen handlar bara om det dolda.',
    'För att säga att en effekt inte finns: gränsen prövar bara om en påstådd effekt håller.',
  ],
  sources: ['Rosenbaum, P. R. (2002). Observational Studies, 4.3.', 'R-paketet rbounds, psens.'],
  picture: {
    caption:
      'Gränsen handlar om det dolda. Är paren olika i något som syns, här åldern, ser en effekt som inte finns ut att tåla mycket: gör paren lika först.',
    chart: rosenbaumPicture,
  },
  situations: [
    {
      title: 'Tolv par: utan dold skillnad är effekten säker på 5 %, med Γ = 1,5 inte längre',
      given: pairs,
      find: (given) => bounds(given, [1, 1.5, 2, 3]),
      expected: {
        columns: ['Γ', 'p'],
        rows: [
          [1, 0.0305557793376814],
          [1.5, 0.0949950848047187],
          [2, 0.172112551591561],
          [3, 0.321549599771807],
        ],
      },
    },
    {
      title: 'Par som alla är lika säger ingenting',
      given: { columns: ['skillnad'], rows: [[0], [0]] },
      find: (given) => bounds(given, [1]),
      expected: { refused: 'too-few' },
    },
  ],
}

function bounds(given: SpecTable, gammas: number[]): SpecTable {
  const values = numbersOf(given, 'skillnad')
  return { columns: ['Γ', 'p'], rows: gammas.map((gamma) => [gamma, rosenbaumBound(values, gamma)]) }
}
