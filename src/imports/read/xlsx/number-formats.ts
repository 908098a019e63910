import { attribute, elements, firstElement } from './scan-xml.ts'

/** Tells by a cell's style whether its number is a date. */
export type DateStyles = (style: number) => boolean

/** Built-in formats that show a day or a month; 45–47 show only time of day. */
const isBuiltInDate = (format: number): boolean =>
  (format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 36) || (format >= 50 && format <= 58)

export function dateStyles(stylesXml: string, prefix: string): DateStyles {
  const custom = new Set<number>()
  for (const { attributes } of elements(stylesXml, `${prefix}numFmt`)) {
    if (showsDate(attribute(attributes, 'formatCode') ?? '')) custom.add(Number(attribute(attributes, 'numFmtId')))
  }
  const cellFormats = firstElement(stylesXml, `${prefix}cellXfs`)?.body ?? ''
  const isDate = [...elements(cellFormats, `${prefix}xf`)].map(({ attributes }) => {
    const format = Number(attribute(attributes, 'numFmtId') ?? 0)
    return custom.has(format) || isBuiltInDate(format)
  })
  return (style) => isDate[style] ?? false
}

/** Quoted words, colours and single escaped characters are not part of what a format shows. */
function showsDate(code: string): boolean {
  const shown = code
    .slice(0, 1000)
    .replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
    .toLowerCase()
  return /[yå]/.test(shown) || /d/.test(shown) || (/mmm/.test(shown) && !/[hs]/.test(shown))
}

const dayLength = 86_400_000

/**
 * `2019-04-30`, or `2019-04-30 14:05` with a time of day. Counts days from 1899-12-30, or from 1904-01-01 in workbooks
 * that began on a Macintosh; before March 1900 Excel is a day off, since it has a 29 February that year.
 * Null for what no calendar holds, so that the number is shown instead.
 */
export function dateOfSerial(serial: number, from1904: boolean): string | null {
  if (!(serial >= 1 && serial < 2_958_466)) return null
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  const instant = new Date(Date.UTC(1899, 11, 30) + Math.round((days * dayLength) / 60_000) * 60_000)
  if (Number.isNaN(instant.getTime())) return null
  const text = instant.toISOString()
  return text.slice(11, 16) === '00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`
}
