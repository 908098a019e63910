-- What every table and column means, in one sentence. Re-run when changed; docs/data-dictionary.md is generated from it.

-- Columns that mean the same wherever they stand.
do $$
declare
  meaning record;
begin
  for meaning in
    select format('comment on column %I.%I is %L', c.table_name, c.column_name, shared.text) as statement
    from (values
      ('municipality_id', 'The municipality that the row belongs to: its code as a number. Leads every key and every policy.'),
      ('household_id', 'The household, by our own id.'),
      ('person_id', 'The person, by our own id.'),
      ('unit_id', 'The unit, by our own id.'),
      ('caseworker_id', 'The caseworker, by our own id.'),
      ('user_id', 'The person who signs in, by our own id.'),
      ('import_id', 'The import run that the row came with; 0 for what was registered by hand at the counter.'),
      ('source_key', 'What the source calls the fact; a key that we have made of the identifying columns begins with ~.'),
      ('known_from', 'When we learnt of the fact.'),
      ('known_until', 'When a correction or an undone import closed the fact; infinity while it is current.'),
      ('access_scope', 'Who may see the row: the id of the unit responsible now, 0 for none, or minus the household''s id when anybody in it is protected.'),
      ('from_month', 'First month, as YYYYMM.'),
      ('until_month', 'First month after the last, as YYYYMM; null while it goes on.'),
      ('from_day', 'First day.'),
      ('until_day', 'First day after the last; null while it goes on.')
    ) as shared (column_name, text)
    join information_schema.columns c using (column_name)
    where c.table_schema = 'public'
  loop
    execute meaning.statement;
  end loop;
end
$$;

comment on table municipality is 'Municipalities in the register; shared by all, and the only table that leads to a municipality''s name.';
comment on column municipality.code is 'Four digits, as Statistics Sweden numbers municipalities.';
comment on column municipality.name is 'The name that pages and reports print.';

comment on table unit is 'Organisational units, one row for ever; name, parent and time stand in unit_period.';
comment on column unit.code is 'What the municipality''s systems call the unit.';

comment on table caseworker is 'Caseworkers as the source names them; no name or address is kept.';
comment on column caseworker.code is 'What the case system calls the caseworker.';

comment on table app_user is 'People who sign in, with one role each.';
comment on column app_user.name is 'The name shown to the user and in the log review.';
comment on column app_user.role is 'What the user comes for; decides the permissions.';
comment on column app_user.subject is 'How the identity provider names the user; null for users of the development sign-in.';
comment on column app_user.unit_codes is 'Codes of the units whose households the user works with; null is every unit, an empty list none.';
comment on column app_user.purpose is 'Swedish sentence that the development sign-in shows beside the name.';
comment on column app_user.active is 'False for somebody who may no longer sign in.';

comment on table session is 'Signed-in browsers.';
comment on column session.token_hash is 'SHA-256 of the token in the cookie; the token itself is not kept.';
comment on column session.created_at is 'When the user signed in.';
comment on column session.expires_at is 'When the session stops being valid.';

comment on table audit_entry is 'The log of all that is read and changed: append-only, each entry''s hash covers the one before.';
comment on column audit_entry.entry_no is 'Place in the municipality''s chain, from 1 without gaps.';
comment on column audit_entry.at is 'When it happened.';
comment on column audit_entry.user_id is 'Who did it; null for the command line and scheduled work.';
comment on column audit_entry.action is 'What was done, in kebab-case: households-listed.';
comment on column audit_entry.subject is 'What it was done to: households, household 17, import 3.';
comment on column audit_entry.household_ids is 'Every household whose data were shown or changed; empty for figures.';
comment on column audit_entry.detail is 'Filters, formats and the like; never an identity number.';
comment on column audit_entry.previous_hash is 'The hash of the entry before.';
comment on column audit_entry.hash is 'SHA-256 of this entry and the hash before it.';

comment on table audit_head is 'The last entry of each municipality''s chain; its row lock puts concurrent entries in one order.';
comment on column audit_head.entry_no is 'Number of the last entry.';
comment on column audit_head.hash is 'Hash of the last entry.';

comment on table data_version is 'A counter per municipality that moves with every change of facts; the key of cached calculations.';
comment on column data_version.version is 'Moves by one in the transaction of every change.';

