import { checkAgainst, type KnownFigure } from '../number-check/check-against.ts'
import { checkDocument } from '../number-check/check-document.ts'
import type { FindingKind, Severity } from '../number-check/finding.ts'
import { findingSentence } from '../number-check/findings.text.ts'
import { partOf, type TextBlock } from '../number-check/text-document.ts'
import { cellText, inlineText } from '../reports/cell-text.ts'
import type { Block, Document } from '../reports/document.ts'

export type CheckedNumber = { section: string; severity: Severity; text: string }

/** Told with its place by `reports/missing.ts`. */
const toldElsewhere: readonly FindingKind[] = ['placeholder', 'no-comment']

/**
 * What the numbers in a report's running text cannot be, given each other, the tables beside and the register. The tables themselves are
 * worked out and not typed, so nothing is said of them.
 */
export function checkNumbers({ sections, period }: Document, known: KnownFigure[]): CheckedNumber[] {
  const lines = sections.flatMap(({ heading, blocks }) =>
    [partOf('heading', heading, 0), ...blocks.flatMap(textBlocks)].map((block) => ({ section: heading, block })),
  )
  const text = { blocks: lines.map(({ block }) => block) }
  const { findings } = checkDocument(text, period.to)
  return [...findings, ...checkAgainst(text, known)].flatMap((finding) => {
    const line = lines[finding.places[0]?.block ?? -1]
    if (!line || line.block.kind === 'table' || toldElsewhere.includes(finding.kind)) return []
    return [{ section: line.section, severity: finding.severity, text: findingSentence(finding) }]
  })
}

function textBlocks(block: Block): TextBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return [partOf('paragraph', inlineText(block.content), 0)]
    case 'list':
      return block.items.map((item) => partOf('paragraph', inlineText(item), 0))
    case 'table':
      return [
        {
          kind: 'table',
          heading: [block.rowHeading, ...block.columns],
          rows: block.rows.map(({ label, kind, cells }) => ({
            line: 0,
            cells: [label, ...cells.map(cellText)],
            ...(kind === 'of-which' && { isPart: true as const }),
          })),
        },
      ]
    // What a chart or a note says is made of the same figures, by the program.
    case 'chart':
    case 'reading-note':
      return []
  }
}
