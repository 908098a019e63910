-- The way to self-support: what happened to a household, as events that are only ever added.
--
-- path_event is the truth. household_work, sharing_ground and booked_time follow from it: each is made anew from the
-- events in the transaction of every change, and can be made anew at any time (a test holds them alike).

create table path_event (
  municipality_id integer not null,
  household_id bigint not null,
  sequence integer not null check (sequence > 0),
  access_scope bigint not null default 0,
  audience text not null check (audience in ('unit', 'shared')),
  kind text not null,
  person_id bigint,
  concerns integer check (concerns < sequence),
  joined_from bigint,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by integer,
  body jsonb not null,
  primary key (municipality_id, household_id, sequence),
  foreign key (municipality_id, household_id) references household (municipality_id, household_id)
);
select app.distribute('path_event');
create index path_event_kind on path_event (municipality_id, kind, happened_on);
create index path_event_joined on path_event (municipality_id, joined_from) where joined_from is not null;

create table household_work (
  municipality_id integer not null,
  household_id bigint not null,
  access_scope bigint not null default 0,
  sequence integer not null,
  caseworker_code text,
  assigned_on date,
  contact_on date,
  routed_to text,
  promised_by date,
  coach_booked_on date,
  coach_met_on date,
  breach_explained boolean not null,
  mapped_on date,
  plan_saved_on date,
  plan_approved_on date,
  follow_up_on date,
  unanswered_since date,
  returned_on date,
  intervention_ends_on date,
  open_interventions integer not null,
  next_step_on date,
  next_step text,
  reminder_on date,
  reminder text,
  concern_since date,
  closed_on date,
  closure_reason text,
  changed_at timestamptz not null,
  changed_by integer,
  primary key (municipality_id, household_id),
  foreign key (municipality_id, household_id) references household (municipality_id, household_id)
);
select app.distribute('household_work');
create index household_work_caseworker on household_work (municipality_id, caseworker_code);

-- Which unit may see what of whom, and until when: one of another committee by a recorded ground, one of the household's own
-- by what was sent to it or booked with it. Whoever works with the household needs no row here.
create table sharing_ground (
  municipality_id integer not null,
  household_id bigint not null,
  sequence integer not null,
  person_id bigint not null,
  recipient text not null,
  scopes text[] not null,
  from_day date not null,
  until_day date not null,
  primary key (municipality_id, household_id, sequence)
);
select app.distribute('sharing_ground');
create index sharing_ground_recipient on sharing_ground (municipality_id, recipient);

-- Meetings that are booked, for the calendar of a coach.
create table booked_time (
  municipality_id integer not null,
  household_id bigint not null,
  sequence integer not null,
  person_id bigint not null,
  unit_code text not null,
  coach integer not null,
  starts_at timestamp not null,
  ends_at timestamp not null check (ends_at > starts_at),
  state text not null check (state in ('booked', 'held', 'missed', 'cancelled')),
  primary key (municipality_id, household_id, sequence)
);
select app.distribute('booked_time');
create index booked_time_coach on booked_time (municipality_id, coach, starts_at);

-- What an administrator or a manager decides and changes: interventions, groups, employers, routing rules, working hours.
-- Each saving is a new version; the one before is closed.
create table catalogue_entry (
  municipality_id integer not null,
  kind text not null,
  entry_key text not null,
  version integer not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  saved_by integer,
  body jsonb not null,
  primary key (municipality_id, kind, entry_key, version)
);
select app.distribute('catalogue_entry');

-- What somebody has begun to write and not sent: his or her own, and gone when it is sent.
create table draft (
  municipality_id integer not null,
  user_id integer not null,
  draft_key text not null,
  household_id bigint,
  saved_at timestamptz not null,
  body jsonb not null,
  primary key (municipality_id, user_id, draft_key)
);
select app.distribute('draft');

create table last_visit (
  municipality_id integer not null,
  user_id integer not null,
  page text not null,
  visited_at timestamptz not null,
  primary key (municipality_id, user_id, page)
);
select app.distribute('last_visit');

-- A user's own choices in the list of work, with the names that he or she gave them.
create table saved_view (
  municipality_id integer not null,
  user_id integer not null,
  position integer not null,
  name text not null,
  address text not null,
  primary key (municipality_id, user_id, position)
);
select app.distribute('saved_view');

-- Who employs, and whether the wage is subsidised: of a participation that is an employment. Null where the source does not say.
alter table participation
  add column employer_kind text check (employer_kind in ('municipal', 'external')),
  add column subsidised boolean;

-- The case system's name for the user, so that "my households" are found. Null for those who are no caseworkers.
alter table app_user add column caseworker_code text;

