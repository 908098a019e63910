import type pg from 'pg'
import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import type { FigureTable } from '../analysis/figures.ts'
import { type Tx, withTenant } from '../database/transaction.ts'
import { valueAt } from '../parameters/dated.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'
import { type JobUnitClasses, jobUnitClasses } from '../parameters/job-unit-classes.ts'
import { csvText } from '../values/csv-text.ts'
import type { Day } from '../values/day.ts'
import { addMonths, type Month } from '../values/month.ts'
import { countJobUnit, type JobUnitStay } from './job-unit.ts'
import { jobUnitText } from './job-unit.text.ts'
import { jobUnitTables } from './job-unit-tables.ts'

/**
 * Everybody's time in measures, protected households left out. What is recorded lies in a slice beside this one, so the entry files
 * hand it in (`src/job-unit-stays.ts`). Runs in a transaction of the whole municipality.
 */
export type LoadStays = (
  tx: Tx,
  user: User,
  today: Day,
  classes: JobUnitClasses,
) => Promise<{ stays: JobUnitStay[]; protectedHouseholds: number }>

export type JobUnitNeeds = { pool: pg.Pool; loadStays: LoadStays; today: () => Day }

export type JobUnitView = {
  from: Month
  to: Month
  /** The calendar year of the work. */
  latestYear: number
  tables: FigureTable[]
  protectedHouseholds: number
}

/** Without a period: the calendar year of the work, which is what Kolada asks about. Null when it ends before it begins. */
export async function loadJobUnit(
  { pool, loadStays, today }: JobUnitNeeds,
  user: User,
  asked: { from?: Month; to?: Month },
): Promise<JobUnitView | null> {
  const year = today().slice(0, 4)
  const from = asked.from ?? (`${year}-01` as Month)
  const to = asked.to ?? (`${year}-12` as Month)
  if (to < from) return null
  const classes = valueAt(jobUnitClasses, from)
  const tenant = { municipalityId: user.municipalityId, userId: user.id, units: 'all' as const }
  const { stays, protectedHouseholds } = await withTenant(pool, tenant, async (tx) => {
    const found = await loadStays(tx, user, today(), classes)
    await logEntry(tx, {
      ...{ municipalityId: user.municipalityId, userId: user.id, action: 'figures-read', subject: 'job-unit' },
      ...{ householdIds: [], detail: { from, to } },
    })
    return found
  })
  const period = { from: `${from}-01` as Day, until: `${addMonths(to, 1)}-01` as Day }
  const counts = countJobUnit(stays, period, classes)
  const tables = jobUnitTables(counts, classes, valueAt(disclosureLimits, from))
  return { from, to, latestYear: Number(year), tables, protectedHouseholds }
}

/** The form to copy from: a row for each of Kolada's, empty where there is no value to give. */
export function jobUnitCsv({ tables }: JobUnitView): string {
  const { file, columns } = jobUnitText
  const cell = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : String(value).replace('.', ',')
  return csvText([
    [file.kolada, file.table, file.row, ...Object.values(columns)],
    ...tables.flatMap(({ name, rows }) =>
      rows.map(({ label, note, cells }) => [
        note ?? '',
        name,
        label,
        ...[0, 1, 2, 3].map((at) => cell(cells[at]?.value)),
      ]),
    ),
  ])
}
