import { durationClass, snapshot } from '../../calculations/durations.ts'
import { inflow, outflow, stockAfter, stockAtEndOf } from '../../calculations/flow.ts'
import type { Spec, SpecTable } from '../spec.ts'
import { at, panelIn } from './panel-table.ts'
import { stockAndFlowPicture } from '../pictures/stock-and-flow.ts'

const classes = ['1–3', '4–6', '7–9', '10–12', '13 eller fler']
const limits = [3, 6, 9, 12]

export const stockAndFlowSpec: Spec = {
  id: 'stock-and-flow',
  family: 'panel',
  title: 'Bestånd, inflöde och utflöde',
  answers: 'Hur många hushåll har pågående bistånd vid månadens slut, hur många kom till och hur många lämnade?',
  definition: [
    'Beståndet i slutet av en månad är de hushåll som har bistånd i den eller i någon av de $g$ månaderna före. Inflödet är perioder som börjar, utflödet perioder vars sista månad ligger $g + 1$ månader tillbaka.',
    'Alltid gäller $\\text{bestånd före} + \\text{inflöde} - \\text{utflöde} = \\text{bestånd efter}$.',
    'Ögonblicksbilden delar beståndet efter hur många månader perioden har pågått, uppehåll inräknade.',
  ].join('\n\n'),
  choices: [
    'Uppehåll på högst två månader, om inget annat sägs.',
    'Ett hushåll räknas ut i den tredje månaden utan bistånd, när det är känt, och inte i efterhand från den första.',
  ],
  notWhen: [
    'Ögonblicksbilden säger inte hur länge de som börjar blir kvar: långa perioder väger tyngre i ett bestånd. I ett prov nådde 31 procent av dem som började tolv månader, men 59 procent av beståndet hade passerat dem.',
    'Månaderna närmast datas början: där kan tystnaden före data dölja en pågående period.',
    'Färre i beståndet är inte i sig ett resultat: det kan vara lägre inflöde.',
  ],
  sources: [
    'Cox, D. R. (1969). Some sampling problems in technology. New Developments in Survey Sampling (längdviktat urval).',
  ],
  picture: {
    caption:
      'De långa perioderna väger tyngre i beståndet än bland dem som börjar. Vill du veta hur länge de som börjar blir kvar, följ dem från start (genomströmning).',
    chart: stockAndFlowPicture,
  },
  situations: [
    {
      title: 'Bestånd före, plus in, minus ut, är bestånd efter',
      given: {
        columns: ['hushåll', 'månader'],
        rows: [
          ['stannar', '2018-04..2019-12'],
          ['lämnar', '2018-04..2018-06'],
          ['kommer', '2018-08..2019-12'],
          ['uppehåll', '2018-05..2018-07 2018-10..2019-12'],
        ],
      },
      find: flowIn2018,
      expected: { columns: ['före', 'in', 'ut', 'efter', 'summa'], rows: [[3, 1, 1, 3, 3]] },
    },
    {
      title: 'Ett uppehåll på två månader är varken ut eller in, och hushållet är kvar i beståndet',
      given: { columns: ['hushåll', 'månader'], rows: [['A', '2018-04..2018-07 2018-10..2019-12']] },
      find: flowIn2018,
      expected: { columns: ['före', 'in', 'ut', 'efter', 'summa'], rows: [[1, 0, 0, 1, 1]] },
    },
    {
      title: 'Beståndets klasser räknar från periodens första månad, med uppehållen',
      given: {
        columns: ['hushåll', 'månader'],
        rows: [
          ['nio', '2018-04..2018-12'],
          ['tre', '2018-10..2018-12'],
          ['paus', '2018-06..2018-10'],
          ['borta', '2018-06..2018-09'],
        ],
      },
      find: classesInDecember,
      expected: {
        columns: ['månader', 'hushåll'],
        rows: [
          ['1–3', 1],
          ['4–6', 0],
          ['7–9', 2],
          ['10–12', 0],
          ['13 eller fler', 0],
        ],
      },
    },
  ],
}

/** From July to December. */
function flowIn2018(given: SpecTable): SpecTable {
  const panel = panelIn(given, 2)
  const period = { from: at('2018-07'), until: at('2019-01') }
  const before = stockAtEndOf(panel, period.from - 1).rows.length
  const [entered, left] = [inflow(panel, period).rows.length, outflow(panel, period).rows.length]
  const after = stockAtEndOf(panel, period.until - 1).rows.length
  return {
    columns: ['före', 'in', 'ut', 'efter', 'summa'],
    rows: [[before, entered, left, after, stockAfter(before, entered, left)]],
  }
}

function classesInDecember(given: SpecTable): SpecTable {
  const { months } = snapshot(panelIn(given, 2), at('2018-12'))
  const inClass = (index: number) => months.filter((each) => durationClass(each, limits) === index).length
  return { columns: ['månader', 'hushåll'], rows: classes.map((name, index) => [name, inClass(index)]) }
}
