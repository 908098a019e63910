import { seededRandom } from '../../calculations/random.ts'

/** Households a month, drawn around a course. */
export function drawnSeries(months: number, seed: number, course: (month: number) => number, noise = 6): Float64Array {
  const random = seededRandom(seed)
  return Float64Array.from({ length: months }, (_, month) => Math.round(course(month) + noise * random.normal()))
}

/** More in winter: ±1 over the year, greatest in January. */
export const winter = (month: number): number => Math.cos((2 * Math.PI * month) / 12)
