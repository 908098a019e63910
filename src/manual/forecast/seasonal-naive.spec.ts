import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { forecastMean } from '../../calculations/forecast/forecast-mean.ts'
import { seasonalNaivePicture } from '../pictures/seasonal-naive.ts'

export const seasonalNaiveSpec: Spec = {
  id: 'seasonal-naive',
  family: 'forecast',
  title: 'Samma månad i fjol',
  answers: 'Vad blir det om nästa år blir som det senaste? Måttstocken som varje annan prognos ska slå.',
  definition:
    'Prognosen för en månad är värdet samma månad det senaste året: $\\hat y_{n+h} = y_{n+h-m\\lceil h/m \\rceil}$ med säsongslängden $m$ (12 för månader).',
  choices: [
    'En månad som saknas får värdet från det senaste år då den är känd. Saknas den alla år tas den från grannmånaderna.',
    'Är serien kortare än en säsong upprepas det senaste värdet.',
  ],
  notWhen: [
    'När nivån ändras: prognosen ligger alltid ett år efter. Välj medianen av fyra metoder.',
    'När nivån nyss har ändrats av en reform: ange brottet med --breaks.',
  ],
  sources: [
    'Hyndman, R. J. & Athanasopoulos, G. (2021). Forecasting: Principles and Practice, avsnitt 5.2. R: snaive.',
  ],
  command: 'utfall calculate forecast --file serier.csv --id kommun --values värden --method seasonal-naive',
  picture: {
    caption:
      'Efter nivåskiftet upprepar prognosen det som var före det, tills ett år har gått. Ange brottet med `--breaks`, eller välj medianen av fyra metoder.',
    chart: seasonalNaivePicture,
  },
  situations: [
    {
      title: 'Kvartalen upprepas år efter år',
      given: quarters([12, 15, 9, 20, 14, 17, 11, 23]),
      find: nextQuarters(5),
      expected: ahead([14, 17, 11, 23, 14]),
    },
    {
      title: 'Ett kvartal som saknas tas från året före',
      given: quarters([12, 15, 9, 20, 14, 17, null, 23]),
      find: nextQuarters(4),
      expected: ahead([14, 17, 9, 23]),
    },
    {
      title: 'Saknas de sista kvartalen börjar prognosen efter dem',
      given: quarters([12, 15, 9, 20, 14, 17, null, null]),
      find: nextQuarters(2),
      expected: ahead([14, 17]),
    },
    {
      title: 'Mindre än ett år: det senaste värdet',
      given: quarters([12, 15, 9]),
      find: nextQuarters(2),
      expected: ahead([9, 9]),
    },
    {
      title: 'En serie utan ett enda känt värde får ingen prognos',
      given: quarters([null, null]),
      find: nextQuarters(2),
      expected: { refused: 'too-short' },
    },
  ],
}

function quarters(values: (number | null)[]): SpecTable {
  return { columns: ['kvartal', 'värde'], rows: values.map((value, at) => [at + 1, value]) }
}

function ahead(values: number[]): SpecTable {
  return { columns: ['kvartal framåt', 'prognos'], rows: values.map((value, at) => [at + 1, value]) }
}

function nextQuarters(horizon: number): (given: SpecTable) => SpecTable {
  return (given) =>
    ahead([...forecastMean(numbersOf(given, 'värde'), { method: 'seasonal-naive', horizon, season: 4 })])
}
