const small =
  'noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton'
const tens = 'tjugo trettio fyrtio femtio sextio sjuttio åttio nittio'

const values = new Map<string, number>([
  ...small.split(' ').map((word, at) => [word, at] as const),
  ...tens.split(' ').map((word, at) => [word, (at + 2) * 10] as const),
  ...tens.split(' ').flatMap((ten, at) =>
    small
      .split(' ')
      .slice(1, 10)
      .map((one, unit) => [ten + one, (at + 2) * 10 + unit + 1] as const),
  ),
  ['hundra', 100],
  ['etthundra', 100],
  ...small
    .split(' ')
    .slice(2, 10)
    .map((word, at) => [`${word}hundra`, (at + 2) * 100] as const),
  ['tusen', 1000],
  ['ettusen', 1000],
])
values.delete('ett')
values.delete('noll')

/** What a Swedish number word is worth; null for any other word. "En" and "ett" are articles far oftener than numbers. */
export const numberOfWord = (word: string): number | null => values.get(word.toLowerCase()) ?? null

/** All number words, the longest first, for a pattern. */
export const numberWords = [...values.keys()].sort((a, b) => b.length - a.length).join('|')

const parts: [string, number][] = [
  ['tredjedel', 3],
  ['fjärdedel', 4],
  ['femtedel', 5],
  ['sjättedel', 6],
  ['sjundedel', 7],
  ['åttondel', 8],
  ['niondel', 9],
  ['tiondel', 10],
]
const counts: [string, number][] = [
  ['en', 1],
  ['två', 2],
  ['tre', 3],
  ['fyra', 4],
]
const everyOther: [string, number][] = [
  ['varannan', 2],
  ['vartannat', 2],
  ['var tredje', 3],
  ['vart tredje', 3],
  ['var fjärde', 4],
  ['vart fjärde', 4],
  ['var femte', 5],
  ['vart femte', 5],
  ['var sjätte', 6],
  ['vart sjätte', 6],
  ['var sjunde', 7],
  ['vart sjunde', 7],
  ['var åttonde', 8],
  ['vart åttonde', 8],
  ['var nionde', 9],
  ['vart nionde', 9],
  ['var tionde', 10],
  ['vart tionde', 10],
  ['var tjugonde', 20],
]

/** Shares that are written as words, in per cent. */
export const shareWords = new Map<string, number>([
  ['hälften', 50],
  ['halva', 50],
  ...parts.flatMap(([part, of]) =>
    counts.map(([word, count]) => [`${word} ${part}${count > 1 ? 'ar' : ''}`, (count * 100) / of] as const),
  ),
  ...parts.flatMap(([part, of]) => ['dryg', 'god', 'knapp'].map((word) => [`en ${word} ${part}`, 100 / of] as const)),
  ...everyOther.map(([word, of]) => [word, 100 / of] as const),
])
