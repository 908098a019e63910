-- Reports as they are written, signed and kept. Templates, promises and dated notes are entries of the catalogue.

-- A report of a period that somebody has begun to write.
create table report (
  municipality_id integer not null,
  report_id integer not null,
  template_key text not null,
  -- Version of the municipality's own template; 0 for one that comes with the program.
  template_version integer not null check (template_version >= 0),
  title text not null,
  -- First day of the first month, and of the month after the last.
  from_month date not null,
  until_month date not null check (until_month > from_month),
  -- The signed version that is being corrected; null while none is.
  corrects integer,
  created_by integer not null,
  created_at timestamptz not null,
  primary key (municipality_id, report_id)
);
select app.distribute('report');

-- The text of a part as it stands: what all its steps have made of it.
create table report_text (
  municipality_id integer not null,
  report_id integer not null,
  part_key text not null,
  -- How many steps it has been changed by.
  version integer not null check (version >= 0),
  -- Document of the editor, with figures as addresses.
  body jsonb not null,
  status text not null check (status in ('empty', 'writing', 'ready')),
  changed_by integer not null,
  changed_at timestamptz not null,
  primary key (municipality_id, report_id, part_key),
  foreign key (municipality_id, report_id) references report (municipality_id, report_id)
);
select app.distribute('report_text');

-- Each change of a text, added and never changed: what two authors wrote at once is joined from these.
create table report_text_step (
  municipality_id integer not null,
  report_id integer not null,
  part_key text not null,
  version integer not null check (version > 0),
  step jsonb not null,
  -- The author's window, by which it knows its own steps again.
  client_id text not null,
  author integer not null,
  recorded_at timestamptz not null,
  primary key (municipality_id, report_id, part_key, version)
);
select app.distribute('report_text_step');

create table report_comment (
  municipality_id integer not null,
  report_id integer not null,
  comment_id integer not null,
  part_key text not null,
  -- The words it is about, as they stood.
  quoted text not null,
  text text not null,
  written_by integer not null,
  written_at timestamptz not null,
  settled_by integer,
  settled_at timestamptz,
  primary key (municipality_id, report_id, comment_id)
);
select app.distribute('report_comment');

-- A signed report: text, figures, definitions and the data's date, added and never changed.
create table report_version (
  municipality_id integer not null,
  report_id integer not null,
  version integer not null check (version > 0),
  -- The neutral document as JSON, kept as text so that its bytes and its hash stay the same.
  document text not null,
  sha256 text not null,
  pdf bytea not null,
  -- All that the document was made of beside the figures: template, texts, promises and notes, and what findings were answered with.
  made_of jsonb not null,
  -- What the figures were known as.
  known_at timestamptz not null,
  signed_by integer not null,
  signed_name text not null,
  signed_role text not null,
  signed_at timestamptz not null,
  -- The version that it corrects, and why; null for the first.
  corrects integer,
  reason text,
  -- Since when the board, and since when everybody, may read it; null for not yet.
  board_from timestamptz,
  public_from timestamptz,
  primary key (municipality_id, report_id, version),
  foreign key (municipality_id, report_id) references report (municipality_id, report_id)
);
select app.distribute('report_version');

-- What readers already have: counts that have been shown or withheld in something published, which the next report is checked against.
create table published_count (
  municipality_id integer not null,
  report_id integer not null,
  version integer not null,
  definition_id text not null,
  -- The group within the definition, such as `gender=women`; empty for all.
  cell_key text not null,
  from_month date not null,
  until_month date not null check (until_month > from_month),
  -- Null where it was withheld.
  count bigint,
  primary key (municipality_id, definition_id, cell_key, from_month, until_month, report_id, version)
);
select app.distribute('published_count');

do $$
declare
  each_table text;
begin
  foreach each_table in array array['report', 'report_text', 'report_text_step', 'report_comment', 'report_version', 'published_count'] loop
    execute format('alter table %I enable row level security', each_table);
    execute format('alter table %I force row level security', each_table);
    execute format(
      'create policy %I on %I to utfall_app using (municipality_id = nullif(current_setting(''app.municipality'', true), '''')::integer)',
      each_table || '_app', each_table);
  end loop;
end
$$;

grant select, insert, update on report, report_text to utfall_app;
grant select, insert on report_text_step, report_comment, report_version, published_count to utfall_app;
grant update (settled_by, settled_at) on report_comment to utfall_app;
-- A signed version never changes; only who may read it is opened.
grant update (board_from, public_from) on report_version to utfall_app;