comment on table import_run is 'One row per imported file.';
comment on column import_run.kind is 'The kind of extract: payments, households, ledger and so on.';
comment on column import_run.profile is 'The saved profile that the columns were read with; null when the suggestion was used.';
comment on column import_run.file_name is 'The name of the file as it was sent.';
comment on column import_run.file_hash is 'SHA-256 of the file''s bytes.';
comment on column import_run.encoding is 'The character encoding that the file was read with; null for a workbook.';
comment on column import_run.imported_by is 'The user who imported; null for the command line.';
comment on column import_run.recorded_at is 'When the import was made; the known_from of its facts.';
comment on column import_run.row_count is 'Data rows in the file, good and bad.';
comment on column import_run.accepted is 'Rows newly written.';
comment on column import_run.superseded is 'Rows that replaced an earlier fact.';
comment on column import_run.unchanged is 'Rows that were already known.';
comment on column import_run.rejected is 'Rows that were not written, with their reasons in import_rejection.';
comment on column import_run.warnings is 'Swedish sentences about the file as a whole.';
comment on column import_run.undone_at is 'When the import was taken back; null while it stands.';
comment on column import_run.undone_by is 'The user who took it back.';

comment on table import_rejection is 'Why a row was not written: one row per faulty cell.';
comment on column import_rejection.ordinal is 'Order within the import, from 1.';
comment on column import_rejection.row_number is 'Row of the file, from 1, as a spreadsheet numbers it.';
comment on column import_rejection.column_name is 'The column''s heading in the file.';
comment on column import_rejection.problem is 'The kind of fault, as in problems.text.ts.';
comment on column import_rejection.found is 'What stood in the cell, with identity numbers masked.';

comment on table import_rejected_row is 'The rows that were not written, as they came, so that they can be downloaded, mended and sent again.';
comment on column import_rejected_row.row_number is 'Row of the file, from 1, as a spreadsheet numbers it.';
comment on column import_rejected_row.sealed_cells is 'The cells as JSON, encrypted with the key outside the database: any of them may tell who somebody is.';

comment on table import_profile is 'A person''s confirmed mapping of a source''s columns to ours.';
comment on column import_profile.name is 'What the municipality calls the source.';
comment on column import_profile.kind is 'The kind of extract that the profile reads.';
comment on column import_profile.columns is 'Column of the file to column of ours; null for one that is left out.';
comment on column import_profile.saved_by is 'The user who confirmed it.';
comment on column import_profile.saved_at is 'When it was confirmed.';

comment on table household is 'Households: persons assessed together. One row for ever; all else about them is facts.';
comment on column household.source_key is 'The household''s number in the case system.';

comment on table person is 'Persons, by a pseudonymous id; one row for ever, whatever number they have.';

comment on table person_identity is 'Every identity number that a person has had: encrypted, and found by a keyed hash. The keys stand outside the database.';
comment on column person_identity.identity_hash is 'HMAC-SHA-256 of municipality and number.';
comment on column person_identity.kind is 'Personnummer, samordningsnummer or reservnummer.';
comment on column person_identity.cipher is 'AES-256-GCM of the number, bound to the municipality.';

comment on table person_detail is 'What a source says about a person. A file that does not say something leaves the earlier value.';
comment on column person_detail.name is 'The name, as the source writes it.';
comment on column person_detail.birth_date is 'Date of birth, from the identity number.';
comment on column person_detail.gender is 'As the source says, otherwise from the identity number.';
comment on column person_detail.protection is 'Protected personal data: confidentiality marking or protected registration.';

comment on table household_member is 'Who belonged to a household, and when.';
comment on column household_member.role is 'The adult the case is registered on, the partner, or a child.';

comment on table household_period is 'Which unit and caseworker were responsible for a household, and how it lived.';
comment on column household_period.housing is 'Housing situation, by code.';

comment on table application is 'Applications for assistance; made month by month.';
comment on column application.applied_on is 'The day the application came.';
comment on column application.concerned_month is 'The month it concerns, as YYYYMM; null when the source does not say.';
comment on column application.kind is 'New, returning after a break, or continued.';

