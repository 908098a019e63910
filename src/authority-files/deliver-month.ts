import { createHash } from 'node:crypto'
import type pg from 'pg'
import { logEntry } from '../access/audit-log.ts'
import type { Keys } from '../access/keys.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf } from '../access/signed-in.ts'
import type { FiguresService } from '../analysis/load-figures.ts'
import type { Panel } from '../calculations/panel.ts'
import { type Tenant, type Tx, withTenant } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import { addMonths, type Month, monthFromIndex, monthIndex } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import { type CheckedMonth, checkMonth, type ControlTotals, type Finding, isStop } from './check-month.ts'
import { writeRows } from './delivered-row.ts'
import { type Layout, layoutOf } from './layouts/monthly-layouts.ts'
import { listWritten, loadDelivered, loadOwnLayouts, writtenAction } from './monthly-file.queries.ts'
import { rowsWithFaults, sampleOf } from './row-view.ts'
import type { ControlRow, FindingView, MonthDue, MonthlyCheck, MonthsView } from './monthly-view.ts'

export type DeliveryNeeds = {
  pool: pg.Pool
  keys: Keys
  figures: FiguresService
  municipality: Municipality
  today: () => Day
}

export type DeliveryRefusal = 'not-whole-municipality' | 'no-layout' | 'no-payments' | 'nothing-to-send'

/**
 * The duty to deliver is the committee's for everybody who was granted assistance (HSLF-FS 2015:30), households with protected data
 * too; so the transaction sees them all, whoever asks. They are sent in the file and on no page.
 */
const wholeMunicipality = (user: User): Tenant => ({ ...tenantOf(user), units: 'all', protectedHouseholds: 'all' })

/** Deliveries are due on this day of the month after the one they concern (HSLF-FS 2015:30). */
const dueDay = 15

/** The months that there are payments for, two years back, with what has been written of each. */
export async function listMonths(
  { pool, figures, municipality, today }: DeliveryNeeds,
  user: User,
): Promise<MonthsView> {
  const reach = await figures.reach(municipality)
  const history = await withTenant(pool, tenantOf(user), (tx) => listWritten(tx, municipality.id))
  const on = today()
  const last = reach && monthIndex(reach.to)
  const count = reach ? Math.min(24, monthIndex(reach.to) - monthIndex(reach.from) + 1) : 0
  const months = Array.from({ length: count }, (_, back): MonthDue => {
    const month = monthFromIndex(last! - back)
    const due = `${addMonths(month, 1)}-${dueDay}` as Day
    const written = history.find((each) => each.month === month) ?? null
    return { month, due, isLate: written === null && due < on && history.some((each) => each.month < month), written }
  })
  return { today: on, months, history }
}

/**
 * What a month's file would hold and what is missing in it, in the layout of the month or in one that is tried.
 * Reading it is logged as reading the households.
 */
export async function previewMonth(
  needs: DeliveryNeeds,
  user: User,
  month: Month,
  tried: Layout | null = null,
): Promise<MonthlyCheck | DeliveryRefusal> {
  return prepare(needs, user, { month, tried }, async (tx, { checked, layout, isOwn, panel, ids }) => {
    await logEntry(tx, {
      ...{ municipalityId: user.municipalityId, userId: user.id, action: 'monthly-file-checked' },
      ...{ subject: `monthly-file ${month}`, householdIds: ids, detail: { month, isTrial: tried !== null } },
    })
    const { more, ...faulty } = rowsWithFaults(checked.findings)
    const { totals, findings } = checked
    return {
      month,
      layout: { ...layoutFacts(layout), isOwn },
      notKept: layout.fields.filter(({ value }) => neverKept.test(value)).map(({ name }) => name),
      totals,
      control: controlRows(totals, checked, ownFigures(panel, month)),
      findings: groupFindings(findings),
      ...{ ...faulty, moreRows: more, sample: sampleOf(layout, checked) },
    }
  })
}

