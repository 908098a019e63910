import type { Figures } from '../analysis/figures.ts'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { inlineText } from '../reports/cell-text.ts'
import type { Cell } from '../reports/document.ts'
import { writeReference } from '../reports/figure-reference.ts'
import { knownFigure } from './known-figure.ts'
import type { FigureChoice, PromiseChoices } from './promises-view.ts'

/** What can be chosen when a promise or a note is written: figures by name, and what others have been written with. */
export function choicesOf(
  figures: Figures | null,
  promises: readonly CatalogueEntry<'promise'>[],
): Omit<PromiseChoices, 'today'> {
  return {
    figures: figures ? figureChoices(figures) : [],
    owners: inOrder(promises.map(({ body }) => body.owner)),
    committees: inOrder(promises.flatMap(({ body }) => body.committees)),
    headings: inOrder(promises.flatMap(({ body }) => body.heading ?? [])),
    drawn: figures ? [...figures.indicators, ...figures.tables].map(({ id, name }) => ({ id, name })) : [],
  }
}

/** Every indicator, for women and for men, and every cell that counts something. Months of the accounts would be hundreds. */
function figureChoices(figures: Figures): FigureChoice[] {
  const indicators = figures.indicators.flatMap(({ id }) => [
    id,
    `${id}[gender=woman]`,
    `${id}[gender=man]`,
    `${id}:change`,
  ])
  const cells = figures.tables
    .filter(({ id }) => !byMonth.has(id))
    .flatMap(({ id, rows, columns }) =>
      rows.flatMap((row) =>
        columns.map((column, at) => {
          const scale = row.cells[at]?.unit === 'ore' ? ('tkr' as const) : null
          return writeReference({ of: 'cell', table: id, row: row.id, column: column.id, scale })
        }),
      ),
    )
  return [...indicators, ...cells].flatMap((address) => {
    const figure = knownFigure(figures, address)
    if (!figure || neverShown(figure.cell)) return []
    return [{ address, name: figure.name, now: inlineText([figure.cell]), unit: figure.unit }]
  })
}

/** What there can be no number in. One that is not known yet may come. */
const neverShown = (cell: Cell): boolean =>
  cell.kind === 'open' || cell.kind === 'text' || (cell.kind === 'withheld' && cell.reason === 'not-applicable')

const byMonth = new Set(['statement-by-month', 'ledger-reconciliation'])

const inOrder = (texts: readonly string[]): string[] =>
  [...new Set(texts)].toSorted((one, other) => one.localeCompare(other, 'sv'))
