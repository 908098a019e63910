import { attack } from '../../calculations/disclosure/attack.ts'
import { smallChanges } from '../../calculations/disclosure/changes.ts'
import { loadSolver } from '../../calculations/disclosure/solver.ts'
import type { Spec, SpecTable } from '../spec.ts'
import { printedTable } from './printed-table.ts'
import { attackPicture } from '../pictures/attack.ts'

const solver = await loadSolver()

/** One row for each hidden cell: what can be worked out of it. */
function workedOut(given: SpecTable): SpecTable {
  const system = printedTable(given)
  const { least, greatest } = attack(solver, system, system.hidden)
  const names = given.columns.slice(1)
  const limit = (value: number) => (value === Infinity ? null : value)
  return {
    columns: ['rad', 'kolumn', 'minst', 'störst'],
    rows: given.rows.flatMap(([row], r) =>
      names.flatMap((column, c) => {
        const cell = r * names.length + c
        return system.hidden[cell] ? [[row!, column, least[cell]!, limit(greatest[cell]!)]] : []
      }),
    ),
  }
}

/** One row for each small change between the months of a cell; null is a count that is not known. */
function changesToldBy(given: SpecTable): SpecTable {
  const names = given.columns.slice(1)
  const known = given.rows.map((row) =>
    Float64Array.from(row.slice(1), (count) => (count === null ? Number.NaN : Number(count))),
  )
  const month = (at: number) => given.rows[at]![0]!
  return {
    columns: ['kolumn', 'från', 'till', 'ändring'],
    rows: smallChanges(known, 5).map(({ cell, since, period, change }) => [
      names[cell]!,
      month(since),
      month(period),
      change,
    ]),
  }
}

export const attackSpec: Spec = {
  id: 'attack',
  family: 'disclosure',
  title: 'Angrepp på publicerade tabeller',
  answers: 'Vad kan den som bara har de publicerade tabellerna räkna fram om de dolda cellerna?',
  definition: `För varje dold cell $i$ söks det minsta och det största heltal som den kan vara,

$$\\min x_i \\text{ och } \\max x_i \\quad\\text{då}\\quad Ax = b,\\thickspace x \\ge 0,\\thickspace x \\text{ heltal},$$

där $Ax = b$ är alla summor mellan cellerna i alla tabeller, med de visade cellerna insatta.
Är de lika är cellen avslöjad. Skiljer de mindre än 3 är den i praktiken det.
Tabeller som inte har någon gemensam finaste tabell binds samman av de celler de skulle ha haft där, som inte heller är negativa.

Med perioder (\`--period\`) söks också varje ändring på 1 till gränsen minus ett mellan två antal av samma cell som är kända, visade eller framräknade, utan något känt däremellan.`,
  choices: [
    'En cell som inte är tryckt är noll; en summa som inte är tryckt är okänd.',
    'En cell som en tabell döljer och en annan visar är känd.',
    'Dolda celler kan vara noll, om inte `--hidden-at-least-one` säger annat.',
    'Utan övre gräns är det största värdet null: ingen visad summa rymmer cellen.',
  ],
  notWhen: [
    'På en månad i taget när flera är ute: ange dem tillsammans, med `--period`.',
    'Avrundade tabeller: summorna går inte ihop, och angreppet vägrar. Där gäller avrundningens eget skydd.',
    'Flöden som läsaren känner till, som att den som har haft 9 månader får 10: att summor binder perioder på det viset prövas inte.',
  ],
  sources: [
    'Fischetti & Salazar (2001), Management Science 47(7)',
    'Hundepool m.fl. (2012), Statistical Disclosure Control, avsnitt 4.4',
  ],
  command: 'utfall calculate attack --file tabell.csv --file tidigare.csv',
  picture: {
    caption:
      'Inget antal är litet, och ett angrepp på en månad i taget hittar ingenting, men skillnaden mellan månaderna pekar ut ett enda hushåll. Angrip alla månader tillsammans, med `--period`, innan den nya ges ut.',
    chart: attackPicture,
  },
  situations: [
    {
      title: 'En ensam dold cell är det som är kvar av summan, som i den danska tavlan över kontanthjælp',
      given: {
        columns: ['kommun', 'jobparat', 'aktivitetsparat', 'uoplyst', 'total'],
        rows: [['A', 112, 215, null, 334]],
      },
      find: workedOut,
      expected: { columns: ['rad', 'kolumn', 'minst', 'störst'], rows: [['A', 'uoplyst', 7, 7]] },
    },
    {
      title: 'Fyra dolda celler i en ruta har spelrum tills någon av dem blir noll',
      given: {
        columns: ['område', 'a', 'b', 'c', 'total'],
        rows: [
          ['norr', null, null, 5, 15],
          ['syd', null, null, 1, 15],
          ['total', 9, 15, 6, 30],
        ],
      },
      find: workedOut,
      expected: {
        columns: ['rad', 'kolumn', 'minst', 'störst'],
        rows: [
          ['norr', 'a', 0, 9],
          ['norr', 'b', 1, 10],
          ['syd', 'a', 0, 9],
          ['syd', 'b', 5, 14],
        ],
      },
    },
    {
      title: 'Är summan också dold finns ingen övre gräns',
      given: { columns: ['område', 'a', 'b', 'total'], rows: [['norr', null, 4, null]] },
      find: workedOut,
      expected: {
        columns: ['rad', 'kolumn', 'minst', 'störst'],
        rows: [
          ['norr', 'a', 0, null],
          ['norr', 'total', 4, null],
        ],
      },
    },
    {
      title: 'Visade tal som inte går ihop vägras',
      given: { columns: ['område', 'a', 'b', 'total'], rows: [['norr', 3, 4, 8]] },
      find: workedOut,
      expected: { refused: 'inconsistent-table' },
    },
    {
      title: 'Små ändringar mellan månader, räknade från den senast kända',
      given: {
        columns: ['månad', 'norr', 'syd', 'öst'],
        rows: [
          ['2024-01', 20, 30, 40],
          ['2024-02', 20, null, 45],
          ['2024-03', 22, 27, 50],
        ],
      },
      find: changesToldBy,
      expected: {
        columns: ['kolumn', 'från', 'till', 'ändring'],
        rows: [
          ['norr', '2024-02', '2024-03', 2],
          ['syd', '2024-01', '2024-03', -3],
        ],
      },
    },
  ],
}
