import { syntheticControl } from '../../calculations/synthetic-control/synthetic-control.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { syntheticControlPicture } from '../pictures/synthetic-control.ts'

const given: SpecTable = {
  columns: ['månad', 'vår kommun', 'A', 'B', 'C'],
  rows: [
    [1, 105, 110, 100, 90],
    [2, 110, 120, 100, 80],
    [3, 100, 100, 100, 100],
    [4, 84, 100, 110, 120],
    [5, 84, 100, 110, 120],
  ],
}

export const syntheticControlSpec: Spec = {
  id: 'synthetic-control',
  family: 'effect',
  title: 'Syntetisk kontroll: en hel kommun mot en blandning av andra',
  answers:
    'Vad hade hänt i kommunen utan förändringen? En vägd blandning av andra kommuner, som följde den före starten, får visa det.',
  definition: [
    'Indexet är $y_t = \\log(Y_t / \\bar Y)$, där $\\bar Y$ är medelvärdet av de sista perioderna före starten. Vikterna $w_j \\ge 0$, $\\sum w_j = 1$, gör $\\sum_{t<t_0}(y_t - \\sum_j w_j y_{jt})^2$ minst. Effekten är medelvärdet från starten av $y_t - \\sum_j w_j y_{jt}$; $-0{,}05$ är ungefär 5 procent färre.',
    'Osäkerheten är placebo: samma räkning görs för varje jämförelsekommun, där inget hände. $p$ är andelen av alla kommuner, den egna inräknad, med minst lika stor effekt. Gränserna är det som 90 och 95 procent av placeboeffekterna ligger inom.',
  ].join('\n\n'),
  choices: [
    'Tre perioder före starten sätter nivån (`--base-periods`).',
    'Jämförelsekommuner som saknar en period eller har noll räknas inte med; de står i `leftOut`.',
    '`ratioP` jämför i stället felet efter starten med felet före, så att en kommun som passade dåligt redan före räknas mindre.',
    'Samma räkning med lika vikter (skillnad i skillnad på log) ges bredvid.',
  ],
  notWhen: [
    'När effekten är mindre än gränsen för 90 procent: då är den inte att skilja från vad som händer utan orsak. I 49 danska kommuner är gränsen kring 6 procent på ett år, och större i små kommuner.',
    'När jämförelsekommunerna gjorde samma sak.',
    'Med färre än nio jämförelsekommuner kan $p$ aldrig bli 0,1.',
    'När `fitBefore` är stort: blandningen följde inte kommunen ens före.',
  ],
  sources: [
    'Abadie, A., Diamond, A. & Hainmueller, J. (2010). Synthetic control methods for comparative case studies. JASA 105, 493–505.',
    'Wolfe, P. (1976). Finding the nearest point in a polytope. Mathematical Programming 11, 128–149.',
    'Rådet för främjande av kommunala analyser: Liknande kommuner ekonomiskt bistånd.',
  ],
  command:
    'utfall calculate synthetic-control --file kommuner.csv --unit kommun --time månad --outcome hushåll --treated-unit Strängnäs --start 2021-01',
  picture: {
    caption:
      'Ingen blandning av de andra följer kommunen före starten, så avståndet efter säger ingenting. Se på `fitBefore`, och avstå när det är stort.',
    chart: syntheticControlPicture,
  },
  situations: [
    {
      title: 'Blandningen följer kommunen före starten, och skillnaden efter är effekten',
      given,
      find,
      expected: {
        columns: ['effekt', 'vikt A', 'vikt B', 'vikt C', 'p'],
        rows: [[-0.22006127651660037, 0.5204301422401842, 0.47956985775981575, 0, 0.25]],
      },
    },
    {
      title: 'En kommun som helt följer en av de andra får hela vikten där',
      given: { ...given, rows: given.rows.map(([month, , a, b, c]) => [month!, 2 * Number(a), a!, b!, c!]) },
      find,
      expected: { columns: ['effekt', 'vikt A', 'vikt B', 'vikt C', 'p'], rows: [[0, 1, 0, 0, 1]] },
    },
    {
      title: 'En månad med noll hushåll har ingen logaritm',
      given: { ...given, rows: [[1, 0, 110, 100, 90], ...given.rows.slice(1)] },
      find,
      expected: { refused: 'bad-value' },
    },
    {
      title: 'En enda jämförelse räcker inte: då finns inget placebo',
      given: { columns: given.columns.slice(0, 3), rows: given.rows.map((row) => row.slice(0, 3)) },
      find,
      expected: { refused: 'too-few' },
    },
  ],
}

function find(table: SpecTable): SpecTable {
  const [, own, ...others] = table.columns
  const { effect, weights, placebo } = syntheticControl({
    treated: numbersOf(table, own!),
    donors: others.map((name) => numbersOf(table, name)),
    start: 3,
    basePeriods: 1,
  })
  return {
    columns: ['effekt', ...others.map((name) => `vikt ${name}`), 'p'],
    rows: [[effect, ...weights, placebo.p]],
  }
}
