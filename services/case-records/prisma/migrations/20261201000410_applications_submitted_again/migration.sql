-- A returned application goes back to whoever put it forward and is submitted again under its number: on a new
-- decision, under the same rules as at its start.
create or replace function application_may_go(from_status text, to_status text) returns boolean
language sql immutable parallel safe
return (from_status || '>' || to_status) = any (array[
  'DRAFT>SUBMITTED', 'SUBMITTED>BASE_REVIEW', 'SUBMITTED>COUNTY_REVIEW', 'BASE_REVIEW>COUNTY_REVIEW',
  'COUNTY_REVIEW>CITY_REVIEW', 'COUNTY_REVIEW>APPROVED', 'CITY_REVIEW>APPROVED',
  'SUBMITTED>RETURNED', 'BASE_REVIEW>RETURNED', 'COUNTY_REVIEW>RETURNED', 'CITY_REVIEW>RETURNED',
  'SUBMITTED>REJECTED', 'BASE_REVIEW>REJECTED', 'COUNTY_REVIEW>REJECTED', 'CITY_REVIEW>REJECTED',
  'RETURNED>COUNTY_REVIEW', 'RETURNED>WITHDRAWN', 'DRAFT>WITHDRAWN',
  'SUBMITTED>WITHDRAWN', 'BASE_REVIEW>WITHDRAWN', 'COUNTY_REVIEW>WITHDRAWN', 'CITY_REVIEW>WITHDRAWN',
  'SUBMITTED>SUSPENDED', 'BASE_REVIEW>SUSPENDED', 'COUNTY_REVIEW>SUSPENDED', 'CITY_REVIEW>SUSPENDED',
  'SUSPENDED>SUBMITTED', 'SUSPENDED>BASE_REVIEW', 'SUSPENDED>COUNTY_REVIEW', 'SUSPENDED>CITY_REVIEW',
  'SUSPENDED>WITHDRAWN',
  'APPROVED>AWAITING_FUNDS', 'APPROVED>FUNDED', 'AWAITING_FUNDS>FUNDED', 'FUNDED>PAID', 'PAID>FUNDED',
  'PAID>FOLLOWED_UP', 'APPROVED>LAPSED', 'AWAITING_FUNDS>LAPSED', 'FUNDED>LAPSED']);

create trigger put_forward_again_lawfully before update on aid_application for each row
  when (old.status = 'RETURNED' and new.status = 'COUNTY_REVIEW') execute function application_is_put_forward_lawfully();
create constraint trigger file_first_again after update of status on aid_application for each row
  when (old.status = 'RETURNED' and new.status = 'COUNTY_REVIEW') execute function application_file_first();

drop trigger facts_stay on aid_application;
create trigger facts_stay before update on aid_application for each row
  when ((old.number, old.household_id, old.case_file_id, old.organization_path)
        is distinct from (new.number, new.household_id, new.case_file_id, new.organization_path)
    or (not (old.status = 'RETURNED' and new.status = 'COUNTY_REVIEW')
      and ((old.case_file_version, old.eligibility_decision_id, old.put_forward_by)
          is distinct from (new.case_file_version, new.eligibility_decision_id, new.put_forward_by)
        or (old.standing_version is distinct from new.standing_version and 'SUSPENDED' not in (old.status, new.status))))
    or (old.grant_id is not null and (old.grant_id, old.approved_by, old.approved_at, old.amount_fen, old.snapshot)
        is distinct from (new.grant_id, new.approved_by, new.approved_at, new.amount_fen, new.snapshot)))
  execute function application_facts_stay();

-- Everyone who put an application forward, at first and again: none of them decides it.
create view application_maker with (security_invoker) as
  select a.id as application_id, a.put_forward_by as staff_id from aid_application a
  union
  select s.application_id, s.staff_id from application_step s
  where s.to_status = 'COUNTY_REVIEW' and (s.from_status is null or s.from_status = 'RETURNED');
create or replace function application_maker_is_not_checker() returns trigger language plpgsql as $$
begin
  if exists (select from decided d join before_it b using (id)
             where d.status in ('APPROVED', 'REJECTED') and b.status <> d.status
               and (access.staff() is null or exists (select from application_maker m where m.application_id = d.id and m.staff_id = access.staff())
                 or (d.status = 'APPROVED' and d.approved_by is distinct from access.staff())
                 or exists (select from household_handlers(d.household_id) h where h.staff_id = access.staff()))) then
    raise exception 'application_maker_is_not_checker' using errcode = 'check_violation';
  end if;
  if exists (select from decided d join before_it b using (id) join eligibility_decision s on s.id = d.eligibility_decision_id
             where d.status = 'APPROVED' and b.status <> d.status
               and d.amount_fen not between s.amount_min_fen and s.amount_max_fen) then
    raise exception 'application_amount_within_range' using errcode = 'check_violation';
  end if;
  return null;