comment on table decision is 'Decisions on applications.';
comment on column decision.decided_on is 'The day of the decision.';
comment on column decision.concerned_month is 'The month it concerns, as YYYYMM; null when the source does not say.';
comment on column decision.outcome is 'Granted, partially granted or rejected.';
comment on column decision.reason is 'The source''s own reason, as text.';
comment on column decision.amount_ore is 'Granted amount in öre.';

comment on table payment is 'Payments of assistance. A recovery is a payment with a negative amount.';
comment on column payment.concerned_month is 'The month that the assistance is for, as YYYYMM; statistics go by it.';
comment on column payment.paid_on is 'The day of payment.';
comment on column payment.amount_ore is 'Amount in öre; negative for a recovery.';
comment on column payment.purpose is 'What the payment is for, as the source says.';

comment on table obstacle is 'Why an adult cannot support him- or herself: one main reason per adult and month.';
comment on column obstacle.household_id is 'The household, when the source names it.';
comment on column obstacle.month is 'The month, as YYYYMM.';
comment on column obstacle.code is 'Code of the national list.';
comment on column obstacle.local_code is 'The municipality''s own sub-code.';
comment on column obstacle.work_ability is 'Assessed work ability.';

comment on table participation is 'A person''s participation in an intervention (insats).';
comment on column participation.household_id is 'The household, when the source names it.';
comment on column participation.intervention is 'Name of the intervention, as the source says.';
comment on column participation.outcome is 'Result when it ended, as the source says.';
comment on column participation.employer_kind is 'Of an employment: municipal or external employer. Null when the source does not say.';
comment on column participation.subsidised is 'Of an employment: whether the wage is subsidised. Null when the source does not say.';

comment on table household_summary is 'What the list of households shows, made anew from the current facts after every import.';
comment on column household_summary.source_key is 'The household''s number in the case system.';
comment on column household_summary.name is 'Name of the main applicant.';
comment on column household_summary.search_text is 'Number and members'' names in lower case, for searching.';
comment on column household_summary.birth_date is 'Date of birth of the main applicant.';
comment on column household_summary.unit_code is 'Code of the unit responsible now.';
comment on column household_summary.caseworker_code is 'Code of the caseworker responsible now.';
comment on column household_summary.housing is 'Housing situation now, by code.';
comment on column household_summary.adults is 'Adults in the household in its last month with assistance.';
comment on column household_summary.children is 'Children in the household in its last month with assistance.';
comment on column household_summary.obstacle_code is 'The latest obstacle, by code of the national list.';
comment on column household_summary.status is 'Ongoing with assistance in the latest month of the data, paused within the gap that a spell allows, closed after it.';
comment on column household_summary.first_month is 'First month with assistance, as YYYYMM.';
comment on column household_summary.last_month is 'Last month with assistance, as YYYYMM.';
comment on column household_summary.months_last_12 is 'Months with assistance among the last twelve of the data.';
comment on column household_summary.paid_last_12_ore is 'Paid for the last twelve months of the data, in öre.';
comment on column household_summary.paid_total_ore is 'Paid in all, in öre.';
comment on column household_summary.name_order is 'Place of the name in Swedish alphabetical order; households without a name come last.';

comment on table unit_period is 'A unit''s name and place in the organisation over time.';
comment on column unit_period.name is 'The unit''s name in these months.';
comment on column unit_period.parent_code is 'Code of the unit above; null at the top.';
comment on column unit_period.from_month is 'First month, as YYYYMM; null when it has always been so.';

comment on table ledger_amount is 'The ledger by account, month and objects. Debit positive, as in SIE; voucher texts are not kept.';
comment on column ledger_amount.account is 'Account number.';
comment on column ledger_amount.account_name is 'Account name.';
comment on column ledger_amount.month is 'The month, as YYYYMM.';
comment on column ledger_amount.objects is 'Dimension and object, such as 1:4010, with spaces between; empty for the account as a whole.';
comment on column ledger_amount.amount_ore is 'Amount in öre; debit positive, credit negative.';

comment on table budget_amount is 'The budget by row and month.';
comment on column budget_amount.statement is 'The operating statement or the investments.';
comment on column budget_amount.account is 'Account number, when the budget is made by account.';
comment on column budget_amount.label is 'The row''s name in the budget.';
comment on column budget_amount.month is 'The month, as YYYYMM; YYYY00 for a budget of the whole year.';
comment on column budget_amount.amount_ore is 'Amount in öre; cost positive, as in the ledger.';

