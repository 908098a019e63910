import type { Spec } from '../spec.ts'
import { effectColumns, findEffect, participants } from './participants.ts'
import { differencePicture } from '../pictures/difference.ts'

export const differenceSpec: Spec = {
  id: 'difference',
  family: 'effect',
  title: 'Skillnad mellan medelvärden',
  answers:
    'Hur skiljer sig utfallet mellan dem som fick insatsen och de andra, utan att någon hänsyn tas till vilka de var?',
  definition: [
    '$\\hat\\tau = \\bar Y_1 - \\bar Y_0$, medelvärdet bland deltagarna minus det bland de andra.',
    'Medelfelet är HC1: $\\sqrt{\\frac{n}{n-2}\\left(\\frac{\\sum e_1^2}{n_1^2} + \\frac{\\sum e_0^2}{n_0^2}\\right)}$ med $e$ avståndet till den egna gruppens medelvärde.',
  ].join('\n\n'),
  choices: [
    'Intervallet är 95 %, efter normalfördelningen.',
    'Rader utan utfall är med i ingen analys och redovisas som `leftOut`.',
    'Minst två deltagare och två jämförda.',
  ],
  notWhen: [
    'När något annat än slumpen avgjorde vem som fick insatsen. Då är skillnaden till stor del vilka de var: i LaLondes data om ett amerikanskt arbetsprogram är den −8 498 dollar där sanningen är 1 794.',
  ],
  sources: [
    'MacKinnon, J. G. & White, H. (1985). Some heteroskedasticity-consistent covariance matrix estimators with improved finite sample properties. Journal of Econometrics 29, 305–325.',
    'R-paketet sandwich, vcovHC(type = "HC1").',
  ],
  command: 'utfall calculate effect --file hushåll.csv --treated insats --outcome månader --method difference',
  picture: {
    caption:
      'Skillnaden mellan medelvärdena är fyra gånger så stor som effekten, för att grupperna skilde sig redan före. Använd en metod som tar hänsyn till det.',
    chart: differencePicture,
  },
  situations: [
    {
      title: 'Deltagarna hade tre månader mindre, men de var också yngre',
      given: participants,
      find: findEffect('difference'),
      expected: { columns: effectColumns, rows: [[-3.08571428571428, 1.43526919692387]] },
    },
    {
      title: 'Har alla samma utfall är effekten noll och osäkerheten ingen',
      given: {
        columns: ['insats', 'månader'],
        rows: [
          [1, 6],
          [1, 6],
          [0, 6],
          [0, 6],
        ],
      },
      find: findEffect('difference'),
      expected: { columns: effectColumns, rows: [[0, 0]] },
    },
    {
      title: 'En enda deltagare säger inget om spridningen',
      given: {
        columns: ['insats', 'månader'],
        rows: [
          [1, 2],
          [0, 6],
          [0, 7],
        ],
      },
      find: findEffect('difference'),
      expected: { refused: 'too-few' },
    },
  ],
}
