import { bestEts } from '../../calculations/forecast/ets.ts'
import { nameOf } from '../../calculations/forecast/ets-model.ts'
import { forecastMean } from '../../calculations/forecast/forecast-mean.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { etsPicture } from '../pictures/ets.ts'

export const etsSpec: Spec = {
  id: 'ets',
  family: 'forecast',
  title: 'Exponentiell utjämning med automatiskt val av modell (ETS)',
  answers: 'Vilken nivå, trend och säsong har serien nu, och vart leder de om de får fortsätta?',
  definition: [
    'Nivån $l$, lutningen $b$ och säsongen $s$ rättas efter varje fel. Additivt: $\\hat y_t = l_{t-1} + \\varphi b_{t-1} + s_{t-m}$, $l_t = l_{t-1} + \\varphi b_{t-1} + \\alpha e_t$, $b_t = \\varphi b_{t-1} + \\beta e_t$, $s_t = s_{t-m} + \\gamma e_t$. Felet och säsongen kan också vara faktorer.',
    'Femton modeller prövas: fel additivt (A) eller multiplikativt (M), trend ingen (N), additiv (A) eller dämpad (Ad), säsong ingen, additiv eller multiplikativ, utom additivt fel med multiplikativ säsong. Den med minst $\\mathrm{AICc} = -2\\log L + 2k + \\frac{2k(k+1)}{n-k-1}$ väljs.',
  ].join('\n\n'),
  choices: [
    '$0{,}0001 \\le \\beta \\le \\alpha \\le 0{,}9999$, $\\gamma \\le 1 - \\alpha$, $0{,}8 \\le \\varphi \\le 0{,}98$, och gamla värdens vikt ska klinga av.',
    'Sökningen (Nelder–Mead) får 2 000 försök per modell och börjar där R:s börjar.',
    'Med ett värde som är noll eller mindre prövas bara additiva modeller. Med högst sex värden finns inget att välja på: enkel utjämning.',
    'Vid multiplikativ säsong och dämpad trend tas det första steget odämpat, som R gör.',
  ],
  notWhen: [
    'När nivån nyss har ändrats: ange brottet. Modellen tar det annars för en trend eller för mycket rörliga värden.',
    'För att förklara: modellen säger inte varför det ökar. Dela upp i inflöde, utflöde och pris (kohortmodellen).',
    'När serien är kortare än två år: säsongen syns inte.',
  ],
  sources: [
    'Hyndman, R. J., Koehler, A. B., Snyder, R. D. & Grose, S. (2002). A state space framework for automatic forecasting. International Journal of Forecasting 18.',
    'Hyndman, R. J., Koehler, A. B., Ord, J. K. & Snyder, R. D. (2008). Forecasting with Exponential Smoothing. Springer.',
    'R 4.2.2, forecast 8.20: ets. Talen i exemplen är dess.',
  ],
  command: 'utfall calculate forecast --file serier.csv --id kommun --values värden --method ets',
  picture: {
    caption:
      'På mindre än två år syns ingen säsong, och prognosen blir en rak linje. Vänta med månadsprognosen, eller visa bara årets summa.',
    chart: etsPicture,
  },
  situations: [
    {
      title: 'Säsong i faktorer och en trend: ETS(M,A,M)',
      given: table([12, 15, 9, 20, 14, 17, 11, 23, 15, 19, 12, 26, 18, 20, 13, 27, 19, 23, 15, 30]),
      find: next(4, 4),
      expected: ahead('ETS(M,A,M)', [20.7833, 24.9392, 15.6994, 33.0456]),
    },
    {
      title: 'Med elva kvartal bär serien ingen säsong: ETS(A,N,N)',
      given: table([12, 15, 9, 20, 14, 17, 11, 23, 15, 19, 12]),
      find: next(2, 4),
      expected: ahead('ETS(A,N,N)', [15.1811, 15.1811]),
    },
    {
      title: 'Små antal med nollor får additivt fel',
      given: table([0, 2, 1, 0, 3, 0, 1, 1, 0, 2, 0, 0, 4, 1, 0, 2, 1, 0, 0, 3, 1, 2, 0, 1, 0, 2]),
      find: next(1, 12),
      expected: ahead('ETS(A,N,N)', [1.0385]),
    },
    {
      title: 'Ett oändligt värde är inget värde',
      given: table([1, Infinity, 2]),
      find: next(1, 12),
      expected: { refused: 'bad-value' },
    },
  ],
}

function table(values: number[]): SpecTable {
  return { columns: ['tid', 'värde'], rows: values.map((value, at) => [at + 1, value]) }
}

function ahead(model: string, values: number[]): SpecTable {
  return { columns: ['modell', 'steg', 'prognos'], rows: values.map((value, at) => [model, at + 1, value]) }
}

/** To four decimals, which the search for the parameters bears in any order of its arithmetic. */
function next(horizon: number, season: number): (given: SpecTable) => SpecTable {
  return (given) => {
    const values = numbersOf(given, 'värde')
    const mean = forecastMean(values, { method: 'ets', horizon, season })
    return ahead(
      nameOf(bestEts(values, season)!.model),
      Array.from(mean, (value) => Number(value.toFixed(4))),
    )
  }
}
