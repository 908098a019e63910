/** Money is whole öre in a number: exact up to 90 000 billion kronor, and never a fraction. */
export type Ore = number

const amountPattern = /^(\d+)(?:[.,](\d{1,2}))?$/

/**
 * Reads an amount in kronor as Swedish systems write it, and gives öre.
 *
 * Accepts spaces of all widths between thousands, comma or dot before at most two decimals,
 * minus as `-`, `−` or `–`, in front or behind, and negative in parentheses.
 * Null for anything else: more decimals, two separators, text, an empty string.
 */
export function parseKronor(text: string): Ore | null {
  let digits = text.replace(/[\s\u00a0\u2009\u202f]/g, '')
  let sign = 1
  if (digits.startsWith('(') && digits.endsWith(')')) {
    sign = -1
    digits = digits.slice(1, -1)
  } else if (/^[-−–]/.test(digits)) {
    sign = -1
    digits = digits.slice(1)
  } else if (/[-−–]$/.test(digits)) {
    sign = -1
    digits = digits.slice(0, -1)
  }
  const parts = amountPattern.exec(digits)
  if (!parts) return null
  const ore = Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
  if (!Number.isSafeInteger(ore)) return null
  return ore === 0 ? 0 : sign * ore
}

/** Whole thousands of kronor, half away from zero: what a statement on paper shows. */
export const toThousands = (ore: Ore): number => Math.sign(ore) * Math.round(Math.abs(ore) / 100_000) || 0
