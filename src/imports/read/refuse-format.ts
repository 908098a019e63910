import { UnreadableFile } from './unreadable-file.ts'

export type PackedFormat = 'zip' | 'ole'

/** What the first bytes say a file is, when it is not text. Throws for formats that no reader here takes. */
export function packedFormat(bytes: Uint8Array): PackedFormat | null {
  if (bytes.length === 0)
    throw new UnreadableFile('empty', 'Filen är tom. Hämta den på nytt ur systemet den kommer från.')
  if (startsWith(bytes, [0x50, 0x4b])) return 'zip'
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'ole'
  const known = refusedStarts.find(({ start }) => startsWith(bytes, start))
  if (known) throw wrongFormat(known.name)
  if (/^(\xef\xbb\xbf)?\s*[[{]\s*(["{[]|$)/.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1')))
    throw wrongFormat('JSON')
  return null
}

/** The refusal of the file format before .xlsx, and of a workbook with a password, which is kept in the same container. */
export function refuseOle(bytes: Uint8Array): never {
  const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
  throw isEncrypted
    ? new UnreadableFile(
        'wrong-format',
        'Excelfilen är skyddad med lösenord. Ta bort lösenordet och spara den på nytt.',
      )
    : new UnreadableFile(
        'wrong-format',
        'Filen är i det äldre Excelformatet .xls. Öppna den i Excel eller LibreOffice och spara som .xlsx eller CSV.',
        { found: '.xls', expected: '.xlsx' },
      )
}

export const wrongFormat = (found: string): UnreadableFile =>
  new UnreadableFile(
    'wrong-format',
    `Filen är ${found} och inte en tabell. Exportera den som CSV eller Excel (.xlsx).`,
    {
      found,
      expected: 'CSV eller .xlsx',
    },
  )

const startsWith = (bytes: Uint8Array, start: number[]): boolean => start.every((byte, index) => bytes[index] === byte)

const refusedStarts = [
  { name: 'en PDF', start: [0x25, 0x50, 0x44, 0x46] },
  { name: 'en bild', start: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'en bild', start: [0xff, 0xd8, 0xff] },
  { name: 'ett RTF-dokument', start: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { name: 'packad med gzip', start: [0x1f, 0x8b] },
  { name: 'packad med 7-Zip', start: [0x37, 0x7a, 0xbc, 0xaf] },
]
