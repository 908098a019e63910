import { primaryCounts } from '../../calculations/disclosure/primary-rules.ts'
import { protectPeriods } from '../../calculations/disclosure/periods.ts'
import { protect, usualProtection } from '../../calculations/disclosure/protect.ts'
import { loadSolver } from '../../calculations/disclosure/solver.ts'
import type { Spec, SpecTable } from '../spec.ts'
import { printedTable, withSums } from './printed-table.ts'
import { suppressionPicture } from '../pictures/suppression.ts'

const solver = await loadSolver()

/** The table with its sums, null for what is hidden. */
function protectedTable(given: SpecTable): SpecTable {
  const table = withSums(given)
  const system = printedTable(table)
  const primary = primaryCounts(system, { threshold: 5, hideZeros: false })
  const hidden = protect(solver, system, primary, usualProtection)
  const width = table.columns.length - 1
  return {
    columns: table.columns,
    rows: table.rows.map(([name, ...counts], row) => [
      name!,
      ...counts.map((count, column) => (hidden[row * width + column] ? null : count)),
    ]),
  }
}

/** Consecutive months, one to a row, each with its sum. */
function protectedMonths(given: SpecTable): SpecTable {
  const table = withSums(given)
  const columns = table.columns
  const months = table.rows.slice(0, -1)
  const periods = months.map((row) => {
    const tables = printedTable({ columns, rows: [['antal', ...row.slice(1)]] })
    const { length } = tables.values
    return { tables, out: { shown: new Float64Array(length).fill(Number.NaN), hidden: new Uint8Array(length) } }
  })
  const found = protectPeriods(solver, periods, { threshold: 5, hideZeros: false }, usualProtection)
  const rows = months.map(([name, ...counts], month) => [
    name!,
    ...counts.map((count, cell) => (found[month]!.hidden[cell] ? null : count)),
  ])
  return { columns, rows }
}

