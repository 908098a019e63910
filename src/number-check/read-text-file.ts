import { decodeText } from '../imports/read/decode-text.ts'
import { UnreadableFile } from '../imports/read/unreadable-file.ts'
import { checkText } from './number-check.text.ts'
import { readDocx } from './read-docx.ts'
import { readMarkdown } from './read-markdown.ts'
import { readPlainText } from './read-plain-text.ts'
import type { TextDocument } from './text-document.ts'

/** More is no text that anybody reads, and would keep the server from others. */
const mostCharacters = 2_000_000

/** What a program other than these writes would be read as text that has nothing wrong in it. */
const readableEndings = ['docx', 'docm', 'md', 'markdown', 'txt']

/**
 * A Word document, Markdown or plain text (UTF-8 or as Windows writes Swedish letters), told by its bytes and its name.
 * Throws `UnreadableFile`: also when the name says another format than the bytes.
 */
export function readTextFile(bytes: Uint8Array, fileName: string): TextDocument {
  refuseOthers(bytes, fileName)
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (isZip || /\.doc[xm]$/i.test(fileName)) return readDocx(bytes)
  const { text } = decodeText(bytes, undefined, 'windows-1252')
  return readText(text, /\.(?:md|markdown)$/i.test(fileName))
}

function refuseOthers(bytes: Uint8Array, fileName: string): void {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const ending = /\.([a-z][a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase()
  // A PDF may have something before its first line.
  const isPdf = /^(?:\xef\xbb\xbf)?\s*%PDF-/.test(start)
  if (isPdf || ending === 'pdf') throw new UnreadableFile('wrong-format', isPdf ? checkText.pdf : checkText.calledPdf)
  if (start.startsWith('{\\rtf')) throw new UnreadableFile('wrong-format', checkText.otherFormat('rtf'))
  if (ending !== undefined && !readableEndings.includes(ending))
    throw new UnreadableFile('wrong-format', checkText.otherFormat(ending))
}

/** Text that somebody pasted: as Markdown when it has its headings or tables. */
export function readText(text: string, isMarkdown = looksLikeMarkdown(text)): TextDocument {
  if (text.length > mostCharacters) throw new UnreadableFile('too-large', checkText.tooLong)
  return isMarkdown ? readMarkdown(text) : readPlainText(text)
}

const looksLikeMarkdown = (text: string): boolean =>
  /^#{1,6}\s+\S/m.test(text) || /^\s*\|?\s*:?-{3,}:?\s*\|/m.test(text)
