import { kaplanMeier } from '../../calculations/survival/kaplan-meier.ts'
import { tablesByGroup } from '../../calculations/survival/risk-table.ts'
import { survivalQuantile } from '../../calculations/survival/survival-quantile.ts'
import type { Spec, SpecTable } from '../spec.ts'
import { followUpIn, orNull } from './survival-table.ts'
import { kaplanMeierPicture } from '../pictures/kaplan-meier.ts'

export const kaplanMeierSpec: Spec = {
  id: 'kaplan-meier',
  family: 'survival',
  title: 'Kaplan–Meier: andelen kvar över tid',
  answers:
    'Hur stor andel är kvar i bistånd efter 3, 6 eller 12 månader, och efter hur lång tid har hälften lämnat, när en del av perioderna ännu pågår?',
  definition: [
    '$S(t) = \\prod_{t_i \\le t} (1 - d_i/n_i)$, där $n_i$ är de som ännu följs strax före tiden $t_i$ och $d_i$ de som lämnar då. Den som slutar följas vid samma tid räknas med i $n_i$.',
    'Osäkerheten är Greenwoods: $\\mathrm{Var}\\thinspace S = S^2 \\sum d_i/(n_i(n_i-d_i))$. Intervallet är $S^{\\exp(\\pm 1{,}96\\thinspace \\sigma)}$ med $\\sigma = \\sqrt{\\sum d_i/(n_i(n_i-d_i))}/|\\log S|$, så att det håller sig mellan 0 och 1.',
    'Medianen är den första tiden då $S(t) \\le 1/2$; ligger kurvan platt vid precis en halv är den mitten av den platta biten. Dess intervall är där kurvans gränser korsar en halv.',
  ].join('\n\n'),
  choices: [
    'Intervallen är 95-procentiga.',
    'Tider som skiljer mindre än 1,5·10⁻⁸ är samma tid.',
    'Där ingen har lämnat, och där ingen är kvar, finns inget intervall.',
    'Den som började följas sent räknas bland de följda först efter sitt inträde.',
  ],
  notWhen: [
    'När avslutade perioder räknas ensamma: de korta blir färdiga först, och kurvan faller för snabbt. Ta med de pågående.',
    'För en orsak till avslut i taget med de andra som ”pågående”: använd konkurrerande avslut.',
    'När de som slutar följas skiljer sig från de andra, till exempel flyttar just för att de får arbete.',
    'Som bevis för en insats: grupper som inte är lottade skiljer sig även utan insatsen.',
  ],
  sources: [
    'Kaplan, E. L. & Meier, P. (1958). Nonparametric estimation from incomplete observations. JASA 53.',
    'Kalbfleisch, J. D. & Prentice, R. L. (1980). The Statistical Analysis of Failure Time Data.',
    'Brookmeyer, R. & Crowley, J. (1982). A confidence interval for the median survival time. Biometrics 38.',
    'R-paketet survival, survfit(conf.type = "log-log") och quantile.survfit.',
  ],
  command: 'utfall calculate survival --file perioder.csv --time månader --event avslutad --group enhet',
  picture: {
    caption:
      'Bara den heldragna kurvan är rätt. Med bara avslutade perioder, eller med pågående räknade som avslutade, faller kurvan för fort; med perioder vars början är okänd faller den för långsamt.',
    chart: kaplanMeierPicture,
  },
  situations: [
    {
      title: 'Den som slutar följas håller kvar sin plats bland de följda till dess',
      given: rowsOf([1, 1], [2, 0], [3, 1], [4, 0]),
      find: curveOf,
      expected: {
        columns: ['tid', 'följda', 'lämnar', 'andel kvar', 'medelfel', 'lägst', 'högst'],
        rows: [
          [1, 4, 1, 0.75, 0.21650635094611, 0.1279469175951459, 0.960548642285078],
          [2, 3, 0, 0.75, 0.21650635094611, 0.1279469175951459, 0.960548642285078],
          [3, 2, 1, 0.375, 0.286410980934737, 0.0109711215748446, 0.808001072481343],
          [4, 1, 0, 0.375, 0.286410980934737, 0.0109711215748446, 0.808001072481343],
        ],
      },
    },
    {
      title: 'När den sista lämnar är andelen 0, och osäkerheten är inte definierad',
      given: rowsOf([2, 1]),
      find: curveOf,
      expected: {
        columns: ['tid', 'följda', 'lämnar', 'andel kvar', 'medelfel', 'lägst', 'högst'],
        rows: [[2, 1, 1, 0, null, null, null]],
      },
    },
    {
      title: 'Kurvan ligger platt vid precis hälften: medianen är mitten',
      given: rowsOf([1, 1], [2, 1], [3, 1], [4, 1]),
      find: medianOf,
      expected: { columns: ['median', 'lägst', 'högst'], rows: [[2.5, 1, null]] },
    },
    {
      title: 'Färre än hälften har lämnat: det finns ingen median',
      given: rowsOf([1, 1], [2, 0], [3, 0], [4, 0]),
      find: medianOf,
      expected: { columns: ['median', 'lägst', 'högst'], rows: [[null, 1, null]] },
    },
    {
      title: 'Ett inträde som inte är före avslutet är ett fel i underlaget',
      given: { columns: ['tid', 'avslut', 'inträde'], rows: [[4, 1, 4]] },
      find: curveOf,
      expected: { refused: 'bad-value' },
    },
  ],
}

function rowsOf(...rows: [number, number][]): SpecTable {
  return { columns: ['tid', 'avslut'], rows }
}

function curveOf(given: SpecTable): SpecTable {
  const curve = kaplanMeier(tablesByGroup(followUpIn(given))[0]!)
  const uncertain = (at: number) => [curve.standardError[at]!, curve.lower[at]!, curve.upper[at]!].map(orNull)
  return {
    columns: ['tid', 'följda', 'lämnar', 'andel kvar', 'medelfel', 'lägst', 'högst'],
    rows: Array.from(curve.time, (time, at) => [
      time,
      curve.atRisk[at]!,
      curve.events[at]!,
      curve.survival[at]!,
      ...uncertain(at),
    ]),
  }
}

function medianOf(given: SpecTable): SpecTable {
  const { estimate, lower, upper } = survivalQuantile(kaplanMeier(tablesByGroup(followUpIn(given))[0]!), 0.5)
  return { columns: ['median', 'lägst', 'högst'], rows: [[estimate, lower, upper]] }
}