-- A list of households, or persons, that sharing_ground opens to the user's unit: ',3,17,'.
-- Protected households are never opened so: their scope is below zero.
create function app.is_shared(setting text, id bigint) returns boolean language sql stable as
$$ select strpos(current_setting(setting, true), ',' || id || ',') > 0 $$;

-- A table whose rows are about households: the application sees those of the user's municipality, units and named protected households.
create procedure app.secure_by_scope(table_name text) language plpgsql as $$
declare
  seen text := $condition$
    municipality_id = nullif(current_setting('app.municipality', true), '')::integer
    and (
      access_scope >= 0 and (
        current_setting('app.units', true) = '*'
        or strpos(current_setting('app.units', true), ',' || access_scope || ',') > 0
      )
      or access_scope < 0 and (
        current_setting('app.protected_households', true) = '*'
        or strpos(current_setting('app.protected_households', true), ',' || -access_scope || ',') > 0
      )
    )
  $condition$;
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy %I on %I to utfall_app using (%s)', table_name || '_app', table_name, seen);
end $$;
revoke all on procedure app.secure_by_scope(text) from public;

call app.secure_by_scope('path_event');
call app.secure_by_scope('household_work');

do $$
declare
  each_table text;
begin
  foreach each_table in array array['sharing_ground', 'booked_time', 'catalogue_entry'] loop
    execute format('alter table %I enable row level security', each_table);
    execute format('alter table %I force row level security', each_table);
    execute format(
      'create policy %I on %I to utfall_app using (municipality_id = nullif(current_setting(''app.municipality'', true), '''')::integer)',
      each_table || '_app', each_table);
  end loop;
  foreach each_table in array array['draft', 'last_visit', 'saved_view'] loop
    execute format('alter table %I enable row level security', each_table);
    execute format('alter table %I force row level security', each_table);
    execute format(
      'create policy %I on %I to utfall_app using (municipality_id = nullif(current_setting(''app.municipality'', true), '''')::integer
         and user_id = nullif(current_setting(''app.user_id'', true), '''')::integer)',
      each_table || '_app', each_table);
  end loop;
end
$$;

create policy path_event_shared on path_event for select to utfall_app using (
  municipality_id = nullif(current_setting('app.municipality', true), '')::integer
  and access_scope >= 0 and audience = 'shared' and app.is_shared('app.shared_persons', person_id)
);
create policy household_shared on household for select to utfall_app using (
  municipality_id = nullif(current_setting('app.municipality', true), '')::integer
  and access_scope >= 0 and app.is_shared('app.shared_households', household_id)
);
create policy person_shared on person for select to utfall_app using (
  municipality_id = nullif(current_setting('app.municipality', true), '')::integer
  and access_scope >= 0 and app.is_shared('app.shared_persons', person_id)
);
create policy person_detail_shared on person_detail for select to utfall_app using (
  municipality_id = nullif(current_setting('app.municipality', true), '')::integer
  and access_scope >= 0 and app.is_shared('app.shared_persons', person_id)
);
create policy household_member_shared on household_member for select to utfall_app using (
  municipality_id = nullif(current_setting('app.municipality', true), '')::integer
  and access_scope >= 0 and app.is_shared('app.shared_persons', person_id)
);

create policy path_event_reader on path_event for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy catalogue_entry_reader on catalogue_entry for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);

-- Events are added; only the scope of access follows the household, and their place in it when one that was registered
-- here turns up under the case system's own number: then the ways of both become one, numbered anew.
grant select, insert on path_event to utfall_app;
grant update (household_id, sequence, concerns, joined_from, access_scope) on path_event to utfall_app;
grant select, insert, update, delete on household_work, sharing_ground, booked_time, draft, last_visit, saved_view to utfall_app;
grant select, insert on catalogue_entry to utfall_app;
grant update (known_until) on catalogue_entry to utfall_app;
-- Calculations see when and what, never a text that somebody wrote about somebody.
grant select (municipality_id, household_id, sequence, person_id, kind, concerns, happened_on, recorded_at) on path_event to utfall_reader;
grant select on catalogue_entry to utfall_reader;
grant execute on function app.is_shared(text, bigint) to utfall_app;

-- After a large import the planner's statistics are of the tables as they were. Only a table's owner may ANALYZE it, so the
-- owner lends the application this much: to gather the statistics of one of the tables here, and nothing of what is in them.
create function app.gather_statistics(table_name regclass) returns void
language plpgsql security definer set search_path = public as $$
begin
  if exists (select from pg_class where oid = table_name and relnamespace = 'public'::regnamespace and relkind = 'r') then
    execute format('analyze %s', table_name);
  end if;
end
$$;
revoke all on function app.gather_statistics(regclass) from public;
grant execute on function app.gather_statistics(regclass) to utfall_app;
