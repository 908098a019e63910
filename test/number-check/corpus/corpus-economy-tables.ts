import { off, rounded, transposed } from './corpus-numbers.ts'
import { type CorpusTable, type Figure, figure, type Piece, type Row, wrong } from './corpus-text.ts'
import type { World } from './corpus-world.ts'

const costRows = [
  'ekonomiskt bistånd',
  'köpt huvudverksamhet (placeringar)',
  'personalkostnader',
  'lokalkostnader',
  'konsulter',
  'övriga kostnader',
  'material och tjänster',
]
const sum = (values: number[]): number => values.reduce((total, each) => total + each, 0)
const inTkr = (kronor: number): number => rounded(kronor / 1000)

/** A row of kronor, printed in tkr each rounded by itself: its parts and differences may be 1 from what the printed ones give. */
type Line = { label: string; actual: number; budget: number; isPart?: boolean; isSum?: boolean }

function lineOf(world: World, label: string, low: number, high: number): Line {
  const actual = -world.between(low * 1000, high * 1000)
  return { label, actual, budget: Math.round(actual * (0.75 + 0.5 * world.random.next())), isPart: true }
}

const added = (label: string, lines: Line[]): Line => ({
  label,
  actual: sum(lines.map(({ actual }) => actual)),
  budget: sum(lines.map(({ budget }) => budget)),
})

function statementRow({ pen, random }: World, { label, actual, budget, isPart, isSum }: Line): Row {
  const [a, b, v] = [inTkr(actual), inTkr(budget), inTkr(actual - budget)]
  const lost = isPart && a < 0 ? wrong('lost minus', pen.cell(-a)) : []
  const gone = isSum ? wrong('sum', pen.cell(off(random, a, 40))) : []
  return {
    label: isPart ? `varav ${label}` : label,
    cells: [
      figure(pen.cell(a), ...lost, ...gone, ...transposed(a, 18, pen.cell)),
      pen.cell(b),
      figure(pen.signed(v), ...wrong('difference', pen.signed(off(random, v, 40))), ...transposed(v, 18, pen.signed)),
    ],
    ...(isPart ? { isPart } : {}),
  }
}

/** Income, costs, of which…, and the sum; the statement that committees print every tertial. */
export function statement(world: World): { table: CorpusTable; varianceTkr: number } {
  const { one, period, year, random } = world
  const start = world.between(0, 2)
  const parts = costRows.slice(start, start + world.between(3, 5)).map((label) => lineOf(world, label, 1200, 29000))
  const costs = added('Verksamhetens kostnader', parts)
  const income = { ...lineOf(world, 'Verksamhetens intäkter', 2000, 15000), isPart: false }
  const [actual, budget] = [-income.actual, -income.budget]
  const incomes = { label: income.label, actual, budget }
  const whole = { ...added(one(['Summa', 'Nettokostnad', 'Summa']), [incomes, costs]), isSum: true }
  const rows = [incomes, costs, ...parts, whole].map((each) => statementRow(world, each))
  const table: CorpusTable = {
    ...{ kind: 'table', genre: 'operating statement', caption: 'Driftsredovisning, nettoresultat (tkr)' },
    heading: ['', `Utfall per ${period.until} ${year}`, `Budget per ${period.until} ${year}`, 'Avvikelse'],
    rows,
    ...(random.next() < 0.6
      ? { note: 'Belopp i tkr. Avrundning kan göra att summor inte stämmer på tusentalet.' }
      : {}),
  }
  return { table, varianceTkr: inTkr(whole.actual - whole.budget) }
}

/** Budgets that sum, as in a plan for a project. */
export function budgetLines(world: World): CorpusTable {
  const { pen, random, one, between } = world
  const labels = ['Personal', 'Konsulter', 'Datorer', 'Lokaler', 'Resor', 'Utbildning', 'Övrigt']
  const values = labels.slice(0, between(3, 7)).map(() => between(2, 150) * 10)
  const total = sum(values)
  return {
    ...{ kind: 'table', genre: 'budget that sums', caption: one(['Projektbudget (tkr)', 'Kostnadskalkyl (tkr)']) },
    heading: ['Post', 'Belopp'],
    rows: [
      ...values.map((value, at) => ({ label: labels[at]!, cells: [pen.cell(value)] })),
      {
        label: 'Summa',
        cells: [
          figure(
            pen.cell(total),
            ...wrong('sum', pen.cell(off(random, total / 10, 3) * 10)),
            ...transposed(total, 20, pen.cell),
          ),
        ],
      },
    ],
  }
}

