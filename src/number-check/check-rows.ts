import { cellPlace, type Grid, isMean, isPercent } from './check-columns.ts'
import { mendRows } from '../economy/mend-printed-row.ts'
import { stepOf } from '../economy/read-printed-table.ts'
import { printedTable } from './check-tables.ts'
import type { Finding } from './finding.ts'

/** What the rows have to do with each other: sums, and what there was, came, ended and is left. */
export function checkRows(grid: Grid): Finding[] {
  const { table } = grid
  if (table.rows.length < 3) return []
  return [...sums(grid), ...results(grid), ...balances(grid)]
}

/** "Summa" and perhaps of what; "Summa där ett utfall kan beräknas" is of some rows only. */
const isTotal = (label: string): boolean =>
  /^(?:summa|totalt?|sammanlagt|samtliga|alla)(?!\p{L})(?:[ ,]+[\p{L}-]+){0,4}[^\p{L}]*$/iu.test(label.trim()) &&
  !/(?<!\p{L})(?:där|som|med|utan|exkl\p{L}*|varav|för)(?!\p{L})/iu.test(label)
const isResult = (label: string): boolean =>
  /^(?:netto\p{L}*|resultat\p{L}*|avvikelse|differens|varav|saldo)(?!\p{L})/iu.test(label.trim())

type Told = { column: number; value: number; sum: number; fits: boolean }

/** Each total with the rows above it, back to the total before; a total that stands first, with the rows below it. */
function sums(grid: Grid): Finding[] {
  const { labels, table } = grid
  const totals = labels.flatMap((label, row) => (isTotal(label) ? [row] : []))
  return totals.flatMap((total, index) => {
    const from = (totals[index - 1] ?? -1) + 1
    const above = range(from, total)
    const parts = (above.length > 1 ? above : total === 0 ? range(1, totals[1] ?? labels.length) : []).filter(
      (row) => !table.rows[row]!.isPart && !/^varav/i.test(labels[row]!),
    )
    const plain = parts.filter((row) => !isResult(labels[row]!))
    if (plain.length < 2 || plain.some((row) => isMean(labels[row]!))) return []
    return judge(grid, total, plain)
  })
}

const range = (from: number, until: number): number[] =>
  Array.from({ length: Math.max(0, until - from) }, (_, at) => from + at)

/** A total that fits in no column is no sum of its rows; the rows are examples, or overlap. */
function judge(grid: Grid, total: number, parts: number[]): Finding[] {
  const { values, texts, labels, headings } = grid
  const mended = mendedValues(grid)
  const told = values.flatMap((column, at): Told[] => {
    const value = column[total] ?? null
    const own = parts.map((row) => column[row] ?? null)
    const filled = own.filter((each) => each !== null)
    if (value === null || filled.length < 2 || isMean(headings[at]!)) return []
    // An empty cell is nothing in a sum where the others are numbers; a word in it is not known.
    if (parts.some((row, place) => own[place] === null && !/^[-–—]?$/.test((texts[at]![row] ?? '').trim()))) return []
    const sum = add(filled)
    const step = stepOf([total, ...parts].map((row) => texts[at]![row] ?? ''))
    const tolerance =
      grid.isRounded || isPercent(grid, at) || step < 1 || Math.abs(value) >= 1000
        ? step * (filled.length / 2 + 0.5) * 1.000001
        : 1e-6
    const isFit = (one: number) => Math.abs(one - value) <= tolerance + 1e-9
    const right = add(parts.map((row) => mended[at]?.[row] ?? column[row] ?? 0))
    const difference = 2 * (filled[0] ?? 0) - sum
    // Rows by two divisions, such as with and without children and then women and men, have everybody twice.
    const isTwice = filled.length > 3 && sum > value * 1.5 && value > 0 && isFit(sum / Math.round(sum / value))
    return [{ column: at, value, sum, fits: isFit(sum) || isFit(right) || isFit(difference) || isTwice }]
  })
  const shares = told.filter(({ column }) => isPercent(grid, column))
  const counts = told.filter((each) => !shares.includes(each))
  const wrong = counts.filter(({ fits }) => !fits)
  const isNoSum = counts.length > 1 && wrong.length === counts.length
  const place = (column: number) => [
    cellPlace(grid, column, total),
    ...parts.map((row) => cellPlace(grid, column, row)),
  ]
  return [
    ...(isNoSum ? [] : wrong).map(({ column, sum }): Finding => ({
      ...{ kind: 'row-balance', severity: 'error', places: place(column), label: labels[total]!, rows: [] },
      ...{ printed: texts[column]![total]!, expected: sum },
    })),
    // Shares of a whole make a hundred; a share of all rows together is no sum.
    ...shares
      .filter(({ value, sum, fits }) => Math.abs(value - 100) < 0.05 && !fits && Math.abs(sum - 100) < 40)
      .map(({ column, sum }): Finding => ({
        ...{
          kind: 'share-sum',
          severity: 'error',
          places: place(column),
          label: labels[total]!,
          column: headings[column]!,
          sum,
        },
      })),
  ]
}

