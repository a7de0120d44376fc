-- Withdraws undecided applications that moved with their organisation out of the scope of their campaign or policy: the
-- new county can neither see those nor pay under them, and puts the households forward again. Obligations to correct
-- the applications end too.
create function withdraw_applications_left_behind(former text) returns void language sql as $$
  with left_behind as materialized (
    select a.id, a.status, a.organization_path, greatest(now(), a.put_forward_at) as at
    from aid_application a join eligibility_decision s on s.id = a.eligibility_decision_id
    join policy_version v on v.id = s.policy_version_id left join campaign c on c.id = a.campaign_id
    where a.organization_path ^@ access.present_path(former)
      and a.status in ('DRAFT', 'SUBMITTED', 'BASE_REVIEW', 'COUNTY_REVIEW', 'CITY_REVIEW', 'RETURNED', 'SUSPENDED')
      and not (a.organization_path ^@ v.organization_path
        and a.organization_path ^@ coalesce(c.organization_path, v.organization_path))
  ), withdrawn as (
    update aid_application a set status = 'WITHDRAWN', opinion = '单位已划转，原上级的活动或政策不再适用，申请随之撤回'
    from left_behind b where a.id = b.id
    returning a.id, a.opinion
  ), ended as (
    update obligation o set status = 'LAPSED', ended_at = b.at, next_on = null, lapse_reason = 'RECORD_ENDED'
    from left_behind b where o.kind = 'APPLICATION_RETURNED' and o.record_id = b.id and o.status = 'OPEN'
  )
  insert into application_step (application_id, organization_path, from_status, to_status, at, staff_id, staff_name,
    opinion)
  select b.id, b.organization_path, b.status, 'WITHDRAWN', b.at, access.staff(), '系统', w.opinion
  from left_behind b join withdrawn w using (id)
$$;
