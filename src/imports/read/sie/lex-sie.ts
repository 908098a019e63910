/** A field is a text, or an object list with its texts in order: dimension, object, dimension, object … */
export type SieField = string | string[]

/** One line: a label in capitals without its `#`, or a brace alone, or what is no post at all. */
export type SieLine = { kind: 'post'; label: string; fields: SieField[] } | { kind: '{' | '}' | 'other' }

/**
 * Reads one line of SIE 1–4; null for a blank one.
 *
 * Fields stand apart by blanks or tabs. A field may be in quotes, and `\"` is a quote in it; any other backslash is
 * itself. Braces hold an object list and need no blank around them, so `{1"0123"}` is one; inside quotes they are text.
 * A quote or brace that is never closed ends with the line.
 */
export function lexSieLine(line: string): SieLine | null {
  const text = line.trim()
  if (text === '') return null
  if (text === '{' || text === '}') return { kind: text }
  const label = /^#([A-Za-z]+)/.exec(text)?.[1]
  if (!label) return { kind: 'other' }
  return { kind: 'post', label: label.toUpperCase(), fields: lexFields(text, label.length + 1) }
}

function lexFields(text: string, from: number): SieField[] {
  const fields: SieField[] = []
  let list: string[] | null = null
  let position = from
  while (position < text.length) {
    const character = text[position]
    if (character === ' ' || character === '\t') position++
    else if (character === '{' && !list) {
      list = []
      fields.push(list)
      position++
    } else if (character === '}' && list) {
      list = null
      position++
    } else {
      const { value, next } = character === '"' ? quoted(text, position + 1) : bare(text, position, list !== null)
      ;(list ?? fields).push(value)
      position = next
    }
  }
  return fields
}

function quoted(text: string, from: number): { value: string; next: number } {
  let end = text.indexOf('"', from)
  while (end > 0 && text[end - 1] === '\\') end = text.indexOf('"', end + 1)
  if (end < 0) end = text.length
  return { value: text.slice(from, end).replaceAll('\\"', '"'), next: end + 1 }
}

/**
 * Up to a blank, a brace, or, in an object list, a quote: a quote inside a bare word elsewhere is a character of it.
 * A blank that does not break (as between thousands) is no end of a field, or 1 000 kr would be read as one.
 */
function bare(text: string, from: number, inList: boolean): { value: string; next: number } {
  const pattern = inList ? /[ \t{}"]/g : /[ \t{}]/g
  pattern.lastIndex = from + 1
  const next = pattern.exec(text)?.index ?? text.length
  return { value: text.slice(from, next).replaceAll('\\"', '"'), next }
}