comment on table volume is 'Volumes that the administration counts itself, such as inhabitants or investigations.';
comment on column volume.label is 'What is counted.';
comment on column volume.kind is 'An average or a stock cannot be summed over months; a flow can.';
comment on column volume.until_month is 'First month after the last, as YYYYMM.';
comment on column volume.version is 'Actual or forecast.';
comment on column volume.value is 'The number; null when it was asked for and is not known, which is not zero.';
comment on column volume.file_row is 'Which row of its file said so: the order that the municipality shows its volumes in. A row that only has moved is the same fact.';

comment on table staff_figure is 'Staff figures such as sick leave, by group.';
comment on column staff_figure.label is 'What is counted.';
comment on column staff_figure.until_day is 'First day after the last.';
comment on column staff_figure.staff_group is 'All, women or men.';
comment on column staff_figure.numerator is 'The number above the line.';
comment on column staff_figure.denominator is 'The number below the line; null for a plain number.';
comment on column staff_figure.unit_of_count is 'What is counted in: persons, hours, per cent.';
comment on column staff_figure.file_row is 'Which row of its file said so: the order that the municipality shows its figures in. A row that only has moved is the same fact.';

comment on table official_statistic is 'Published statistics, for this municipality and others.';
comment on column official_statistic.region is 'Municipality, county or country, as the publisher writes it.';
comment on column official_statistic.figure is 'Which statistic.';
comment on column official_statistic.statistic_group is 'The group that the number is of; null for all.';
comment on column official_statistic.month is 'The month, as YYYYMM.';
comment on column official_statistic.value is 'The number; null when it is missing.';
comment on column official_statistic.missing is 'Why the number is missing: withheld by the publisher, or not reported.';

comment on table schema_migration is 'The migrations that this database has run.';
comment on column schema_migration.name is 'File name.';
comment on column schema_migration.checksum is 'SHA-256 of the file when it ran, so that a changed migration is refused.';
comment on column schema_migration.run_at is 'When it ran.';

comment on table path_event is 'What happened to a household on its way to self-support: events that are only ever added. Every status follows from them.';
comment on column path_event.sequence is 'Place among the household''s events, from 1; names the event. After a join the events of both ways are numbered anew.';
comment on column path_event.joined_from is 'The household that it was recorded for, when that has been joined into this one; null when it was this one.';
comment on column path_event.audience is 'unit: only those who work with the household; shared: also a unit of another committee with a legal ground.';
comment on column path_event.kind is 'What happened: contact-registered, referred, plan-approved and so on.';
comment on column path_event.person_id is 'Whom it is about; null for the whole household.';
comment on column path_event.concerns is 'The sequence of the event that it goes on with; null when it begins something.';
comment on column path_event.happened_on is 'The day it happened.';
comment on column path_event.recorded_at is 'When it was recorded.';
comment on column path_event.recorded_by is 'The user who recorded it; null for a file or scheduled work.';
comment on column path_event.body is 'What the event says, by the schema of its kind.';

comment on table household_work is 'What lists of work ask of a household, as dates; follows from path_event and can be made anew.';
comment on column household_work.sequence is 'The household''s last event that the row follows from.';
comment on column household_work.caseworker_code is 'The caseworker assigned in Utfall; null when nobody was.';
comment on column household_work.assigned_on is 'The day of that assignment.';
comment on column household_work.contact_on is 'The day of the latest contact.';
comment on column household_work.routed_to is 'Where the latest contact was routed; null when it has not been.';
comment on column household_work.promised_by is 'The last day on which a coach is to have been met; null when nothing was promised.';
comment on column household_work.coach_booked_on is 'The day of the next booked meeting with a coach since the latest contact.';
comment on column household_work.coach_met_on is 'The day of the first meeting held since the latest contact.';
comment on column household_work.breach_explained is 'Whether a cause has been given for a promise that was not kept.';
comment on column household_work.mapped_on is 'The first day that a mapping was complete.';
comment on column household_work.plan_saved_on is 'The first day that a plan was saved.';
comment on column household_work.plan_approved_on is 'The day of the latest approval of a plan in force: one from before a closing counts when it is approved or followed up after it.';
comment on column household_work.follow_up_on is 'The next day that a plan in force is to be followed up.';
comment on column household_work.unanswered_since is 'The day of the oldest referral that nobody has answered.';
comment on column household_work.returned_on is 'The day that the last referral was returned, when none has been sent since.';
comment on column household_work.intervention_ends_on is 'The nearest planned end among interventions that go on.';
comment on column household_work.open_interventions is 'Interventions that go on.';
comment on column household_work.next_step_on is 'The day of the next step.';
comment on column household_work.next_step is 'The next step in words.';
comment on column household_work.reminder_on is 'The day of the caseworker''s own reminder.';
comment on column household_work.reminder is 'The reminder in words.';
comment on column household_work.concern_since is 'The day of the oldest concern that nobody has answered.';
comment on column household_work.closed_on is 'The day the case was closed; null while it is open.';
comment on column household_work.closure_reason is 'Why it was closed.';
comment on column household_work.changed_at is 'When the last event was recorded.';
comment on column household_work.changed_by is 'The user who recorded it.';

