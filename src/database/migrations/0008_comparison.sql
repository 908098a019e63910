-- What others publish, kept as it was fetched: Kolada's key figures and SCB's population. No person and no household.

-- A published value. The registers live on after publishing, so a value that has changed is closed and the new one added.
create table reference_value (
  municipality_id integer not null,
  source text not null check (source in ('kolada', 'scb')),
  -- Id of the key figure in Kolada, or a group of inhabitants.
  series text not null,
  -- Code of the area that it is about: four digits, 0000 for the country.
  area text not null,
  year integer not null check (year between 1900 and 2200),
  -- All, women or men.
  gender text not null check (gender in ('T', 'K', 'M')),
  -- Null where the publisher has none.
  value double precision,
  -- What the publisher says about the value; empty when nothing.
  status text not null,
  is_made_up boolean not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  -- When it was last seen to be so.
  retrieved_at timestamptz not null,
  primary key (municipality_id, source, series, area, year, gender, known_until)
);
select app.distribute('reference_value');

-- What areas are called, and who is in a group of municipalities.
create table reference_area (
  municipality_id integer not null,
  area text not null,
  name text not null,
  -- Codes of a group's members; null for a municipality and the country.
  members text[],
  retrieved_at timestamptz not null,
  primary key (municipality_id, area)
);
select app.distribute('reference_area');

do $$
declare
  each_table text;
begin
  foreach each_table in array array['reference_value', 'reference_area'] loop
    execute format('alter table %I enable row level security', each_table);
    execute format('alter table %I force row level security', each_table);
    execute format(
      'create policy %I on %I to utfall_app using (municipality_id = nullif(current_setting(''app.municipality'', true), '''')::integer)',
      each_table || '_app', each_table);
  end loop;
end
$$;

-- Inhabitants are denominators of our own shares.
create policy reference_value_reader on reference_value for select to utfall_reader using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);
grant select on reference_value to utfall_reader;

grant select, insert, update on reference_area to utfall_app;
grant select, insert on reference_value to utfall_app;
-- A value never changes: it is seen again, or closed.
grant update (known_until, retrieved_at) on reference_value to utfall_app;
