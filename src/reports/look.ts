import type { LookEntry } from './reports-view.ts'

/** Key of the one entry that says how reports look. */
export const standardKey = 'standard'

/** What the formats draw with. Colours are six hexadecimal digits without a mark in front. */
export type ReportLook = {
  /** Lines and links; headings are darker, and tints paler. */
  accent: string
  dark: string
  pale: string
  logo: { png: Uint8Array; width: number; height: number; alt: string } | null
  /** `word/styles.xml` of the municipality's own Word template, see `word-template.ts`. */
  wordStyles: string | null
}

/** The program's own colours, without a logo. */
export const standardLook: ReportLook = { ...coloursOf('1f5673'), logo: null, wordStyles: null }

export function lookOf({ accent, logo, wordStyles }: LookEntry): ReportLook {
  const png = logo && Buffer.from(logo.png, 'base64')
  const size = png && pngSize(png)
  return {
    ...coloursOf(accent.slice(1)),
    logo: logo && png && size ? { png, ...size, alt: logo.alt } : null,
    wordStyles,
  }
}

/** Pixels, as the picture's own head says; null for what is no PNG. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) return null
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  return width > 0 && height > 0 ? { width, height } : null
}

/** An accent too pale to be read on white is darkened until it can be (WCAG 2.2, 1.4.3: 4.5 to 1). */
function coloursOf(wanted: string): Pick<ReportLook, 'accent' | 'dark' | 'pale'> {
  let accent = wanted
  while (contrastToWhite(accent) < 4.5) accent = mixed(accent, '000000', 0.1)
  return { accent, dark: mixed(accent, '000000', 0.28), pale: mixed(accent, 'ffffff', 0.92) }
}

function channels(colour: string): number[] {
  return [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16))
}

function mixed(colour: string, other: string, share: number): string {
  return channels(colour)
    .map((value, at) => Math.round(value * (1 - share) + channels(other)[at]! * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')
}

function contrastToWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