comment on table sharing_ground is 'What opens some of what is known of a person to a unit: a recorded legal ground for one of another committee, a referral or a booked meeting for one of the household''s own; follows from path_event.';
comment on column sharing_ground.sequence is 'The event that gave the ground: consent-given, referred or meeting-booked.';
comment on column sharing_ground.until_day is 'First day that it no longer opens anything; infinity while nothing ends it.';
comment on column sharing_ground.recipient is 'Code of the unit that may see, or AF for the employment service.';
comment on column sharing_ground.scopes is 'What may be seen: identity, mapping, plan, work-ability, participation.';

comment on table booked_time is 'Meetings with a coach, for the calendar; follows from path_event.';
comment on column booked_time.sequence is 'The event that booked the meeting.';
comment on column booked_time.unit_code is 'The coach''s unit.';
comment on column booked_time.coach is 'The coach''s user id.';
comment on column booked_time.starts_at is 'Clock time in the municipality.';
comment on column booked_time.ends_at is 'Clock time in the municipality.';
comment on column booked_time.state is 'booked, held, missed or cancelled.';

comment on table catalogue_entry is 'What a municipality decides for itself, in versions: interventions, groups, employers, routing rules, coaches'' hours, mapping forms.';
comment on column catalogue_entry.kind is 'The kind of entry.';
comment on column catalogue_entry.entry_key is 'The entry''s own name, for ever.';
comment on column catalogue_entry.version is 'From 1; each saving is a new version.';
comment on column catalogue_entry.saved_by is 'The user who saved the version; null when it came with the program.';
comment on column catalogue_entry.body is 'What the entry says, by the schema of its kind.';

comment on table draft is 'What somebody has begun to write and not sent; seen by nobody else, and gone when it is sent.';
comment on column draft.draft_key is 'Which form of which household.';
comment on column draft.saved_at is 'When it was last saved.';
comment on column draft.body is 'The fields as they stand.';

comment on table last_visit is 'When a user last looked at a page, for "new since my last visit".';
comment on column last_visit.page is 'The page.';
comment on column last_visit.visited_at is 'When it was last looked at.';

comment on table saved_view is 'A user''s own choices in the list of work.';
comment on column saved_view.position is 'Place among the user''s views, from 0.';
comment on column saved_view.name is 'What the user calls it.';
comment on column saved_view.address is 'The page''s address after the question mark: view, status, unit, columns and order, never a search.';

comment on column app_user.caseworker_code is 'What the case system calls the user; null for those who are no caseworkers.';

comment on table target_group_member is 'Which households are, or were, in a target group.';
comment on column target_group_member.group_key is 'The catalogue''s key of the group.';
comment on column target_group_member.from_day is 'First day in the group.';
comment on column target_group_member.until_day is 'First day no longer in the group; infinity for one who still is.';
comment on column target_group_member.step is 'Which writing down of the group the household came with, from 1.';
comment on column target_group_member.rank is 'Place in the ranking that the group was made from; null for one chosen by hand.';
comment on column target_group_member.cost_ore is 'Cost in the ranking''s period; null for one chosen by hand.';
comment on column target_group_member.added_by is 'The user who put the household in the group.';
comment on column target_group_member.added_at is 'When the household was put in the group.';
comment on column target_group_member.changed_at is 'When the stay was last ended, or the end taken back; null for one that never has been.';

