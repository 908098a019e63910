import type { MonthIndex } from '../values/month.ts'

export type Gender = 'woman' | 'man'

/** Gives a number that it has not given before, for a birth in the month. */
export type IdentitySeries = (birth: MonthIndex, gender: Gender) => string

const daysUsed = 28
const lowest = 980
const pairs = 10

/**
 * Personnummer out of the series that Skatteverket's official test numbers are drawn from, with valid check digits.
 *
 * What the published list shows: births from 1987 have birth number 238 (women) and 239 (men);
 * births of 1890–1912 and 1985–1986 have 980 and upwards, the series 980–999 that is never given to a person.
 * So 238 and 239 come first for births from 1990, and 980–999 for all others and for the overflow.
 * The list's older births with birth numbers outside these series are left alone: living persons may have them too.
 *
 * Ninth digit even is a woman, odd a man.
 * When a month's numbers for a gender are used up, which takes a demo twenty times the usual size, reserve numbers
 * follow: a letter among the last four, no check digit, no gender.
 */
export function createIdentitySeries(): IdentitySeries {
  const given = new Map<string, number>()
  return (birth, gender) => {
    const key = `${birth}${gender}`
    const count = given.get(key) ?? 0
    given.set(key, count + 1)
    return numberAt(birth, gender, count)
  }
}

function numberAt(birth: MonthIndex, gender: Gender, count: number): string {
  const year = Math.floor(birth / 12)
  const round = Math.floor(count / daysUsed) - (year >= 1990 ? 1 : 0)
  const birthNumber = (round < 0 ? 238 : lowest + 2 * round) + (gender === 'man' ? 1 : 0)
  // 11 and 28 have no common factor, so the days come in a mixed order and none twice in a round.
  const day = 1 + ((count * 11 + birth) % daysUsed)
  const date = `${twoDigits(year % 100)}${twoDigits((birth % 12) + 1)}${twoDigits(day)}`
  const century = Math.floor(year / 100)
  if (round >= pairs) return `${century}${date}${gender === 'man' ? 'R' : 'T'}${String(round - pairs).padStart(3, '0')}`
  return `${century}${date}${birthNumber}${checkDigit(`${date}${birthNumber}`)}`
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

function checkDigit(nine: string): number {
  let sum = 0
  for (const [position, digit] of [...nine].entries()) {
    const weighted = Number(digit) * (position % 2 === 0 ? 2 : 1)
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  return (10 - (sum % 10)) % 10
}
