import { type Node, Schema } from 'prosemirror-model'

/**
 * What a text of a report may hold: paragraphs, lists, two kinds of emphasis, and figures as addresses.
 * The same in the browser and on the server, so that what one lets in the other does too.
 */
export const textSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    bullet_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    list_item: { content: 'paragraph+', parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0], defining: true },
    text: { group: 'inline' },
    /** A figure by its address, see `reports/figure-reference.ts`: the number itself is never in the text. */
    figure: {
      group: 'inline',
      inline: true,
      atom: true,
      attrs: { address: { validate: isAddress } },
      toDOM: (node) => ['span', { 'data-figure': addressOf(node) }],
      leafText: (node) => `{${addressOf(node)}}`,
    },
  },
  marks: {
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
})

export const addressOf = (figure: Node): string => String(figure.attrs['address'])

function isAddress(value: unknown): void {
  if (typeof value !== 'string' || value.length === 0 || value.length > 200) throw new RangeError('Not an address')
}

/** All that a reader would see, with figures as `{addresses}` and a line between paragraphs. */
export const plainText = (text: Node): string => text.textBetween(0, text.content.size, '\n')

export const isEmptyText = (text: Node): boolean => plainText(text).trim() === ''
