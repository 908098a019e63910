import { nobody, scoresOf } from '../../calculations/forecast/conformal.ts'
import { halfWidths } from '../../calculations/forecast/conformal-widths.ts'
import { issueForecast } from '../../calculations/forecast/intervals.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { conformalIntervalsPicture } from '../pictures/conformal-intervals.ts'

export const conformalIntervalsSpec: Spec = {
  id: 'conformal-intervals',
  family: 'forecast',
  title: 'Prognosintervall ur gamla prognosfel',
  answers: 'Hur säker är prognosen? Mellan vilka tal hamnar utfallet i 80 eller 90 fall av 100?',
  definition: [
    'Metoden görs om från äldre startpunkter, och felen mäts i seriens egen skala: $s = |a - f| / \\text{skala}$. Skalan är den vägda medelförändringen $|x_t - x_{t-12}|$, där ett år tillbaka väger hälften så mycket.',
    'Av $n$ fel för samma antal månader framåt tas det $\\lceil (n+1)(1-\\alpha) \\rceil$:e minsta, $q_h$. Intervallet är $f_h \\pm q_h \\cdot \\text{skala}$. Är det nya felet utbytbart mot de gamla täcker det minst $1-\\alpha$.',
    'Felen från serierna i samma fil läggs samman. En summa, som årets, har egna fel: månadernas gränser läggs aldrig ihop.',
  ].join('\n\n'),
  choices: [
    'Startpunkterna ligger tre månader isär och har minst 24 månader bakom sig: tolv för en ensam serie, en för var och en när serierna är fler än sextio.',
    'Prognoser från närliggande startpunkter delar månader och väger tillsammans 1 + (k − 1)·min(1, 3/h).',
    'Finns färre än hundra fel fyller vanliga fel från 600 offentliga serier (M3) ut till hundra. En kort serie får så ett intervall, men inte ett eget.',
    'Bredden minskar inte längre fram: kvantilerna jämnas till en följd som inte faller (minsta kvadrat).',
    'Är inget värde i serien under noll går varken prognosen eller intervallet under noll.',
  ],
  notWhen: [
    'Som skydd mot det som aldrig har hänt: en reform eller en kris som drabbar alla serier samtidigt ryms inte i gamla fel. Anmäl kända nivåskiften med --breaks.',
    'För en serie som hittills varit konstant: intervallet saknar bredd, eftersom inget i serien visar hur den kan ändras.',
    'När serierna i filen inte liknar varandra. Kör dem då var för sig.',
  ],
  sources: [
    'Vovk, V., Gammerman, A. & Shafer, G. (2005). Algorithmic Learning in a Random World.',
    'Lei, J. m.fl. (2018). Distribution-free predictive inference for regression. JASA 113.',
    'Barber, R. F. m.fl. (2023). Conformal prediction beyond exchangeability. Annals of Statistics 51.',
  ],
  command: 'utfall calculate forecast --file serier.csv --date månad --value hushåll --levels 80,90',
  picture: {
    caption:
      'När alla kommuner drabbas samtidigt hamnar alla utanför: gamla fel säger inget om det som aldrig har hänt. Räkna därför också på en kris som ett eget fall.',
    chart: conformalIntervalsPicture,
  },
  situations: [
    {
      title: 'Nio fel: 80 procent täcks av det åttonde, 90 av det nionde',
      given: { columns: ['fel'], rows: [[1.2], [0.3], [0.9], [2.5], [0.1], [1.6], [0.5], [0.7], [2.1]] },
      find: (table) => quantiles(table, [0.5, 0.8, 0.9]),
      expected: {
        columns: ['nivå', 'halv bredd'],
        rows: [
          [0.5, 0.9],
          [0.8, 2.1],
          [0.9, 2.5],
        ],
      },
    },
    {
      title: 'För få fel för nivån ger det största: smalare än vad nivån begär',
      given: { columns: ['fel'], rows: [[1.2], [0.3], [0.9]] },
      find: (table) => quantiles(table, [0.5, 0.9]),
      expected: {
        columns: ['nivå', 'halv bredd'],
        rows: [
          [0.5, 0.9],
          [0.9, 1.2],
        ],
      },
    },
    {
      title: 'Ett enda känt värde säger inget om spridningen',
      given: { columns: ['värde'], rows: [[512], [null]] },
      find: (table) => {
        issueForecast(
          { values: numbersOf(table, 'värde'), breaks: [] },
          { method: 'seasonal-naive', horizon: 12, season: 12 },
          12,
        )
        return table
      },
      expected: { refused: 'too-short' },
    },
  ],
}

const asScores = (sizes: ArrayLike<number>) =>
  scoresOf(Array.from(sizes, (size) => ({ size, weight: 1, owner: nobody })))

function quantiles(table: SpecTable, levels: number[]): SpecTable {
  const scores = asScores(numbersOf(table, 'fel'))
  return { columns: ['nivå', 'halv bredd'], rows: levels.map((level) => [level, halfWidths([scores], level)[0]!]) }
}