comment on table target_group_comparison is 'Whom a target group is compared with: those ranked next on the day it was written down. Never changed.';
comment on column target_group_comparison.group_key is 'The catalogue''s key of the group.';
comment on column target_group_comparison.step is 'Which writing down of the group they are the comparison of, from 1.';
comment on column target_group_comparison.from_day is 'The day they were written down.';
comment on column target_group_comparison.rank is 'Place in the ranking that the group was made from.';
comment on column target_group_comparison.cost_ore is 'Cost in the ranking''s period.';
comment on column target_group_comparison.added_by is 'The user who wrote the group down.';
comment on column target_group_comparison.added_at is 'When the household was written down.';

comment on table payment_case_event is 'What happened in a case of a payment that may have been wrong. Added, never changed.';
comment on column payment_case_event.case_key is 'The case''s own name.';
comment on column payment_case_event.sequence is 'Order within the case, from 1.';
comment on column payment_case_event.kind is 'What happened.';
comment on column payment_case_event.happened_on is 'The day it happened.';
comment on column payment_case_event.body is 'What else is to be said of it, by the schema of its kind.';
comment on column payment_case_event.recorded_by is 'The user who recorded it.';
comment on column payment_case_event.recorded_at is 'When it was recorded.';

comment on table report is 'A report of a period that somebody writes.';
comment on column report.report_id is 'The report''s number in the municipality.';
comment on column report.template_key is 'Which template it follows.';
comment on column report.template_version is 'Version of the municipality''s own template; 0 for one that comes with the program.';
comment on column report.title is 'Its title.';
comment on column report.from_month is 'First day of its first month.';
comment on column report.until_month is 'First day of the month after its last.';
comment on column report.corrects is 'The signed version that is being corrected; null while none is.';
comment on column report.created_by is 'The user who began it.';
comment on column report.created_at is 'When it was begun.';

comment on column report_text.report_id is 'Which report.';
comment on table report_text is 'The text of a part of a report, as it stands.';
comment on column report_text.part_key is 'Section and part in the template.';
comment on column report_text.version is 'How many steps it has been changed by.';
comment on column report_text.body is 'Document of the editor, with figures as addresses.';
comment on column report_text.status is 'empty, writing or ready.';
comment on column report_text.changed_by is 'The user who last changed it.';
comment on column report_text.changed_at is 'When it was last changed.';

comment on column report_text_step.report_id is 'Which report.';
comment on table report_text_step is 'Each change of a text. Added, never changed.';
comment on column report_text_step.part_key is 'Section and part in the template.';
comment on column report_text_step.version is 'The text''s version after the step.';
comment on column report_text_step.step is 'What was changed, as the editor describes it.';
comment on column report_text_step.client_id is 'The author''s window, by which it knows its own steps again.';
comment on column report_text_step.author is 'The user who wrote it.';
comment on column report_text_step.recorded_at is 'When it was recorded.';

comment on column report_comment.report_id is 'Which report.';
comment on table report_comment is 'What authors say to each other about a text.';
comment on column report_comment.comment_id is 'The comment''s number in the report.';
comment on column report_comment.part_key is 'Section and part in the template.';
comment on column report_comment.quoted is 'The words it is about, as they stood.';
comment on column report_comment.text is 'What is said.';
comment on column report_comment.written_by is 'The user who wrote it.';
comment on column report_comment.written_at is 'When it was written.';
comment on column report_comment.settled_by is 'The user who settled it; null while it is open.';
comment on column report_comment.settled_at is 'When it was settled; null while it is open.';

