import { attributeChange } from '../../calculations/forecast/cohort-model-attribution.ts'
import { projectCohort, steadyState } from '../../calculations/forecast/cohort-model.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { cohortModelPicture } from '../pictures/cohort-model.ts'

const start: SpecTable = {
  columns: ['månader i bistånd', 'hushåll', 'slutar per månad'],
  rows: [
    ['1', 40, 0.25],
    ['2', 30, 0.2],
    ['3', 22, 0.15],
    ['4', 17, 0.12],
    ['5 eller fler', 90, 0.05],
  ],
}

export const cohortModelSpec: Spec = {
  id: 'cohort-model',
  family: 'forecast',
  title: 'Bestånd, utflöde och inflöde (kohortmodellen)',
  answers:
    'Beror en förändring på att fler kommer, att färre slutar eller på priset? Vad händer om inflödet eller utflödet ändras?',
  definition: [
    'Hushållen delas efter hur många månader de har haft bistånd: $n_{t+1}(1) = \\lambda_t$ och $n_{t+1}(d+1) = n_t(d)(1-h_d)$. Den sista gruppen är öppen. Betalda hushåll är beståndet gånger andelen månader med utbetalning, $q$.',
    'Sannolikheten att sluta är $h_d = \\frac{e_d + m h_{band}}{r_d + m}$, med $e_d$ avslut av $r_d$ hushåll som var kvar och bandets $h_{band} = \\frac{e + 1/2}{r + 1}$.',
    'Förändringen i kronor delas på inflöde, utflöde och pris med Shapleyvärden: medelvärdet av vad varje orsak lägger till i alla ordningar. Delarna blir summan.',
  ].join('\n\n'),
  choices: [
    'Banden börjar vid 1, 2, 4, 7, 13 och 25 månader, och m = 25.',
    'Inflödet är medelvärdet av de 24 senaste månader vars starter är kända.',
    'Ett hushåll utan utbetalning de sista månaderna räknas efter sannolikheten att det inte har slutat.',
    'Simuleringen drar h ur Beta, inflödet ur negativ binomial och utflödet ur binomial, med angivet frö.',
  ],
  notWhen: [
    'Som prognos när inget ändras: då är det senaste värdet minst lika bra (3,01 mot 2,71 procents fel i 40 syntetiska år).',
    'Med simuleringens egna intervall: de är för smala (85 procent där de skulle vara 90). Kalibrera dem mot gamla prognoser.',
    'Som bevis för att en insats hade effekt: ett högre utflöde kan ha andra orsaker.',
  ],
  sources: [
    'Shapley, L. (1953). A value for n-person games.',
    'Egen referens: 40 syntetiska år, samt rekursionen i R.',
  ],
  picture: {
    caption:
      'Inflödet har nyss fallit, men modellen går vidare med medelvärdet av två år. Pröva flera inflöden, och använd medianen av fyra metoder som prognos.',
    chart: cohortModelPicture,
  },
  situations: [
    {
      title: 'Med 21,5 nya hushåll i månaden',
      given: start,
      find: (table) => stocks(table, 21.5),
      expected: {
        columns: ['månad', 'hushåll'],
        rows: [
          [1, 194.66],
          [2, 193.918],
          [3, 195.17535],
          ['till sist', 254.474],
        ],
      },
    },
    {
      title: 'Vad händer om inflödet minskar till 15',
      given: start,
      find: (table) => stocks(table, 15),
      expected: {
        columns: ['månad', 'hushåll'],
        rows: [
          [1, 188.16],
          [2, 182.543],
          [3, 179.90035],
          ['till sist', 177.54],
        ],
      },
    },
    {
      title: 'Färre nya och dyrare: delarna blir den hela förändringen',
      given: start,
      find: attribution,
      expected: {
        columns: ['orsak', 'kronor'],
        rows: [
          ['inflöde', -53300],
          ['utflöde', 0],
          ['pris', 76564],
          ['summa', 23264],
        ],
      },
    },
    {
      title: 'En sannolikhet över ett är ingen sannolikhet',
      given: { ...start, rows: [['1', 40, 1.25], ...start.rows.slice(1)] },
      find: (table) => stocks(table, 21.5),
      expected: { refused: 'bad-value' },
    },
  ],
}

const modelOf = (table: SpecTable, inflow: number, months: number) => ({
  start: numbersOf(table, 'hushåll'),
  hazard: numbersOf(table, 'slutar per månad'),
  inflow: new Float64Array(months).fill(inflow),
  activeShare: 1,
})

function stocks(table: SpecTable, inflow: number): SpecTable {
  const model = modelOf(table, inflow, 3)
  const rows = Array.from(projectCohort(model).stock, (households, month) => [month + 1, households])
  return { columns: ['månad', 'hushåll'], rows: [...rows, ['till sist', steadyState(model.hazard, inflow)]] }
}

function attribution(table: SpecTable): SpecTable {
  const priced = (inflow: number, cost: number) => ({
    ...modelOf(table, inflow, 1),
    costPerHousehold: Float64Array.of(cost),
  })
  const { inflow, exit, price, total } = attributeChange(priced(21.5, 8000), priced(15, 8400))
  return {
    columns: ['orsak', 'kronor'],
    rows: [
      ['inflöde', inflow],
      ['utflöde', exit],
      ['pris', price],
      ['summa', total],
    ],
  }
}
