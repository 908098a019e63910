import { encodeCp437 } from '../cp437.ts'
import type { SieField, SieLine } from './lex-sie.ts'

export type CheckSum = { add: (line: SieLine) => void; value: () => number }

/**
 * CRC-32 over the labels and fields between the two `#KSUMMA`, as bytes of CP437 whatever the file is saved as.
 * Blanks, enclosing quotes and braces are not part of it; a quote that a backslash protects counts as the quote alone.
 * The prescribed sum of SIE 4B: polynomial EDB88320, start and end inverted.
 */
export function createCheckSum(): CheckSum {
  let crc = 0xffffffff

  function add(line: SieLine): void {
    if (line.kind !== 'post') return
    addText(`#${line.label}`)
    for (const field of line.fields) for (const text of textsOf(field)) addText(text)
  }

  function addText(text: string): void {
    for (const byte of encodeCp437(text)) crc = (table[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  }

  return { add, value: () => (crc ^ 0xffffffff) >>> 0 }
}

const textsOf = (field: SieField): string[] => (typeof field === 'string' ? [field] : field)

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})