comment on column report_version.report_id is 'Which report.';
comment on table report_version is 'A signed report. Added, never changed.';
comment on column report_version.version is 'The first signed version is 1, a corrected one 2.';
comment on column report_version.document is 'The neutral document as JSON, byte for byte as it was signed.';
comment on column report_version.sha256 is 'Hash of the document''s bytes.';
comment on column report_version.pdf is 'The same document as PDF/A.';
comment on column report_version.made_of is 'What the document was made of beside the figures: template, texts, promises, notes, and answers to findings.';
comment on column report_version.known_at is 'The moment as of which its figures are known.';
comment on column report_version.signed_by is 'The user who signed.';
comment on column report_version.signed_name is 'The signer''s name as it was then.';
comment on column report_version.signed_role is 'The signer''s role as it was then.';
comment on column report_version.signed_at is 'When it was signed.';
comment on column report_version.corrects is 'The version that it corrects; null for the first.';
comment on column report_version.reason is 'Why an earlier version was corrected; null for the first.';
comment on column report_version.board_from is 'Since when the board may read it; null for not yet.';
comment on column report_version.public_from is 'Since when everybody may read it; null for not yet.';

comment on column published_count.report_id is 'Which report.';
comment on table published_count is 'Counts that have been shown or withheld in something published.';
comment on column published_count.version is 'The signed version that it stood in; for report 0, which is files and pages, the version of the data.';
comment on column published_count.definition_id is 'The definition that the count answers to.';
comment on column published_count.cell_key is 'The group within the definition; empty for all.';
comment on column published_count.from_month is 'First day of the first month it is about.';
comment on column published_count.until_month is 'First day of the month after the last.';
comment on column published_count.count is 'What was shown; null where it was withheld.';

comment on table board_question is 'Questions of the committee''s members about figures, reports and promises, with the unit''s answers.';
comment on column board_question.question_id is 'The question''s number in the municipality.';
comment on column board_question.text is 'What is asked.';
comment on column board_question.asked_by is 'The member who asks, by our own id of the user.';
comment on column board_question.asked_on is 'The day it was asked.';
comment on column board_question.withdrawn_on is 'The day the member took it back; null for a question that stands.';
comment on column board_question.answer is 'What the unit answers; null while it waits.';
comment on column board_question.figure is 'The address of the figure that it is answered with.';
comment on column board_question.answered_by is 'Who answered, by our own id of the user.';
comment on column board_question.answered_on is 'The day it was answered; the figure is of the tertial that had ended then.';

comment on table reference_value is 'What others publish about municipalities, as it was fetched. A value that has changed is closed and the new one added.';
comment on column reference_value.source is 'kolada or scb.';
comment on column reference_value.series is 'Id of the key figure in Kolada, or a group of inhabitants.';
comment on column reference_value.area is 'Code of the area it is about: four digits, 0000 for the country.';
comment on column reference_value.year is 'The year it is about.';
comment on column reference_value.gender is 'T for all, K for women, M for men.';
comment on column reference_value.value is 'In the key figure''s own unit; null where the publisher has none.';
comment on column reference_value.status is 'What the publisher says about the value; empty when nothing.';
comment on column reference_value.is_made_up is 'Whether the file said that its numbers are made up, as the demo''s does.';
comment on column reference_value.retrieved_at is 'When it was last seen to be so.';

comment on table reference_area is 'Names of the areas that are compared, and members of groups.';
comment on column reference_area.area is 'Four digits, 0000 for the country, or the id of a group in Kolada.';
comment on column reference_area.name is 'What it is called in Kolada.';
comment on column reference_area.members is 'Codes of a group''s members; null for a municipality and the country.';
comment on column reference_area.retrieved_at is 'When it was last fetched.';

-- The views for other tools are read by people in the municipality, in the tools' own lists of tables and columns: in Swedish.
comment on schema bi is 'Utfalls uppgifter för andra verktyg: pseudonyma rader, utan namn, nummer, födelsedag och område. Det är personuppgifter och ska skyddas som sådana. Vyerna behåller namn och kolumner; en ändring höjer schema_version i bi.about.';
comment on table app.bi_access is 'Which municipality and purpose a login role reads the views of bi for.';
comment on column app.bi_access.role_name is 'The login role, as session_user has it.';
comment on column app.bi_access.municipality_id is 'The municipality whose rows the role reads.';
comment on column app.bi_access.purpose is 'What the data are handed out for; each purpose has pseudonyms of its own.';
comment on column app.bi_access.pseudonym_key is 'Makes ids into pseudonyms: 32 bytes that follow from the key file, the municipality and the purpose.';
comment on column app.bi_access.smallest_group is 'What fewer households or persons than this share is left blank in the views.';
comment on view bi.household_month is 'En rad per hushåll och månad som en utbetalning avser. Hushåll med skyddade personuppgifter ingår inte.';
comment on view bi.payment is 'En rad per utbetalning; en återbetalning har minustecken.';
comment on view bi.participation is 'En rad per person och insats, ur insatsfilerna.';
comment on view bi.obstacle is 'En rad per vuxen och månad med registrerat försörjningshinder.';
comment on view bi.outcome is 'En rad per avslutad insats och avslutat ärende, med vad det ledde till.';
comment on view bi.about is 'En rad: vilken kommun och vilket ändamål, gränsen för små grupper, och hur mycket som är utelämnat.';
do $$
declare
  meaning record;
