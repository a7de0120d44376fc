-- The engine's answer is the eligibility decision (资格判定); the decision sheet (资格判定书) is its paper.
update fact
set related = related - 'decisionSheetId' || jsonb_build_object('eligibilityDecisionId', related -> 'decisionSheetId')
where related ? 'decisionSheetId';

do $$
begin
  if exists (select from fact where related ? 'decisionSheetId') then
    raise exception 'every fact must name its eligibility decision';
  end if;
end $$;