/** Writes the file and says so in the log, in one transaction: a file that is not in the log does not leave. */
export async function writeMonth(
  needs: DeliveryNeeds,
  user: User,
  month: Month,
): Promise<{ name: string; bytes: Buffer } | DeliveryRefusal> {
  return prepare(needs, user, { month, tried: null }, async (tx, { checked, layout }) => {
    if (checked.rows.length === 0) return 'nothing-to-send'
    const bytes = writeRows(
      layout,
      checked.rows.map(({ row }) => row),
    )
    const { sent, fileKronor, stopped } = checked.totals
    await logEntry(tx, {
      ...{ municipalityId: user.municipalityId, userId: user.id, action: writtenAction },
      subject: `monthly-file ${month}`,
      householdIds: checked.rows.map(({ household }) => household.id),
      detail: {
        ...{ month, rows: sent, kronor: fileKronor, stopped, layoutFrom: layout.from },
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    })
    return { name: `ekb_manad_${needs.municipality.code}_${month.replace('-', '')}.txt`, bytes }
  })
}

type Prepared = { checked: CheckedMonth; layout: Layout; isOwn: boolean; panel: Panel; ids: number[] }

async function prepare<Value>(
  { pool, keys, figures, municipality }: DeliveryNeeds,
  user: User,
  { month, tried }: { month: Month; tried: Layout | null },
  use: (tx: Tx, prepared: Prepared) => Promise<Value>,
): Promise<Value | DeliveryRefusal> {
  if (user.units !== 'all') return 'not-whole-municipality'
  const panel = await figures.panel(municipality, null)
  return withTenant(pool, wholeMunicipality(user), async (tx) => {
    const own = await loadOwnLayouts(tx, municipality.id)
    const layout = tried ?? layoutOf(month, own)
    if (!layout) return 'no-layout'
    const households = await loadDelivered(tx, keys, municipality.id, month)
    if (households.length === 0) return 'no-payments'
    const checked = checkMonth(households, { month, municipality: municipality.code, layout })
    return use(tx, {
      checked,
      layout,
      isOwn: tried !== null || own.includes(layout),
      panel,
      ids: households.map(({ id }) => id),
    })
  })
}

const layoutFacts = ({ from, source, isChecked, form, fields }: Layout) => ({
  ...{ from, source, isChecked, form },
  fields: fields.length,
})

const neverKept = /^(district|refugee|foreignBorn)/

type OwnFigures = { households: number; ore: number; women: number; men: number }

/** The same month as every other page counts it: another query, another code. */
function ownFigures({ householdMonths, personMonths }: Panel, month: Month): OwnFigures {
  const at = monthIndex(month)
  const found = { households: 0, ore: 0, women: 0, men: 0 }
  for (let row = 0; row < householdMonths.length; row++) {
    if (householdMonths.month[row] !== at) continue
    found.ore += householdMonths.amountOre[row]!
    if (householdMonths.amountOre[row]! > 0) found.households += 1
  }
  for (let row = 0; row < personMonths.length; row++) {
    if (personMonths.month[row] !== at || personMonths.role[row] === 2) continue
    if (householdMonths.amountOre[personMonths.householdMonth[row]!]! <= 0) continue
    if (personMonths.gender[row] === 1) found.women += 1
    if (personMonths.gender[row] === 2) found.men += 1
  }
  return found
}

/** What is in the file, what is not sent, and our own figure: the first two sum to the third. Amounts in whole kronor. */
function controlRows(totals: ControlTotals, { findings }: CheckedMonth, ours: OwnFigures): ControlRow[] {
  const row = (id: ControlRow['id'], file: number, notSent: number, own: number): ControlRow => ({
    ...{ id, file, notSent, ours: own },
    agrees: file + notSent === own,
  })
  const kronor = Math.floor((ours.ore + 50) / 100)
  const left = { women: 0, men: 0 }
  const stopped = new Set(findings.filter(isStop).map(({ household }) => household))
  for (const { members } of stopped)
    for (const { role, gender, numbers } of members) {
      const told = numbers.length === 1 ? (numbers[0]!.gender ?? gender) : gender
      if (role === 'child' || !told) continue
      if (told === 'woman') left.women += 1
      else left.men += 1
    }
  const oreNotSent = totals.stoppedOre + totals.notAssistedOre
  return [
    row('households', totals.sent, totals.stopped, ours.households),
    {
      ...row('amount', totals.fileKronor, kronor - totals.fileKronor, kronor),
      ...amountAgrees(totals, ours, oreNotSent),
    },
    row('women', totals.women, left.women, ours.women),
    row('men', totals.men, left.men, ours.men),
  ]
}

/** To the öre before rounding, and to the krona after it. */
const amountAgrees = (totals: ControlTotals, ours: OwnFigures, oreNotSent: number) => ({
  notSent: Math.round(oreNotSent / 100),
  agrees: totals.sentOre + oreNotSent === ours.ore && totals.fileKronor === Math.floor((totals.sentOre + 50) / 100),
})

/** Findings of the same kind together. */
function groupFindings(findings: readonly Finding[]): FindingView[] {
  const groups = new Map<string, FindingView>()
  for (const { kind, field, household } of findings) {
    const key = `${kind} ${field ?? ''}`
    const group = groups.get(key) ?? { kind, field, stops: isStop({ kind }), households: [], protectedHouseholds: 0 }
    groups.set(key, group)
    if (household.isProtected) group.protectedHouseholds += 1
    else group.households.push(household.key)
  }
  return [...groups.values()].sort((a, b) => Number(b.stops) - Number(a.stops) || sizeOf(b) - sizeOf(a))
}

const sizeOf = ({ households, protectedHouseholds }: FindingView) => households.length + protectedHouseholds
