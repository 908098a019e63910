-- Municipalities, units, people who sign in, and the log of all they read and change.
--
-- Rules that hold for every table (so that one set of migrations serves PostgreSQL 15–18 and Citus):
-- municipality_id leads every primary key, unique index and foreign key;
-- policies compare columns with settings only, and a setting that is missing gives no rows.

create schema app;

-- Spreads a table over the nodes of a Citus cluster; without Citus it does nothing.
create function app.distribute(table_name regclass) returns void language plpgsql as $$
begin
  if exists (select from pg_extension where extname = 'citus') then
    execute format('select create_distributed_table(%L, %L)', table_name, 'municipality_id');
  end if;
end
$$;

create function app.share(table_name regclass) returns void language plpgsql as $$
begin
  if exists (select from pg_extension where extname = 'citus') then
    execute format('select create_reference_table(%L)', table_name);
  end if;
end
$$;

create table municipality (
  municipality_id integer primary key,
  code text not null unique check (code ~ '^[0-9]{4}$'),
  name text not null
);
select app.share('municipality');

create table unit (
  municipality_id integer not null,
  unit_id integer not null,
  code text not null,
  primary key (municipality_id, unit_id),
  unique (municipality_id, code)
);
select app.distribute('unit');

create table caseworker (
  municipality_id integer not null,
  caseworker_id integer not null,
  code text not null,
  primary key (municipality_id, caseworker_id),
  unique (municipality_id, code)
);
select app.distribute('caseworker');

create table app_user (
  municipality_id integer not null,
  user_id integer not null,
  name text not null,
  role text not null check (role in ('reception', 'caseworker', 'coach', 'manager', 'controller', 'board', 'administrator')),
  -- How the identity provider names the user; null for users of the development sign-in.
  subject text,
  -- Null: every unit. An empty list: none.
  unit_codes text[],
  purpose text not null default '',
  active boolean not null default true,
  primary key (municipality_id, user_id),
  unique (municipality_id, subject)
);
select app.distribute('app_user');

create table session (
  municipality_id integer not null,
  token_hash bytea not null,
  user_id integer not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (municipality_id, token_hash),
  foreign key (municipality_id, user_id) references app_user (municipality_id, user_id)
);
select app.distribute('session');

-- Append-only: the application may insert and read. Each row's hash covers the row before it.
create table audit_entry (
  municipality_id integer not null,
  entry_no bigint not null,
  at timestamptz not null,
  user_id integer,
  action text not null,
  subject text not null,
  household_ids bigint[] not null,
  detail jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (municipality_id, entry_no)
);
select app.distribute('audit_entry');

-- The last entry of each chain; its row lock puts concurrent entries in one order.
create table audit_head (
  municipality_id integer primary key,
  entry_no bigint not null,
  hash bytea not null
);
select app.distribute('audit_head');

-- Bumped in the same transaction as every change of facts; the key of cached calculations.
create table data_version (
  municipality_id integer primary key,
  version bigint not null
);
select app.distribute('data_version');
