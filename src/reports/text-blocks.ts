import type { Figures } from '../analysis/figures.ts'
import type { Block, Inline } from './document.ts'
import { parseReference, resolveReference } from './figure-reference.ts'

/**
 * A text with addresses of figures in braces as blocks: `I genomsnitt fick {households-per-month} hushåll …`.
 * Paragraphs are parted by an empty line. Lines that all begin with `- ` are a list, with `1. ` an ordered one.
 */
export const textBlocks = (text: string, figures: Figures): Block[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => blockOf(paragraph, figures))

/**
 * What a text part begins as: the template's suggestion without the paragraphs and items whose figures there are none of,
 * so that a municipality without a ledger is not told that its result is missing.
 */
export const suggestedBlocks = (suggestion: string, figures: Figures): Block[] =>
  textBlocks(suggestion, figures).flatMap((block): Block[] => {
    if (block.kind === 'paragraph') return isTold(block.content) ? [block] : []
    if (block.kind !== 'list') return [block]
    const items = block.items.filter(isTold)
    return items.length > 0 ? [{ ...block, items }] : []
  })

const itemMark = /^(?:-|\d+\.) /

function blockOf(paragraph: string, figures: Figures): Block {
  const lines = paragraph.split('\n').map((line) => line.trim())
  if (!lines.every((line) => itemMark.test(line)))
    return { kind: 'paragraph', content: inlineOf(lines.join(' '), figures) }
  const items = lines.map((line) => inlineOf(line.replace(itemMark, ''), figures))
  return { kind: 'list', items, ...(/^\d/.test(paragraph) && { ordered: true as const }) }
}

/** One address, or a figure that is missing. A brace that holds no address is text. */
function inlineOf(text: string, figures: Figures): Inline {
  return text.split(/(\{[^{}]+\})/).flatMap((part): Inline => {
    if (part === '') return []
    const reference = part.startsWith('{') ? parseReference(part.slice(1, -1)) : null
    if (!reference) return [part]
    return [resolveReference(figures, reference) ?? { kind: 'missing', address: part.slice(1, -1) }]
  })
}

const isTold = (content: Inline): boolean => content.every((part) => typeof part === 'string' || !saysNothing(part))

/** Withheld for so few is something to say; what is not known, or cannot be, is not. */
function saysNothing(part: Exclude<Inline[number], string>): boolean {
  if (part.kind === 'withheld') return part.reason !== 'too-few' && part.reason !== 'reveals-another'
  return part.kind === 'missing' || part.kind === 'open'
}
