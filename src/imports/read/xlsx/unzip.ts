import { crc32, inflateRawSync } from 'node:zlib'
import { limits } from '../limits.ts'
import { UnreadableFile } from '../unreadable-file.ts'

/** Gives the content of a part by its path, null when the archive has no such part. */
export type Archive = { names: string[]; read: (name: string) => Buffer | null }

/**
 * Opens a zip archive for reading single parts. Nothing is unpacked before it is asked for.
 *
 * A bomb is refused before and while it unfolds: the size that the archive declares and the size that comes out are
 * both held to `limits`, and no part may come out larger than it declares.
 * Throws `UnreadableFile`.
 *
 * Rejected: read-excel-file, which unpacks every part whole and builds a tree of it before anything can be counted.
 */
export function openArchive(bytes: Uint8Array): Archive {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = partsOf(file)
  let unpacked = 0

  function read(name: string): Buffer | null {
    const part = parts.get(name.toLowerCase())
    if (!part) return null
    refuseBomb(part, unpacked)
    const content = unfold(file, part)
    if (crc32(content) !== part.checkSum) throw damaged()
    unpacked += content.length
    return content
  }

  return { names: [...parts.keys()], read }
}

type Part = { method: number; checkSum: number; packedSize: number; size: number; offset: number }

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50

/** The directory lies at the end of the archive, so a file cut short has none. */
function partsOf(file: Buffer): Map<string, Part> {
  const end = endOfDirectory(file)
  const parts = new Map<string, Part>()
  let position = file.readUInt32LE(end + 16)
  for (let count = file.readUInt16LE(end + 10); count > 0; count--) {
    if (position + 46 > file.length || file.readUInt32LE(position) !== entrySignature) throw damaged()
    const nameEnd = position + 46 + file.readUInt16LE(position + 28)
    parts.set(
      file
        .toString('utf8', position + 46, nameEnd)
        .toLowerCase()
        .replaceAll('\\', '/'),
      partAt(file, position),
    )
    position = nameEnd + file.readUInt16LE(position + 30) + file.readUInt16LE(position + 32)
  }
  return parts
}

const partAt = (file: Buffer, position: number): Part => ({
  method: file.readUInt16LE(position + 10),
  checkSum: file.readUInt32LE(position + 16),
  packedSize: file.readUInt32LE(position + 20),
  size: file.readUInt32LE(position + 24),
  offset: file.readUInt32LE(position + 42),
})

function endOfDirectory(file: Buffer): number {
  const earliest = Math.max(0, file.length - 65_557)
  for (let position = file.length - 22; position >= earliest; position--) {
    if (file.readUInt32LE(position) === endSignature) return position
  }
  throw new UnreadableFile('truncated', 'Excelfilen är avklippt: slutet saknas. Hämta eller spara den på nytt.')
}

function unfold(file: Buffer, part: Part): Buffer {
  const { offset } = part
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== localSignature) throw damaged()
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  const packed = file.subarray(start, start + part.packedSize)
  if (packed.length !== part.packedSize) throw damaged()
  if (part.method === 0) return packed
  if (part.method !== 8) throw damaged()
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, part.size) })
  } catch {
    throw damaged()
  }
}

function refuseBomb(part: Part, unpackedBefore: number): void {
  const isDense = part.size > 1024 * 1024 && part.size > part.packedSize * limits.unpackedRatio
  if (!isDense && unpackedBefore + part.size <= limits.unpacked) return
  throw new UnreadableFile(
    'too-large',
    'Excelfilen packas upp till orimligt mycket data och läses inte. Spara tabellen som CSV.',
    {
      found: `${part.size} byte i en del på ${part.packedSize}`,
      expected: `högst ${limits.unpacked} byte, och högst ${limits.unpackedRatio} gånger den packade storleken`,
    },
  )
}

const damaged = (): UnreadableFile =>
  new UnreadableFile(
    'damaged',
    'Excelfilen är skadad och går inte att packa upp. Öppna den i Excel och spara den på nytt.',
  )
