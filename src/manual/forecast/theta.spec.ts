import { forecastMean } from '../../calculations/forecast/forecast-mean.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { thetaPicture } from '../pictures/theta.ts'

export const thetaSpec: Spec = {
  id: 'theta',
  family: 'forecast',
  title: 'Theta: jämnad nivå med halva lutningen',
  answers: 'Vart är serien på väg, utan att lita mer på dess trend än den förtjänar?',
  definition: [
    'Om säsongen syns, $|r_m| > 1{,}645\\sqrt{(1+2\\sum_{i<m} r_i^2)/n}$, divideras den bort genom klassisk uppdelning.',
    'Serien jämnas exponentiellt, $l_t = l_{t-1} + \\alpha(y_t - l_{t-1})$, med det $\\alpha$ och det $l_0$ som ger minst kvadratsumma. Lutningen $b$ är den räta linjens genom hela serien, och prognosen',
    '$$\\hat y_{n+h} = l_n + \\tfrac{b}{2}\\left(h - 1 + \\frac{1-(1-\\alpha)^n}{\\alpha}\\right),$$',
    'gånger månadens säsongsfaktor.',
  ].join('\n\n'),
  choices: [
    'Säsong kräver mer än två hela säsonger. Är något värde under noll dras säsongen ifrån i stället.',
    'En serie som aldrig varit under noll får ingen prognos under noll.',
    'Högst sex värden: den första nivån är det första värdet.',
  ],
  notWhen: [
    'När nivån har ändrats av en reform eller ett nytt sätt att räkna: ange brottet, annars tas språnget för en trend.',
    'Som enda prognos: medianen av fyra metoder har mindre fel.',
  ],
  sources: [
    'Assimakopoulos, V. & Nikolopoulos, K. (2000). The theta model. International Journal of Forecasting 16.',
    'Hyndman, R. J. & Billah, B. (2003). Unmasking the Theta method. International Journal of Forecasting 19.',
    'R 4.2.2, forecast 8.20: thetaf. Talen i exemplen är dess.',
  ],
  command: 'utfall calculate forecast --file serier.csv --id kommun --values värden --method theta',
  picture: {
    caption: 'Språnget tas för en trend, och prognosen fortsätter uppåt. Ange brottet med `--breaks`.',
    chart: thetaPicture,
  },
  situations: [
    {
      title: 'Kvartal med säsong och svag ökning',
      given: table([12, 15, 9, 20, 14, 17, 11, 23, 15, 19, 12, 26, 18, 20, 13, 27, 19, 23, 15, 30]),
      find: next(4, 4),
      expected: ahead([20.32153, 23.95174, 14.89085, 31.30503]),
    },
    {
      title: 'Tio år: halva lutningen läggs till',
      given: table([31, 28, 35, 33, 40, 38, 36, 44, 43, 47]),
      find: next(3, 1),
      expected: ahead([46.99885, 47.91097, 48.82309]),
    },
    {
      title: 'Ett värde säger bara sig självt',
      given: table([8]),
      find: next(2, 12),
      expected: ahead([8, 8]),
    },
    {
      title: 'Bara nollor ger noll',
      given: table([0, 0, 0, 0]),
      find: next(2, 12),
      expected: ahead([0, 0]),
    },
    {
      title: 'Noll steg framåt är ingen prognos',
      given: table([8, 9]),
      find: next(0, 12),
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

/** To five decimals, which the search for α bears in any order of its arithmetic. */
function next(horizon: number, season: number): (given: SpecTable) => SpecTable {
  return (given) => {
    const mean = forecastMean(numbersOf(given, 'värde'), { method: 'theta', horizon, season })
    return ahead(Array.from(mean, (value) => Number(value.toFixed(5))))
  }
}
