import { competingExits } from '../../calculations/survival/competing-exits.ts'
import { grayTest } from '../../calculations/survival/gray-test.ts'
import { kaplanMeier } from '../../calculations/survival/kaplan-meier.ts'
import { tablesByGroup } from '../../calculations/survival/risk-table.ts'
import type { Spec, SpecTable } from '../spec.ts'
import { followUpIn } from './survival-table.ts'
import { competingExitsPicture } from '../pictures/competing-exits.ts'

export const competingExitsSpec: Spec = {
  id: 'competing-exits',
  family: 'survival',
  title: 'Konkurrerande avslut: hur stor andel lämnar till vad?',
  answers:
    'Hur stor andel har inom ett år lämnat för arbete, för studier eller av okänd orsak, när den ena utesluter den andra?',
  definition: [
    '$F_k(t) = \\sum_{t_i \\le t} S(t_i-)\\thinspace d_{ki}/n_i$ (Aalen–Johansen), där $d_{ki}$ lämnar av orsak $k$ och $S$ är andelen kvar av alla orsaker. Alltid är $\\sum_k F_k + S = 1$.',
    'Variansen är den i cmprsk::cuminc: orsakens och de andras risker har hypergeometrisk varians vid varje tid.',
    'Gray jämför grupper för en orsak: den som lämnat av en annan orsak räknas som kvar, i den mån den skulle ha följts så länge, $R = n(1-F(t-))/S(t-)$.',
  ].join('\n\n'),
  choices: [
    'Okänd orsak är en egen orsak och fördelas inte ut på de kända.',
    'Jämförelsen väger alla tider lika ($\\rho = 0$) om inget annat sägs.',
  ],
  notWhen: [
    'Räkna aldrig 1 − Kaplan–Meier för en orsak med de andra som pågående: andelarna blir för stora, och summan kan bli över 1. I data om en blodsjukdom (mgus2) blir det 21 procent i stället för 10.',
    'När en orsak sällan skrivs ner: visa andelen som ett intervall, från känd till känd och okänd.',
  ],
  sources: [
    'Aalen, O. O. & Johansen, S. (1978). An empirical transition matrix for non-homogeneous Markov chains. Scandinavian Journal of Statistics 5.',
    'Gray, R. J. (1988). A class of K-sample tests for comparing the cumulative incidence of a competing risk. Annals of Statistics 16.',
    'R-paketet cmprsk, cuminc.',
  ],
  command: 'utfall calculate survival --file perioder.csv --time månader --event orsak --group enhet --competing',
  picture: {
    caption:
      'Räknas varje orsak för sig med de andra som pågående blir andelarna för stora, och tillsammans kan de bli mer än alla. Räkna orsakerna tillsammans.',
    chart: competingExitsPicture,
  },
  situations: [
    {
      title: 'Andelarna och de som är kvar blir tillsammans ett vid varje tid',
      given: rowsOf([1, 1], [2, 2], [2, 0], [3, 1]),
      find: sharesOf,
      expected: {
        columns: ['tid', 'kvar', 'orsak 1', 'orsak 2'],
        rows: [
          [1, 0.75, 0.25, 0],
          [2, 0.5, 0.25, 0.25],
          [3, 0, 0.75, 0.25],
        ],
      },
    },
    {
      title: 'En orsak som aldrig inträffar har andelen 0 hela tiden',
      given: rowsOf([1, 2], [2, 2]),
      find: sharesOf,
      expected: {
        columns: ['tid', 'kvar', 'orsak 1', 'orsak 2'],
        rows: [
          [1, 0.5, 0, 0.5],
          [2, 0, 0, 1],
        ],
      },
    },
    {
      title: 'Grays test av tre grupper, orsak för orsak',
      given: {
        columns: ['tid', 'avslut', 'grupp'],
        rows: [3, 1, 4, 4, 6, 2, 5, 8, 2, 9, 6, 7, 4, 10].map((time, at) => [
          time,
          [1, 2, 0, 1, 2, 1, 0, 1, 1, 2, 1, 0, 2, 1][at]!,
          'abc'[at % 3]!,
        ]),
      },
      find: grayOf,
      expected: {
        columns: ['orsak', 'chi2', 'frihetsgrader', 'p'],
        rows: [
          [1, 1.20873000768688, 2, 0.546421291919226],
          [2, 1.22631175238857, 2, 0.541638823923844],
        ],
      },
    },
    {
      title: 'En tid under noll är ett fel i underlaget',
      given: rowsOf([1, 1], [-2, 2]),
      find: sharesOf,
      expected: { refused: 'bad-value' },
    },
  ],
}

function rowsOf(...rows: [number, number][]): SpecTable {
  return { columns: ['tid', 'avslut'], rows }
}

function sharesOf(given: SpecTable): SpecTable {
  const table = tablesByGroup(followUpIn(given))[0]!
  const { time, survival } = kaplanMeier(table)
  const causes = competingExits(table)
  return {
    columns: ['tid', 'kvar', ...causes.map((_, index) => `orsak ${index + 1}`)],
    rows: Array.from(time, (each, at) => [each, survival[at]!, ...causes.map(({ incidence }) => incidence[at]!)]),
  }
}

function grayOf(given: SpecTable): SpecTable {
  const followUp = followUpIn(given)
  return {
    columns: ['orsak', 'chi2', 'frihetsgrader', 'p'],
    rows: [1, 2].map((cause) => {
      const { chiSquare, degreesOfFreedom, p } = grayTest(followUp, cause, { rho: 0 })!
      return [cause, chiSquare, degreesOfFreedom, p]
    }),
  }
}
