import type { Mark } from './find-times.ts'
import type { Quantity } from './quantity.ts'
import { readQuantities } from './read-quantities.ts'
import type { Place, TextDocument } from './text-document.ts'

/**
 * A sentence, with its numbers taken out: in the template each quantity is one character (U+E000 and on), each period one
 * (U+F000 and on), and other numbers `‡`, so that a pattern can say what stands between numbers and not how they are written.
 */
export type Sentence = {
  block: number
  /** Where it begins in the block's text. */
  from: number
  text: string
  template: string
  quantities: Quantity[]
  periods: Mark[]
}

/** The sentences of one block, under the heading that stands nearest above. */
export type Paragraph = { block: number; heading: string; text: string; isHeading: boolean; sentences: Sentence[] }

const firstQuantity = 0xe000
const firstPeriod = 0xf000

/** A pattern over templates. `{q}` takes a quantity, `{t}` a period; `{gap}` is words without quantities; `{n}` up to four words. */
export const pattern = (source: string, flags = 'giu'): RegExp =>
  new RegExp(
    source
      .replaceAll('{q}', '([\uE000-\uEFFF])')
      .replaceAll('{Q}', '[\uE000-\uEFFF]')
      .replaceAll('{t}', '[\uF000-\uF8FF]')
      .replaceAll('{gap}', '[^.;:!?()\uE000-\uEFFF]{0,70}?')
      .replaceAll('{n}', '(?: [\\p{L}-]+){0,4}?'),
    flags,
  )

/** Of what a pattern took: the quantity, which is there since the pattern met its character. */
export const quantityOf = ({ quantities }: Sentence, taken: string | undefined): Quantity =>
  quantities[(taken ?? '').charCodeAt(0) - firstQuantity]!

export const characterOf = ({ quantities }: Sentence, quantity: Quantity): string =>
  String.fromCharCode(firstQuantity + quantities.indexOf(quantity))

export const placeOf = ({ block }: { block: number }, { from, until }: { from: number; until: number }): Place => ({
  block,
  from,
  until,
})

/** The running text of a document, paragraph by paragraph. */
export function paragraphsOf({ blocks }: TextDocument): Paragraph[] {
  let heading = ''
  return blocks.flatMap((block, at): Paragraph[] => {
    if (block.kind === 'table') return []
    const isHeading = block.kind === 'heading'
    const paragraph = {
      block: at,
      heading,
      text: block.text,
      isHeading,
      sentences: sentencesOf(block.text, at, isHeading),
    }
    if (isHeading) heading = block.text
    return [paragraph]
  })
}

type Token = { from: number; until: number; character: (quantities: number, periods: number) => string } & (
  { quantity: Quantity } | { mark: Mark }
)

function sentencesOf(text: string, block: number, isHeading: boolean): Sentence[] {
  const { quantities, marks } = readQuantities(text, isHeading)
  const tokens = [
    ...quantities.map((quantity): Token => ({
      ...quantity,
      quantity,
      character: (at) => String.fromCharCode(firstQuantity + at),
    })),
    ...marks.map((mark): Token => ({
      ...mark,
      mark,
      character: (_, at) => (mark.kind === 'period' ? String.fromCharCode(firstPeriod + Math.min(at, 2000)) : '‡'),
    })),
  ].sort((a, b) => a.from - b.from)
  const sentences: Sentence[] = []
  let next = 0
  for (const [from, until] of spansOf(text, tokens)) {
    const own: Token[] = []
    while (next < tokens.length && tokens[next]!.from < until) own.push(tokens[next++]!)
    sentences.push(sentenceOf(text, block, [from, until], own))
  }
  return sentences
}

function sentenceOf(text: string, block: number, [from, until]: [number, number], tokens: Token[]): Sentence {
  const quantities: Quantity[] = []
  const periods: Mark[] = []
  let template = ''
  let at = from
  for (const token of tokens) {
    template += text.slice(at, token.from) + token.character(quantities.length, periods.length)
    if ('quantity' in token) quantities.push(token.quantity)
    else if (token.mark.kind === 'period') periods.push(token.mark)
    at = token.until
  }
  template += text.slice(at, until)
  return { block, from, text: text.slice(from, until), template: template.replace(/\s/g, ' '), quantities, periods }
}

const abbreviation =
  /(?<!\p{L})(?:ca|c:a|t\.?\s?ex|bl\.?\s?a|d\.?\s?v\.?\s?s|dvs|kl|nr|s\.?\s?k|exkl|inkl|resp|jfr|prop|p\.?\s?g\.?\s?a|fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m|f\.?\s?d|ev|st|max|min|\p{Lu})$/iu

/** Where sentences begin and end: at a full stop with a capital, a number or a quotation after it, outside numbers. */
function spansOf(text: string, tokens: Token[]): [number, number][] {
  const inside = new Uint8Array(text.length + 1)
  for (const { from, until } of tokens) inside.fill(1, from, until)
  const spans: [number, number][] = []
  let from = 0
  for (const { 0: end, index } of text.matchAll(/[.!?][”"’')]*\s+(?=[”"’'(–-]?\s?[\p{Lu}\d])/gu)) {
    if (inside[index] && inside[index + 1]) continue
    if (text[index] === '.' && abbreviation.test(text.slice(Math.max(from, index - 10), index))) continue
    spans.push([from, index + end.length])
    from = index + end.length
  }
  if (from < text.length) spans.push([from, text.length])
  return spans
}
