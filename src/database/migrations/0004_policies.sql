-- Who may touch what. Two login roles without ownership:
--   utfall_app     serves people: bound to the municipality, the units and the protected households of the signed-in user;
--   utfall_reader  feeds the calculations: a whole municipality, and never a name or an identity number.
-- A setting that is missing matches nothing: unknown is no.
-- Lists of ids are written ',3,17,' so that a row is looked up in the text: making an array of it for every row is three times as dear.

alter table household enable row level security;
alter table household force row level security;
alter table person enable row level security;
alter table person force row level security;
alter table person_detail enable row level security;
alter table person_detail force row level security;
alter table household_member enable row level security;
alter table household_member force row level security;
alter table household_period enable row level security;
alter table household_period force row level security;
alter table application enable row level security;
alter table application force row level security;
alter table decision enable row level security;
alter table decision force row level security;
alter table payment enable row level security;
alter table payment force row level security;
alter table obstacle enable row level security;
alter table obstacle force row level security;
alter table participation enable row level security;
alter table participation force row level security;
alter table household_summary enable row level security;
alter table household_summary force row level security;
alter table unit enable row level security;
alter table unit force row level security;
alter table caseworker enable row level security;
alter table caseworker force row level security;
alter table app_user enable row level security;
alter table app_user force row level security;
alter table session enable row level security;
alter table session force row level security;
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
alter table audit_head enable row level security;
alter table audit_head force row level security;
alter table data_version enable row level security;
alter table data_version force row level security;
alter table import_run enable row level security;
alter table import_run force row level security;
alter table import_rejection enable row level security;
alter table import_rejection force row level security;
alter table import_rejected_row enable row level security;
alter table import_rejected_row force row level security;
alter table import_profile enable row level security;
alter table import_profile force row level security;
alter table unit_period enable row level security;
alter table unit_period force row level security;
alter table ledger_amount enable row level security;
alter table ledger_amount force row level security;
alter table budget_amount enable row level security;
alter table budget_amount force row level security;
alter table volume enable row level security;
alter table volume force row level security;
alter table staff_figure enable row level security;
alter table staff_figure force row level security;
alter table official_statistic enable row level security;
alter table official_statistic force row level security;
alter table person_identity enable row level security;
alter table person_identity force row level security;
create policy household_app on household to utfall_app using (
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
);
create policy person_app on person to utfall_app using (
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
);
create policy person_detail_app on person_detail to utfall_app using (
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
);
create policy household_member_app on household_member to utfall_app using (
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
);
create policy household_period_app on household_period to utfall_app using (
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
);
create policy application_app on application to utfall_app using (
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
);
create policy decision_app on decision to utfall_app using (
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
);
create policy payment_app on payment to utfall_app using (
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
);
create policy obstacle_app on obstacle to utfall_app using (
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
);
create policy participation_app on participation to utfall_app using (
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
);
create policy household_summary_app on household_summary to utfall_app using (
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
);
create policy unit_app on unit to utfall_app using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy caseworker_app on caseworker to utfall_app using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy app_user_app on app_user to utfall_app using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy session_app on session to utfall_app using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy audit_entry_app on audit_entry to utfall_app using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy audit_head_app on audit_head to utfall_app using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy data_version_app on data_version to utfall_app using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy import_run_app on import_run to utfall_app using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy import_rejection_app on import_rejection to utfall_app using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy import_rejected_row_app on import_rejected_row to utfall_app using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy import_profile_app on import_profile to utfall_app using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy unit_period_app on unit_period to utfall_app using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy ledger_amount_app on ledger_amount to utfall_app using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy budget_amount_app on budget_amount to utfall_app using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy volume_app on volume to utfall_app using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy staff_figure_app on staff_figure to utfall_app using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy official_statistic_app on official_statistic to utfall_app using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy person_identity_app on person_identity to utfall_app using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);

-- The calculations see facts, not people.
create policy household_reader on household for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy person_detail_reader on person_detail for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy household_member_reader on household_member for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy household_period_reader on household_period for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy application_reader on application for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy decision_reader on decision for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy payment_reader on payment for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy obstacle_reader on obstacle for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy participation_reader on participation for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy unit_reader on unit for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy unit_period_reader on unit_period for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy ledger_amount_reader on ledger_amount for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy budget_amount_reader on budget_amount for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy volume_reader on volume for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy staff_figure_reader on staff_figure for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy official_statistic_reader on official_statistic for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
create policy data_version_reader on data_version for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
grant usage on schema public, app to utfall_app, utfall_reader;
grant select (municipality_id, household_id) on household to utfall_reader;
grant select (municipality_id, source_key, known_from, known_until, person_id, birth_date, gender) on person_detail to utfall_reader;
grant select on household_member to utfall_reader;
grant select on household_period to utfall_reader;
grant select on application to utfall_reader;
grant select on decision to utfall_reader;
grant select on payment to utfall_reader;
grant select on obstacle to utfall_reader;
grant select on participation to utfall_reader;
grant select on unit to utfall_reader;
grant select on unit_period to utfall_reader;
grant select on ledger_amount to utfall_reader;
grant select on budget_amount to utfall_reader;
grant select on volume to utfall_reader;
grant select on staff_figure to utfall_reader;
grant select on official_statistic to utfall_reader;
grant select on data_version to utfall_reader;
grant select on municipality to utfall_app, utfall_reader;

-- Facts are inserted and closed; only known_until, the scope of access and anchors' links are ever updated.
grant select, insert on household, person, person_detail, household_member, household_period, application, decision, payment, obstacle, participation, unit, caseworker, app_user, data_version, import_run, import_rejection, import_rejected_row, import_profile, unit_period, ledger_amount, budget_amount, volume, staff_figure, official_statistic, person_identity to utfall_app;
grant update (known_until, access_scope) on person_detail to utfall_app;
grant update (known_until, access_scope) on household_member to utfall_app;
grant update (known_until, access_scope) on household_period to utfall_app;
grant update (known_until, access_scope) on application to utfall_app;
grant update (known_until, access_scope) on decision to utfall_app;
grant update (known_until, access_scope) on payment to utfall_app;
grant update (known_until, access_scope) on obstacle to utfall_app;
grant update (known_until, access_scope) on participation to utfall_app;
grant update (known_until) on unit_period to utfall_app;
grant update (known_until) on ledger_amount to utfall_app;
grant update (known_until) on budget_amount to utfall_app;
grant update (known_until) on volume to utfall_app;
grant update (known_until) on staff_figure to utfall_app;
grant update (known_until) on official_statistic to utfall_app;
grant update (access_scope) on household, person to utfall_app;
grant update (undone_at, undone_by) on import_run to utfall_app;
grant update, delete on import_profile to utfall_app;
grant update on data_version, app_user to utfall_app;
grant select, insert, delete on session to utfall_app;
grant select, insert, update, delete on household_summary to utfall_app;
grant select, insert on audit_entry to utfall_app;
grant select, insert, update on audit_head to utfall_app;

-- A caseworker may know that there are protected households, and how many, but nothing about them.
-- Owned by the owner of the tables and bound to the caller's municipality.
create function app.protected_household_count(asked_municipality integer) returns bigint
language sql stable security definer set search_path = public as $$
  select count(*) from household_summary
  where municipality_id = asked_municipality
    and municipality_id = nullif(current_setting('app.municipality', true), '')::integer
    and access_scope < 0
$$;
create policy household_summary_owner on household_summary for select to current_user using (true);
revoke all on function app.protected_household_count(integer) from public;
grant execute on function app.protected_household_count(integer) to utfall_app;