begin
  for meaning in
    select format('comment on column bi.%I.%I is %L', c.table_name, c.column_name, described.text) as statement
    from (values
      ('household', 'Hushållets pseudonym: densamma i alla vyer och över tid för ett ändamål, en annan för ett annat.'),
      ('person', 'Personens pseudonym, på samma sätt som hushållets.'),
      ('month', 'Månaden, ÅÅÅÅ-MM.'),
      ('concerned_month', 'Månaden som utbetalningen avser, ÅÅÅÅ-MM.'),
      ('paid_month', 'Månaden då den betalades ut, ÅÅÅÅ-MM; tom när det inte är känt.'),
      ('first_month', 'Månaden då personen började, ÅÅÅÅ-MM.'),
      ('last_month', 'Månaden då personen slutade, ÅÅÅÅ-MM; tom när insatsen pågår.'),
      ('amount_ore', 'Belopp i hela öre, netto efter återbetalningar när raden är en månad.'),
      ('has_assistance', 'Om månadens netto är över noll: då räknas hushållet som biståndshushåll.'),
      ('household_type', 'Socialstyrelsens hushållstyp: 1 bara barn, 3 och 4 ensamstående man utan och med barn, 5 och 6 kvinna, 7 och 8 par, 9 okänt. Tom när färre än smallest_group hushåll har samma typ, ålder och antal barn den månaden.'),
      ('age_class', 'Registerledarens ålder i klasser vid månadens slut; tom av samma skäl.'),
      ('children_up_to_3', 'Antal barn under 18 år, där 3 är tre eller fler; tom av samma skäl.'),
      ('purpose', 'Ändamålet; tomt när färre än smallest_group hushåll har haft det. I bi.about: det som uppgifterna lämnas ut för.'),
      ('intervention', 'Insatsens namn; tomt när färre än smallest_group personer av samma kön har deltagit i den.'),
      ('gender', 'woman eller man; tomt när det är okänt eller gruppen för liten.'),
      ('employer_kind', 'municipal eller external, när insatsen är en anställning.'),
      ('subsidised', 'Om anställningen är subventionerad.'),
      ('obstacle', 'Nationell kod för försörjningshinder; tom när färre än smallest_group personer av samma kön har den den månaden.'),
      ('kind', 'intervention-ended och case-closed ur arbetet i Utfall, participation-ended ur insatsfilerna.'),
      ('outcome', 'Resultatet eller skälet; tomt när färre än smallest_group hushåll har det.'),
      ('is_generalised', 'Om något på raden är tomt för att gruppen är för liten.'),
      ('municipality_code', 'Kommunkod med fyra siffror.'),
      ('municipality', 'Kommunens namn.'),
      ('schema_version', 'Vyernas version.'),
      ('smallest_group', 'Gränsen: det som färre delar lämnas tomt.'),
      ('data_version', 'Höjs när uppgifterna i registret har ändrats.'),
      ('households', 'Antal hushåll i registret som ingår.'),
      ('protected_households_left_out', 'Antal hushåll med skyddade personuppgifter, som inte ingår.'),
      ('generalised_household_months', 'Antal rader i bi.household_month där något är tomt för att gruppen är för liten.'),
      ('generalised_payments', 'Samma antal i bi.payment.'),
      ('generalised_participations', 'Samma antal i bi.participation.'),
      ('generalised_obstacles', 'Samma antal i bi.obstacle.'),
      ('generalised_outcomes', 'Samma antal i bi.outcome.')
    ) as described (column_name, text)
    join information_schema.columns c using (column_name)
    where c.table_schema = 'bi'
  loop
    execute meaning.statement;
  end loop;
end
$$;
