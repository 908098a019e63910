import { primaryCounts } from '../../calculations/disclosure/primary-rules.ts'
import { protect, usualProtection } from '../../calculations/disclosure/protect.ts'
import { loadSolver } from '../../calculations/disclosure/solver.ts'
import type { Spec, SpecTable } from '../spec.ts'
import { printedTable, withSums } from './printed-table.ts'

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

export const suppressionSpec: Spec = {
  id: 'suppression',
  family: 'disclosure',
  title: 'Dölja små antal i tabeller',
  answers:
    'Vilka celler måste döljas för att inget litet antal ska kunna läsas eller räknas fram ur de tabeller som publiceras, och hur få räcker det med?',
  definition: `Först döljs de celler som i sig är för små: antal från 1 till ett under gränsen (primära).
Sedan väljs de billigaste cellerna därutöver (sekundära), så att för *varje* dold cell $i$, primär eller sekundär,

$$\\max x_i - \\min x_i \\ge 3, \\qquad Ax = b,\\; x \\ge 0,\\; x \\text{ heltal},$$

där $Ax = b$ är alla summor mellan cellerna med de visade insatta: delar och summor i alla tabeller tillsammans, även de celler som tabellerna delar.
En cell kostar 1 plus roten ur sin andel av det största antalet, en nolla 8.
Valet görs som heltalsproblem med skärande plan: välj, angrip, lägg till ett villkor för varje cell som gick att räkna fram, och börja om.`,
  choices: [
    'Gräns: antal 1–4 döljs (`--threshold 5`). Nollor visas; `--hide-zeros` döljer också dem.',
    'Bredd: minst fyra olika värden ska vara möjliga för varje dold cell.',
    'Läsaren antas inte veta att dolda celler är minst 1. `--hidden-at-least-one` skyddar även mot den som vet det, och döljer då aldrig nollor.',
    'Alla summor publiceras. En summa döljs bara när det är billigare eller enda sättet; är allt smått döljs även totalen.',
    'Saknat värde är en egen kategori, ”(saknas)”.',
  ],
  notWhen: [
    'Tabeller med fria filter eller som visas varje månad: skillnaden mellan två tabeller visar vilka som kom till. Använd cell key-metoden eller kvartal.',
    'Fler tabeller ur samma uppgifter publiceras senare: skydda dem tillsammans med de tidigare, och pröva med `attack`.',
    'Belopp: regeln (n, k) = (1, 85 %) och p % = 10 avgör då vilka celler som är primära, och bredden ska vara en andel av beloppet.',
    'Alla i en grupp har samma egenskap: då avslöjar även ett stort antal var och en. Slå ihop kategorier.',
  ],
  sources: [
    'Fischetti & Salazar (2001), Solving the cell suppression problem on tabular data with linear constraints, Management Science 47(7)',
    'Hundepool m.fl. (2012), Statistical Disclosure Control, kapitel 4',
    'Langsrud (2024), Secondary cell suppression by Gaussian elimination, Privacy in Statistical Databases',
  ],
  command: 'utfall calculate protect --file hushall.csv --dimensions hinder,hushallstyp',
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
  ],
}
