import { riskSetIndexMonths } from '../../calculations/effect/risk-set.ts'
import { type Spec, type SpecTable, numbersOf } from '../spec.ts'
import { riskSetPicture } from '../pictures/risk-set.ts'

const columns = ['hushåll', 'första månad', 'sista månad', 'insats från']
const found = ['hushåll', 'följs från', 'insats']

export const riskSetSpec: Spec = {
  id: 'risk-set',
  family: 'effect',
  title: 'Från vilken månad jämförelsegruppen följs',
  answers: 'Från vilken månad ska den som inte fick insatsen följas, för att jämförelsen ska bli rättvis?',
  definition:
    'Den som började insatsen efter $e$ månader med bistånd ställs mot andra hushåll som också hade bistånd efter $e$ månader och då inte hade börjat någon insats. De följs från sin egen månad $e$.',
  choices: [
    'De som börjar senare får vara med fram till dess: effekten är den av att börja nu, mot att vänta eller aldrig börja.',
    'Likarna lottas med lika chans, ingen två gånger för samma deltagare, med ett frö så att lottningen kan göras om.',
  ],
  notWhen: [
    'Räkna aldrig jämförelsegruppen från biståndets början. Den som började insatsen var ju kvar så länge, och insatsen får då skulden, eller äran, för månader som var före den (odödlig tid).',
  ],
  sources: [
    'Sianesi, B. (2004). An evaluation of the Swedish system of active labor market programs in the 1990s. Review of Economics and Statistics 86, 133–155.',
    'Li, Y. P., Propert, K. J. & Rosenbaum, P. R. (2001). Balanced risk set matching. JASA 96, 870–882.',
    'Suissa, S. (2008). Immortal time bias in pharmacoepidemiology. American Journal of Epidemiology 167, 492–499.',
  ],
  picture: {
    caption:
      'Den som får insatsen har redan hunnit vara kvar en tid. Räknat från biståndets början ser insatsen ut att förlänga biståndet; räknat från insatsens månad är kurvorna lika, som de ska.',
    chart: riskSetPicture,
  },
  situations: [
    {
      title: 'Efter fyra månader: det andra hushållet är kvar, det tredje har slutat, det fjärde har själv börjat',
      given: {
        columns,
        rows: [
          [1, 10, 20, 14],
          [2, 30, 36, null],
          [3, 5, 8, null],
          [4, 10, 20, 12],
        ],
      },
      find,
      expected: {
        columns: found,
        rows: [
          [1, 14, 1],
          [2, 34, 0],
          [4, 12, 1],
          [1, 12, 0],
          [2, 32, 0],
          [3, 7, 0],
        ],
      },
    },
    {
      title: 'En insats som började efter att biståndet slutat går inte att placera',
      given: {
        columns,
        rows: [
          [1, 10, 20, 21],
          [2, 10, 30, null],
        ],
      },
      find,
      expected: { refused: 'bad-value' },
    },
  ],
}

function find(table: SpecTable): SpecTable {
  const household = Int32Array.from(numbersOf(table, 'hushåll'))
  const started = numbersOf(table, 'insats från')
  const spell = Int32Array.from(started.keys()).filter((row) => !Number.isNaN(started[row]))
  const index = riskSetIndexMonths(
    {
      household,
      start: Int32Array.from(numbersOf(table, 'första månad')),
      last: Int32Array.from(numbersOf(table, 'sista månad')),
    },
    { spell, month: spell.map((row) => started[row]!) },
    { controlsPerTreated: 9, lastIndexMonth: 99, seed: 1 },
  )
  const rows = Array.from(index.spell, (row, at) => [
    household[row]!,
    index.month[at]!,
    index.treated[at]!,
    index.set[at]!,
  ])
  const bySet = rows.sort((left, right) => left[3]! - right[3]! || right[2]! - left[2]! || left[0]! - right[0]!)
  return { columns: found, rows: bySet.map((row) => row.slice(0, 3)) }
}
