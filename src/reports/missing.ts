import type { Figures, FigureTable } from '../analysis/figures.ts'
import { largeVariance } from '../parameters/budget-limits.ts'
import { valueAt } from '../parameters/dated.ts'
import { largeDeviation } from '../parameters/volume-limits.ts'
import { type Block, definitionIdsOf, type Inline } from './document.ts'
import { definitionsOf } from './follow-up-report.ts'
import { missingText } from './missing.text.ts'
import { partBlocks, textOf } from './report-from-template.ts'
import type { ReportInput, TemplatePart, TemplateSection, TextPart } from './template.ts'
import { textBlocks } from './text-blocks.ts'

export type MissingKind = 'empty-text' | 'placeholder' | 'no-such-figure' | 'no-definition'

/** Something a report lacks. `stops`: it is not to be signed so. */
export type Missing = {
  kind: MissingKind
  /** Heading of the section. */
  section: string
  /** Key of the text part; null where it is nothing that somebody writes here. */
  part: string | null
  /** Swedish, a sentence. */
  text: string
  stops: boolean
}

/**
 * What is missing in a report, section by section: a text that must be written, also since a table beside it deviates much
 * (document 002: an empty comment), what was to be filled in (001-3), a figure that is not there, and a number without definition.
 * Pure.
 */
export const missingIn = (input: ReportInput): Missing[] =>
  input.template.sections.flatMap((section, at) =>
    section.parts.flatMap((part) => {
      const found = (kind: MissingKind, text: string, stops = true): Missing => ({
        ...{ kind, section: section.heading, text, stops },
        part: part.kind === 'text' ? part.key : null,
      })
      const blocks = partBlocks(part, section, input)
      return [
        ...(part.kind === 'text' ? emptyText(part, at, input).map((text) => found('empty-text', text)) : []),
        ...placeholdersIn(blocks).map((words) => found('placeholder', missingText.placeholder(words))),
        ...missingAddresses(blocks).map((address) => found('no-such-figure', missingText.noSuchFigure(address))),
        ...leftOut(part, input).map((address) => found('no-such-figure', missingText.leftOut(address), false)),
        ...undefinedIn(blocks, input).map((id) => found('no-definition', missingText.noDefinition(id))),
      ]
    }),
  )

/** Why a text part must not be empty, when it is. */
function emptyText(part: TextPart, at: number, input: ReportInput): string[] {
  if (part.required === 'no' || textOf(part, input).some(isSaid)) return []
  const { heading } = input.template.sections[at]!
  if (part.required === 'always') return [missingText.empty(heading)]
  const deviating = tablesBeside(input.template.sections, at).flatMap((id) =>
    input.figures.tables.filter((table) => table.id === id && !table.comment && deviates(table, input.figures)),
  )
  return deviating.length > 0
    ? [
        missingText.uncommented(
          heading,
          deviating.map(({ name }) => name),
        ),
      ]
    : []
}

const isSaid = (block: Block): boolean => {
  if (block.kind === 'paragraph') return block.content.some((part) => typeof part !== 'string' || part.trim() !== '')
  return block.kind !== 'list' || block.items.length > 0
}

/** Tables under the same numbered heading: a comment stands in a section of level 3 after the table it is about. */
function tablesBeside(sections: readonly TemplateSection[], at: number): string[] {
  const numbered = sections.map(({ level }) => level < 3)
  const first = numbered.lastIndexOf(true, at)
  const next = numbered.indexOf(true, at + 1)
  return sections
    .slice(Math.max(first, 0), next < 0 ? undefined : Math.max(next, at + 1))
    .flatMap(({ parts }) => parts)
    .flatMap((part) => (part.kind === 'tables' && !part.period ? part.ids : []))
}

/** Whether a row is far from its budget or its forecast, by the limits that hold when the period begins. */
function deviates({ columns, rows }: FigureTable, { from }: Figures): boolean {
  const at = (id: string) => columns.findIndex((column) => column.id === id)
  const [forecast, variance, budget] = [at('against-forecast'), at('variance'), at('budget')]
  const limit = valueAt(largeVariance, from)
  return rows.some(({ cells }) => {
    const off = Math.abs(cells[forecast]?.value ?? 0)
    const ore = Math.abs(cells[variance]?.value ?? 0)
    const share = ore / Math.abs(cells[budget]?.value || 1)
    return off >= valueAt(largeDeviation, from) || (ore >= limit.ore && share >= limit.share)
  })
}

/** `xx antal år`, `X antal`, `…`, `[belopp]`, `TBD`: what a writer leaves to be filled in later. */
const placeholder = new RegExp(
  [
    // A word of its own: Swedish letters count, so that `från personer` holds no `n personer`.
    String.raw`(?<![\p{L}\p{N}])(?:x{2,}|tbd|todo|[xn] (?:antal|stycken|st|personer|hushåll|procent|kronor|tkr))(?![\p{L}\p{N}])`,
    String.raw`\[[^\]]*\]|…|\.{3,}|_{3,}|\?{2,}`,
  ].join('|'),
  'giu',
)

const placeholdersIn = (blocks: Block[]): string[] =>
  blocks.flatMap(wordsIn).flatMap((words) => [...words.matchAll(placeholder)].map(([found]) => found))

/** Running text and the words of tables that people have written. */
function wordsIn(block: Block): string[] {
  const words = (content: Inline) =>
    content.flatMap((part) => (typeof part === 'string' ? [part] : 'text' in part ? [part.text] : []))
  if (block.kind === 'paragraph') return words(block.content)
  if (block.kind === 'list') return block.items.flatMap(words)
  return block.kind === 'table' && block.id.startsWith('promises-')
    ? block.rows.flatMap(({ label, cells }) => [label, ...words(cells)])
    : []
}

const missingAddresses = (blocks: Block[]): string[] =>
  blocks
    .flatMap((block) => (block.kind === 'paragraph' ? [block.content] : block.kind === 'list' ? block.items : []))
    .flat()
    .flatMap((part) => (typeof part === 'object' && part.kind === 'missing' ? [part.address] : []))

/** Of a suggestion that stands as it is, the figures whose paragraphs were left out: told, but nothing stops for them. */
function leftOut(part: TemplatePart, { texts, figures }: ReportInput): string[] {
  if (part.kind !== 'text' || texts.has(part.key)) return []
  return missingAddresses(textBlocks(part.suggestion, figures))
}

function undefinedIn(blocks: Block[], { figures, others }: ReportInput): string[] {
  const known = new Map(
    [figures, ...Object.values(others ?? {})].flatMap(definitionsOf).map(({ id, definition }) => [id, definition]),
  )
  return [...new Set(blocks.flatMap(definitionIdsOf))].filter((id) => !known.get(id)?.trim())
}
