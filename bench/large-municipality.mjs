/**
 * Facts of a municipality with 12 000 households a month for 120 months, written straight into the tables.
 *
 * Every household has one spell of up to 15 months; a quarter are couples, two thirds have children.
 */
export async function fillLargeMunicipality(owner, municipalityId) {
  const client = await owner.connect()
  try {
    // The rows are right by how they are made: a superuser may skip the foreign keys, which take most of the time.
    await client.query('set statement_timeout to 0')
    await client.query('set session_replication_role to replica')
    for (const statement of statements) await client.query(statement.replaceAll(':municipality', municipalityId))
    await client.query('reset session_replication_role')
    await client.query('analyze')
  } finally {
    client.release()
  }
}

const monthOf = (index) => `(2009 + (${index}) / 12) * 100 + (${index}) % 12 + 1`

const known = `:municipality, now(), 1`
const common = 'municipality_id, known_from, import_id, source_key'

const statements = [
  `insert into unit select :municipality, n, 'E' || n from generate_series(1, 10) n`,
  `create temporary table home as
   select n as id, least(greatest(n * 134 / 102000 - 14, 0), 119) as first,
          least(n * 134 / 102000, 119) as last, n % 4 = 0 as couple, n % 3 as children
   from generate_series(1, 102000) n`,
  `insert into household select :municipality, id, 'H' || id, 0 from home`,
  `create temporary table member as
   select id as home, id * 10 as person, 'mainApplicant' as role, id % 2 as woman, 1950 + id % 45 as born from home
   union all select id, id * 10 + 1, 'coApplicant', 1, 1950 + id % 45 from home where couple
   union all select id, id * 10 + 1 + child, 'child', id % 2, 2000 + id % 12 from home, generate_series(1, children) child`,
  `insert into person select :municipality, person, 0 from member`,
  `insert into person_detail (${common}, person_id, birth_date, gender)
   select ${known}, 'P' || person, person, make_date(born, 6, 15), case woman when 1 then 'woman' else 'man' end from member`,
  `insert into household_member (${common}, household_id, person_id, role, from_month)
   select ${known}, 'M' || person, home, person, role, 200901 from member`,
  `insert into household_period (${common}, household_id, from_month, unit_id)
   select ${known}, 'U' || id, id, 200901, 1 + id % 10 from home`,
  `insert into payment (${common}, household_id, concerned_month, amount_ore)
   select ${known}, 'B' || id || '-' || month, id, ${monthOf('month')}, 500000 + id * 7919 % 900000
   from home, generate_series(first, last) month`,
  `insert into obstacle (${common}, household_id, person_id, month, code)
   select ${known}, 'F' || id || '-' || month, id, id * 10, ${monthOf('month')},
          (array['unemployed_noBenefit', 'sick_certificateNoSicknessBenefit', 'socialReasons'])[1 + id % 3]
   from home, generate_series(first, last) month`,
  `insert into decision (${common}, household_id, decided_on, concerned_month, outcome)
   select ${known}, 'D' || id || '-' || month, id, '2009-01-01', ${monthOf('month')}, 'granted'
   from home, generate_series(first, last, 3) month`,
  `insert into application (${common}, household_id, applied_on, kind)
   select ${known}, 'A' || id, id, make_date(2009 + first / 12, first % 12 + 1, 10), 'new' from home`,
]
