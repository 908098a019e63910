/** A generator of numbers in [0, 1) that gives the same sequence for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const insertions = [
  '"',
  '\0',
  '\r',
  '\n',
  ';;;;;;;;;;;;',
  '9'.repeat(400),
  '-1e999',
  '\uFEFF',
  '{',
  '}',
  '#KSUMMA\n',
  '#VER A 1 20190101\n{\n',
  '</row>',
  '<row r="99999999">',
  '<c r="ZZZZZZ1">',
  '<td colspan="999999" rowspan="999999">',
  '&#x10FFFF;&#1114112;',
  '__proto__',
  '=cmd|x',
  'å'.repeat(50),
].map((text) => Buffer.from(text))

/** One to four kinds of damage: flipped bits, a cut, a repeated stretch, something put in, zeros, bytes swapped. */
export function mutate(original: Uint8Array, random: () => number): Uint8Array {
  let bytes = Buffer.from(original)
  for (let count = 1 + Math.floor(random() * 4); count > 0 && bytes.length > 0; count--) {
    bytes = damages[Math.floor(random() * damages.length)]!(bytes, random)
  }
  return bytes
}

type Damage = (bytes: Buffer<ArrayBuffer>, random: () => number) => Buffer<ArrayBuffer>

const placeIn = (bytes: Uint8Array, random: () => number): number => Math.floor(random() * bytes.length)

const damages: Damage[] = [
  (bytes, random) => {
    for (let count = 1 + Math.floor(random() * 20); count > 0; count--)
      bytes[placeIn(bytes, random)]! ^= 1 << Math.floor(random() * 8)
    return bytes
  },
  (bytes, random) => bytes.subarray(0, placeIn(bytes, random)),
  (bytes, random) => bytes.subarray(placeIn(bytes, random)),
  (bytes, random) => {
    const from = placeIn(bytes, random)
    const stretch = bytes.subarray(from, from + Math.floor(random() * 2000))
    const times = 1 + Math.floor(random() * 20)
    return Buffer.concat([bytes.subarray(0, from), ...Array<Buffer>(times).fill(stretch), bytes.subarray(from)])
  },
  (bytes, random) => {
    const at = placeIn(bytes, random)
    return Buffer.concat([
      bytes.subarray(0, at),
      insertions[Math.floor(random() * insertions.length)]!,
      bytes.subarray(at),
    ])
  },
  (bytes, random) => bytes.fill(Math.floor(random() * 256), placeIn(bytes, random), placeIn(bytes, random)),
]
