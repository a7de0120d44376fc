-- The engine's answer is the eligibility decision (资格判定); the decision sheet (资格判定书) is its paper.
alter table aid_grant rename column decision_sheet_id to eligibility_decision_id;

do $$
begin
  if exists (select from pg_proc where pronamespace = 'public'::regnamespace and prosrc like '%decision_sheet%') then
    raise exception 'every reader of a grant''s eligibility decision must use its name';
  end if;
end $$;
