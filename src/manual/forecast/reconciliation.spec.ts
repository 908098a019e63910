import { bottomUp, minimumTrace, proportional, type Hierarchy } from '../../calculations/forecast/reconciliation.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { reconciliationPicture } from '../pictures/reconciliation.ts'

/** One-step errors of ten months: the total, then the three groups. */
const errors = [
  [-2.1, -1.2, -1.5, 1.6],
  [4.7, 3.2, 3.4, -0.8],
  [-6.1, -1.8, -1.2, -0.1],
  [0.1, 0.5, 0.9, 1.9],
  [5.8, 3.8, 4.3, -0.5],
  [-2.6, -1.4, -0.6, 0.6],
  [-2.5, -0.2, -1.6, -0.9],
  [-4.7, -0.5, -2.5, -0.5],
  [-0.9, -0.9, -1.6, -0.7],
  [0.3, -0.2, 0.2, -0.1],
]

const given: SpecTable = {
  columns: ['serie', 'prognos'],
  rows: [
    ['alla', 100],
    ['ensamstående', 30],
    ['ensamstående med barn', 45],
    ['par', 20],
  ],
}

export const reconciliationSpec: Spec = {
  id: 'reconciliation',
  family: 'forecast',
  title: 'Prognoser som går ihop',
  answers:
    'Prognosen för alla hushåll och prognoserna för grupperna blir sällan samma summa. Hur får man dem att gå ihop?',
  definition: [
    '**Nedifrån**: totalen är summan av grupperna. **Proportionellt**: grupperna räknas om så att summan blir totalen.',
    "**MinT**: $\\tilde y = \\hat y - W C'(C W C')^{-1} C \\hat y$, där $C\\hat y$ är totalen minus summan och $W$ felens kovarians. Det som inte går ihop läggs där prognoserna är osäkrast.",
    '$W = \\lambda\\thinspace \\mathrm{diag}(\\hat\\Sigma) + (1-\\lambda)\\hat\\Sigma$, med $\\lambda = \\sum_{i \\ne j} \\hat V(r_{ij}) / \\sum_{i \\ne j} r_{ij}^2$, högst 1.',
  ].join('\n\n'),
  choices: [
    'Felen är de ett steg fram, med väntevärde noll.',
    'Totalen summeras sist, så att summan stämmer till sista siffran.',
  ],
  notWhen: [
    'MinT med några få månaders fel: då blir korrelationerna noll och bara felens storlek räknas.',
    'Proportionellt när någon grupp är negativ eller nära noll.',
    'När intervall ska gå ihop: summans intervall är inte summan av intervallen.',
  ],
  sources: [
    'Wickramasuriya, S., Athanasopoulos, G. & Hyndman, R. (2019). Optimal forecast reconciliation. JASA 114, 804–819.',
    'Schäfer, J. & Strimmer, K. (2005). A shrinkage approach to large-scale covariance matrix estimation. SAGMB 4.',
  ],
  picture: {
    caption:
      'Totalen är större än gruppernas summa, men proportionellt blir den negativa gruppen ännu mer negativ. Använd MinT, eller summera nedifrån.',
    chart: reconciliationPicture,
  },
  situations: [
    {
      title: 'Nedifrån',
      given,
      find: (table) => by(({ groups }) => bottomUp(groups), table),
      expected: table(95, 30, 45, 20),
    },
    {
      title: 'Proportionellt',
      given,
      find: (rows) => by(proportional, rows),
      expected: table(100, 31.578947368421, 47.3684210526316, 21.0526315789474),
    },
    {
      title: 'MinT: totalen är osäkrast och ändras mest',
      given,
      find: (rows) => by((hierarchy) => minimumTrace(hierarchy, matrixOf(errors)), rows),
      expected: table(97.4331818175236, 30.7575478669647, 46.1700810513741, 20.5055528991848),
    },
    {
      title: 'En enda månads fel säger inget om osäkerheten',
      given,
      find: (rows) => by((hierarchy) => minimumTrace(hierarchy, matrixOf(errors.slice(0, 1))), rows),
      expected: { refused: 'too-few' },
    },
  ],
}

const matrixOf = (rows: number[][]) => ({ rows: rows.length, columns: 4, values: Float64Array.from(rows.flat()) })

function table(...forecasts: number[]): SpecTable {
  return { columns: given.columns, rows: forecasts.map((forecast, row) => [given.rows[row]![0]!, forecast]) }
}

function by(method: (hierarchy: Hierarchy) => Hierarchy, rows: SpecTable): SpecTable {
  const [total, ...groups] = numbersOf(rows, 'prognos')
  const found = method({ total: total!, groups: Float64Array.from(groups) })
  return table(found.total, ...found.groups)
}
