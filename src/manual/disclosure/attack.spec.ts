import { attack } from '../../calculations/disclosure/attack.ts'
import { loadSolver } from '../../calculations/disclosure/solver.ts'
import type { Spec, SpecTable } from '../spec.ts'
import { printedTable } from './printed-table.ts'

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

export const attackSpec: Spec = {
  id: 'attack',
  family: 'disclosure',
  title: 'Angrepp på publicerade tabeller',
  answers: 'Vad kan den som bara har de publicerade tabellerna räkna fram om de dolda cellerna?',
  definition: `För varje dold cell $i$ söks det minsta och det största heltal som den kan vara,

$$\\min x_i \\text{ och } \\max x_i \\quad\\text{då}\\quad Ax = b,\\; x \\ge 0,\\; x \\text{ heltal},$$

där $Ax = b$ är alla summor mellan cellerna i alla tabeller, med de visade cellerna insatta.
Är de lika är cellen avslöjad. Skiljer de mindre än 3 är den i praktiken det.
Tabeller som inte har någon gemensam finaste tabell binds samman av de celler de skulle ha haft där, som inte heller är negativa.`,
  choices: [
    'En cell som inte är tryckt är noll; en summa som inte är tryckt är okänd.',
    'En cell som en tabell döljer och en annan visar är känd.',
    'Dolda celler kan vara noll, om inte `--hidden-at-least-one` säger annat.',
    'Utan övre gräns är det största värdet null: ingen visad summa rymmer cellen.',
  ],
  notWhen: [
    'Avrundade tabeller: summorna går inte ihop, och angreppet vägrar. Där gäller avrundningens eget skydd.',
    'Månad mot månad: inga summor binder månaderna, men skillnader mellan dem säger ändå något.',
  ],
  sources: [
    'Fischetti & Salazar (2001), Management Science 47(7)',
    'Hundepool m.fl. (2012), Statistical Disclosure Control, avsnitt 4.4',
  ],
  command: 'utfall calculate attack --file tabell.csv --file tidigare.csv',
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
  ],
}
