import { dayInSweden } from './day.ts'
import type { Ore } from './money.ts'
import { toThousands } from './money.ts'

/** Between thousands, as Swedish typography has it: it keeps the number on one line. */
const space = '\u00a0'
const minus = '\u2212'

/**
 * The size of a number to so many decimals, half upwards on the decimal number as people round: 12.95 % is `13.0`.
 * A quotient that is a half on paper is often a hair below it in binary, so what lies beyond the fifteenth digit, or the
 * twelfth decimal, is left out first.
 */
function roundedSize(value: number, decimals: number): string {
  const size = Math.abs(value)
  const places = Math.min(12, 15 - Math.trunc(size).toString().length)
  if (!Number.isFinite(size) || places <= decimals) return size.toFixed(decimals)
  const [whole = '', fraction = ''] = size.toFixed(places).split('.')
  const digits = BigInt(whole + fraction.slice(0, decimals)) + (fraction.charAt(decimals) >= '5' ? 1n : 0n)
  const text = digits.toString().padStart(decimals + 1, '0')
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`
}

/** The number that is printed, half away from zero. */
export const roundTo = (value: number, decimals = 0): number =>
  Math.sign(value) * Number(roundedSize(value, decimals)) + 0

/** `12 345,6` with a no-break space, decimal comma and a real minus; half away from zero. */
export function formatNumber(value: number, decimals = 0): string {
  const [whole = '', fraction] = roundedSize(value, decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, space)
  const digits = fraction ? `${grouped},${fraction}` : grouped
  return value < 0 && /[1-9]/.test(digits) ? `${minus}${digits}` : digits
}

/** With its sign, also when positive: `+2 068`. For variances and changes. One too small to show is `0,0` without a plus. */
export function formatSigned(value: number, decimals = 0): string {
  const text = formatNumber(value, decimals)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

export const formatKronor = (ore: Ore): string => `${formatNumber(ore / 100)}${space}kr`

export const formatThousands = (ore: Ore): string => formatNumber(toThousands(ore))

/** A share as per cent with one decimal: `34,5 %`. */
export const formatShare = (share: number, decimals = 1): string => `${formatNumber(share * 100, decimals)}${space}%`

/** `22 november 2026 14:03` shortened to what a saved-state line shows: `14:03`. */
export const formatTime = (instant: Date): string =>
  instant.toLocaleTimeString('sv-SE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Stockholm' })

/** `2026-11-22 14:03`, in Swedish time. */
export const formatMoment = (instant: Date): string => `${dayInSweden(instant)} ${formatTime(instant)}`
