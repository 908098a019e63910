import { combination } from '../../calculations/forecast/combination.ts'
import { forecastMean } from '../../calculations/forecast/forecast-mean.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { combinationPicture } from '../pictures/combination.ts'

const methods = ['seasonal-naive', 'theta', 'ets', 'damped'] as const

export const combinationSpec: Spec = {
  id: 'combination',
  family: 'forecast',
  title: 'Medianen av fyra metoder',
  answers: 'Vilken prognos ska en kommun ge när ingen enskild metod är bäst för alla serier?',
  definition:
    'För varje månad framåt medianen av samma månad i fjol, Theta, ETS och dämpad trend på STL: medelvärdet av de två i mitten.',
  choices: [
    'Alla fyra väger lika, och ingen vinnare väljs för en serie: det urvalet är självt osäkert.',
    'Medianen tas steg för steg. På 600 månadsserier ur M3-tävlingen är felet (sMAPE) 13,52 %, mot 13,83 för Theta, 14,20 för ETS, 14,99 för dämpad trend och 17,08 för samma månad i fjol. Thetametoden i tävlingen hade 13,79.',
  ],
  notWhen: [
    'Utan intervall: visa alltid hur fel prognosen brukar ha.',
    'När du vill veta vad ett beslut skulle ge: en prognos säger vad som händer om det går som förut. Använd kohortmodellen.',
  ],
  sources: [
    'Makridakis, S. & Hibon, M. (2000). The M3-Competition. International Journal of Forecasting 16.',
    'Petropoulos, F. & Svetunkov, I. (2020). A simple combination of univariate models. International Journal of Forecasting 36.',
  ],
  command: 'utfall calculate forecast --file serier.csv --id kommun --values värden --method median',
  picture: {
    caption:
      'Prognosen säger vad som händer om det går som förut. Vad ett beslut om inflödet gör räknas med kohortmodellen.',
    chart: combinationPicture,
  },
  situations: [
    {
      title: 'En metod som går vilse drar inte med sig de andra',
      given: {
        columns: ['steg', 'fjol', 'theta', 'ets', 'dämpad'],
        rows: [
          [1, 100, 104, 102, 900],
          [2, 90, 105, 101, -40],
        ],
      },
      find: medianOfColumns,
      expected: {
        columns: ['steg', 'median'],
        rows: [
          [1, 103],
          [2, 95.5],
        ],
      },
    },
    {
      title: 'Kvartal: de fyra metoderna och deras median',
      given: table([12, 15, 9, 20, 14, 17, 11, 23, 15, 19, 12, 26, 18, 20, 13, 27, 19, 23, 15, 30]),
      find: allMethods,
      expected: {
        columns: ['steg', 'fjol', 'theta', 'ets', 'dämpad', 'median'],
        rows: [
          [1, 19, 20.3215, 20.7833, 20.8356, 20.5524],
          [2, 23, 23.9517, 24.9392, 24.0969, 24.0243],
        ],
      },
    },
    {
      title: 'En serie som aldrig ändrats väntas inte ändras',
      given: table([7, 7, null, 7]),
      find: allMethods,
      expected: {
        columns: ['steg', 'fjol', 'theta', 'ets', 'dämpad', 'median'],
        rows: [
          [1, 7, 7, 7, 7, 7],
          [2, 7, 7, 7, 7, 7],
        ],
      },
    },
    {
      title: 'En tom serie får ingen prognos',
      given: table([]),
      find: allMethods,
      expected: { refused: 'too-short' },
    },
  ],
}

function table(values: (number | null)[]): SpecTable {
  return { columns: ['tid', 'värde'], rows: values.map((value, at) => [at + 1, value]) }
}

function medianOfColumns(given: SpecTable): SpecTable {
  const middle = combination(['fjol', 'theta', 'ets', 'dämpad'].map((column) => numbersOf(given, column)))
  return { columns: ['steg', 'median'], rows: Array.from(middle, (value, at) => [at + 1, value]) }
}

/** To four decimals, which the search for the parameters bears in any order of its arithmetic. */
function allMethods(given: SpecTable): SpecTable {
  const values = numbersOf(given, 'värde')
  const means = [...methods, 'median' as const].map((method) => forecastMean(values, { method, horizon: 2, season: 4 }))
  return {
    columns: ['steg', 'fjol', 'theta', 'ets', 'dämpad', 'median'],
    rows: [0, 1].map((step) => [step + 1, ...means.map((mean) => Number(mean[step]!.toFixed(4)))]),
  }
}
