import { monthFromIndex } from '../../values/month.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { panelIn } from './panel-table.ts'
import { spellsPicture } from '../pictures/spells.ts'

const columns = ['hushåll', 'start', 'sista', 'månader', 'avslutad', 'okänd start']

export const spellsSpec: Spec = {
  id: 'spells',
  family: 'panel',
  title: 'Biståndsperioder',
  answers: 'När började hushållets bistånd, när slutade det, och är det säkert att det har slutat?',
  definition: [
    'Ett hushåll har bistånd en månad när summan av beloppen som avser månaden, utbetalningar minus återkrav, är över noll. Månaden är den som beloppet avser, inte den då pengarna betalades ut.',
    'Två månader med bistånd hör till samma period när det är högst $g$ månader utan bistånd mellan dem. Perioden går från den första till den sista månaden med bistånd.',
    'Perioden är säkert avslutad när mer än $g$ månader har gått efter den sista: $T - \\text{sista} > g$. Dess start är okänd när $\\text{start} - \\text{första månaden i data} \\le g$: den kan ha börjat tidigare.',
  ].join('\n\n'),
  choices: [
    'Uppehåll på högst två månader, $g = 2$, som i Kolada U31801. Värdet visas med varje tal.',
    'Utan angivet fönster går det från filens första till dess sista månad.',
    'Belopp summeras exakt, så att ett återkrav i delar tar ut en utbetalning till precis noll.',
  ],
  notWhen: [
    'Med utbetalningens månad i stället för den månad beloppet avser: en sen utbetalning blir ett uppehåll och en dubbel månad.',
    'För nationell jämförelse av långvarigt bistånd: det räknas i månader på ett år, inte i perioder.',
    'När hushåll har delats eller slagits ihop utan att numret följer med: då bryts eller förlängs perioder.',
    'Utan tillåtet uppehåll: en månad utan utbetalning delar då ett och samma behov i två perioder.',
  ],
  sources: ['Socialstyrelsen, statistik om ekonomiskt bistånd.', 'Kolada, U31801.'],
  command: 'utfall calculate spells --file utbetalningar.csv --household hushåll --month månad --amount belopp --gap 2',
  picture: {
    caption:
      'Utan tillåtet uppehåll blir ett enda behov flera perioder, och efter utbetalningens månad ännu fler. Räkna med uppehåll 2 och med den månad beloppet avser.',
    chart: spellsPicture,
  },
  situations: [
    {
      title: 'Två månaders uppehåll bryter inte, tre gör det',
      given: spellsGiven(2, ['A', '2018-05 2018-08'], ['B', '2018-05 2018-09']),
      find: spells,
      expected: {
        columns,
        rows: [
          ['A', '2018-05', '2018-08', 2, 'ja', 'nej'],
          ['B', '2018-05', '2018-05', 1, 'ja', 'nej'],
          ['B', '2018-09', '2018-09', 1, 'ja', 'nej'],
        ],
      },
    },
    {
      title: 'Utan tillåtet uppehåll är varje avbrott en ny period',
      given: spellsGiven(0, ['A', '2018-05 2018-07']),
      find: spells,
      expected: {
        columns,
        rows: [
          ['A', '2018-05', '2018-05', 1, 'ja', 'nej'],
          ['A', '2018-07', '2018-07', 1, 'ja', 'nej'],
        ],
      },
    },
    {
      title: 'Nära datas början är starten okänd, och nära slutet är det okänt om perioden är slut',
      given: spellsGiven(2, ['A', '2018-03'], ['B', '2018-04..2019-09'], ['C', '2019-10']),
      find: spells,
      expected: {
        columns,
        rows: [
          ['A', '2018-03', '2018-03', 1, 'ja', 'ja'],
          ['B', '2018-04', '2019-09', 18, 'ja', 'nej'],
          ['C', '2019-10', '2019-10', 1, 'nej', 'nej'],
        ],
      },
    },
    {
      title: 'Ett hushåll utan månad med bistånd har ingen period',
      given: spellsGiven(2, ['A', '']),
      find: spells,
      expected: { columns, rows: [] },
    },
  ],
}

function spellsGiven(gap: number, ...rows: [string, string][]): SpecTable {
  return { columns: ['hushåll', 'månader', 'uppehåll'], rows: rows.map((row) => [...row, gap]) }
}

function spells(given: SpecTable): SpecTable {
  const { spells: found } = panelIn(given, numbersOf(given, 'uppehåll')[0]!)
  const yesNo = (mark: number) => (mark ? 'ja' : 'nej')
  return {
    columns,
    rows: Array.from(found.start, (start, spell) => [
      given.rows[found.household[spell]!]![0]!,
      monthFromIndex(start),
      monthFromIndex(found.last[spell]!),
      found.paidMonths[spell]!,
      yesNo(found.resolved[spell]!),
      yesNo(found.leftUnknown[spell]!),
    ]),
  }
}
