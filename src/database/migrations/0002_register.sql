-- The register: anchors (household, person) and facts in two times.
--
-- A fact concerns a month, and was known from a moment until another.
-- source_key is what the source calls the fact; (municipality_id, source_key, known_until) is the primary key,
-- so a fact has at most one current row (known_until = infinity), and corrections stand behind it.
-- References to anchors are checked at commit: an import streams its facts first and saves the anchors it met after.
-- access_scope decides who may see a household's rows: the id of the unit that is responsible now (0 = none),
-- or minus the household's id when its data are protected, so that only named users match.

create table import_run (
  municipality_id integer not null,
  import_id integer not null,
  kind text not null,
  profile text,
  file_name text not null,
  file_hash bytea not null,
  encoding text,
  imported_by integer,
  recorded_at timestamptz not null,
  row_count integer not null,
  accepted integer not null,
  superseded integer not null,
  unchanged integer not null,
  rejected integer not null,
  warnings text[] not null,
  undone_at timestamptz,
  undone_by integer,
  primary key (municipality_id, import_id)
);
select app.distribute('import_run');

create table import_rejection (
  municipality_id integer not null,
  import_id integer not null,
  ordinal integer not null,
  row_number integer not null,
  column_name text not null,
  problem text not null,
  found text not null,
  primary key (municipality_id, import_id, ordinal),
  foreign key (municipality_id, import_id) references import_run (municipality_id, import_id)
);
select app.distribute('import_rejection');

-- The bad rows as they came, so that they can be downloaded, mended and sent again.
-- They are encrypted: a bad row may hold a name or an identity number in any cell.
create table import_rejected_row (
  municipality_id integer not null,
  import_id integer not null,
  row_number integer not null,
  sealed_cells bytea not null,
  primary key (municipality_id, import_id, row_number),
  foreign key (municipality_id, import_id) references import_run (municipality_id, import_id)
);
select app.distribute('import_rejected_row');

create table import_profile (
  municipality_id integer not null,
  name text not null,
  kind text not null,
  columns jsonb not null,
  saved_by integer,
  saved_at timestamptz not null,
  primary key (municipality_id, name)
);
select app.distribute('import_profile');

create table household (
  municipality_id integer not null,
  household_id bigint not null,
  source_key text not null,
  access_scope bigint not null default 0,
  primary key (municipality_id, household_id),
  unique (municipality_id, source_key)
);
select app.distribute('household');

create table person (
  municipality_id integer not null,
  person_id bigint not null,
  access_scope bigint not null default 0,
  primary key (municipality_id, person_id)
);
select app.distribute('person');

-- All numbers that a person has had. The number is encrypted; it is found by its keyed hash.
create table person_identity (
  municipality_id integer not null,
  identity_hash bytea not null,
  person_id bigint not null,
  kind text not null check (kind in ('personnummer', 'samordningsnummer', 'reservnummer')),
  cipher bytea not null,
  primary key (municipality_id, identity_hash),
  foreign key (municipality_id, person_id) references person (municipality_id, person_id) deferrable initially deferred
);
select app.distribute('person_identity');

create table person_detail (
  municipality_id integer not null,
  source_key text not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  import_id integer not null,
  access_scope bigint not null default 0,
  person_id bigint not null,
  name text,
  birth_date date,
  gender text check (gender in ('woman', 'man')),
  protection text check (protection in ('none', 'confidentialityMarking', 'protectedRegistration')),
  primary key (municipality_id, source_key, known_until),
  foreign key (municipality_id, person_id) references person (municipality_id, person_id) deferrable initially deferred
);
select app.distribute('person_detail');
create index person_detail_person on person_detail (municipality_id, person_id);

create table household_member (
  municipality_id integer not null,
  source_key text not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  import_id integer not null,
  access_scope bigint not null default 0,
  household_id bigint not null,
  person_id bigint not null,
  role text not null check (role in ('mainApplicant', 'coApplicant', 'child')),
  from_month integer not null check (from_month between 190001 and 299912),
  until_month integer check (until_month > from_month),
  primary key (municipality_id, source_key, known_until),
  foreign key (municipality_id, household_id) references household (municipality_id, household_id) deferrable initially deferred,
  foreign key (municipality_id, person_id) references person (municipality_id, person_id) deferrable initially deferred
);
select app.distribute('household_member');
create index household_member_household on household_member (municipality_id, household_id);
create index household_member_person on household_member (municipality_id, person_id);

