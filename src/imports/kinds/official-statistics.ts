import { monthColumn, numberColumn, textColumn } from '../columns.ts'
import { normalised } from '../../values/normalised.ts'
import type { Column, Kind, Layout } from '../kind.ts'
import { isYearHeading, monthColumns, yearIn } from '../month-parts.ts'
import { missingMark, parseNumber } from '../read/cell-values.ts'

/** A published figure. `X` and `.` hide a small number, `--` and `-` mean that nothing was reported: neither is zero. */
const value: Column = {
  ...numberColumn({ name: 'value', label: 'Värde', aliases: ['Antal', 'Tal'] }),
  parse: (text) => {
    if (whyMissing(text)) return { ok: null }
    const number = parseNumber(text)
    return number === null ? { problem: 'not-a-number' } : { ok: number }
  },
}

const missing: Column = {
  ...textColumn({ name: 'missing', label: 'Saknas', aliases: ['Status'] }),
  parse: (text) => ({ ok: whyMissing(text) }),
  besides: 'value',
}

/** What a column without a heading is called: the corner of a table with months above and regions to the left. */
const emptyCorner = 'Kolumn 1'

/** A lone dot is a small number kept secret here, elsewhere it is no number at all. */
const whyMissing = (text: string) => (text === '.' || text === 'suppressed' ? 'suppressed' : missingMark(text))

/** Socialstyrelsen's published tables: months in rows or in columns, one figure or several. */
export const officialStatistics: Kind = {
  name: 'official-statistics',
  label: 'Officiell statistik',
  columns: [
    textColumn({ name: 'region', label: 'Region', required: true, aliases: ['Kommun', 'Län', 'Område', emptyCorner] }),
    textColumn({ name: 'figure', label: 'Mått', required: true, aliases: ['Nyckeltal', 'Figure', 'Variabel'] }),
    textColumn({
      name: 'group',
      label: 'Grupp',
      aliases: [
        'Inrikes- eller utrikesfödda hushåll',
        'Hushållstyp',
        'Försörjningshinder',
        'Kön',
        'Ålder',
        'Åldersgrupp',
      ],
    }),
    monthColumn({ name: 'month', label: 'Månad', required: true, aliases: ['Period', 'Tid'] }),
    value,
    missing,
  ],
  key: { identifying: ['region', 'figure', 'group', 'month'], repeated: 'refused' },
  fileNames: ['socialstyrelsen', 'statistik', 'ekb'],
  ownMunicipalityOnly: false,
  layoutOf,
}

/** Months as headings need a year in the title. Figures as headings are what stands beside year and month. */
function layoutOf(columns: readonly string[], title: string): Layout | null {
  const { year, region, figure } = titleParts(title)
  const layout = { target: 'value', countedIn: '' }
  const given = { ...(region && { region }), ...(figure && { figure }) }
  const months = monthColumns(columns, year)
  if (months.length > 1) return { ...layout, given, values: months }
  if (!columns.some(isYearHeading)) return null
  const figures = columns.flatMap((heading, at) => (isFigure(heading) ? [{ at, given: { figure: heading } }] : []))
  return figures.length > 0 ? { ...layout, given, values: figures } : null
}

const isFigure = (heading: string): boolean => /^(antal|utbetal|andel|belopp|hushall|kostnad)/.test(normalised(heading))

/** "Ekonomiskt bistånd, Antal hushåll, 2017" and "Ekonomiskt bistånd, Dalarnas län": subject, then what it is about. */
function titleParts(title: string): { year: string | null; region: string | null; figure: string | null } {
  const parts = title.split(/[,;\n]/).map((part) => part.trim())
  const isRegion = (part: string) => /(\slän|\skommun|^riket)$/i.test(part)
  const isYear = (part: string) => /^(?:år )?(?:19|20)\d{2}$/i.test(part)
  const figures = parts.slice(1).filter((part) => part !== '' && !isRegion(part) && !isYear(part))
  return {
    year: yearIn(title),
    region: parts.find(isRegion) ?? null,
    figure: parts.find(isFigure) ?? figures.at(-1) ?? null,
  }
}
