-- Facts that concern no household: organisation, ledger, budget, volumes, staff, published statistics.

create table unit_period (
  municipality_id integer not null,
  source_key text not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  import_id integer not null,
  unit_id integer not null,
  name text not null,
  parent_code text,
  from_month integer check (from_month between 190001 and 299912),
  until_month integer check (until_month > from_month),
  primary key (municipality_id, source_key, known_until),
  foreign key (municipality_id, unit_id) references unit (municipality_id, unit_id) deferrable initially deferred
);
select app.distribute('unit_period');

-- Debit positive, credit negative, as in SIE. Voucher texts are not kept: they may hold names.
create table ledger_amount (
  municipality_id integer not null,
  source_key text not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  import_id integer not null,
  account text not null,
  account_name text,
  month integer not null check (month between 190001 and 299912),
  objects text not null default '',
  amount_ore bigint not null,
  primary key (municipality_id, source_key, known_until)
);
select app.distribute('ledger_amount');

create table budget_amount (
  municipality_id integer not null,
  source_key text not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  import_id integer not null,
  statement text not null check (statement in ('operating', 'investment')),
  account text,
  label text not null,
  month integer not null check (month between 190001 and 299912),
  amount_ore bigint not null,
  primary key (municipality_id, source_key, known_until)
);
select app.distribute('budget_amount');

-- A null value is a volume that was asked for and not known; it is not zero.
create table volume (
  municipality_id integer not null,
  source_key text not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  import_id integer not null,
  label text not null,
  kind text not null check (kind in ('average', 'stock', 'flow')),
  from_month integer not null check (from_month between 190001 and 299912),
  until_month integer not null check (until_month > from_month),
  version text not null check (version in ('actual', 'forecast')),
  value numeric,
  file_row integer not null,
  primary key (municipality_id, source_key, known_until)
);
select app.distribute('volume');

create table staff_figure (
  municipality_id integer not null,
  source_key text not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  import_id integer not null,
  label text not null,
  from_day date not null,
  until_day date not null,
  staff_group text not null check (staff_group in ('total', 'women', 'men')),
  numerator numeric,
  denominator numeric,
  unit_of_count text,
  file_row integer not null,
  primary key (municipality_id, source_key, known_until)
);
select app.distribute('staff_figure');

create table official_statistic (
  municipality_id integer not null,
  source_key text not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  import_id integer not null,
  region text not null,
  figure text not null,
  statistic_group text,
  month integer not null check (month between 190001 and 299912),
  value numeric,
  missing text check (missing in ('suppressed', 'notReported')),
  primary key (municipality_id, source_key, known_until)
);
select app.distribute('official_statistic');
