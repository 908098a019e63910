-- What the committee asks about what it reads, and what the unit answers.

-- A question of a member, about figures, reports and promises; never about a household.
create table board_question (
  municipality_id integer not null,
  question_id integer not null,
  text text not null check (text <> ''),
  asked_by integer not null,
  asked_on date not null,
  -- Taken back by the one who asked, before it was answered.
  withdrawn_on date,
  answer text,
  -- The address of the figure that it is answered with.
  figure text,
  answered_by integer,
  answered_on date,
  primary key (municipality_id, question_id),
  -- An answer is whole: words, a figure, somebody and a day.
  check (num_nulls(answer, figure, answered_by, answered_on) in (0, 4)),
  check (withdrawn_on is null or answer is null)
);
select app.distribute('board_question');

alter table board_question enable row level security;
alter table board_question force row level security;
create policy board_question_app on board_question to utfall_app using (municipality_id = nullif(current_setting('app.municipality', true), '')::integer);

grant select, insert on board_question to utfall_app;
-- The words of a question never change.
grant update (withdrawn_on, answer, figure, answered_by, answered_on) on board_question to utfall_app;
