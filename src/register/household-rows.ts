import { spellsOf } from '../calculations/spells.ts'
import { housingLabel } from '../parameters/code-lists/lists.ts'
import { obstacleLabel } from '../parameters/code-lists/obstacles.ts'
import { allowedGapMonths } from '../parameters/assistance-limits.ts'
import { valueAt } from '../parameters/dated.ts'
import type { Day } from '../values/day.ts'
import { indexFromNumber, type Month, monthFromIndex, monthFromNumber, monthIndex } from '../values/month.ts'
import type {
  ApplicationKind,
  DecisionOutcome,
  HouseholdDetails,
  HouseholdMember,
  HouseholdMonth,
  HouseholdRow,
  HouseholdSpell,
  WorkAbility,
} from './household-view.ts'
import type { loadHouseholdFacts, SummaryRow } from './households.queries.ts'

type Facts = Awaited<ReturnType<typeof loadHouseholdFacts>>

export const toHouseholdRow = (row: SummaryRow, units: Map<string, string>): HouseholdRow => ({
  id: row.household_id,
  key: row.source_key,
  name: row.name ?? '',
  maskedNumber: maskedNumber(row.birth_date),
  unit: row.unit_code && (units.get(row.unit_code) ?? row.unit_code),
  caseworker: row.caseworker_code,
  adults: row.adults,
  children: row.children,
  housing: row.housing && housingLabel(row.housing),
  obstacle: row.obstacle_code && obstacleLabel(row.obstacle_code),
  status: row.status,
  firstMonth: monthOrNull(row.first_month),
  lastMonth: monthOrNull(row.last_month),
  monthsLast12: row.months_last_12,
  paidLast12Ore: row.paid_last_12_ore,
  paidTotalOre: row.paid_total_ore,
})

export function toHouseholdDetails(
  summary: SummaryRow & { access_scope: number },
  facts: Facts,
  units: Map<string, string>,
): HouseholdDetails {
  const { id, key, unit, caseworker, housing, status, lastMonth } = toHouseholdRow(summary, units)
  const months = toMonths(facts)
  return {
    id,
    key,
    unit,
    caseworker,
    housing,
    status,
    protected: summary.access_scope < 0,
    members: mergedMembers(facts.members).map((member) => toMember(member, lastMonth)),
    months,
    obstacles: facts.obstacles.map((each) => ({
      personId: each.person_id,
      month: monthFromNumber(each.month),
      code: each.code,
      label: obstacleLabel(each.code),
      localLabel: each.local_code,
      workAbility: each.work_ability as WorkAbility | null,
    })),
    interventions: facts.participations.map((each) => ({
      personId: each.person_id,
      name: each.intervention,
      from: each.from_day as Day,
      until: each.until_day as Day | null,
      outcome: each.outcome,
    })),
    spells: spellsOfMonths(months),
  }
}

const toMember = (member: Facts['members'][number], lastMonth: Month | null): HouseholdMember => ({
  id: member.person_id,
  name: member.name ?? '',
  maskedNumber: maskedNumber(member.birth_date),
  role: member.role,
  gender: member.gender,
  age: member.birth_date && lastMonth ? ageIn(lastMonth, member.birth_date) : null,
  from: monthFromNumber(member.from_month),
  until: monthOrNull(member.until_month),
})

/** Systems begin a new row when the unit changes; to a reader somebody who stays in a role is one row. */
function mergedMembers(rows: Facts['members']): Facts['members'] {
  const merged: Facts['members'] = []
  for (const row of rows) {
    const before = merged.findLast((each) => each.person_id === row.person_id && each.role === row.role)
    if (before && before.until_month === row.from_month) before.until_month = row.until_month
    else merged.push({ ...row })
  }
  return merged
}

const monthOrNull = (value: number | null): Month | null => (value === null ? null : monthFromNumber(value))

/** The birth date and stars: enough to tell two people apart, not enough to be anybody's number. */
const maskedNumber = (birthDate: string | null): string =>
  birthDate ? `${birthDate.replaceAll('-', '')}-****` : '********-****'

const ageIn = (month: Month, birthDate: string): number =>
  Math.max(0, Math.floor((monthIndex(month) - monthIndex(birthDate.slice(0, 7) as Month)) / 12))

/** Every month from the first to the last with anything in it, also those with nothing. */
function toMonths(facts: Facts): HouseholdMonth[] {
  const months = new Map<number, HouseholdMonth>()
  const at = (value: number): HouseholdMonth => {
    const index = indexFromNumber(value)
    const known = months.get(index)
    if (known) return known
    const made = { month: monthFromIndex(index), amountOre: 0, payments: [], decisions: [], applications: [] }
    months.set(index, made)
    return made
  }
  for (const { concerned_month, paid_on, amount_ore, purpose } of facts.payments) {
    const month = at(concerned_month)
    month.amountOre += amount_ore
    month.payments.push({ paidOn: paid_on as Day | null, amountOre: amount_ore, purpose })
  }
  for (const { month, decided_on, outcome, reason, amount_ore } of facts.decisions) {
    at(month).decisions.push({
      decidedOn: decided_on as Day,
      outcome: outcome as DecisionOutcome,
      reason,
      amountOre: amount_ore,
    })
  }
  for (const { month, applied_on, kind } of facts.applications) {
    at(month).applications.push({ appliedOn: applied_on as Day, kind: kind as ApplicationKind | null })
  }
  const indices = [...months.keys()].sort((a, b) => a - b)
  const first = indices[0]
  if (first === undefined) return []
  const length = indices.at(-1)! - first + 1
  return Array.from({ length }, (_, offset) => {
    const month = monthFromIndex(first + offset)
    return months.get(first + offset) ?? { month, amountOre: 0, payments: [], decisions: [], applications: [] }
  })
}

function spellsOfMonths(months: HouseholdMonth[]): HouseholdSpell[] {
  const first = months[0]
  if (!first) return []
  const rows = {
    length: months.length,
    household: new Int32Array(months.length),
    month: Int32Array.from(months, ({ month }) => monthIndex(month)),
    amountOre: Float64Array.from(months, ({ amountOre }) => amountOre),
  }
  const firstMonth = monthIndex(first.month)
  const spells = spellsOf(rows, {
    allowedGap: valueAt(allowedGapMonths, first.month),
    firstMonth,
    untilMonth: firstMonth + months.length,
  })
  return Array.from({ length: spells.length }, (_, spell) => ({
    start: monthFromIndex(spells.start[spell]!),
    end: spells.resolved[spell] ? monthFromIndex(spells.last[spell]! + 1) : null,
    months: spells.paidMonths[spell]!,
  }))
}