/** Nothing spent yet: the variance is the budget with the other sign. */
export function investments(world: World): CorpusTable {
  const { pen, between, period, year, random } = world
  const labels = ['Digitalisering', 'Möbler och inventarier', 'Arbetsmiljöinvesteringar', 'Fordon']
  const lines = labels.slice(0, between(3, 4)).map((label) => {
    const budget = -between(60, 900)
    const actual = world.chance(0.4) ? 0 : -between(20, 900)
    return { label, budget, actual }
  })
  const whole = added('Summa', lines)
  const cells = ({ actual, budget }: { actual: number; budget: number }, isSum: boolean): Piece[] => {
    const v = actual - budget
    return [
      isSum && actual !== 0
        ? figure(pen.cell(actual), ...wrong('sum', pen.cell(off(random, actual, 40))))
        : pen.cell(actual),
      isSum ? figure(pen.cell(budget), ...wrong('sum', pen.cell(off(random, budget, 40)))) : pen.cell(budget),
      figure(pen.signed(v), ...wrong('difference', pen.signed(off(random, v, 40)))),
    ]
  }
  return {
    ...{ kind: 'table', genre: 'investments', caption: 'Investeringsredovisning (tkr)' },
    heading: ['Projekt', `Utfall per ${period.until} ${year}`, `Budget ${year}`, 'Avvikelse'],
    rows: [...lines, whole].map((line) => ({ label: line.label, cells: cells(line, line === whole) })),
  }
}

const actionNames = [
  'Mottagningsfunktion',
  'Socialläkare',
  'Jobbspår för unga',
  'Kontroll av utbetalningar',
  'Samlad hyresrådgivning',
  'Coach inom en vecka',
]

/** What each action is reckoned to save: persons × kronor a month × months, in tkr, and their sum. */
export function actionList(world: World): CorpusTable {
  const { pen, between, random } = world
  const lines = actionNames.slice(0, between(3, 6)).map((label) => {
    const [persons, kr, months] = [between(5, 60), between(40, 110) * 100, between(2, 11)]
    return { label, persons, kr, months, kronor: persons * kr * months }
  })
  const amount = (kronor: number, kind: 'product' | 'sum'): Figure =>
    figure(pen.cell(inTkr(kronor)), ...wrong(kind, pen.cell(off(random, inTkr(kronor), 40))))
  const total = sum(lines.map(({ kronor }) => kronor))
  return {
    ...{ kind: 'table', genre: 'list of actions', caption: 'Åtgärder och beräknad besparing' },
    heading: ['Åtgärd', 'Antal personer', 'Kronor per månad', 'Antal månader', 'Besparing (tkr)'],
    rows: [
      ...lines.map(({ label, persons, kr, months, kronor }) => ({
        label,
        cells: [pen.cell(persons), pen.cell(kr), pen.cell(months), amount(kronor, 'product')],
      })),
      { label: 'Summa', cells: ['', '', '', amount(total, 'sum')] },
    ],
  }
}

/** Amounts by month, and what they come to. */
export function monthly(world: World): CorpusTable {
  const { pen, between, random, committee } = world
  const labels = committee.units.slice(0, between(2, 3)).map((unit) => unit)
  const rows = labels.map((label) => {
    const months = [0, 1, 2, 3].map(() => between(300, 4000))
    const total = sum(months)
    const right = figure(
      pen.cell(total),
      ...wrong('sum', pen.cell(off(random, total, 60))),
      ...transposed(total, 18, pen.cell),
    )
    return { label, cells: [...months.map(pen.cell), right] }
  })
  return {
    ...{ kind: 'table', genre: 'months', caption: 'Inköp per månad (tkr)' },
    heading: ['', 'Januari', 'Februari', 'Mars', 'April', 'Totalt'],
    rows,
  }
}