end $$;

-- A place in a campaign that the return left free is held again.
create or replace function application_quota_is_held() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  measure text := tg_argv[0];
  campaigns uuid[];
begin
  if measure = 'STANDING' and tg_op = 'UPDATE' then
    campaigns := array(select distinct n.campaign_id from taking n join before_it b using (id)
      where n.campaign_id is not null and n.status = 'COUNTY_REVIEW' and b.status = 'RETURNED');
  elsif measure = 'STANDING' then
    campaigns := array(select distinct n.campaign_id from taking n where n.campaign_id is not null);
  else
    campaigns := array(select distinct n.campaign_id from taking n join before_it b using (id)
      where n.campaign_id is not null and n.status = 'APPROVED' and b.status <> n.status);
  end if;
  if campaigns = '{}' then
    return null;
  end if;
  perform hold_campaigns(campaigns);
  if exists (select from quota_use(campaigns, measure) u
             where (u.used_households > u.households or u.used_fen > u.budget_fen)
               and exists (select from taking n where n.campaign_id = u.campaign_id
                           and (u.county_path is null or starts_with(n.organization_path, u.county_path))))
    or exists (select from taking n where n.campaign_id = any(campaigns)
               and exists (select from campaign_quota q where q.campaign_id = n.campaign_id)
               and not exists (select from campaign_quota q where q.campaign_id = n.campaign_id
                               and starts_with(n.organization_path, q.county_path))) then
    raise exception 'application_quota_is_held' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger quota_is_held_by_what_stands_again after update on aid_application
  referencing old table as before_it new table as taking
  for each statement execute function application_quota_is_held('STANDING');

-- Whom it counts are the people of the household as it is now.
create function application_counts_people_again() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from application_person n where n.application_id = new.id and not exists (
    select from household_member m where m.household_id = new.household_id and m.identity_id = n.identity_id);
  insert into application_person (application_id, identity_id, organization_path)
  select new.id, m.identity_id, new.organization_path
  from household_member m where m.household_id = new.household_id and m.identity_id is not null
  on conflict do nothing;
  return new;
end $$;
revoke execute on function application_counts_people_again() from public;
create trigger counts_people_again before update on aid_application for each row
  when (old.status = 'RETURNED' and new.status = 'COUNTY_REVIEW') execute function application_counts_people_again();

-- Whom an application counts changes only while it is submitted again.
create function application_person_stays() returns trigger language plpgsql as $$
begin
  if not exists (select from aid_application a where a.id = old.application_id and a.status = 'RETURNED') then
    raise exception 'application_person is append-only' using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
drop trigger append_only on application_person;
create trigger append_only before update on application_person
  for each statement execute function access.refuse_change();
create trigger person_stays before delete on application_person for each row execute function application_person_stays();

-- When a file leaves, its returned applications end too, and so does the duty to correct them.
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
          or (a.status = 'RETURNED' and s.to_status in ('EXITED', 'REVOKED'))
      when s.to_status = 'SUSPENDED' then a.status in ('SUBMITTED', 'BASE_REVIEW', 'COUNTY_REVIEW', 'CITY_REVIEW')
      when s.to_status = 'ACTIVE' and s.from_status = 'SUSPENDED' then a.status = 'SUSPENDED' end
  ), moved as (
    update aid_application a set status = m.next_status, opinion = m.why,
      standing_version = case when m.stands then m.version else a.standing_version end
    from followed m where a.id = m.id
    returning a.id
  ), ended as (
    update obligation o set status = 'LAPSED', ended_at = m.at, next_on = null, lapse_reason = 'RECORD_ENDED'
    from followed m where o.kind = 'APPLICATION_RETURNED' and o.record_id = m.id and o.status = 'OPEN'
      and m.status = 'RETURNED'
  )
  insert into application_step (application_id, organization_path, from_status, to_status, at, staff_id, staff_name,
    opinion)
  select m.id, m.organization_path, m.status, m.next_status, m.at, m.staff_id, m.staff_name, m.why
  from followed m join moved using (id);
  return null;
end $$;
