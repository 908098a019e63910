import type { Node } from 'prosemirror-model'
import type { Figures } from '../analysis/figures.ts'
import { parseReference } from '../reports/figure-reference.ts'
import { suggestedBlocks } from '../reports/text-blocks.ts'
import { textSchema } from './text-schema.ts'

const itemMark = /^(?:-|\d+\.) /

/**
 * The suggestion of a template as a text to go on with, its `{addresses}` as live figures. What names figures that there are
 * none of is left out, as in a report that nobody has written in (`reports/text-blocks.ts`).
 */
export function suggestedText(suggestion: string, figures: Figures): Node {
  const blocks = suggestion.split(/\n\s*\n/).flatMap((paragraph) => blocksOf(paragraph.trim(), figures))
  return textSchema.node('doc', null, blocks.length > 0 ? blocks : [textSchema.node('paragraph')])
}

function blocksOf(paragraph: string, figures: Figures): Node[] {
  const lines = paragraph.split('\n').map((line) => line.trim())
  const isTold = (text: string) => suggestedBlocks(text, figures).length > 0
  if (!lines.every((line) => itemMark.test(line))) return isTold(paragraph) ? [paragraphOf(lines.join(' '))] : []
  const items = lines.filter(isTold).map((line) => paragraphOf(line.replace(itemMark, '')))
  if (items.length === 0) return []
  return [
    textSchema.node(
      'bullet_list',
      null,
      items.map((item) => textSchema.node('list_item', null, [item])),
    ),
  ]
}

const paragraphOf = (text: string): Node =>
  textSchema.node(
    'paragraph',
    null,
    text.split(/(\{[^{}]+\})/).flatMap((part) => {
      if (part === '') return []
      const address = part.startsWith('{') ? part.slice(1, -1) : null
      return address !== null && parseReference(address)
        ? [textSchema.node('figure', { address: address.trim() })]
        : [textSchema.text(part)]
    }),
  )
