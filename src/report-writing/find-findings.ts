import { createHash } from 'node:crypto'
import type { Block, Document, Inline } from '../reports/document.ts'
import { missingIn } from '../reports/missing.ts'
import type { ReportInput } from '../reports/template.ts'
import { checkNumbers } from './check-numbers.ts'
import { knownFigures } from './known-figures.ts'
import { findingText } from './report-writing.text.ts'
import { type KeptText, textPartsOf } from './written-report.ts'
import type { Comment } from './comments.queries.ts'
import type { Finding, FindingKind } from './writing-view.ts'

type Checked = { input: ReportInput; document: Document; texts: readonly KeptText[]; comments: readonly Comment[] }

/** All there is to see to before a report is signed, those that stop it first. */
export function findFindings(checked: Checked): Finding[] {
  const found = [
    ...missing(checked),
    ...numbers(checked),
    ...withheld(checked),
    ...notReady(checked),
    ...openComments(checked),
  ]
  return found.toSorted((one, other) => Number(other.stops) - Number(one.stops))
}

/** The same finding has the same key as long as it says the same of the same place. */
const finding = (kind: FindingKind, stops: boolean, found: Pick<Finding, 'section' | 'part' | 'text'>): Finding => ({
  key: createHash('sha256')
    .update(JSON.stringify([kind, found.section, found.part, found.text]))
    .digest('hex')
    .slice(0, 16),
  kind,
  stops,
  ...found,
})

const missing = ({ input }: Checked): Finding[] =>
  missingIn(input).map(({ stops, section, part, text }) => finding('missing', stops, { section, part, text }))

/** An error stops the signing; what is only unexplained is asked. */
function numbers({ input, document }: Checked): Finding[] {
  const parts = textPartsOf(input.template)
  return checkNumbers(document, knownFigures(input.figures)).map(({ section, severity, text }) =>
    finding('number', severity === 'error', {
      ...{ section, text },
      part: parts.find(({ heading }) => heading === section)?.key ?? null,
    }),
  )
}

/** A figure in a text that the reader will not see the value of. */
function withheld({ input, document }: Checked): Finding[] {
  const names = new Map(document.notes.map(({ id, name }) => [id, name]))
  return textPartsOf(input.template).flatMap(({ key, heading }) =>
    figuresIn(input.texts.get(key) ?? []).flatMap((cell) => {
      if (typeof cell === 'string' || cell.kind !== 'withheld') return []
      const isProtected = cell.reason === 'too-few' || cell.reason === 'reveals-another'
      const name = names.get(cell.definitionId) ?? ''
      const text = isProtected ? findingText.withheld(name) : findingText.unknown(name)
      return [finding('withheld', false, { section: heading, part: key, text })]
    }),
  )
}

const figuresIn = (blocks: readonly Block[]): Inline =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.content : block.kind === 'list' ? block.items.flat() : [],
  )

/** What must be written is to be marked as ready by somebody; that a text is empty is told as such. */
const notReady = ({ input, texts }: Checked): Finding[] => {
  const isWritten = (key: string) => (input.texts.get(key) ?? []).length > 0
  return textPartsOf(input.template)
    .filter(
      ({ key, required }) =>
        isWritten(key) && required === 'always' && texts.find(({ part }) => part === key)?.status !== 'ready',
    )
    .map(({ key, heading }) =>
      finding('not-ready', true, { section: heading, part: key, text: findingText.notReady(heading) }),
    )
}

function openComments({ input, comments }: Checked): Finding[] {
  const headings = new Map(textPartsOf(input.template).map(({ key, heading }) => [key, heading]))
  return comments
    .filter(({ settledBy }) => settledBy === null)
    .map(({ part, writtenBy }) =>
      finding('comment', false, {
        section: headings.get(part) ?? '',
        part,
        text: findingText.openComment(writtenBy ?? findingText.someone),
      }),
    )
}
