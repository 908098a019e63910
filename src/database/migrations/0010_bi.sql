-- What other tools read (Qlik, Power BI, R, Python): the schema bi, of views that stay as they are, without anybody's name or number.
--
-- The role utfall_bi may select from these views and from nothing else. What a login role sees is decided by its row in app.bi_access:
-- one municipality, one purpose, and the key that makes ids into pseudonyms. A role without a row sees nothing.
-- The key differs by purpose, so that what was handed out for one purpose cannot be joined with what was handed out for another.
-- Households with protected data are left out. What fewer than smallest_group households share is left blank, and the row says so.

create schema bi;

create table app.bi_access (
  role_name text primary key,
  municipality_id integer not null,
  purpose text not null check (purpose <> ''),
  pseudonym_key bytea not null check (length(pseudonym_key) = 32),
  smallest_group integer not null default 5 check (smallest_group >= 2)
);
select app.share('app.bi_access');

-- The views read as the owner of the tables, whom row level security binds too where the owner is no superuser.
do $$
declare
  each_table text;
begin
  foreach each_table in array array['household_member', 'person_detail', 'payment', 'obstacle', 'participation', 'path_event'] loop
    execute format('create policy %I on %I for select to current_user using (access_scope >= 0)', each_table || '_owner', each_table);
  end loop;
end
$$;
create policy household_owner on household for select to current_user using (true);
create policy data_version_owner on data_version for select to current_user using (true);

-- Keyed twice, as HMAC is: whoever has pseudonyms and ids, but not the key, cannot tell which belongs to which.
create function app.pseudonym(pseudonym_key bytea, kind text, id bigint) returns text language sql immutable parallel safe as $$
  select left(kind, 1) || left(encode(sha256(pseudonym_key || sha256(pseudonym_key || (kind || ':' || id)::bytea)), 'hex'), 19)
$$;

create function app.month_text(month integer) returns text language sql immutable parallel safe as $$
  select left(month::text, 4) || '-' || right(month::text, 2)
$$;

create function app.month_of(day date) returns integer language sql immutable parallel safe as $$
  select extract(year from day)::integer * 100 + extract(month from day)::integer
$$;

-- Whole years at the end of a month.
create function app.age_in(birth date, month integer) returns integer language sql immutable parallel safe as $$
  select month / 100 - extract(year from birth)::integer - case when extract(month from birth) > month % 100 then 1 else 0 end
$$;

create function app.age_class(age integer) returns text language sql immutable parallel safe as $$
  select case when age < 18 then '0-17' when age < 25 then '18-24' when age < 35 then '25-34' when age < 45 then '35-44'
              when age < 55 then '45-54' when age < 65 then '55-64' when age >= 65 then '65-' end
$$;

create view bi.household_month with (security_barrier) as
with paid as (
  select a.municipality_id, a.pseudonym_key, a.smallest_group, p.household_id, p.concerned_month as month, sum(p.amount_ore)::bigint as amount_ore
  from app.bi_access a join payment p on p.municipality_id = a.municipality_id
  where a.role_name = session_user and p.known_until = 'infinity' and p.access_scope >= 0
  group by a.municipality_id, a.pseudonym_key, a.smallest_group, p.household_id, p.concerned_month
),
member as (
  select distinct m.municipality_id, m.household_id, paid.month, m.person_id, m.role, d.gender, app.age_in(d.birth_date, paid.month) as age
  from paid
  join household_member m on m.municipality_id = paid.municipality_id and m.household_id = paid.household_id
    and m.known_until = 'infinity' and m.from_month <= paid.month and (m.until_month is null or m.until_month > paid.month)
  left join person_detail d on d.municipality_id = m.municipality_id and d.person_id = m.person_id and d.known_until = 'infinity'
),
composition as (
  select municipality_id, household_id, month,
         count(*) filter (where role <> 'child') as adults,
         count(*) filter (where role <> 'child' and gender = 'man') as men,
         count(*) filter (where role <> 'child' and gender = 'woman') as women,
         count(*) filter (where age < 18 or age is null and role = 'child') as children,
         max(age) filter (where role = 'mainApplicant') as age
  from member group by municipality_id, household_id, month
),
described as (
  select paid.*, coalesce(c.children, 0) as children, app.age_class(c.age) as age_class,
         case when coalesce(c.adults, 0) = 0 then case when c.children > 0 then 1 else 9 end
              when c.adults >= 2 then case when c.children > 0 then 8 else 7 end
              when c.men = 1 then case when c.children > 0 then 4 else 3 end
              when c.women = 1 then case when c.children > 0 then 6 else 5 end
              else 9 end as household_type
  from paid left join composition c on c.municipality_id = paid.municipality_id and c.household_id = paid.household_id and c.month = paid.month
),
counted as (
  select described.*, count(*) over (partition by municipality_id, month, household_type, age_class, least(children, 3)) < smallest_group as is_rare
  from described
)
select app.pseudonym(pseudonym_key, 'household', household_id) as household,
       app.month_text(month) as month,
       amount_ore,
       amount_ore > 0 as has_assistance,
       case when not is_rare then household_type end as household_type,
       case when not is_rare then age_class end as age_class,
       case when not is_rare then least(children, 3)::integer end as children_up_to_3,
       is_rare as is_generalised
from counted;

