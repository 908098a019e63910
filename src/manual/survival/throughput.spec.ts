import { codesOf } from '../../calculations/columns.ts'
import { panelOf } from '../../calculations/panel-of.ts'
import { spellsOf } from '../../calculations/spells.ts'
import { tablesByGroup } from '../../calculations/survival/risk-table.ts'
import { throughputSample, unknownCause, workShare } from '../../calculations/survival/throughput.ts'
import { type Spec, type SpecTable, textsOf } from '../spec.ts'
import { followUpIn } from './survival-table.ts'
import { throughputPicture } from '../pictures/throughput.ts'

export const throughputSpec: Spec = {
  id: 'throughput',
  family: 'survival',
  title: 'Genomströmning: kvar och i arbete efter ett år',
  answers: 'Av de hushåll som började få bistånd, hur många är kvar efter ett år, och hur många har gått till arbete?',
  definition: [
    'En avslutad period är så lång som dess spann, från första till sista månaden med bistånd. En period som inte säkert är avslutad följs till spannet minus en månad: om den slutade efter sin sista månad är just det som inte är känt.',
    'Andelen i arbete är ett intervall: lägst $F_{\\text{arbete}}(t)$, högst $F_{\\text{arbete}}(t) + F_{\\text{okänd}}(t)$, med Aalen–Johansen.',
  ].join('\n\n'),
  choices: [
    'Period med uppehåll på högst två månader, om inget annat sägs.',
    'Perioder som kan ha börjat före data är inte med: deras längd är inte känd.',
    'Okänd orsak är ett eget avslut.',
  ],
  notWhen: [
    'På beståndet en viss dag: där väger långa perioder tyngre än bland dem som börjar.',
    'På bara avslutade perioder. I ett prov visade det 12 procent kvar efter ett år; rätt var 29.',
    'Efter en så lång tid att ingen har följts dit: då finns inget svar.',
    'På bara de kända orsakerna: en enhet som sällan skriver orsaken ser då sämre ut än den är.',
  ],
  sources: [
    'Kaplan, E. L. & Meier, P. (1958). Nonparametric estimation from incomplete observations. JASA 53.',
    'Aalen, O. O. & Johansen, S. (1978). An empirical transition matrix for non-homogeneous Markov chains. Scandinavian Journal of Statistics 5.',
  ],
  picture: {
    caption:
      'Lika många fick arbete i båda enheterna. Med bara de kända orsakerna ser den ena hälften så bra ut: visa andelen som ett intervall, från lägst till högst.',
    chart: throughputPicture,
  },
  situations: [
    {
      title: 'Tre perioder som började före, avslutades och pågår, sett till december',
      given: {
        columns: ['månader', 'orsak'],
        rows: [
          ['2018-02..2018-06', 'arbete'],
          ['2018-04..2018-09', 'arbete'],
          ['2018-04..2018-07', null],
          ['2018-08..2018-12', null],
        ],
      },
      find: samples,
      expected: {
        columns: ['tid', 'avslut'],
        rows: [
          [6, 1],
          [4, 2],
          [4, 0],
        ],
      },
    },
    {
      title: 'Två av tio har säkert gått till arbete och två av okänd orsak: mellan 20 och 40 procent',
      given: tenAfter(12),
      find: shares,
      expected: { columns: ['kvar', 'arbete lägst', 'arbete högst'], rows: [[0.5, 0.2, 0.4]] },
    },
    {
      title: 'Ingen har följts i 13 månader och hälften är kvar: det går inte att säga',
      given: tenAfter(13),
      find: shares,
      expected: { columns: ['kvar', 'arbete lägst', 'arbete högst'], rows: [] },
    },
  ],
}

function tenAfter(horizon: number): SpecTable {
  const exits = [1, 1, 2, 3, 3, 0, 0, 0, 0, 0]
  const rows = [2, 5, 3, 4, 6, 12, 12, 12, 12, 12].map((time, at) => [time, exits[at]!, horizon])
  return { columns: ['tid', 'avslut', 'efter'], rows }
}

function samples(given: SpecTable): SpecTable {
  const households = Object.fromEntries(textsOf(given, 'månader').map((months, at) => [`H${at}`, { months }]))
  const panel = panelOf({ first: '2018-01', last: '2018-12', households })
  const spells = spellsOf(panel.householdMonths, { ...panel, allowedGap: 2 })
  const { time, exit } = throughputSample(spells, codesOf(textsOf(given, 'orsak')))
  return { columns: ['tid', 'avslut'], rows: Array.from(time, (each, at) => [each, exit[at]!]) }
}

function shares(given: SpecTable): SpecTable {
  const followUp = followUpIn(given)
  const horizon = Number(given.rows[0]![2])
  const known = { codes: new Int32Array(0), labels: ['arbete', 'studier'] }
  const found = workShare(tablesByGroup(followUp)[0]!, { work: [1], unknown: unknownCause(known), horizon })
  return {
    columns: ['kvar', 'arbete lägst', 'arbete högst'],
    rows: found ? [[found.remaining, found.least, found.most]] : [],
  }
}
