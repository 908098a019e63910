import { dayInSweden } from './day.ts'
import type { Ore } from './money.ts'
import { toThousands } from './money.ts'

/** Between thousands, as Swedish typography has it: it keeps the number on one line. */
const space = '\u00a0'
const minus = '\u2212'

/** `12 345,6` with a no-break space, decimal comma and a real minus. */
export function formatNumber(value: number, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, space)
  const digits = fraction ? `${grouped},${fraction}` : grouped
  return value < 0 && /[1-9]/.test(digits) ? `${minus}${digits}` : digits
}

/** With its sign, also when positive: `+2 068`. For variances and changes. */
export const formatSigned = (value: number, decimals = 0): string =>
  (value > 0 ? '+' : '') + formatNumber(value, decimals)

export const formatKronor = (ore: Ore): string => `${formatNumber(ore / 100)}${space}kr`

export const formatThousands = (ore: Ore): string => formatNumber(toThousands(ore))

/** A share as per cent with one decimal: `34,5 %`. */
export const formatShare = (share: number, decimals = 1): string => `${formatNumber(share * 100, decimals)}${space}%`

/** `22 november 2026 14:03` shortened to what a saved-state line shows: `14:03`. */
export const formatTime = (instant: Date): string =>
  instant.toLocaleTimeString('sv-SE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Stockholm' })

/** `2026-11-22 14:03`, in Swedish time. */
export const formatMoment = (instant: Date): string => `${dayInSweden(instant)} ${formatTime(instant)}`
