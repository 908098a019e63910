import { isAscii, isUtf8 } from 'node:buffer'
import { decodeCp437 } from './cp437.ts'
import { UnreadableFile } from './unreadable-file.ts'

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'cp437'] as const
export type Encoding = (typeof encodings)[number]

export type DecodedText = { text: string; encoding: Encoding; warnings: string[] }

/**
 * Bytes to text. Without `encoding` the file is asked: byte order mark, then zeros that only UTF-16 has,
 * then strict UTF-8, then which of CP437 and Windows-1252 puts å, ä and ö between letters.
 * Windows-1252 without any of its own characters (80–9F) is called ISO-8859-1: the bytes are the same.
 * Plain ASCII is called UTF-8. `fallback` is for bytes that speak for none of them.
 * Throws `UnreadableFile` for what is not text.
 */
export function decodeText(bytes: Uint8Array, encoding?: Encoding, fallback: Encoding = 'iso-8859-1'): DecodedText {
  const detector = createDetector(fallback)
  detector.push(bytes)
  const detected = detector.result()
  const decoder = createDecoder(encoding ?? detected.encoding)
  const text = decoder.push(bytes) + decoder.end()
  return { text, encoding: encoding ?? detected.encoding, warnings: encoding ? [] : detected.warnings }
}

export type Detector = { push: (chunk: Uint8Array) => void; result: () => { encoding: Encoding; warnings: string[] } }

/** Sees a file in chunks of any size and tells its encoding, so that a large file need not be held. */
export function createDetector(fallback: Encoding = 'iso-8859-1'): Detector {
  const counts = { bytes: 0, control: 0, high: 0, cp437: 0, latin: 0, windows: 0, utf8: 0 }
  let fixed: Encoding | null = null
  let utf8 = true
  let tail = Buffer.alloc(0)

  function push(bytes: Uint8Array): void {
    const chunk = asBuffer(bytes)
    if (counts.bytes === 0) fixed = encodingOfStart(chunk)
    counts.bytes += chunk.length
    if (fixed?.startsWith('utf-16')) return
    if (chunk.includes(0)) throw notText()
    if (counts.bytes <= 4 * sampleSize) counts.control += controlCharacters(chunk.subarray(0, sampleSize))
    if (tail.length === 0 && isAscii(chunk)) return
    const whole = utf8 ? Buffer.concat([tail, chunk]) : chunk
    const complete = utf8 ? completeUtf8Length(whole) : whole.length
    utf8 &&= isUtf8(whole.subarray(0, complete))
    tail = Buffer.from(utf8 ? whole.subarray(complete) : [])
    if (counts.high < sampleSize) countLetters(chunk, counts)
  }

  function result(): { encoding: Encoding; warnings: string[] } {
    if (fixed?.startsWith('utf-16')) return { encoding: fixed, warnings: [] }
    if (counts.control > Math.max(4, counts.bytes / 100)) throw notText()
    if (utf8 && tail.length === 0) return { encoding: 'utf-8', warnings: [] }
    const mostlyUtf8 = fixed === 'utf-8' || counts.utf8 > counts.latin + counts.cp437
    if (mostlyUtf8) return { encoding: 'utf-8', warnings: [brokenUtf8] }
    return { encoding: oneByteEncoding(counts, fallback), warnings: [] }
  }

  return { push, result }
}

export type Decoder = { push: (chunk: Uint8Array) => string; end: () => string }

/** Decodes chunk by chunk. Bytes that mean nothing become the replacement character, so that the row shows it. */
export function createDecoder(encoding: Encoding): Decoder {
  const oneByte = oneByteDecoders[encoding]
  if (oneByte) return { push: (chunk) => oneByte(asBuffer(chunk)), end: () => '' }
  const decoder = new TextDecoder(encoding)
  return { push: (chunk) => withoutNul(decoder.decode(chunk, { stream: true })), end: () => decoder.decode() }
}

/** PostgreSQL has no text with NUL, and no text file has one either. */
function withoutNul(text: string): string {
  if (text.includes('\0')) throw notText()
  return text
}

const sampleSize = 1 << 16
const brokenUtf8 = 'Filen är i UTF-8 men har tecken som inte är det. Kontrollera å, ä och ö.'

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const notText = (): UnreadableFile =>
  new UnreadableFile(
    'not-text',
    'Filen är inte en textfil. Exportera den som CSV, Excel (.xlsx) eller SIE ur systemet den kommer från.',
  )

function encodingOfStart(start: Buffer): Encoding | null {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8'
  return utf16WithoutMark(start.subarray(0, 4096))
}

/** In UTF-16 of a European language nearly every other byte is zero, and always the same other. */
function utf16WithoutMark(start: Buffer): Encoding | null {
  let even = 0
  let odd = 0
  for (let index = 0; index + 1 < start.length; index += 2) {
    if (start[index] === 0) even++
    if (start[index + 1] === 0) odd++
  }
  const pairs = start.length >> 1
  if (pairs < 2) return null
  if (odd > pairs * 0.8 && even === 0) return 'utf-16le'
  return even > pairs * 0.8 && odd === 0 ? 'utf-16be' : null
}

/** Characters below the blank that no text file has; tab, line ends, form feed and the old end-of-file mark are left. */
function controlCharacters(chunk: Buffer): number {
  let count = 0
  for (const byte of chunk) if (byte < 32 && (byte < 9 || byte > 13) && byte !== 26) count++
  return count
}

/** Where the last character that is whole ends: a chunk may cut a character in two. */
function completeUtf8Length(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

const isLetter = (byte: number | undefined): boolean => byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122
const swedishInCp437 = new Set([0x84, 0x86, 0x94, 0x8e, 0x8f, 0x99, 0x82, 0x81, 0x90])
const swedishInLatin = new Set([0xe4, 0xe5, 0xf6, 0xc4, 0xc5, 0xd6, 0xe9, 0xc9, 0xfc, 0xdc, 0xe8])

type LetterCounts = { high: number; cp437: number; latin: number; windows: number; utf8: number }

function countLetters(chunk: Buffer, counts: LetterCounts): void {
  const length = Math.min(chunk.length, 64 * sampleSize)
  for (let index = 0; index < length; index++) {
    const byte = chunk[index] ?? 0
    if (byte < 0x80) continue
    counts.high++
    if (byte < 0xa0) counts.windows++
    if (chunk[index - 1] === 0xc3) counts.utf8 += byte < 0xc0 ? 1 : 0
    else if (swedishInLatin.has(byte)) counts.latin++
    else if (swedishInCp437.has(byte) && (isLetter(chunk[index - 1]) || isLetter(chunk[index + 1]))) counts.cp437++
  }
}

/** The fallback when no letter speaks for either; dashes and the like are of Windows then, unless CP437 is the rule. */
function oneByteEncoding(counts: LetterCounts, fallback: Encoding): Encoding {
  if (counts.cp437 > counts.latin) return 'cp437'
  if (counts.latin === 0 && fallback === 'cp437') return fallback
  return counts.windows > 0 ? 'windows-1252' : counts.latin > 0 ? 'iso-8859-1' : fallback
}

/** What Windows-1252 has where ISO-8859-1 has control characters; its five empty places stay as they are. */
const windowsOwn = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const oneByteDecoders: Partial<Record<Encoding, (bytes: Buffer) => string>> = {
  'iso-8859-1': (bytes) => bytes.toString('latin1'),
  'windows-1252': (bytes) =>
    bytes
      .toString('latin1')
      .replace(/[\u0080-\u009f]/g, (character) => windowsOwn.charAt(character.charCodeAt(0) - 128)),
  cp437: decodeCp437,
}
