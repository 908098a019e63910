/** A municipality: its number in the register, its four-digit code and its name. */
export type Municipality = { id: number; code: string; name: string }

/** The code is four digits and may begin with zero: `0483` is number 483. Null for anything else. */
export function parseMunicipalityCode(text: string): string | null {
  return /^\d{4}$/.test(text) && text !== '0000' ? text : null
}