/** "Nettokostnad" or "Resultat" against the one row of revenue and the one of costs above it, whichever sign costs have. */
function results(grid: Grid): Finding[] {
  const { labels, values, texts, table } = grid
  const find = (words: RegExp) =>
    labels.flatMap((label, row) => (words.test(label.trim()) && !table.rows[row]!.isPart ? [row] : []))
  const [result, ...others] = find(/^(?:netto\p{L}*|(?:årets |periodens )?resultat)$/iu)
  const [income, ...incomes] = find(/^(?:summa |verksamhetens )?intäkter$/iu)
  const [costs, ...moreCosts] = find(/^(?:summa |verksamhetens )?kostnader$/iu)
  if (result === undefined || income === undefined || costs === undefined) return []
  if (others.length + incomes.length + moreCosts.length > 0 || income > result || costs > result) return []
  const told = values.flatMap((column, at): Told[] => {
    const [value, one, other] = [result, income, costs].map((row) => column[row] ?? null)
    if (
      value === null ||
      one === null ||
      other === null ||
      value === undefined ||
      one === undefined ||
      other === undefined
    )
      return []
    const step = stepOf([result, income, costs].map((row) => texts[at]![row] ?? '')) * 1.5
    const fits = [one + other, one - other, other - one].some((sum) => Math.abs(sum - value) <= step)
    return [{ column: at, value, sum: other < 0 ? one + other : value < 0 ? one - other : Math.abs(other - one), fits }]
  })
  const wrong = told.filter(({ fits }) => !fits)
  if (told.length > 1 && wrong.length === told.length) return []
  return wrong.map(({ column, sum }) => ({
    ...{ kind: 'row-balance', severity: 'error', label: labels[result]!, rows: [] },
    ...{ printed: texts[column]![result]!, expected: sum },
    places: [result, income, costs].map((row) => cellPlace(grid, column, row)),
  }))
}

const add = (numbers: number[]): number => Number(numbers.reduce((sum, each) => sum + each, 0).toFixed(6))

/** The numbers with what the checks of statements put right, so that one error is told once. */
function mendedValues({ table, values }: Grid): (number | null)[][] {
  const mended = mendRows(printedTable(table), null)
  return values.map((column, at) => column.map((value, row) => mended[row]?.values[at] ?? value))
}

const before =
  /^(?:ingående|vid (?:årets|periodens|månadens|\p{L}+) (?:början|ingång|start)|(?:antal )?(?:pågående |öppna )?(?:vid )?(?:1 januari|årets början|periodens början)|från föregående)|ingående (?:balans|saldo|antal|bestånd)|vid (?:årets|periodens|månadens) (?:början|ingång)|\bib\b/iu
const after =
  /^(?:utgående|vid (?:årets|periodens|månadens|\p{L}+) (?:slut|utgång)|kvarstående|kvar(?!\p{L}))|utgående (?:balans|saldo|antal|bestånd)|vid (?:årets|periodens|månadens) (?:slut|utgång)|\bub\b/iu
const came =
  /^(?:antal )?(?:nya|tillkom\p{L}*|inkom\p{L}*|startade|påbörjade|öppnade|inskrivna|inskrivningar|nyinskrivna|inledda|ökning|inflöde|nybeviljade|aktualiserade)(?!\p{L})/iu
const went =
  /^(?:antal )?(?:avslutade|avgång\p{L}*|avslut|utskrivna|utskrivningar|stängda|upphörda|lämnade|minskning|utflöde|avgångna)(?!\p{L})/iu

/** "Ingående, nya, avslutade, utgående" in each column. Silent when no column keeps it. */
function balances(grid: Grid): Finding[] {
  const { labels, values, texts } = grid
  const find = (words: RegExp) => labels.flatMap((label, row) => (words.test(label.trim()) ? [row] : []))
  const [start, end] = [find(before), find(after)]
  const [ins, outs] = [find(came).filter((row) => !start.includes(row)), find(went).filter((row) => !end.includes(row))]
  if (start.length !== 1 || end.length !== 1 || ins.length === 0 || outs.length === 0) return []
  const told = values.flatMap((column, at): Told[] => {
    const rows = [...start, ...ins, ...outs, ...end]
    if (rows.some((row) => (column[row] ?? null) === null)) return []
    const sum = add([
      column[start[0]!]!,
      ...ins.map((row) => column[row]!),
      ...outs.map((row) => -Math.abs(column[row]!)),
    ])
    const value = column[end[0]!]!
    return [
      { column: at, value, sum, fits: Math.abs(sum - value) <= 1e-6 + (stepOf([texts[at]![end[0]!]!]) < 1 ? 0.2 : 0) },
    ]
  })
  const wrong = told.filter(({ fits }) => !fits)
  if (told.length > 1 && wrong.length === told.length) return []
  const rows = [...start, ...ins, ...outs]
  return wrong.map(({ column, sum }) => ({
    ...{
      kind: 'row-balance',
      severity: 'error',
      label: labels[end[0]!]!,
      rows: rows.map((row) => `${labels[row]} ${texts[column]![row]}`),
    },
    ...{
      printed: texts[column]![end[0]!]!,
      expected: sum,
      places: [cellPlace(grid, column, end[0]!), ...rows.map((row) => cellPlace(grid, column, row))],
    },
  }))
}
