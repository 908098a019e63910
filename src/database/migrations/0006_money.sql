-- What people decide and find out about money: who is in a target group, and cases of payments that may have been wrong.
-- Actions, projects, forecasts, accounts' rows and rules are entries of the catalogue.

-- A household is in a group from a day on. A frozen group is what was written here on its day; later payments never change it.
create table target_group_member (
  municipality_id integer not null,
  access_scope bigint not null default 0,
  group_key text not null,
  household_id bigint not null,
  from_day date not null,
  until_day date not null default 'infinity' check (until_day > from_day),
  -- The how manieth writing down of the group it came with: the second is what 100 were extended to 120 by.
  step integer not null check (step > 0),
  -- Place and cost in the ranking that the group was made from; null for one who was chosen by hand.
  rank integer check (rank > 0),
  cost_ore bigint,
  added_by integer not null,
  -- For what was known when: a signed report is compared with what is known now.
  added_at timestamptz not null,
  changed_at timestamptz,
  primary key (municipality_id, group_key, household_id, from_day),
  foreign key (municipality_id, household_id) references household (municipality_id, household_id) deferrable initially deferred
);
select app.distribute('target_group_member');
create index target_group_member_household on target_group_member (municipality_id, household_id);

-- Who is a group compared with: those ranked next when it was written down, as many, and as little changed afterwards.
create table target_group_comparison (
  municipality_id integer not null,
  access_scope bigint not null default 0,
  group_key text not null,
  household_id bigint not null,
  step integer not null check (step > 0),
  from_day date not null,
  rank integer not null check (rank > 0),
  cost_ore bigint not null,
  added_by integer not null,
  added_at timestamptz not null,
  primary key (municipality_id, group_key, household_id, step),
  foreign key (municipality_id, household_id) references household (municipality_id, household_id) deferrable initially deferred
);
select app.distribute('target_group_comparison');
create index target_group_comparison_household on target_group_comparison (municipality_id, household_id);

-- What happened in a case, added and never changed, as with the way to self-support: the case's state follows from its rows.
create table payment_case_event (
  municipality_id integer not null,
  access_scope bigint not null default 0,
  household_id bigint not null,
  case_key text not null,
  sequence integer not null check (sequence > 0),
  kind text not null,
  happened_on date not null,
  body jsonb not null,
  recorded_by integer not null,
  recorded_at timestamptz not null,
  primary key (municipality_id, case_key, sequence),
  foreign key (municipality_id, household_id) references household (municipality_id, household_id) deferrable initially deferred
);
select app.distribute('payment_case_event');
create index payment_case_event_household on payment_case_event (municipality_id, household_id);

call app.secure_by_scope('target_group_member');
call app.secure_by_scope('target_group_comparison');
call app.secure_by_scope('payment_case_event');

create policy target_group_member_reader on target_group_member for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);

grant select, insert on target_group_member, target_group_comparison, payment_case_event to utfall_app;
-- A household leaves a group; and both follow a household that turns up under the case system's own number or changes unit.
grant update (household_id, access_scope, until_day, changed_at) on target_group_member to utfall_app;
grant update (household_id, access_scope) on target_group_comparison, payment_case_event to utfall_app;
-- Only what was written by mistake, on the same day and by the same user.
grant delete on target_group_member, target_group_comparison to utfall_app;
grant select on target_group_member to utfall_reader;

-- To count what has been recorded since a report was signed: never what it says, and nothing of protected households.
create policy payment_case_event_reader on payment_case_event for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer and access_scope >= 0);
grant select (municipality_id, household_id, happened_on, recorded_at, access_scope) on payment_case_event to utfall_reader;
