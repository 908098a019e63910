import { addMonths, type Month, parseAskedMonth } from './month.ts'

/**
 * A period as it is spoken of: `2019`, `2019-T1` (January–April), `2019-T2` (January–August), `2019-T3` (the year),
 * `2019-H1`, `2019-04`, or `2018-11..2019-02`. Both months included; null for anything else, and for what nobody can ask about.
 */
export function parsePeriod(text: string): { from: Month; to: Month } | null {
  const [, year, part] = /^(\d{4})(?:-([TH][1-3]))?$/.exec(text) ?? []
  if (year) return parseAskedMonth(`${year}-01`) && spoken(year, part)
  const [from, to = from] = text.split('..').map(parseAskedMonth)
  return from && to && from <= to ? { from, to } : null
}

/** Reports of a tertial are cumulative: each begins in January. */
function spoken(year: string, part: string | undefined): { from: Month; to: Month } | null {
  const january = `${year}-01` as Month
  const months = { T1: 4, T2: 8, T3: 12, H1: 6 }[part ?? 'T3']
  if (part === 'H2') return { from: addMonths(january, 6), to: addMonths(january, 11) }
  return months === undefined ? null : { from: january, to: addMonths(january, months - 1) }
}
