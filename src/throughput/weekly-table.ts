import { isOffered } from '../pathway/offers.ts'
import type { Day } from '../values/day.ts'
import { agendaGroup, agendaGroups, agendaReasons, groupOf } from './agenda.ts'
import type { AtTable, Table } from './load-weekly-table.ts'
import type { AgendaRow, Minutes, MinutesRow, Party } from './weekly-table-view.ts'

/**
 * The agenda in the order that it is talked of: group by group, the longest wait first.
 * Whoever looks as another party (`isPreview`) reads, and writes nothing.
 */
export function agendaRows(table: Table, isPreview: boolean): AgendaRow[] {
  return table.households
    .flatMap((household) => rowOf(household, table, isPreview))
    .sort(
      (a, b) => agendaGroups.indexOf(a.group) - agendaGroups.indexOf(b.group) || (firstDay(a) < firstDay(b) ? -1 : 1),
    )
}

/** The first day of what put the household in its group. */
const firstDay = ({ reasons, group }: AgendaRow): string =>
  reasons.reduce<string>((first, { kind, on }) => (groupOf[kind] === group && on < first ? on : first), '9')

function rowOf(household: AtTable, { today, since, interventionName }: Table, isPreview: boolean): AgendaRow[] {
  const { householdId, key, householdName: name, sequence, path, context, nameOf } = household
  const reasons = agendaReasons(path, { today, since })
  const decidedToday = path.tableDecisions.filter(({ on }) => on === today).map(({ body }) => body)
  const group = agendaGroup(reasons)
  if (group === null) return []
  const latest = path.tableDecisions.findLast(({ on }) => on < today)
  const open = path.referrals.filter(({ state }) => ['sent', 'accepted', 'started'].includes(state.kind))
  const personIds = [...new Set([...reasons, ...open].flatMap(({ personId }) => personId ?? []))]
  return [
    {
      ...{ householdId, key, name, sequence, group, reasons, decidedToday },
      persons: personIds.map((personId) => ({ personId, name: nameOf(personId) })),
      referrals: open.map(({ personId, said, state, on }) => ({
        personId,
        intervention: interventionName(said.intervention),
        state: state.kind,
        on,
      })),
      latest: latest ? { ...latest.body, on: latest.on } : null,
      mayDecide: !isPreview && isOffered(path, { kind: 'table-decided', personId: null, concerns: null }, context),
    },
  ]
}

/**
 * The decisions of a day, as a party may have them. The assistance unit has all; another party those that it is to carry out,
 * of households that a ground opens to it, and a name where the ground opens the name.
 *
 * `own` is the table as the households' own committee sees it, since decisions are kept there; `seen` as the party does.
 */
export function minutesOf(own: Table, seen: Table, party: Party, day: Day): Minutes {
  const opened = new Map(seen.households.map((household) => [household.householdId, household]))
  const decided = own.households.flatMap((household) =>
    household.path.tableDecisions
      .filter(({ on, body }) => on === day && (party === 'assistance' || body.responsible === party))
      .map(({ body }) => ({ household, body })),
  )
  const rows = decided.flatMap(({ household, body }): MinutesRow[] => {
    const { householdId, key, householdName } = household
    if (party === 'assistance') return [{ ...body, householdId, key, name: householdName }]
    const open = opened.get(householdId)?.open
    if (!open || open.size === 0) return []
    const names = [...open.keys()].flatMap((personId) => opened.get(householdId)!.nameOf(personId) ?? [])
    return [{ ...body, householdId, key: null, name: names.length > 0 ? names.join(', ') : null }]
  })
  return { party, day, rows, withheld: decided.length - rows.length }
}
