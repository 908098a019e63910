import { kaplanMeier } from '../../calculations/survival/kaplan-meier.ts'
import { restrictedMean } from '../../calculations/survival/restricted-mean.ts'
import { tablesByGroup } from '../../calculations/survival/risk-table.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { followUpIn } from './survival-table.ts'
import { restrictedMeanPicture } from '../pictures/restricted-mean.ts'

export const restrictedMeanSpec: Spec = {
  id: 'restricted-mean',
  family: 'survival',
  title: 'Medeltid inom en gräns',
  answers:
    'Hur många månader med bistånd blir det i medeltal inom till exempel två år, när en del perioder ännu pågår?',
  definition: [
    '$\\mu(\\tau) = \\int_0^\\tau S(t)\\thinspace dt$: ytan under Kaplan–Meier-kurvan till gränsen $\\tau$.',
    '$\\mathrm{Var}\\thinspace \\mu = \\sum_{t_i \\le \\tau} A_i^2\\thinspace d_i/(n_i(n_i-d_i))$, där $A_i$ är ytan från $t_i$ till $\\tau$.',
  ].join('\n\n'),
  choices: [
    'Utan angiven gräns är den den längsta tiden i filen, lika för alla grupper. Den står i svaret.',
    'Bortom den sista tiden hålls kurvan vid sitt sista värde.',
  ],
  notWhen: [
    'Med en gräns långt bortom uppföljningen: då bestäms talet av den sista, osäkra andelen.',
    'Mellan grupper med olika gräns. Ge en gemensam.',
  ],
  sources: [
    'Irwin, J. O. (1949). The standard error of an estimate of expectation of life. Journal of Hygiene 47.',
    'Royston, P. & Parmar, M. K. B. (2013). Restricted mean survival time. BMC Medical Research Methodology 13.',
    'R-paketet survival, print.survfit(rmean = …).',
  ],
  command: 'utfall calculate survival --file perioder.csv --time månader --event avslutad --horizon 24',
  picture: {
    caption:
      'Efter sista månaden som någon följts fortsätter den heldragna linjen rakt uppåt, eftersom den sista andelen antas bestå. Sätt gränsen inom uppföljningen.',
    chart: restrictedMeanPicture,
  },
  situations: [
    {
      title: 'Ytan under kurvan till gränsen, här mellan två avslut',
      given: rowsOf(6.5, [2, 1], [4, 1], [5, 0], [6, 1], [6, 1], [7, 0]),
      find: meanOf,
      expected: { columns: ['medeltid', 'medelfel'], rows: [[5.111111111111112, 0.659685671502107]] },
    },
    {
      title: 'En gräns före det första avslutet: alla är kvar hela tiden',
      given: rowsOf(1, [2, 1], [4, 1]),
      find: meanOf,
      expected: { columns: ['medeltid', 'medelfel'], rows: [[1, 0]] },
    },
    {
      title: 'Utan rader finns ingen medeltid',
      given: rowsOf(1),
      find: meanOf,
      expected: { refused: 'no-rows' },
    },
  ],
}

function rowsOf(horizon: number, ...rows: [number, number][]): SpecTable {
  return { columns: ['tid', 'avslut', 'gräns'], rows: rows.map((row) => [...row, horizon]) }
}

function meanOf(given: SpecTable): SpecTable {
  const curve = kaplanMeier(tablesByGroup(followUpIn(given))[0]!)
  const { mean, standardError } = restrictedMean(curve, numbersOf(given, 'gräns')[0]!)
  return { columns: ['medeltid', 'medelfel'], rows: [[mean, standardError]] }
}
