import { pastForecasts, rollingOrigins } from '../../calculations/forecast/backtest.ts'
import { knownOn } from '../../calculations/forecast/vintages.ts'
import { budgetYearOf, linearYear, pastYears } from '../../calculations/forecast/year-total.ts'
import type { Day } from '../../values/day.ts'
import { month, monthFromIndex, monthIndex } from '../../values/month.ts'
import { numbersOf, type Spec, type SpecTable, textsOf } from '../spec.ts'
import { backtestPicture } from '../pictures/backtest.ts'

const threeYears: SpecTable = {
  columns: ['månad', 'hushåll'],
  rows: Array.from({ length: 36 }, (_, at) => [
    monthFromIndex(2021 * 12 + at),
    // Ten more every year, and more in winter.
    500 + 10 * Math.floor(at / 12) + (at % 12 < 6 ? 20 : 0),
  ]),
}

export const backtestSpec: Spec = {
  id: 'backtest',
  family: 'forecast',
  title: 'Hur metoden hade gått förr',
  answers:
    'Hade prognosen varit bra om den gjorts förr, med bara det som då var känt? Är den bättre än egna tumregler?',
  definition: [
    'Prognosen görs om från rullande startpunkter, var och en med minst två hela år bakom sig, och jämförs med vad som kom. Bara värden som var publicerade vid startpunkten används; ett reviderat värde gäller från dagen det kom.',
    'Årets summa är det kända plus prognosen för resten, och ställs bredvid den linjära regeln: de $m$ första månaderna gånger $12/m$.',
  ].join('\n\n'),
  choices: [
    'Månader efter ett nivåskifte som inte var känt vid startpunkten bedöms inte.',
    'Ett tidigare år bedöms när alla dess månader är kända och två hela år ligger före.',
    'Jämförelsen är att upprepa förra året (säsongsnaiv). Täckningen får ett intervall med blockbootstrap (999 dragningar, frö 1) när startpunkterna räcker till två block.',
  ],
  notWhen: [
    'För att välja den metod som gick bäst på en enda serie: det är oftast slump. Behåll medianen av flera.',
    'På reviderade värden som om de varit kända från början: prognosen ser då bättre ut än den kunde ha varit.',
    'Serier på två år eller mindre har inga startpunkter.',
  ],
  sources: [
    'Tashman, L. J. (2000). Out-of-sample tests of forecasting accuracy. IJF 16.',
    'Croushore, D. & Stark, T. (2001). A real-time data set for macroeconomists. Journal of Econometrics 105.',
    'Politis, D. N. & Romano, J. P. (1992). A circular block-resampling procedure for stationary data.',
  ],
  command: 'utfall calculate forecast --file serie.csv --date månad --value hushåll',
  picture: {
    caption:
      'De senaste månaderna publiceras för låga och rättas sedan. Prövas metoden på de rättade värdena ser den mycket bättre ut än den var: pröva på det som var känt då.',
    chart: backtestPicture,
  },
  situations: [
    {
      title: 'Startpunkterna går bakåt från den sista vars hela prognos har utfall, men lämnar två år',
      given: { columns: ['månader'], rows: [[24], [30], [45]] },
      find: (table) => ({
        columns: ['månader', 'kända vid startpunkterna'],
        rows: Array.from(numbersOf(table, 'månader'), (length) => [
          length,
          rollingOrigins(length, { horizon: 12, season: 12, count: 12, step: 3 }).join(', '),
        ]),
      }),
      expected: {
        columns: ['månader', 'kända vid startpunkterna'],
        rows: [
          [24, ''],
          [30, '24'],
          [45, '24, 27, 30, 33'],
        ],
      },
    },
    {
      title: 'Det som var känt en dag: en sen månad saknas, en revidering gäller från sin dag',
      given: {
        columns: ['månad', 'publicerad', 'tkr'],
        rows: [
          ['2023-12', '2024-02-12', 28100],
          ['2024-01', '2024-03-11', 28883],
          ['2024-01', '2024-04-08', 28892],
        ],
      },
      find: (table) => ({
        columns: ['dag', 'december', 'januari'],
        rows: ['2024-03-10', '2024-03-11', '2024-04-08'].map((day) => [day, ...knownValues(table, day as Day)]),
      }),
      expected: {
        columns: ['dag', 'december', 'januari'],
        rows: [
          ['2024-03-10', 28100, null],
          ['2024-03-11', 28100, 28883],
          ['2024-04-08', 28100, 28892],
        ],
      },
    },
    {
      title: 'Årets summa efter fyra månader: den linjära regeln tror att vintern varar hela året',
      given: threeYears,
      find: (table) => {
        const values = numbersOf(table, 'hushåll')
        const options = { method: 'seasonal-naive', knownMonths: 4, atMost: 5 } as const
        return {
          columns: ['år', 'utfall', 'prognos', 'linjär regel'],
          rows: pastYears(values, firstMonthOf(table), options).map((each) => [
            each.year,
            each.actual,
            each.forecast,
            each.linear,
          ]),
        }
      },
      expected: { columns: ['år', 'utfall', 'prognos', 'linjär regel'], rows: [[2023, 6360, 6280, 6480]] },
    },
    {
      title: 'En månad som saknas gör att årets kända summa inte finns',
      given: {
        columns: ['månad', 'hushåll'],
        rows: [
          ['2024-01', 500],
          ['2024-02', null],
          ['2024-03', 510],
        ],
      },
      find: (table) => {
        const year = budgetYearOf(numbersOf(table, 'hushåll'), firstMonthOf(table))
        return { columns: ['linjär regel'], rows: [[year && linearYear(year)]] }
      },
      expected: { columns: ['linjär regel'], rows: [[null]] },
    },
    {
      title: 'En serie utan kända värden kan inte prövas',
      given: {
        columns: ['månad', 'hushåll'],
        rows: Array.from({ length: 30 }, (_, at) => [monthFromIndex(24000 + at), null]),
      },
      find: (table) => {
        const values = numbersOf(table, 'hushåll')
        const past = pastForecasts(values, [24], { method: 'seasonal-naive', horizon: 6, season: 12 })
        return { columns: ['prövade startpunkter'], rows: [[past.length]] }
      },
      expected: { columns: ['prövade startpunkter'], rows: [[0]] },
    },
  ],
}

const firstMonthOf = (table: SpecTable) => monthIndex(month(textsOf(table, 'månad')[0]!))

function knownValues(table: SpecTable, day: Day): (number | null)[] {
  const values = numbersOf(table, 'tkr')
  const published = textsOf(table, 'publicerad')
  const releases = textsOf(table, 'månad').map((text, row) => ({
    month: monthIndex(month(text)),
    published: published[row] as Day,
    value: values[row]!,
  }))
  const known = knownOn(releases, day)
  return [0, 1].map((at) => known?.values[at] ?? null)
}