-- Who is responsible, and how the household lives, over time.
create table household_period (
  municipality_id integer not null,
  source_key text not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  import_id integer not null,
  access_scope bigint not null default 0,
  household_id bigint not null,
  from_month integer not null check (from_month between 190001 and 299912),
  until_month integer check (until_month > from_month),
  unit_id integer,
  caseworker_id integer,
  housing text,
  primary key (municipality_id, source_key, known_until),
  foreign key (municipality_id, household_id) references household (municipality_id, household_id) deferrable initially deferred,
  foreign key (municipality_id, unit_id) references unit (municipality_id, unit_id) deferrable initially deferred,
  foreign key (municipality_id, caseworker_id) references caseworker (municipality_id, caseworker_id) deferrable initially deferred
);
select app.distribute('household_period');
create index household_period_household on household_period (municipality_id, household_id);

create table application (
  municipality_id integer not null,
  source_key text not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  import_id integer not null,
  access_scope bigint not null default 0,
  household_id bigint not null,
  applied_on date not null,
  concerned_month integer check (concerned_month between 190001 and 299912),
  kind text check (kind in ('new', 'returning', 'continued')),
  primary key (municipality_id, source_key, known_until),
  foreign key (municipality_id, household_id) references household (municipality_id, household_id) deferrable initially deferred
);
select app.distribute('application');
create index application_household on application (municipality_id, household_id);

create table decision (
  municipality_id integer not null,
  source_key text not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  import_id integer not null,
  access_scope bigint not null default 0,
  household_id bigint not null,
  decided_on date not null,
  concerned_month integer check (concerned_month between 190001 and 299912),
  outcome text not null check (outcome in ('granted', 'partiallyGranted', 'rejected')),
  reason text,
  amount_ore bigint,
  primary key (municipality_id, source_key, known_until),
  foreign key (municipality_id, household_id) references household (municipality_id, household_id) deferrable initially deferred
);
select app.distribute('decision');
create index decision_household on decision (municipality_id, household_id);

-- A recovery is a payment with a negative amount.
create table payment (
  municipality_id integer not null,
  source_key text not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  import_id integer not null,
  access_scope bigint not null default 0,
  household_id bigint not null,
  concerned_month integer not null check (concerned_month between 190001 and 299912),
  paid_on date,
  amount_ore bigint not null,
  purpose text,
  primary key (municipality_id, source_key, known_until),
  foreign key (municipality_id, household_id) references household (municipality_id, household_id) deferrable initially deferred
);
select app.distribute('payment');
create index payment_household on payment (municipality_id, household_id);
-- Payments that have been replaced are few, and asked for by themselves.
create index payment_replaced on payment (municipality_id, source_key, known_from) where known_until <> 'infinity';

-- One main reason per adult and month.
create table obstacle (
  municipality_id integer not null,
  source_key text not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  import_id integer not null,
  access_scope bigint not null default 0,
  household_id bigint,
  person_id bigint not null,
  month integer not null check (month between 190001 and 299912),
  code text not null,
  local_code text,
  work_ability text check (work_ability in ('full', 'reduced', 'below25', 'none', 'unclear')),
  primary key (municipality_id, source_key, known_until),
  foreign key (municipality_id, household_id) references household (municipality_id, household_id) deferrable initially deferred,
  foreign key (municipality_id, person_id) references person (municipality_id, person_id) deferrable initially deferred
);
select app.distribute('obstacle');
create index obstacle_household on obstacle (municipality_id, household_id);

create table participation (
  municipality_id integer not null,
  source_key text not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  import_id integer not null,
  access_scope bigint not null default 0,
  household_id bigint,
  person_id bigint not null,
  intervention text not null,
  from_day date not null,
  until_day date,
  outcome text,
  primary key (municipality_id, source_key, known_until),
  foreign key (municipality_id, household_id) references household (municipality_id, household_id) deferrable initially deferred,
  foreign key (municipality_id, person_id) references person (municipality_id, person_id) deferrable initially deferred
);
select app.distribute('participation');
create index participation_household on participation (municipality_id, household_id);

-- What the list of households shows, made anew from the facts after every import.
create table household_summary (
  municipality_id integer not null,
  household_id bigint not null,
  access_scope bigint not null,
  source_key text not null,
  name text,
  search_text text not null,
  birth_date date,
  unit_code text,
  caseworker_code text,
  housing text,
  adults integer not null,
  children integer not null,
  obstacle_code text,
  status text not null check (status in ('ongoing', 'paused', 'closed')),
  first_month integer,
  last_month integer,
  months_last_12 integer not null,
  paid_last_12_ore bigint not null,
  paid_total_ore bigint not null,
  -- The place of the name in Swedish order: sorting by a number is cheap, by a collation it is not.
  name_order integer not null,
  primary key (municipality_id, household_id),
  foreign key (municipality_id, household_id) references household (municipality_id, household_id) deferrable initially deferred
);
select app.distribute('household_summary');