create view bi.payment with (security_barrier) as
with own as (
  select a.pseudonym_key, a.smallest_group, p.municipality_id, p.household_id, p.concerned_month, p.paid_on, p.amount_ore, p.purpose
  from app.bi_access a join payment p on p.municipality_id = a.municipality_id
  where a.role_name = session_user and p.known_until = 'infinity' and p.access_scope >= 0
),
common as (
  select municipality_id, purpose from own where purpose is not null
  group by municipality_id, purpose, smallest_group having count(distinct household_id) >= smallest_group
)
select app.pseudonym(own.pseudonym_key, 'household', own.household_id) as household,
       app.month_text(own.concerned_month) as concerned_month,
       app.month_text(app.month_of(own.paid_on)) as paid_month,
       own.amount_ore,
       common.purpose,
       own.purpose is not null and common.purpose is null as is_generalised
from own left join common on common.municipality_id = own.municipality_id and common.purpose = own.purpose;

create view bi.participation with (security_barrier) as
with own as (
  select a.pseudonym_key, a.smallest_group, p.municipality_id, p.household_id, p.person_id, p.intervention, p.from_day, p.until_day,
         p.employer_kind, p.subsidised, d.gender
  from app.bi_access a join participation p on p.municipality_id = a.municipality_id
  left join person_detail d on d.municipality_id = p.municipality_id and d.person_id = p.person_id and d.known_until = 'infinity'
  where a.role_name = session_user and p.known_until = 'infinity' and p.access_scope >= 0
),
common as (
  select municipality_id, intervention, gender from own
  group by municipality_id, intervention, gender, smallest_group having count(distinct person_id) >= smallest_group
)
select app.pseudonym(own.pseudonym_key, 'household', own.household_id) as household,
       app.pseudonym(own.pseudonym_key, 'person', own.person_id) as person,
       common.intervention,
       case when common.intervention is not null then own.gender end as gender,
       app.month_text(app.month_of(own.from_day)) as first_month,
       app.month_text(app.month_of(own.until_day - 1)) as last_month,
       case when common.intervention is not null then own.employer_kind end as employer_kind,
       case when common.intervention is not null then own.subsidised end as subsidised,
       common.intervention is null as is_generalised
from own left join common on common.municipality_id = own.municipality_id and common.intervention = own.intervention
  and common.gender is not distinct from own.gender;

create view bi.obstacle with (security_barrier) as
with own as (
  select a.pseudonym_key, a.smallest_group, o.municipality_id, o.household_id, o.person_id, o.month, o.code, d.gender
  from app.bi_access a join obstacle o on o.municipality_id = a.municipality_id
  left join person_detail d on d.municipality_id = o.municipality_id and d.person_id = o.person_id and d.known_until = 'infinity'
  where a.role_name = session_user and o.known_until = 'infinity' and o.access_scope >= 0
),
counted as (
  select own.*, count(*) over (partition by municipality_id, month, code, gender) < smallest_group as is_rare from own
)
select app.pseudonym(pseudonym_key, 'household', household_id) as household,
       app.pseudonym(pseudonym_key, 'person', person_id) as person,
       app.month_text(month) as month,
       case when not is_rare then code end as obstacle,
       case when not is_rare then gender end as gender,
       is_rare as is_generalised
from counted;

create view bi.outcome with (security_barrier) as
with own as (
  select a.pseudonym_key, a.smallest_group, e.municipality_id, e.household_id, e.person_id, e.kind, app.month_of(e.happened_on) as month,
         coalesce(e.body ->> 'outcome', e.body ->> 'reason') as outcome
  from app.bi_access a join path_event e on e.municipality_id = a.municipality_id
  where a.role_name = session_user and e.access_scope >= 0 and e.kind in ('intervention-ended', 'case-closed')
    and not exists (
      select from path_event u
      where u.municipality_id = e.municipality_id and u.household_id = e.household_id and u.kind = 'undone' and u.concerns = e.sequence
    )
  union all
  select a.pseudonym_key, a.smallest_group, p.municipality_id, p.household_id, p.person_id, 'participation-ended', app.month_of(p.until_day - 1), p.outcome
  from app.bi_access a join participation p on p.municipality_id = a.municipality_id
  where a.role_name = session_user and p.known_until = 'infinity' and p.access_scope >= 0 and p.until_day is not null and p.outcome is not null
),
common as (
  select municipality_id, kind, outcome from own
  group by municipality_id, kind, outcome, smallest_group having count(distinct household_id) >= smallest_group
)
select app.pseudonym(own.pseudonym_key, 'household', own.household_id) as household,
       app.pseudonym(own.pseudonym_key, 'person', own.person_id) as person,
       app.month_text(own.month) as month,
       own.kind,
       common.outcome,
       common.outcome is null as is_generalised
from own left join common on common.municipality_id = own.municipality_id and common.kind = own.kind and common.outcome = own.outcome;

create view bi.about with (security_barrier) as
select m.code as municipality_code,
       m.name as municipality,
       a.purpose,
       1 as schema_version,
       a.smallest_group,
       (select version from data_version v where v.municipality_id = a.municipality_id) as data_version,
       (select count(*) from household h where h.municipality_id = a.municipality_id and h.access_scope >= 0) as households,
       (select count(*) from household h where h.municipality_id = a.municipality_id and h.access_scope < 0) as protected_households_left_out,
       (select count(*) from bi.household_month where is_generalised) as generalised_household_months,
       (select count(*) from bi.payment where is_generalised) as generalised_payments,
       (select count(*) from bi.participation where is_generalised) as generalised_participations,
       (select count(*) from bi.obstacle where is_generalised) as generalised_obstacles,
       (select count(*) from bi.outcome where is_generalised) as generalised_outcomes
from app.bi_access a join municipality m on m.municipality_id = a.municipality_id
where a.role_name = session_user;

grant usage on schema bi to utfall_bi;
grant select on all tables in schema bi to utfall_bi;

-- The history of files to authorities is read from the log.
create index audit_entry_monthly_file on audit_entry (municipality_id, entry_no) where action = 'monthly-file-written';
