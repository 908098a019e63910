import type { Random } from '../../../src/calculations/random.ts'
import { type Wrong, wrong } from './corpus-text.ts'

const numberWords = 'noll en två tre fyra fem sex sju åtta nio tio elva tolv'.split(' ')

/** How one author writes numbers, the same through a text. */
export type Pen = {
  count: (value: number) => string
  /** Small numbers in words, as the rules of writing have it. */
  inWords: (value: number) => string
  /** In a column, where there is no word beside it. */
  cell: (value: number) => string
  signed: (value: number) => string
  decimal: (value: number, decimals: number) => string
  percent: (value: number, decimals: number) => string
  /** Whole thousands of kronor. */
  thousands: (value: number) => string
  millions: (value: number, decimals: number) => string
  kronor: (value: number) => string
  range: (from: string | number, until: string | number) => string
  isWordy: boolean
}

export function penOf(random: Random): Pen {
  const one = <T>(values: readonly T[]): T => values[random.integer(values.length)]!
  const between = one(['\u00a0', '\u00a0', ' ', ''])
  const inTables = one(['\u00a0', ' ', '', between])
  const minus = one(['-', '−', '–', '-'])
  const plus = one(['', '+'])
  const [tkr, mnkr, kr] = one([
    ['tkr', 'mnkr', 'kr'],
    ['tkr', 'miljoner kronor', 'kronor'],
    ['tusen kronor', 'miljoner kronor', 'kronor'],
    ['tkr', 'mkr', 'kr'],
  ] as const)
  const percentSign = one([' procent', ' %', '\u00a0%', '%', ' procent'])
  const dash = one(['–', '-', '–'])
  const isWordy = random.next() < 0.5
  const group = (value: number, mark: string) => String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, mark)
  const decimal = (value: number, decimals: number) => {
    const [whole = '', rest] = Math.abs(value).toFixed(decimals).split('.')
    return (value < 0 ? minus : '') + group(Number(whole), between) + (rest ? `,${rest}` : '')
  }
  const count = (value: number) => (value < 0 ? minus : '') + group(value, between)
  return {
    count,
    inWords: (value) => (isWordy ? (numberWords[value] ?? count(value)) : count(value)),
    cell: (value) => (value < 0 ? minus : '') + group(value, inTables),
    signed: (value) => (value < 0 ? minus : value > 0 ? plus : '') + group(value, inTables),
    decimal,
    percent: (value, decimals) => decimal(value, decimals) + percentSign,
    thousands: (value) => `${count(value)} ${tkr}`,
    millions: (value, decimals) => `${decimal(value, decimals)} ${mnkr}`,
    kronor: (value) => `${count(value)} ${kr}`,
    range: (from, until) => `${from}${dash}${until}`,
    isWordy,
  }
}

/** Two neighbouring digits have changed places; only where that is at least `least` away. */
export function transposed(value: number, least: number, write: (value: number) => string): Wrong[] {
  const digits = String(Math.abs(value))
  const swapped = Array.from({ length: digits.length - 1 }, (_, at) => {
    const text = digits.slice(0, at) + digits[at + 1]! + digits[at]! + digits.slice(at + 2)
    return text.startsWith('0') ? value : Number(text) * Math.sign(value)
  })
  const far = swapped.filter((each) => Math.abs(each - value) >= least)
  return wrong('transposed digits', ...far.slice(-1).map(write))
}

/** Another number of the same size: 8 to 40 % away, at least `least`, never through zero. */
export function off(random: Random, value: number, least: number): number {
  const away = Math.max(least, Math.round(Math.abs(value) * (0.08 + 0.32 * random.next())))
  const up = random.next() < 0.5 || Math.abs(value) <= away
  return value + (up ? away : -away) * (value < 0 ? -1 : 1)
}

/** Half away from zero, as amounts are rounded. */
export const rounded = (value: number, decimals = 0): number => {
  const scale = 10 ** decimals
  return (Math.sign(value) * Math.round(Math.abs(value) * scale + 1e-9)) / scale || 0
}

/** A percentage that cannot be the right one rounded: at least 3 units and a fifth away. */
export function offPercent(random: Random, value: number, decimals: number): number {
  const away = Math.max(3, Math.abs(value) * (0.2 + 0.3 * random.next()))
  return rounded(Math.abs(value) > away + 1 && random.next() < 0.5 ? value - away : value + away, decimals)
}
