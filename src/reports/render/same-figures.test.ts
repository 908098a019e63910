import { strFromU8, unzipSync } from 'fflate'
import fc from 'fast-check'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { sampleFigures } from '../../../test/support/sample-figures.ts'
import { sampleInput } from '../../../test/support/sample-report.ts'
import type { Figures, FigureValue } from '../../analysis/figures.ts'
import { toThousands } from '../../values/money.ts'
import { assembleDocument, type Cell, definitionIdsOf, type Document, type Table } from '../document.ts'
import { printOut } from '../print-out.ts'
import { reportFromTemplate } from '../report-from-template.ts'
import { builtInTemplates } from '../templates/templates.ts'
import { renderDocx } from './docx.ts'
import { renderHtml } from './html.ts'
import { renderXlsx } from './xlsx.ts'

/** Figures of the same shape with any values, some of them withheld. */
const someFigures: fc.Arbitrary<Figures> = fc
  .infiniteStream(
    fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -9_000_000, max: 90_000_000 }) }, fc.constant('x')),
  )
  .map((values) => {
    const next = <Figure extends FigureValue>({ withheld: _, ...figure }: Figure) => {
      const value = values.next().value
      return typeof value === 'number'
        ? { ...figure, value, numerator: value, denominator: 1 }
        : { ...figure, value: null, numerator: null, denominator: null, withheld: 'too-few' as const }
    }
    const figures = sampleFigures()
    return {
      ...figures,
      indicators: figures.indicators.map((figure) => ({
        ...next(figure),
        ...(figure.splits && { splits: figure.splits.map(next) }),
      })),
      tables: figures.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(next) })),
      })),
    }
  })
const someReport = fc
  .tuple(fc.constantFrom(...Object.values(builtInTemplates)), someFigures)
  .map(([template, figures]) => reportFromTemplate(sampleInput(template, { figures })))

const tablesOf = ({ sections }: Document): Table[] =>
  sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'table')
const bare = (text: string) => text.replace(/[\s\u00a0]+/g, '')
const plain = (markup: string) =>
  bare(
    markup
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  )

const rowsOf = (document: Document) =>
  printOut(document)
    .sections.flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' ? block.rows : []))
    .map(({ label, cells }) => bare([label.text, ...label.notes.map((note) => `[${note}]`), ...cells].join('')))

test('every number of every template has its definition in the notes, and without it no report is made', () =>
  fc.assert(
    fc.property(someReport, ({ notes, ...content }) => {
      const used = new Set(content.sections.flatMap(({ blocks }) => blocks.flatMap(definitionIdsOf)))
      expect([...used]).toEqual(notes.map(({ id }) => id))
      for (const { definition } of notes) expect(definition.trim()).not.toBe('')
      for (const [at, { id }] of notes.entries())
        expect(() =>
          assembleDocument(
            content,
            notes.filter((_, index) => index !== at),
          ),
        ).toThrow(id)
    }),
    { seed: 4, numRuns: 60 },
  ))

test('a row is the same on the web page and in Word, whatever its numbers', () =>
  fc.assert(
    fc.asyncProperty(someReport, async (document) => {
      const html = plain(renderHtml(document))
      const { frontPage: _, ...withoutContents } = document
      const parts = unzipSync(await renderDocx(withoutContents))
      const word = plain(strFromU8(parts['word/document.xml']!))
      for (const row of rowsOf(document)) {
        expect(html).toContain(row)
        expect(word).toContain(row)
      }
    }),
    { seed: 5, numRuns: 6 },
  ))

/** What a cell of the workbook holds: a number where the report has one, as precise as the report shows it. */
function expectedCell(cell: Cell): unknown {
  switch (cell.kind) {
    case 'count':
      return cell.count
    case 'thousands':
      return toThousands(cell.ore)
    case 'kronor':
      return cell.ore / 100
    case 'decimal':
      return cell.number
    case 'share':
      return cell.share
    case 'points':
      return cell.share * 100
    case 'text':
    case 'withheld':
    case 'open':
      return expect.anything()
  }
}

test('the workbook has the numbers of every table as numbers', () =>
  fc.assert(
    fc.asyncProperty(someReport, async (document) => {
      const file = Buffer.from(await renderXlsx(document))
      for (const [at, { rows, columns }] of tablesOf(document).entries()) {
        const sheet = await readSheet(file, `Tabell ${at + 1}`)
        for (const [index, { cells }] of rows.entries()) {
          const found = sheet[4 + index]!.slice(1, columns.length + 1)
          for (const [column, cell] of cells.entries())
            if (cell.kind !== 'open') expect(found[column]).toEqual(expectedCell(cell))
        }
      }
    }),
    { seed: 6, numRuns: 5 },
  ))
