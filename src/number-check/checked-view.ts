import type { Month } from '../values/month.ts'
import { checkAgainst, type KnownFigure } from './check-against.ts'
import { checkDocument } from './check-document.ts'
import type { FindingKind, Severity } from './finding.ts'
import { findingLabel, findingSentence } from './findings.text.ts'
import { lineOf, type Place, type TextBlock, type TextDocument } from './text-document.ts'

export type ToldFinding = {
  kind: FindingKind
  severity: Severity
  /** The row of a table; '' in running text. */
  label: string
  /** One sentence. */
  text: string
  line: number
  places: Place[]
}

/** A text that has been checked, to be shown beside its findings. */
export type CheckedView = {
  findings: ToldFinding[]
  numbers: number
  tables: number
  /** The text as it was read, each block with its place in it; of a long text only what has findings. */
  blocks: { at: number; block: TextBlock }[]
  isWhole: boolean
}

/** More than this is too much to show on a page. */
const shownCharacters = 150_000

/** Checks a text against itself, and against the figures of the register when there are any, and puts the findings into words. */
export function checkedView(document: TextDocument, at: Month, known: KnownFigure[] = []): CheckedView {
  const { findings: own, numbers, tables } = checkDocument(document, at)
  const findings = [...own, ...checkAgainst(document, known)]
  const marked = new Set(findings.flatMap(({ places }) => places.map(({ block }) => block)))
  const isWhole = document.blocks.reduce((sum, block) => sum + lengthOf(block), 0) <= shownCharacters
  return {
    findings: findings.map((finding) => ({
      ...{ kind: finding.kind, severity: finding.severity, places: finding.places },
      ...{ label: findingLabel(finding), text: findingSentence(finding), line: lineOf(document, finding.places[0]!) },
    })),
    ...{ numbers, tables, isWhole },
    blocks: document.blocks.flatMap((block, index) => (isWhole || marked.has(index) ? [{ at: index, block }] : [])),
  }
}

const lengthOf = (block: TextBlock): number =>
  block.kind === 'table' ? block.rows.reduce((sum, { cells }) => sum + cells.join('').length, 0) : block.text.length
