-- An application waits only as long as its file stands: it is withdrawn when the file exits or is revoked, held while the
-- file is suspended, and back where it waited when the file is resumed. A grant that funds released has lapsed.

alter table aid_application drop constraint aid_application_status_check;
alter table aid_application add constraint aid_application_status_check check (status in ('DRAFT', 'SUBMITTED',
  'BASE_REVIEW', 'COUNTY_REVIEW', 'CITY_REVIEW', 'APPROVED', 'AWAITING_FUNDS', 'FUNDED', 'PAID', 'FOLLOWED_UP', 'RETURNED',
  'REJECTED', 'WITHDRAWN', 'SUSPENDED', 'LAPSED'));

alter table aid_application drop constraint application_grant_is_whole;
alter table aid_application add constraint application_grant_is_whole check (
  (status in ('APPROVED', 'AWAITING_FUNDS', 'FUNDED', 'PAID', 'FOLLOWED_UP', 'LAPSED'))
    = (grant_id is not null and approved_by is not null and approved_at is not null and approved_name is not null
       and snapshot is not null and snapshot_hash is not null));

alter table aid_application drop constraint application_opinion_required;
alter table aid_application add constraint application_opinion_required check (
  status not in ('RETURNED', 'REJECTED', 'WITHDRAWN', 'SUSPENDED') or length(trim(coalesce(opinion, ''))) > 0);

drop index application_once_a_campaign;
create unique index application_once_a_campaign on aid_application (campaign_id, case_file_id)
  where status not in ('RETURNED', 'WITHDRAWN', 'LAPSED');

create or replace function application_may_go(from_status text, to_status text) returns boolean
language sql immutable parallel safe
return (from_status || '>' || to_status) = any (array[
  'DRAFT>SUBMITTED', 'SUBMITTED>BASE_REVIEW', 'SUBMITTED>COUNTY_REVIEW', 'BASE_REVIEW>COUNTY_REVIEW',
  'COUNTY_REVIEW>CITY_REVIEW', 'COUNTY_REVIEW>APPROVED', 'CITY_REVIEW>APPROVED',
  'SUBMITTED>RETURNED', 'BASE_REVIEW>RETURNED', 'COUNTY_REVIEW>RETURNED', 'CITY_REVIEW>RETURNED',
  'SUBMITTED>REJECTED', 'BASE_REVIEW>REJECTED', 'COUNTY_REVIEW>REJECTED', 'CITY_REVIEW>REJECTED',
  'DRAFT>WITHDRAWN', 'SUBMITTED>WITHDRAWN', 'BASE_REVIEW>WITHDRAWN', 'COUNTY_REVIEW>WITHDRAWN', 'CITY_REVIEW>WITHDRAWN',
  'SUBMITTED>SUSPENDED', 'BASE_REVIEW>SUSPENDED', 'COUNTY_REVIEW>SUSPENDED', 'CITY_REVIEW>SUSPENDED',
  'SUSPENDED>SUBMITTED', 'SUSPENDED>BASE_REVIEW', 'SUSPENDED>COUNTY_REVIEW', 'SUSPENDED>CITY_REVIEW',
  'SUSPENDED>WITHDRAWN',
  'APPROVED>AWAITING_FUNDS', 'APPROVED>FUNDED', 'AWAITING_FUNDS>FUNDED', 'FUNDED>PAID', 'PAID>FUNDED',
  'PAID>FOLLOWED_UP', 'APPROVED>LAPSED', 'AWAITING_FUNDS>LAPSED', 'FUNDED>LAPSED']);

-- The version of the file at which the decision still stands: the one it was made on, or the one after a suspension in
-- which nothing else happened to the file.
alter table aid_application add column standing_version integer check (standing_version > 0);

create function applications_follow_their_file() returns trigger language plpgsql as $$
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
        else '档案已退出' || coalesce('（' || case f.exit_reason when 'AIDED' then '帮扶后脱困'
          when 'INCOME_ABOVE_LINE' then '收入高于低保边缘线' when 'MOVED' then '迁出本地' when 'DIED' then '户主去世' end
          || '）', '') || '，申请随之撤回' end as why
    from stepped s join case_file f on f.id = s.case_file_id join aid_application a on a.case_file_id = f.id
    where case when s.to_status in ('EXITED', 'REVOKED')
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
create trigger applications_follow_their_file after insert on case_file_step referencing new table as stepped
  for each statement execute function applications_follow_their_file();

-- What was put forward is not rewritten, nor the version at which it stands but by a suspension and its end.
drop trigger facts_stay on aid_application;
create trigger facts_stay before update on aid_application for each row
  when ((old.number, old.household_id, old.case_file_id, old.case_file_version, old.decision_sheet_id,
         old.put_forward_by, old.organization_path, old.head_index)
        is distinct from (new.number, new.household_id, new.case_file_id, new.case_file_version, new.decision_sheet_id,
         new.put_forward_by, new.organization_path, new.head_index)
    or (old.standing_version is distinct from new.standing_version and 'SUSPENDED' not in (old.status, new.status))
    or (old.grant_id is not null and (old.grant_id, old.approved_by, old.approved_at, old.amount_fen, old.snapshot)
        is distinct from (new.grant_id, new.approved_by, new.approved_at, new.amount_fen, new.snapshot)))
  execute function application_facts_stay();

-- An approval rests on the file as it was decided on.
create function application_file_unchanged() returns trigger language plpgsql as $$
begin
  if exists (select from decided d join before_it b using (id) join case_file f on f.id = d.case_file_id
             where d.status = 'APPROVED' and b.status <> d.status
               and f.version <> coalesce(d.standing_version, d.case_file_version)) then
    raise exception 'application_file_unchanged' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger file_unchanged after update on aid_application
  referencing old table as before_it new table as decided
  for each statement execute function application_file_unchanged();
