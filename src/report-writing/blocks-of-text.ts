import type { Node } from 'prosemirror-model'
import type { Figures } from '../analysis/figures.ts'
import type { Block, Inline } from '../reports/document.ts'
import { parseReference, resolveReference } from '../reports/figure-reference.ts'
import { addressOf } from './text-schema.ts'

/** What somebody has written, as blocks of a report: every figure as data with its definition, or told to be missing. */
export function blocksOfText(text: Node, figures: Figures): Block[] {
  return text.children.flatMap((block): Block[] => {
    if (block.type.name === 'bullet_list') {
      const items = block.children.map((item) => itemOf(item, figures)).filter(isSaid)
      return items.length > 0 ? [{ kind: 'list', items }] : []
    }
    const content = inlineOf(block, figures)
    return isSaid(content) ? [{ kind: 'paragraph', content }] : []
  })
}

/** The paragraphs of an item on one line. */
const itemOf = (item: Node, figures: Figures): Inline =>
  item.children
    .map((paragraph) => inlineOf(paragraph, figures))
    .reduce((line, next) => (line.length === 0 ? next : [...line, ' ', ...next]), [])

const inlineOf = (paragraph: Node, figures: Figures): Inline =>
  paragraph.children.map((part): Inline[number] => {
    if (part.isText) return emphasised(part)
    const address = addressOf(part)
    const reference = parseReference(address)
    return (reference && resolveReference(figures, reference)) ?? { kind: 'missing', address }
  })

/** A report has one kind of emphasis at a time: what is both is strong. */
function emphasised({ text = '', marks }: Node): Inline[number] {
  const names = marks.map((mark) => mark.type.name)
  if (names.includes('strong')) return { kind: 'strong', text }
  return names.includes('em') ? { kind: 'emphasis', text } : text
}

const isSaid = (content: Inline): boolean => content.some((part) => typeof part !== 'string' || part.trim() !== '')