export const suppressionSpec: Spec = {
  id: 'suppression',
  family: 'disclosure',
  title: 'Dölja små antal i tabeller',
  answers:
    'Vilka celler måste döljas för att inget litet antal ska kunna läsas eller räknas fram ur de tabeller som publiceras, och hur få räcker det med?',
  definition: `Först döljs de celler som i sig är för små: antal från 1 till ett under gränsen (primära).
Sedan väljs de billigaste cellerna därutöver (sekundära), så att för *varje* dold cell $i$, primär eller sekundär,

$$\\max x_i - \\min x_i \\ge 3, \\qquad Ax = b,\\thickspace x \\ge 0,\\thickspace x \\text{ heltal},$$

där $Ax = b$ är alla summor mellan cellerna med de visade insatta: delar och summor i alla tabeller tillsammans, även de celler som tabellerna delar.
En cell kostar 1 plus roten ur sin andel av det största antalet, en nolla 8.
Valet görs som heltalsproblem med skärande plan: välj, angrip, lägg till ett villkor för varje cell som gick att räkna fram, och börja om.
Efter tio varv behålls det som är dolt, och bara det som ännu saknas läggs till.

Perioder i följd (\`--period\`): en cell döljs också primärt när dess antal $n_t$ skiljer 1 till gränsen minus ett från $n_s$, där $s$ är den närmast föregående period som visar cellen,

$$1 \\le |n_t - n_s| < \\text{gränsen},$$

eftersom skillnaden är en liten grupp som kom eller gick.
Inga summor binder två perioder, så en skillnad mellan två celler är minst så osäker som den osäkraste av dem: det räcker att pröva celler som visas i båda.`,
  choices: [
    'Gräns: antal 1–4 döljs (`--threshold 5`). Nollor visas; `--hide-zeros` döljer också dem.',
    'Bredd: minst fyra olika värden ska vara möjliga för varje dold cell.',
    'Läsaren antas inte veta att dolda celler är minst 1. `--hidden-at-least-one` skyddar även mot den som vet det, och döljer då aldrig nollor.',
    'Alla summor publiceras. En summa döljs bara när det är billigare eller enda sättet; är allt smått döljs även totalen.',
    'Saknat värde är en egen kategori, ”(saknas)”.',
    'Perioder skyddas i tidsordning, var och en klar när den ges ut: en ny månad ändrar inget i de tidigare. En cell visas igen när den är som när den senast visades, eller har ändrats med minst gränsen. Regeln gäller även summor och oförändrade grupper räknas inte.',
    '`--published` är det som redan är ute ur samma rader, eller ur andra perioder: det visade kan inte döljas, det dolda förblir dolt, och allt skyddas tillsammans. Små antal och ändringar som redan är ute räknas i `exposed`.',
  ],
  notWhen: [
    'Tabeller med fria filter: skillnaden mellan två urval visar vilka som skiljer dem. Använd cell key-metoden.',
    'Varje månad med små grupper: med `--period` döljs mycket, eftersom små ändringar är vanliga. Ge ut kvartal eller glidande medelvärden.',
    'Läsaren vet vilka hushåll som går från en kategori till en annan, som från 4–9 till 10 månader: sådana flöden mellan perioder prövas inte.',
    'Belopp: regeln (n, k) = (1, 85 %) och p % = 10 avgör då vilka celler som är primära, och bredden ska vara en andel av beloppet.',
    'Alla i en grupp har samma egenskap: då avslöjar även ett stort antal var och en. Slå ihop kategorier.',
    'Nöj dig aldrig med att bara dölja de små antalen: de går då ofta att räkna fram ur summorna.',
  ],
  sources: [
    'Fischetti & Salazar (2001), Solving the cell suppression problem on tabular data with linear constraints, Management Science 47(7)',
    'Hundepool m.fl. (2012), Statistical Disclosure Control, kapitel 4',
    'Langsrud (2024), Secondary cell suppression by Gaussian elimination, Privacy in Statistical Databases',
  ],
  command: 'utfall calculate protect --file hushåll.csv --dimensions hinder,hushållstyp',
  picture: {
    caption:
      'Dolda är bara de antal som i sig är små, och alla tre går att räkna fram genom att dra de visade från summan. Låt `protect` dölja även celler som skyddar dem.',
    chart: () => suppressionPicture(solver),
  },
  situations: [
    {
      title: 'Ett enda litet antal tar med sig tre celler: de minsta som bildar en ruta med det',
      given: {
        columns: ['område', 'ensamstående', 'par', 'barn'],
        rows: [
          ['norr', 3, 20, 6],
          ['syd', 40, 50, 60],
          ['öst', 8, 30, 9],
        ],
      },
      find: protectedTable,
      expected: {
        columns: ['område', 'ensamstående', 'par', 'barn', 'total'],
        rows: [
          ['norr', null, 20, null, 29],
          ['syd', 40, 50, 60, 150],
          ['öst', null, 30, null, 47],
          ['total', 51, 100, 75, 226],
        ],
      },
    },
    {
      title: 'Två små antal i samma rad skyddar inte varandra när summan av dem är två',
      given: { columns: ['område', 'arbete', 'studier', 'annat'], rows: [['norr', 1, 1, 30]] },
      find: protectedTable,
      expected: {
        columns: ['område', 'arbete', 'studier', 'annat', 'total'],
        rows: [
          ['norr', null, null, null, 32],
          ['total', null, null, null, 32],
        ],
      },
    },
    {
      title: 'Fem och noll får visas',
      given: { columns: ['område', 'arbete', 'studier'], rows: [['norr', 5, 0]] },
      find: protectedTable,
      expected: {
        columns: ['område', 'arbete', 'studier', 'total'],
        rows: [
          ['norr', 5, 0, 5],
          ['total', 5, 0, 5],
        ],
      },
    },
    {
      title: 'En enda person i hela tabellen: då döljs även totalen',
      given: { columns: ['område', 'arbete'], rows: [['norr', 1]] },
      find: protectedTable,
      expected: {
        columns: ['område', 'arbete', 'total'],
        rows: [
          ['norr', null, null],
          ['total', null, null],
        ],
      },
    },
    {
      title: 'Två månader: ändringen 20 till 22 är två hushåll, så den senare månaden döljer den, och en cell till',
      given: {
        columns: ['månad', 'norr', 'syd', 'öst'],
        rows: [
          ['2024-01', 20, 30, 40],
          ['2024-02', 22, 30, 50],
        ],
      },
      find: protectedMonths,
      expected: {
        columns: ['månad', 'norr', 'syd', 'öst', 'total'],
        rows: [
          ['2024-01', 20, 30, 40, 90],
          ['2024-02', null, null, 50, 102],
        ],
      },
    },
    {
      title: 'En cell som smyger uppåt visas först när den har ändrats med minst fem sedan den senast visades',
      given: {
        columns: ['månad', 'norr', 'syd', 'öst'],
        rows: [
          ['2024-01', 20, 30, 40],
          ['2024-02', 22, 30, 50],
          ['2024-03', 24, 30, 60],
          ['2024-04', 25, 30, 70],
        ],
      },
      find: protectedMonths,
      expected: {
        columns: ['månad', 'norr', 'syd', 'öst', 'total'],
        rows: [
          ['2024-01', 20, 30, 40, 90],
          ['2024-02', null, null, 50, 102],
          ['2024-03', null, null, 60, 114],
          ['2024-04', 25, 30, 70, 125],
        ],
      },
    },
  ],
}
