import { codesOf } from '../../calculations/columns.ts'
import { roundSmallCounts } from '../../calculations/disclosure/controlled-rounding.ts'
import { numbersOf, type Spec, type SpecTable, textsOf } from '../spec.ts'
import { controlledRoundingPicture } from '../pictures/controlled-rounding.ts'

export const controlledRoundingSpec: Spec = {
  id: 'controlled-rounding',
  family: 'disclosure',
  title: 'Kontrollerad avrundning av små antal',
  answers:
    'Hur kan en tabell visas utan små antal men så att delarna fortfarande blir summan? Små antal i tabellens inre blir 0 eller 5, och summorna räknas på de avrundade.',
  definition: [
    'Antalen 1, …, $b-1$ i tabellens inre celler blir 0 eller $b$; de andra behålls. Av de små cellerna blir $n$ stycken $b$, där $n$ är de små antalens summa delad med $b$, avrundad. Vilka det blir väljs så att $\\sum_j (\\hat z_j - z_j)^2$ över alla publicerade celler $z_j$, även summor, blir så liten som möjligt.',
    'Valet görs i två steg: först den cell som sänker summan mest, en i taget; sedan byts celler mot varandra tills inget byte hjälper. Det är ett gott val men inte alltid det allra bästa.',
  ].join('\n\n'),
  choices: [
    'Bas b = 5: ingen cell som visas är 1–4.',
    'Summan av alla ändras med högst en halv bas. En enskild rad eller kolumn kan ändras mer, ofta 3–6.',
    'Samma tabell avrundas alltid lika. En tabell med en annan indelning av samma hushåll avrundas för sig och kan få en annan summa.',
  ],
  notWhen: [
    'När små förändringar mellan två perioder är det viktiga: avrundningen är lika stor som förändringen.',
    'När läsaren själv kan filtrera tabellen: använd cell key-metoden, som ger samma hushåll samma tal överallt.',
    'För belopp. De följer inte antalen när de avrundas.',
  ],
  sources: [
    'Langsrud, Ø. & Heldal, J. (2018). An algorithm for small count rounding of tabular data. Privacy in Statistical Databases.',
    'R-paketet SmallCountRounding, PLSrounding(): samma uppgift med en annan sökning.',
  ],
  picture: {
    caption:
      'En liten grupp minskar jämnt, men de avrundade antalen hoppar mellan månaderna. Följ inte små förändringar i avrundade tabeller; visa dem för längre perioder.',
    chart: controlledRoundingPicture,
  },
  situations: [
    {
      title: 'Två områden och två hushållstyper: delarna blir summan, och ingen cell är 1–4',
      given: {
        columns: ['område', 'typ', 'antal'],
        rows: [
          ['norr', 'ensam', 3],
          ['norr', 'par', 2],
          ['syd', 'ensam', 12],
          ['syd', 'par', 3],
        ],
      },
      find: roundedTable,
      expected: {
        columns: ['område', 'typ', 'sant antal', 'visas'],
        rows: [
          ['norr', 'ensam', 3, 5],
          ['norr', 'par', 2, 0],
          ['syd', 'ensam', 12, 12],
          ['syd', 'par', 3, 5],
          ['norr', 'totalt', 5, 5],
          ['syd', 'totalt', 15, 17],
          ['totalt', 'ensam', 15, 17],
          ['totalt', 'par', 5, 5],
          ['totalt', 'totalt', 20, 22],
        ],
      },
    },
    {
      title: 'En ensam liten cell avrundas till det som är närmast',
      given: {
        columns: ['område', 'typ', 'antal'],
        rows: [
          ['norr', 'ensam', 2],
          ['syd', 'ensam', 9],
        ],
      },
      find: roundedTable,
      expected: {
        columns: ['område', 'typ', 'sant antal', 'visas'],
        rows: [
          ['norr', 'ensam', 2, 0],
          ['syd', 'ensam', 9, 9],
          ['norr', 'totalt', 2, 0],
          ['syd', 'totalt', 9, 9],
          ['totalt', 'ensam', 11, 9],
          ['totalt', 'totalt', 11, 9],
        ],
      },
    },
    {
      title: 'Ett antal som inte är ett heltal vägras: summor och andelar avrundas inte så här',
      given: { columns: ['område', 'typ', 'antal'], rows: [['norr', 'ensam', 2.5]] },
      find: roundedTable,
      expected: { refused: 'bad-value' },
    },
  ],
}

/** The inner cells, then the sums by area, by type and of all. */
function roundedTable(given: SpecTable): SpecTable {
  const [areas, types] = [textsOf(given, 'område'), textsOf(given, 'typ')]
  const counts = numbersOf(given, 'antal')
  const rowsOf = (texts: string[], label: string) => [...texts.keys()].filter((row) => texts[row] === label)
  const cells = [
    ...areas.map((area, row) => ({ area, type: types[row]!, parts: [row] })),
    ...codesOf(areas).labels.map((area) => ({ area, type: 'totalt', parts: rowsOf(areas, area) })),
    ...codesOf(types).labels.map((type) => ({ area: 'totalt', type, parts: rowsOf(types, type) })),
    { area: 'totalt', type: 'totalt', parts: [...areas.keys()] },
  ]
  const { published } = roundSmallCounts({ counts, published: cells.map(({ parts }) => parts) })
  return {
    columns: ['område', 'typ', 'sant antal', 'visas'],
    rows: cells.map(({ area, type, parts }, cell) => [
      area,
      type,
      parts.reduce((sum, part) => sum + counts[part]!, 0),
      published[cell]!,
    ]),
  }
}
