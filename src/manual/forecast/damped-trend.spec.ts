import { forecastMean } from '../../calculations/forecast/forecast-mean.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { dampedTrendPicture } from '../pictures/damped-trend.ts'

export const dampedTrendSpec: Spec = {
  id: 'damped-trend',
  family: 'forecast',
  title: 'Dämpad trend på den säsongsrensade serien',
  answers: 'Vart leder den senaste tidens utveckling, om den avtar i stället för att fortsätta för alltid?',
  definition: [
    'Serien delas med STL i säsong, trend och rest: lokal regression över elva år för varje månads egen serie, så att säsongen får ändras sakta.',
    'Den rensade serien jämnas med Holts metod med dämpad trend, $\\hat y_{n+h} = l_n + (\\varphi + \\varphi^2 + \\dots + \\varphi^h)\\thinspace b_n$, med parametrar av störst sannolikhet. Det senaste årets säsong läggs till.',
  ].join('\n\n'),
  choices: [
    '$0{,}8 \\le \\varphi \\le 0{,}98$: efter ett år är 7–79 % av lutningen kvar.',
    'Med högst två säsonger tas ingen säsong bort. Med högst nio värden finns ingen trend.',
    'En serie som aldrig varit under noll får ingen prognos under noll.',
    'Månader som saknas fylls längs grannmånadernas säsongsrensade värden (som R:s na.interp), aldrig med noll.',
    'Vid ett angivet brott används bara det som kommer efter det, om det är mer än två säsonger (och minst elva värden). Annars lyfts historien till den nya nivån: språnget i en regression på linje och månad, i procent om alla värden är över noll.',
  ],
  notWhen: [
    'Som enda prognos för korta serier: den följer de sista månaderna för nära.',
    'När säsongen växer med nivån: då är Theta och ETS, som räknar säsongen i procent, bättre.',
  ],
  sources: [
    'Gardner, E. S. & McKenzie, E. (1985). Forecasting trends in time series. Management Science 31.',
    'Cleveland, R. B., Cleveland, W. S., McRae, J. E. & Terpenning, I. (1990). STL. Journal of Official Statistics 6.',
    'R 4.2.2, forecast 8.20: stlf(etsmodel = "AAN", damped = TRUE). Talen i exemplen är dess.',
  ],
  command: 'utfall calculate forecast --file serier.csv --id kommun --values värden --method damped',
  picture: {
    caption:
      'De sista månadernas ökning skrivs fram i ett år, fast den var slump. Välj medianen av fyra metoder när serien är kort.',
    chart: dampedTrendPicture,
  },
  situations: [
    {
      title: 'Kvartal med säsong',
      given: table([12, 15, 9, 20, 14, 17, 11, 23, 15, 19, 12, 26, 18, 20, 13, 27, 19, 23, 15, 30]),
      find: next({ season: 4 }),
      expected: ahead([20.8356, 24.0969, 17.2147]),
    },
    {
      title: 'Tio år utan säsong: lutningen avtar för varje steg',
      given: table([31, 28, 35, 33, 40, 38, 36, 44, 43, 47]),
      find: next({ season: 1 }),
      expected: ahead([46.831, 48.3325, 49.7924]),
    },
    {
      title: 'Värden under noll går bra',
      given: table([-3, 4, -1, 6, -2, 5, 0, 7, -1, 6, 1, 8, 0, 7, 2, 9, 1, 8, 3, 10]),
      find: next({ season: 4 }),
      expected: ahead([1.9051, 8.9053, 3.9335]),
    },
    {
      title: 'Efter ett angivet brott för tre månader sedan är nivån den nya',
      given: table([20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 30, 30, 30]),
      find: next({ season: 12, breaks: [13] }),
      expected: ahead([30, 30, 30]),
    },
    {
      title: 'En säsong på mer än 24 värden går inte',
      given: table([31, 28, 35]),
      find: next({ season: 52 }),
      expected: { refused: 'bad-option' },
    },
  ],
}

function table(values: number[]): SpecTable {
  return { columns: ['tid', 'värde'], rows: values.map((value, at) => [at + 1, value]) }
}

function ahead(values: number[]): SpecTable {
  return { columns: ['steg', 'prognos'], rows: values.map((value, at) => [at + 1, value]) }
}

/** To four decimals, which the search for the parameters bears in any order of its arithmetic. */
function next(options: { season: number; breaks?: number[] }): (given: SpecTable) => SpecTable {
  return (given) => {
    const mean = forecastMean(numbersOf(given, 'värde'), { method: 'damped', horizon: 3, ...options })
    return ahead(Array.from(mean, (value) => Number(value.toFixed(4))))
  }
}
