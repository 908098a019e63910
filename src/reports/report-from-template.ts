import type { Figures } from '../analysis/figures.ts'
import { addMonths } from '../values/month.ts'
import { periodInWords } from '../values/period.ts'
import { actionSections } from './action-sections.ts'
import { assembleDocument, type Block, type Document, type Section } from './document.ts'
import { figureTable, indicatorTable, seriesChart, tableChart } from './figure-blocks.ts'
import { definitionsOf } from './follow-up-report.ts'
import { instantText } from './instant-text.ts'
import { noteBlocks, promiseBlocks, shownNotes } from './promise-blocks.ts'
import type { OtherPeriod, ReportInput, TemplatePart, TemplateSection, TextPart } from './template.ts'
import { templateText } from './template.text.ts'
import { suggestedBlocks } from './text-blocks.ts'

/**
 * A report as its template says, with what has been written in it.
 *
 * A table, an indicator or a chart without figures is left out, and so is a heading of level 3 with nothing under it;
 * a numbered heading stays, and says that nothing is written there. Throws when a number of a text names a definition
 * that the figures have not: see `missingIn`, which tells the writer before.
 */
export function reportFromTemplate(input: ReportInput): Document {
  const { template, figures, createdAt, title = template.name, committee, signed } = input
  const period = wordsOf(figures)
  const known = figures.knownAt ? templateText.asKnown(instantText(figures.knownAt)) : ''
  const sections = template.sections.flatMap((section) => sectionsOf(section, input))
  return assembleDocument(
    {
      title,
      subtitle: period.charAt(0).toLocaleUpperCase('sv') + period.slice(1) + known,
      municipality: figures.municipality,
      period: { from: figures.from, to: figures.to },
      createdAt,
      ...(committee && { committee }),
      ...(signed && { signed }),
      ...(sections.filter(isNumbered).length >= fewestForContents && { frontPage: true as const }),
      sections: withoutGaps(sections.filter(hasItsPlace)).map((section, at, all) =>
        saysSomething(section, all[at + 1]),
      ),
    },
    [figures, ...Object.values(input.others ?? {})].flatMap(definitionsOf),
  )
}

type IndicatorPart = Extract<TemplatePart, { kind: 'indicators' }>

/** Below this a reader finds the way without a table of contents. */
const fewestForContents = 8

/** The section, and what a part makes sections of its own of. */
export function sectionsOf(section: TemplateSection, input: ReportInput): Section[] {
  const { heading, level, parts } = section
  const sections: Section[] = [{ heading, level, blocks: [] }]
  for (const part of parts) {
    if (part.kind === 'actions') sections.push(...actionSections(input, level))
    else sections.at(-1)!.blocks.push(...partBlocks(part, section, input))
  }
  return sections
}

/** What a part of a section comes to. */
export function partBlocks(
  part: TemplatePart,
  { key, level }: Pick<TemplateSection, 'key' | 'level'>,
  input: ReportInput,
): Block[] {
  switch (part.kind) {
    case 'text':
      return textOf(part, input)
    case 'tables':
      return part.ids.flatMap((id) => tableBlocks(id, part.period, input))
    case 'indicators':
      return indicatorBlocks(key, part, input)
    case 'chart':
      return chartOf(part.id, part.period, input)
    case 'promises':
      return promiseBlocks(part, input)
    case 'notes':
      return noteBlocks(part.of, input)
    case 'actions':
      return actionSections(input, level).flatMap(({ blocks }) => blocks)
  }
}

export const textOf = ({ key, suggestion }: TextPart, { texts, figures }: ReportInput): Block[] => [
  ...(texts.get(key) ?? suggestedBlocks(suggestion, figures)),
]

function tableBlocks(id: string, period: OtherPeriod | undefined, input: ReportInput): Block[] {
  const tables = figuresOf(period, input)?.tables ?? []
  return tables
    .filter((table) => table.id === id && table.rows.length > 0)
    .flatMap((table): Block[] => [
      figureTable(named(table, period, input)),
      ...(table.comment ? [{ kind: 'paragraph' as const, content: [table.comment] }] : []),
    ])
}

function indicatorBlocks(section: string, { ids, caption, period }: IndicatorPart, input: ReportInput): Block[] {
  const known = figuresOf(period, input)?.indicators ?? []
  const chosen = ids.flatMap((id) => known.find((each) => each.id === id) ?? [])
  const { name } = named({ name: caption }, period, input)
  return chosen.length > 0 ? [indicatorTable(`${section}-indicators`, name, chosen)] : []
}

function chartOf(id: string, period: OtherPeriod | undefined, input: ReportInput): Block[] {
  const figures = figuresOf(period, input)
  const indicator = figures?.indicators.find((each) => each.id === id)
  if (indicator) return [seriesChart(indicator, shownNotes(input))].filter((chart) => chart !== null)
  const tables = figures?.tables.filter((table) => table.id === id) ?? []
  return tables.flatMap((table) => tableChart(named(table, period, input)))
}

const figuresOf = (period: OtherPeriod | undefined, { figures, others }: ReportInput): Figures | undefined =>
  period ? others?.[period] : figures

/** What is of another period than the report says which. */
function named<Part extends { name: string }>(part: Part, period: OtherPeriod | undefined, input: ReportInput): Part {
  const figures = period && figuresOf(period, input)
  return figures ? { ...part, name: `${part.name}, ${wordsOf(figures)}` } : part
}

const wordsOf = ({ from, to }: Figures): string => periodInWords({ from, until: addMonths(to, 1) })

const isNumbered = ({ level }: Section): boolean => level < 3

const hasItsPlace = (section: Section): boolean => isNumbered(section) || section.blocks.length > 0

/** No heading is more than one level below the one before it, or a screen reader would look for what is missing. */
function withoutGaps(sections: Section[]): Section[] {
  let before = 0
  return sections.map((section) => {
    before = Math.min(section.level, before + 1)
    return { ...section, level: before as Section['level'] }
  })
}

/** A numbered heading with nothing under it would look like a mistake of printing. */
function saysSomething(section: Section, next: Section | undefined): Section {
  const isParent = next !== undefined && next.level > section.level
  if (section.blocks.length > 0 || isParent) return section
  return { ...section, blocks: [{ kind: 'paragraph', content: [{ kind: 'emphasis', text: templateText.nothing }] }] }
}
