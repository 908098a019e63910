import { logRank } from '../../calculations/survival/log-rank.ts'
import type { Spec, SpecTable } from '../spec.ts'
import { followUpIn } from './survival-table.ts'
import { logRankPicture } from '../pictures/log-rank.ts'

const columns = ['chi2', 'frihetsgrader', 'p']

export const logRankSpec: Spec = {
  id: 'log-rank',
  family: 'survival',
  title: 'Log-rank: lämnar grupperna olika fort?',
  answers: 'Är skillnaden mellan gruppernas kurvor större än vad slumpen ger?',
  definition: [
    'Vid varje tid jämförs hur många i gruppen som lämnar, $O$, med gruppens del av alla som följs, $E = d\\thinspace n_g/n$. Summan av $O - E$ mäts mot sin hypergeometriska varians, och ger $\\chi^2$ med antalet grupper minus en frihetsgrader.',
    'Med strata räknas $O$, $E$ och varians inom varje stratum och läggs ihop. Med $\\rho$ vägs varje tid med $S(t-)^\\rho$: 0 är log-rank, 1 är Petos test, som ger tidiga avslut större vikt.',
  ].join('\n\n'),
  choices: [
    '$\\rho = 0$ om inget annat sägs.',
    'En grupp utan väntade avslut är inte med, som i R.',
    'En rad utan stratum är med i kurvorna men inte i jämförelsen.',
  ],
  notWhen: [
    'När kurvorna korsar varandra: skillnaderna tar ut varandra. Jämför medeltiden inom en gräns.',
    'Som mått på hur stor skillnaden är. Ett litet p säger bara att den knappast är noll.',
    'Som effekt av en insats utan lottning: grupperna kan skilja sig från början.',
  ],
  sources: [
    'Mantel, N. (1966). Evaluation of survival data and two new rank order statistics. Cancer Chemotherapy Reports 50.',
    'Harrington, D. P. & Fleming, T. R. (1982). A class of rank test procedures. Biometrika 69.',
    'R-paketet survival, survdiff.',
  ],
  command:
    'utfall calculate survival --file perioder.csv --time månader --event avslutad --group enhet --strata hushållstyp',
  picture: {
    caption:
      'Den ena enheten hjälper många genast, den andra efter ett halvår. Skillnaderna tar ut varandra i testet: visa kurvorna och jämför medeltiden inom en gräns.',
    chart: logRankPicture,
  },
  situations: [
    {
      title: 'Två hushåll: det första avslutet är en slant, det andra är givet',
      given: rowsOf([1, 1, 'a'], [2, 1, 'b']),
      find: testOf,
      expected: { columns, rows: [[1, 1, 0.31731050786291415]] },
    },
    {
      title: 'Sent inträde: bara de som har börjat följas jämförs',
      given: {
        columns: ['tid', 'avslut', 'grupp', 'inträde'],
        rows: [
          [2, 1, 'a', 0],
          [3, 0, 'b', 0],
          [4, 1, 'a', 3],
          [5, 0, 'b', 3],
        ],
      },
      find: testOf,
      expected: { columns, rows: [[2, 1, 0.15729920705028516]] },
    },
    {
      title: 'Ingen har lämnat: inget talar för en skillnad',
      given: rowsOf([1, 0, 'a'], [2, 0, 'b']),
      find: testOf,
      expected: { columns, rows: [[0, 0, 1]] },
    },
    {
      title: 'En enda grupp har inget att jämföras med',
      given: rowsOf([1, 1, 'a'], [2, 1, 'a']),
      find: testOf,
      expected: { columns, rows: [] },
    },
  ],
}

function rowsOf(...rows: [number, number, string][]): SpecTable {
  return { columns: ['tid', 'avslut', 'grupp'], rows }
}

function testOf(given: SpecTable): SpecTable {
  const test = logRank(followUpIn(given), { rho: 0 })
  return { columns, rows: test ? [[test.chiSquare, test.degreesOfFreedom, test.p]] : [] }
}
