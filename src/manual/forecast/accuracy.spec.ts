import {
  absoluteScaledError,
  bias,
  coverage,
  pinballLoss,
  rootMeanSquareError,
  scaledIntervalScore,
  seasonalScale,
  symmetricPercentageError,
} from '../../calculations/forecast/accuracy.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { accuracyPicture } from '../pictures/accuracy.ts'

export const accuracySpec: Spec = {
  id: 'forecast-accuracy',
  family: 'forecast',
  title: 'Mått på prognosfel',
  answers: 'Hur långt från utfallet hamnade prognosen, och höll intervallen vad de lovade?',
  definition: [
    'sMAPE är medelvärdet av $200\\thinspace |a-f| / (|a|+|f|)$ procent. MASE är medelvärdet av $|a-f|$ delat med seriens skala, medelvärdet av $|x_t - x_{t-12}|$ i de månader prognosen byggde på: under 1 är bättre än att upprepa förra året, som det brukade gå.',
    'RMSE är roten ur medelkvadratfelet. Bias är medelvärdet av $f - a$: över noll när prognosen låg för högt.',
    'Pinball för kvantilen $p$ är $p(a-f)$ när utfallet ligger över och $(1-p)(f-a)$ när det ligger under. MSIS är intervallets bredd plus $2/\\alpha$ gånger det som hamnar utanför, delat med skalan. Täckning är andelen utfall i intervallet, gränserna inräknade.',
  ].join('\n\n'),
  choices: [
    'Månader utan känt utfall räknas inte med.',
    'Noll som prognos för noll är inget fel i sMAPE.',
    'En serie kortare än ett år får förändringen från månaden före som skala.',
  ],
  notWhen: [
    'sMAPE för serier nära noll: ett fel på ett hushåll kan bli 200 procent. Använd MASE.',
    'Ett enda års fel som mått på metoden: läs det över många startpunkter.',
    'MASE för en konstant serie: skalan är noll och måttet saknas.',
  ],
  sources: [
    'Hyndman, R. J. & Koehler, A. B. (2006). International Journal of Forecasting 22, 679–688.',
    'Makridakis, S., Spiliotis, E. & Assimakopoulos, V. (2020). The M4 Competition. IJF 36.',
    'Gneiting, T. & Raftery, A. E. (2007). Strictly proper scoring rules. JASA 102.',
  ],
  picture: {
    caption: 'Samma lilla fel ger allt större procent ju närmare noll serien är. Använd MASE för små serier.',
    chart: accuracyPicture,
  },
  situations: [
    {
      title: 'Tre kända månader och en utan utfall, skala 5',
      given: {
        columns: ['utfall', 'prognos', 'från', 'till'],
        rows: [
          [100, 110, 95, 125],
          [120, 120, 105, 135],
          [150, 130, 115, 145],
          [null, 125, 110, 140],
        ],
      },
      find: errorsOf,
      expected: {
        columns: ['mått', 'värde'],
        rows: [
          ['sMAPE', (1000 / 105 + 2000 / 140) / 3],
          ['MASE', 2],
          ['RMSE', Math.sqrt(500 / 3)],
          ['bias', -10 / 3],
          ['pinball 0,9', (0.1 * 10 + 0.9 * 20) / 3],
          ['MSIS 90', (30 + (20 * 5) / 3) / 5],
          ['täckning', 2 / 3],
        ],
      },
    },
    {
      title: 'Skalan är förändringen från samma månad förra året, här med fyra värden per år',
      given: { columns: ['värde'], rows: [[10], [20], [30], [40], [13], [19], [null], [46]] },
      find: (table) => ({ columns: ['skala'], rows: [[seasonalScale(numbersOf(table, 'värde'), 4)]] }),
      expected: { columns: ['skala'], rows: [[10 / 3]] },
    },
    {
      title: 'En konstant serie har skalan noll, och MASE saknas',
      given: { columns: ['värde'], rows: [[7], [7], [7]] },
      find: (table) => {
        const scale = seasonalScale(numbersOf(table, 'värde'), 12)
        return { columns: ['skala', 'MASE'], rows: [[scale, absoluteScaledError([8], [7], scale)]] }
      },
      expected: { columns: ['skala', 'MASE'], rows: [[0, null]] },
    },
  ],
}

function errorsOf(table: SpecTable): SpecTable {
  const [actual, forecast] = [numbersOf(table, 'utfall'), numbersOf(table, 'prognos')]
  const band = { lower: numbersOf(table, 'från'), upper: numbersOf(table, 'till') }
  return {
    columns: ['mått', 'värde'],
    rows: [
      ['sMAPE', symmetricPercentageError(actual, forecast)],
      ['MASE', absoluteScaledError(actual, forecast, 5)],
      ['RMSE', rootMeanSquareError(actual, forecast)],
      ['bias', bias(actual, forecast)],
      ['pinball 0,9', pinballLoss(actual, forecast, 0.9)],
      ['MSIS 90', scaledIntervalScore(actual, band, 0.9, 5)],
      ['täckning', coverage(actual, band)],
    ],
  }
}
