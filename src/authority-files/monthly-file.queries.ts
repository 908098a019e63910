import { openIdentity } from '../access/identity-vault.ts'
import type { Keys } from '../access/keys.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import type { Tx } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import type { Gender } from '../values/identity-number.ts'
import { addMonths, type Month, month as asMonth, monthToNumber } from '../values/month.ts'
import type { DeliveredHousehold, DeliveredMember } from './check-month.ts'
import type { Layout } from './layouts/monthly-layouts.ts'

/** The layouts that the municipality has written for itself and not withdrawn. */
export async function loadOwnLayouts(tx: Tx, municipalityId: number): Promise<Layout[]> {
  const entries = await listEntries(tx, municipalityId, 'monthly-layout')
  return entries.filter(({ body }) => !body.isWithdrawn).map(({ body }) => ({ ...body, from: asMonth(body.from) }))
}

/**
 * Every household with a payment that concerns the month, with its members and their numbers opened.
 * Runs in a transaction that sees the whole municipality, protected households too: `deliver-month.ts` alone makes one.
 */
export async function loadDelivered(
  tx: Tx,
  keys: Keys,
  municipalityId: number,
  month: Month,
): Promise<DeliveredHousehold[]> {
  const households = await tx.query<{ household_id: number; source_key: string; access_scope: number; ore: number }>(
    `select h.household_id, h.source_key, h.access_scope, sum(p.amount_ore)::bigint as ore
     from payment p join household h on h.municipality_id = p.municipality_id and h.household_id = p.household_id
     where p.municipality_id = $1 and p.known_until = 'infinity' and p.concerned_month = $2
     group by h.household_id, h.source_key, h.access_scope`,
    [municipalityId, monthToNumber(month)],
  )
  const members = await loadMembers(tx, keys, municipalityId, month)
  return households.map(({ household_id, source_key, access_scope, ore }) => ({
    ...{ id: household_id, key: source_key, isProtected: access_scope < 0, ore: Number(ore) },
    members: members.get(household_id) ?? [],
  }))
}

type MemberRow = {
  household_id: number
  person_id: number
  role: DeliveredMember['role']
  gender: Gender | null
  birth_date: Day | null
  obstacle: string | null
  in_intervention: boolean
  ciphers: Buffer[] | null
}

async function loadMembers(
  tx: Tx,
  keys: Keys,
  municipalityId: number,
  month: Month,
): Promise<Map<number, DeliveredMember[]>> {
  const rows = await tx.query<MemberRow>(
    `with paid as (
       select distinct household_id from payment
       where municipality_id = $1 and known_until = 'infinity' and concerned_month = $2
     ),
     member as (
       select distinct on (m.household_id, m.person_id) m.household_id, m.person_id, m.role
       from household_member m join paid on paid.household_id = m.household_id
       where m.municipality_id = $1 and m.known_until = 'infinity' and m.from_month <= $2
         and (m.until_month is null or m.until_month > $2)
       order by m.household_id, m.person_id, m.from_month desc
     ),
     reason as (
       select distinct on (person_id) person_id, code from obstacle
       where municipality_id = $1 and known_until = 'infinity' and month = $2 order by person_id, source_key desc
     ),
     active as (
       select distinct person_id from participation
       where municipality_id = $1 and known_until = 'infinity' and from_day < $4 and (until_day is null or until_day > $3)
     ),
     number as (
       select person_id, array_agg(cipher order by identity_hash) as ciphers from person_identity
       where municipality_id = $1 group by person_id
     )
     select member.household_id, member.person_id, member.role, d.gender, d.birth_date, reason.code as obstacle,
            active.person_id is not null as in_intervention, number.ciphers
     from member
     left join person_detail d on d.municipality_id = $1 and d.person_id = member.person_id and d.known_until = 'infinity'
     left join reason on reason.person_id = member.person_id
     left join active on active.person_id = member.person_id
     left join number on number.person_id = member.person_id
     order by member.household_id, member.person_id`,
    [municipalityId, monthToNumber(month), `${month}-01`, `${addMonths(month, 1)}-01`],
  )
  const members = new Map<number, DeliveredMember[]>()
  for (const row of rows) {
    const member = {
      ...{ personId: row.person_id, role: row.role, gender: row.gender, birthDate: row.birth_date },
      ...{ obstacle: row.obstacle, inIntervention: row.in_intervention },
      numbers: (row.ciphers ?? []).map((cipher) => openIdentity(keys, municipalityId, cipher)),
    }
    members.set(row.household_id, [...(members.get(row.household_id) ?? []), member])
  }
  return members
}

/** A file that was written: who, when and what, as the log has it. */
export type WrittenFile = {
  month: Month
  at: string
  by: string | null
  rows: number
  kronor: number
  stopped: number
  sha256: string
  layoutFrom: Month
}

export const writtenAction = 'monthly-file-written'

/** The files that have been written, the latest first: the log is the one place where they are kept. */
export async function listWritten(tx: Tx, municipalityId: number): Promise<WrittenFile[]> {
  const rows = await tx.query<{ at: Date; name: string | null; detail: Omit<WrittenFile, 'at' | 'by'> }>(
    `select e.at, u.name, e.detail from audit_entry e
     left join app_user u on u.municipality_id = e.municipality_id and u.user_id = e.user_id
     where e.municipality_id = $1 and e.action = 'monthly-file-written' order by e.entry_no desc limit 200`,
    [municipalityId],
  )
  return rows.map(({ at, name, detail }) => ({ ...detail, at: at.toISOString(), by: name }))
}
