import type { Role } from '../access/permissions.ts'
import { closureReasons } from '../parameters/code-lists/casework.ts'
import type { WorkRow } from './worklist-view.ts'
import type { WorkRowFromSql } from './worklist.queries.ts'

/** A row as the viewer may see it: a reminder is its writer's own, and is not for a manager. */
export function toWorkRow(row: WorkRowFromSql, units: ReadonlyMap<string, string>, role: Role): WorkRow {
  const seesReminder = role !== 'manager'
  return {
    id: row.household_id,
    key: row.source_key,
    name: row.name ?? '',
    unit: row.unit_code && (units.get(row.unit_code) ?? row.unit_code),
    caseworker: row.caseworker,
    children: row.children,
    assistance: row.status,
    monthsLast12: row.months_last_12,
    nextStep: row.next_step,
    nextStepOn: row.next_step_on,
    planApprovedOn: row.plan_approved_on,
    followUpOn: row.follow_up_on,
    unansweredSince: row.unanswered_since,
    returnedOn: row.returned_on,
    interventionEndsOn: row.intervention_ends_on,
    concernSince: row.concern_since,
    promisedBy: row.promised_by,
    coachBookedOn: row.coach_booked_on,
    reminder: seesReminder ? row.reminder : null,
    reminderOn: seesReminder ? row.reminder_on : null,
    changedAt: row.changed_at && new Date(row.changed_at).toISOString(),
    changedBy: row.changed_by,
    contactOn: row.contact_on,
    mappedOn: row.mapped_on,
    closedOn: row.closed_on,
    closureReason: row.closure_reason && reasonLabel(row.closure_reason),
    returnedToAssistance: row.returned_to_assistance,
  }
}

const reasons: Record<string, { label: string }> = closureReasons
const reasonLabel = (code: string): string => reasons[code]?.label ?? code
