import type { Figures, FigureTable, IndicatorFigure } from '../analysis/figures.ts'
import type { ChartNote } from '../charts/marks.ts'
import { addMonths } from '../values/month.ts'
import { periodInWords } from '../values/period.ts'
import { assembleDocument, type Block, type Document, type Inline, type Note, type Section } from './document.ts'
import { figureTableBlocks, indicatorTable, seriesChart, splitTables, tableSentence } from './figure-blocks.ts'
import { changeCell, toKnownCell } from './figure-cells.ts'
import {
  type Chapter,
  chapters,
  isOfEach,
  remainingChapter,
  summaryIndicators,
  summaryTables,
} from './follow-up-sections.ts'
import { instantText } from './instant-text.ts'

/**
 * The follow-up of a period as a committee gets it: summary, volumes, households, obstacles, throughput and snapshot,
 * long-term receipt, economy, and every definition used as a note.
 *
 * Every indicator and table of the figures has a place in it. A chapter without figures is left out.
 * Children stand first in every table. Withheld figures are shown as withheld, with the reason below the table.
 * `createdAt` is a day or an instant. Charts of months mark the `notes`.
 */
export function followUpReport(figures: Figures, createdAt?: string, notes: readonly ChartNote[] = []): Document {
  const period = periodInWords({ from: figures.from, until: addMonths(figures.to, 1) })
  const known = figures.knownAt ? `, så som uppgifterna var kända ${instantText(figures.knownAt)}` : ''
  const last = remainingChapter(idsOf(figures.indicators), idsOf(figures.tables))
  return assembleDocument(
    {
      title: 'Uppföljning av ekonomiskt bistånd',
      subtitle: period.charAt(0).toLocaleUpperCase('sv') + period.slice(1) + known,
      municipality: figures.municipality,
      period: { from: figures.from, to: figures.to },
      ...(createdAt && { createdAt }),
      sections: [
        summary(figures, period),
        ...[...chapters, last].flatMap((chapter) => chapterSections(chapter, figures, notes)),
      ],
    },
    definitionsOf(figures),
  )
}

function summary(figures: Figures, period: string): Section {
  const items = [
    ...pick(figures.indicators, summaryIndicators).map(sentenceOf),
    ...pick(figures.tables, summaryTables).map((table): Inline => [tableSentence(table)]),
  ]
  const lead: Block = { kind: 'paragraph', content: [`Rapporten avser ${period}. ${dataReach(figures)}`] }
  return { heading: 'Sammanfattning', level: 1, blocks: items.length > 0 ? [lead, { kind: 'list', items }] : [lead] }
}

function dataReach({ dataFrom, dataTo }: Figures): string {
  if (!dataFrom || !dataTo) return 'Registret saknar uppgifter om utbetalningar.'
  return `Registret har uppgifter för ${periodInWords({ from: dataFrom, until: addMonths(dataTo, 1) })}.`
}

function sentenceOf(figure: IndicatorFigure): Inline {
  const { id, name, unit, comparison } = figure
  const now: Inline = [`${name}: `, toKnownCell(figure, unit, { definitionId: id })]
  if (!comparison || comparison.value === null || figure.value === null) return [...now, '.']
  const change = changeCell(figure, comparison, unit, id)
  const before = toKnownCell(comparison, unit, { definitionId: id })
  const compared: Inline = [...now, ' (samma månader året före: ', before]
  return change.kind === 'open' ? [...compared, ').'] : [...compared, ', förändring ', change, ').']
}

function chapterSections(chapter: Chapter, figures: Figures, notes: readonly ChartNote[]): Section[] {
  const indicators = pick(figures.indicators, chapter.indicators)
  const tables = [...pick(figures.tables, chapter.tables), ...figures.tables.filter(({ id }) => isOfEach(chapter, id))]
  if (indicators.length + tables.length === 0) return []
  const blocks = [...readingNote(chapter), ...indicatorBlocks(chapter, indicators, notes)]
  const first: Section = { heading: chapter.heading, level: 1, blocks }
  if (tables.length > 1) return [first, ...tables.map(tableSection)]
  return [{ ...first, blocks: [...blocks, ...tables.flatMap(figureTableBlocks)] }]
}

const readingNote = ({ readingNote: text }: Chapter): Block[] => (text ? [{ kind: 'reading-note', text }] : [])

function indicatorBlocks(
  { id, caption, chart }: Chapter,
  indicators: IndicatorFigure[],
  notes: readonly ChartNote[],
): Block[] {
  if (indicators.length === 0) return []
  const charts = indicators
    .filter((figure) => figure.id === chart)
    .flatMap((figure) => seriesChart(figure, notes) ?? [])
  return [indicatorTable(id, caption, indicators), ...charts, ...splitTables(id, caption, indicators)]
}

const tableSection = (table: FigureTable): Section => ({
  heading: table.name,
  level: 2,
  blocks: figureTableBlocks(table),
})

/** The figures with these ids that there are, in the order of the ids. */
const pick = <Item extends { id: string }>(items: Item[], ids: string[]): Item[] =>
  ids.flatMap((id) => items.find((item) => item.id === id) ?? [])

const idsOf = (items: { id: string }[]): string[] => items.map(({ id }) => id)

/** The definitions that numbers of a report may answer to. */
export const definitionsOf = ({ indicators, tables }: Figures): Omit<Note, 'number'>[] => [
  ...indicators.map((figure) => ({
    ...described(figure),
    numerator: figure.numeratorText,
    denominator: figure.denominatorText,
  })),
  ...tables.map(described),
]

const described = (figure: Pick<FigureTable, 'id' | 'name' | 'definition' | 'source' | 'definitionVersion'>) => ({
  id: figure.id,
  name: figure.name,
  definition: figure.definition,
  source: figure.source,
  version: figure.definitionVersion,
})
