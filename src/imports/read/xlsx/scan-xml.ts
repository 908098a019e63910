import { decodeEntities } from '../html-table.ts'
import { limits } from '../limits.ts'
import { UnreadableFile } from '../unreadable-file.ts'

/** An element as it stands: its attributes and what is inside it, both unparsed. */
export type Element = { attributes: string; body: string }

/**
 * The elements of one name, in order, nested ones not told apart. One pass and no backtracking, so that a hostile
 * document costs no more than its length. A name space prefix is part of the name.
 */
export function* elements(xml: string, name: string): Generator<Element> {
  const start = `<${name}`
  const close = `</${name}>`
  let position = 0
  for (;;) {
    const open = xml.indexOf(start, position)
    if (open < 0) return
    position = open + start.length
    if (!endsName(xml.charCodeAt(position))) continue
    const tagEnd = xml.indexOf('>', position)
    if (tagEnd < 0) return
    const isEmpty = xml[tagEnd - 1] === '/'
    const end = isEmpty ? tagEnd : xml.indexOf(close, tagEnd)
    if (end < 0) return
    yield { attributes: xml.slice(position, tagEnd), body: isEmpty ? '' : xml.slice(tagEnd + 1, end) }
    position = isEmpty ? tagEnd + 1 : end + close.length
  }
}

/**
 * The same out of bytes between two places, one element decoded at a time: a large part as one text would take twice the
 * memory. Throws `UnreadableFile` for an element that is never closed, or that is longer than any real one.
 */
export function* elementsOfBytes(bytes: Buffer, name: string, from: number, until: number): Generator<Element> {
  const close = `</${name}>`
  let position = from
  for (;;) {
    const start = bytes.indexOf(`<${name}`, position)
    if (start < 0 || start >= until) return
    position = start + name.length + 1
    if (!endsName(bytes[position] ?? 0)) continue
    const tagEnd = bytes.indexOf('>', position)
    const isEmpty = bytes[tagEnd - 1] === 47
    const end = tagEnd < 0 || isEmpty ? tagEnd : bytes.indexOf(close, tagEnd)
    if (end < 0) throw cutShort()
    if (end - start > 16 * limits.rowCharacters) throw tooLong()
    yield {
      attributes: bytes.toString('utf8', position, tagEnd),
      body: isEmpty ? '' : bytes.toString('utf8', tagEnd + 1, end),
    }
    position = end + 1
  }
}

export function firstElement(xml: string, name: string): Element | null {
  for (const element of elements(xml, name)) return element
  return null
}

/** The value of an attribute, entities decoded; null when it is not there. */
export function attribute(attributes: string, name: string): string | null {
  let from = 0
  for (;;) {
    const at = attributes.indexOf(`${name}=`, from)
    if (at < 0) return null
    from = at + name.length + 1
    const isWhole = at === 0 || attributes.charCodeAt(at - 1) <= 32
    const quote = attributes[from]
    if (!isWhole || (quote !== '"' && quote !== "'")) continue
    const end = attributes.indexOf(quote, from + 1)
    return end < 0 ? null : decodeEntities(attributes.slice(from + 1, end))
  }
}

/** The text of all elements of a name together, such as the runs of a cell with mixed fonts. */
export function textOf(xml: string, name: string): string {
  let text = ''
  for (const element of elements(xml, name)) text += element.body
  return text.includes('&') ? decodeEntities(text) : text
}

/** Blank, `>` or `/` after a name: `<c` is not `<cols`. */
const endsName = (code: number): boolean => code === 62 || code === 47 || code <= 32

const cutShort = (): UnreadableFile =>
  new UnreadableFile('truncated', 'Bladet i Excelfilen slutar mitt i en rad. Hämta eller spara filen på nytt.')

const tooLong = (): UnreadableFile =>
  new UnreadableFile('line-too-long', 'En rad i Excelfilen är orimligt lång. Spara tabellen som CSV.')
