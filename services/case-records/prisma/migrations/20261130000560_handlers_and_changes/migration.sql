-- A file whose class changed goes back to the county's review and is posted anew: no application waits on it meanwhile.
create or replace function applications_follow_their_file() returns trigger language plpgsql as $$
begin
  with followed as materialized (
    select a.id, a.status, a.organization_path, s.at, s.staff_id, s.staff_name, f.version,
      s.to_status in ('SUSPENDED', 'ACTIVE')
        and coalesce(a.standing_version, a.case_file_version) = f.version - 1 as stands,
      case s.to_status when 'ACTIVE' then (select p.from_status from application_step p
          where p.application_id = a.id and p.to_status = 'SUSPENDED' order by p.at desc, p.id desc limit 1)
        when 'SUSPENDED' then 'SUSPENDED' else 'WITHDRAWN' end as next_status,
      case s.to_status when 'ACTIVE' then null when 'SUSPENDED' then '档案已暂停，恢复后继续审批'
        when 'REVOKED' then '档案已取消，申请随之撤回'
        when 'COUNTY_REVIEW' then '家庭情况变更，档案重新审核公示，申请随之撤回'
        else '档案已退出' || coalesce('（' || case f.exit_reason when 'AIDED' then '帮扶后脱困'
          when 'INCOME_ABOVE_LINE' then '收入高于低保边缘线' when 'MOVED' then '迁出本地' when 'DIED' then '户主去世' end
          || '）', '') || '，申请随之撤回' end as why
    from stepped s join case_file f on f.id = s.case_file_id join aid_application a on a.case_file_id = f.id
    where case when s.to_status in ('EXITED', 'REVOKED')
          or (s.to_status = 'COUNTY_REVIEW' and s.from_status in ('ACTIVE', 'SUSPENDED'))
        then a.status in ('DRAFT', 'SUBMITTED', 'BASE_REVIEW', 'COUNTY_REVIEW', 'CITY_REVIEW', 'SUSPENDED')
      when s.to_status = 'SUSPENDED' then a.status in ('SUBMITTED', 'BASE_REVIEW', 'COUNTY_REVIEW', 'CITY_REVIEW')
      when s.to_status = 'ACTIVE' and s.from_status = 'SUSPENDED' then a.status = 'SUSPENDED' end
  ), moved as (
    update aid_application a set status = m.next_status, opinion = m.why,
      standing_version = case when m.stands then m.version else a.standing_version end
    from followed m where a.id = m.id
    returning a.id
  )
  insert into application_step (application_id, organization_path, from_status, to_status, at, staff_id, staff_name,
    opinion)
  select m.id, m.organization_path, m.status, m.next_status, m.at, m.staff_id, m.staff_name, m.why
  from followed m join moved using (id);
  return null;
end $$;

-- Who proposed a change of the household that was confirmed, and who confirmed it, had a hand in it too.
create or replace function household_handlers(of_household uuid) returns table (staff_id uuid)
language sql stable as $$
  select h.registered_by from household h where h.id = of_household
  union all
  select v.staff_id from household_version v where v.household_id = of_household
  union all
  select unnest(array[f.opened_by, f.submitted_by, f.reviewed_by]) from case_file f where f.household_id = of_household
  union all
  select s.staff_id from case_file f join case_file_step s on s.case_file_id = f.id
  where f.household_id = of_household and s.to_status in ('SUBMITTED', 'RETURNED', 'REJECTED', 'COUNTY_REVIEW', 'POSTED')
  union all
  select unnest(array[p.proposed_by, p.decided_by]) from case_file f join file_proposal p on p.case_file_id = f.id
  where f.household_id = of_household and p.kind = 'CHANGE' and p.decision = 'CONFIRMED'
$$;
