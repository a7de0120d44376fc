-- A clause holds the source's own words and, apart, how they are read. What was issued before held a reading alone, in the
-- place of the source's words.
alter table policy_clause alter column body drop not null, add column note text, add column note_en text;
alter table policy_clause disable trigger issued_stays;
update policy_clause set note = body, body = null;
alter table policy_clause enable trigger issued_stays;
alter table policy_clause add constraint policy_clause_says_something check (coalesce(body, note) is not null);

-- Every policy named the same role, and nothing asked for it: an application is decided by whoever may approve.
alter table policy_version drop column approver_role;
