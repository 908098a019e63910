/**
 * What the pages about money look at beside the payments: books, interventions, ways to self-support and, here and there, a
 * payment that is worth a look. For the municipality of `fillLargeMunicipality`, straight into the tables.
 */
import { withTenant } from '../dist/database/transaction.js'
import { refreshRegister } from '../dist/register/refresh-register.js'

export async function fillMoney(owner, municipalityId) {
  const client = await owner.connect()
  try {
    // The rows are right by how they are made, see large-municipality.mjs.
    await client.query('set statement_timeout to 0')
    await client.query('set session_replication_role to replica')
    for (const statement of statements) await client.query(statement.replaceAll(':municipality', municipalityId))
    await client.query('reset session_replication_role')
    await client.query('analyze')
  } finally {
    client.release()
  }
  const everybody = { municipalityId, units: 'all', protectedHouseholds: 'all', statementTimeoutMs: 0 }
  await withTenant(owner, everybody, (tx) => refreshRegister(tx, municipalityId, { scopes: true }))
  await owner.query('analyze')
}

const known = `:municipality, now(), 1`
const common = 'municipality_id, known_from, import_id, source_key'

const dayOf = (index, day) => `make_date(2009 + (${index}) / 12, (${index}) % 12 + 1, ${day})`

/** Of a household's spell, as `fillLargeMunicipality` makes it: months from January 2009, both included. */
const home = `(select n as id, least(greatest(n * 134 / 102000 - 14, 0), 119) as first,
                      least(n * 134 / 102000, 119) as last from generate_series(1, 102000) n) home`

const event = `insert into path_event (municipality_id, household_id, sequence, audience, kind, person_id, happened_on, recorded_at, body)
  select :municipality, id,`

const statements = [
  `update payment set paid_on = make_date(concerned_month / 100, concerned_month % 100, 1) - 5,
                      amount_ore = amount_ore + (household_id * 31 + concerned_month) % 97 * 1000
   where municipality_id = :municipality`,
  // A month in two hundred is four times the usual, one in five hundred is paid twice, and one in five hundred taken back late.
  `update payment set amount_ore = amount_ore * 4
   where municipality_id = :municipality and (household_id * 13 + concerned_month) % 200 = 0`,
  `insert into payment (${common}, household_id, concerned_month, paid_on, amount_ore)
   select ${known}, 'T' || source_key, household_id, concerned_month, paid_on, amount_ore from payment
   where municipality_id = :municipality and (household_id * 17 + concerned_month) % 500 = 0`,
  `insert into payment (${common}, household_id, concerned_month, paid_on, amount_ore)
   select ${known}, 'R' || source_key, household_id, concerned_month, paid_on + 120, -100000 from payment
   where municipality_id = :municipality and (household_id * 19 + concerned_month) % 500 = 0`,
  // One grown-up in a hundred stands in a second household as well.
  `insert into household_member (${common}, household_id, person_id, role, from_month)
   select ${known}, 'D' || id, id + 1, id * 10, 'coApplicant', 201001 from ${home} where id % 100 = 0 and id < 102000`,
  // Two interventions that a tenth of the households begin in, of which they leave no sooner: what is measured is the time.
  `insert into participation (${common}, household_id, person_id, intervention, from_day)
   select ${known}, 'I' || id, id, id * 10, case id % 20 when 0 then 'Jobbtorg' else 'Yrkesvux' end,
          ${dayOf('first + (last - first) / 3', 10)} from ${home} where id % 10 = 0`,
  `${event} 1, 'shared', 'contact-registered', id * 10, ${dayOf('first', 1)}, now(),
     '{"channel": "phone", "subjects": ["job-loss"], "expectedDuration": "long", "unemployed": true}' from ${home}`,
  `${event} 2, 'shared', 'employment-started', id * 10, ${dayOf('last - 3', 10)}, now(), '{"subsidised": false}'
   from ${home} where last > 5 and id % 50 = 0`,
  `${event} case when last > 5 and id % 50 = 0 then 3 else 2 end, 'unit', 'case-closed', null,
     ${dayOf('case when id % 40 = 0 then last - 2 else last end', 20)}, now(), '{"reason": "work-unsubsidised"}'
   from ${home} where last > 3 and last < 118`,
  `insert into household_work (municipality_id, household_id, sequence, breach_explained, open_interventions, changed_at)
   select municipality_id, household_id, max(sequence), false, 0, now() from path_event
   where municipality_id = :municipality group by 1, 2`,
  `insert into ledger_amount (${common}, account, month, amount_ore)
   select ${known}, 'L' || concerned_month, '4511', concerned_month, sum(amount_ore) from payment
   where municipality_id = :municipality group by concerned_month`,
  `insert into budget_amount (${common}, statement, account, label, month, amount_ore)
   select ${known}, 'B' || month, 'operating', '4511', 'Försörjningsstöd', month, amount_ore from ledger_amount
   where municipality_id = :municipality`,
]
