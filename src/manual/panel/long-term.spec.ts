import { assistedAtLeast, assistedWithoutLongGap, rollingLongTerm } from '../../calculations/long-term.ts'
import type { Spec, SpecTable } from '../spec.ts'
import { at, panelIn } from './panel-table.ts'
import { longTermPicture } from '../pictures/long-term.ts'

const columns = ['långvarigt i år', 'mycket långvarigt', 'minst 10 av 12']

export const longTermSpec: Spec = {
  id: 'long-term',
  family: 'panel',
  title: 'Långvarigt bistånd på tre sätt',
  answers:
    'Hur många hushåll har haft bistånd länge, enligt den nationella definitionen och enligt den som följs varje månad?',
  definition: [
    '**Långvarigt:** minst 10 månader med bistånd under ett kalenderår.',
    '**Mycket långvarigt:** minst 27 månader med bistånd under tre år, och aldrig mer än två månader i rad utan. Månader utan bistånd i periodens början och slut räknas som uppehåll.',
    '**Minst 10 av 12:** de som har bistånd i månaden, och hade det i minst 10 av de 12 månader som slutar med den.',
  ].join('\n\n'),
  choices: [
    'Gränserna är parametrar: 10 och 12 månader, 27 månader och uppehåll 2.',
    'Här räknas hushåll. Nationellt räknas personer, över kommungränser, sedan revideringen 2021.',
  ],
  notWhen: [
    'Blanda inte sätten i en och samma serie: de har olika nämnare och olika tidsfönster.',
    'Det rullande talet heter inte ”långvarigt bistånd” i nationell mening och ska ha ett eget namn.',
    'En minskning visar inte att en insats verkade: det är ett bestånd och inte ett flöde.',
  ],
  sources: [
    'Kolada, N31814, N31816, N60801 och U31801.',
    'Socialstyrelsen, statistik om ekonomiskt bistånd, revideringen 2021.',
  ],
  picture: {
    caption:
      'Sätten ger olika tal för samma hushåll. Byts sätt mitt i en serie ser det ut som en förändring: välj ett, och skriv ut vilket.',
    chart: longTermPicture,
  },
  situations: [
    {
      title: 'Tio månader i rad under året räcker för de två ettåriga',
      given: households(['A', '2019-03..2019-12']),
      find: threeWays,
      expected: { columns, rows: [[1, 0, 1]] },
    },
    {
      title: 'Nio månader räcker inte',
      given: households(['A', '2019-04..2019-12']),
      find: threeWays,
      expected: { columns, rows: [[0, 0, 0]] },
    },
    {
      title: 'Den som har slutat före månaden är med på året men inte i den rullande',
      given: households(['A', '2019-01..2019-11']),
      find: threeWays,
      expected: { columns, rows: [[1, 0, 0]] },
    },
    {
      title: 'Långt bistånd i tre år: två månader i rad utan går an, tre gör det inte',
      given: households(
        ['A', '2017-01..2017-12 2018-03..2018-12 2019-03..2019-12'],
        ['B', '2017-01..2018-09 2019-01..2019-12'],
      ),
      find: threeWays,
      expected: { columns, rows: [[2, 1, 2]] },
    },
    {
      title: 'Uppehåll i början och i slutet av de tre åren räknas också',
      given: households(['A', '2017-04..2019-12'], ['B', '2017-03..2019-10']),
      find: threeWays,
      expected: { columns, rows: [[2, 1, 1]] },
    },
  ],
}

function households(...rows: [string, string][]): SpecTable {
  return { columns: ['hushåll', 'månader'], rows }
}

/** At the end of 2019, over the year and over three years. */
function threeWays(given: SpecTable): SpecTable {
  const panel = panelIn(given, 2, '2017-01')
  const year = { from: at('2019-01'), until: at('2020-01') }
  const threeYears = { from: at('2017-01'), until: at('2020-01') }
  const rolling = rollingLongTerm(panel, 'households', at('2019-12'), { assistedMonths: 10, windowMonths: 12 })
  const counts = [
    assistedAtLeast(panel, 'households', year, 10),
    assistedWithoutLongGap(panel, 'households', threeYears, { assistedMonths: 27, allowedGap: 2 }),
    rolling.long,
  ]
  return { columns, rows: [counts.map(({ rows }) => rows.length)] }
}
