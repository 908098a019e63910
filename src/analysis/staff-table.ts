import type { StaffRow } from '../economy/economy.queries.ts'
import { addMonths } from '../values/month.ts'
import type { Period } from '../values/period.ts'
import type { FigureTable, TableCell } from './figures.ts'

const groups = [
  { id: 'total', label: 'Totalt' },
  { id: 'women', label: 'Kvinnor' },
  { id: 'men', label: 'Män' },
] as const

/** Fewer than this, and one person's absence moves the share visibly. */
const fewPeople = 30

/**
 * Staff figures for the period and the year before, always worked out from counts where there are counts.
 *
 * A figure belongs to the latest of its dates within the period's year up to its end, since staff figures are taken
 * on different days and for different months. Empty when the file has none for the period.
 */
export function staffTable(staff: StaffRow[], period: Period): FigureTable[] {
  const year = Number(period.from.slice(0, 4))
  const labels = [...new Set(staff.map(({ label }) => label))]
  const rows = labels.flatMap((label) => {
    const now = groups.map(({ id }) => latest(staff, label, id, year, period))
    const before = groups.map(({ id }) => latest(staff, label, id, year - 1, period))
    if ([...now, ...before].every((row) => row === null)) return []
    const note = now.some((row) => row?.denominator && row.denominator !== 100 && row.denominator < fewPeople)
      ? smallNote
      : null
    return [{ id: label, label, cells: [...now, ...before].map(cellOf), ...(note && { note }) }]
  })
  if (rows.length === 0) return []
  return [
    {
      id: 'staff',
      name: 'Personal',
      definition:
        'Personalnyckeltal ur förvaltningens personalfil. Andelar räknas ur antal när antalen finns; annars står den procentsats som filen har. Mätdagar och mätperioder skiljer sig mellan raderna.',
      source: 'Kommunens personalfil.',
      definitionVersion: 1,
      // A column is the same from year to year, so that a template and a promise can name it.
      columns: [
        ...groups.map(({ id, label }) => ({ id, label: `${label} ${year}` })),
        ...groups.map(({ id, label }) => ({ id: `${id}-year-before`, label: `${label} ${year - 1}` })),
      ],
      rows,
      sentence: `Personalfilen har ${rows.length} nyckeltal för ${year}.`,
    },
  ]
}

const smallNote = 'Få personer: enstaka fall ger stort utslag.'

/** `until` is the day after the last, both in the rows and in the bounds. */
function latest(
  staff: StaffRow[],
  label: string,
  group: StaffRow['group'],
  year: number,
  period: Period,
): StaffRow | null {
  const yearsBack = Number(period.from.slice(0, 4)) - year
  const end = `${addMonths(period.until, -12 * yearsBack)}-01`
  const found = staff.filter(
    (row) => row.label === label && row.group === group && row.until > `${year}-01-01` && row.until <= end,
  )
  return found.sort((a, b) => (a.until < b.until ? 1 : -1))[0] ?? null
}

function cellOf(row: StaffRow | null): TableCell {
  if (!row || row.numerator === null)
    return { value: null, numerator: null, denominator: null, unit: 'count', withheld: 'no-data' }
  const { numerator, denominator } = row
  return denominator === null
    ? { value: numerator, numerator, denominator: 1, unit: 'count' }
    : { value: numerator / denominator, numerator, denominator, unit: 'share' }
}
