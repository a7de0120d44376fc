-- Quotas of the counties and the budget of a campaign are held when a list is put forward, by all that stands, and when it
-- is approved, by all that is granted; by two at once too.

create index application_of_campaign on aid_application (campaign_id, organization_path) include (status, amount_fen);

-- The functions below run as the owner of the tables, who sees the campaign's applications of the whole city.
do $$ begin
  execute format('create policy quotas_owner on campaign_quota for select to %I using (true)', current_user);
  execute format('create policy quotas_owner on campaign for select to %I using (true)', current_user);
end $$;

create function application_uses_quota(status text, measure text) returns boolean language sql immutable parallel safe
return case measure when 'GRANTED' then status in ('APPROVED', 'AWAITING_FUNDS', 'FUNDED', 'PAID', 'FOLLOWED_UP')
  else status not in ('RETURNED', 'REJECTED', 'WITHDRAWN', 'LAPSED') end;

-- What is used of each quota, and of each campaign's budget: a row without a county, for whose households there is no quota.
create function quota_use(campaigns uuid[], measure text)
returns table (campaign_id uuid, county_path text, name text, by_quota boolean, households integer, budget_fen bigint,
  used_households integer, used_fen bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  with used as materialized (
    select a.campaign_id, a.organization_path, count(*)::int as households, sum(a.amount_fen) as amount_fen
    from aid_application a
    where a.campaign_id = any(campaigns) and application_uses_quota(a.status, measure)
    group by a.campaign_id, a.organization_path
  )
  select q.campaign_id, q.county_path, q.county_name, true, q.households, q.budget_fen,
    coalesce(sum(u.households), 0)::int, coalesce(sum(u.amount_fen), 0)::bigint
  from campaign_quota q left join used u on u.campaign_id = q.campaign_id and starts_with(u.organization_path, q.county_path)
  where q.campaign_id = any(campaigns)
  group by q.campaign_id, q.county_id
  union all
  select c.id, null, c.name, exists (select from campaign_quota q where q.campaign_id = c.id), null, c.budget_fen,
    coalesce(sum(u.households), 0)::int, coalesce(sum(u.amount_fen), 0)::bigint
  from campaign c left join used u on u.campaign_id = c.id
  where c.id = any(campaigns)
  group by c.id
$$;
revoke execute on function quota_use(uuid[], text) from public;

create function hold_campaigns(campaigns uuid[]) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('quotas of campaign ' || c, 0))
  from (select distinct c from unnest(campaigns) as c where c is not null order by c) as ordered(c)
$$;

-- The same of the quotas that the actor's organisation has to do with, held until the transaction ends.
create function held_quota_use(campaigns uuid[], measure text)
returns table (campaign_id uuid, county_path text, name text, by_quota boolean, households integer, budget_fen bigint,
  used_households integer, used_fen bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform hold_campaigns(campaigns);
  return query select u.* from quota_use(campaigns, measure) u
    where u.county_path is null or starts_with(u.county_path, access.scope())
      or starts_with(access.scope(), u.county_path)
    order by u.campaign_id, length(u.county_path) desc nulls last, u.county_path;
end $$;

create function application_quota_is_held() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  measure text := tg_argv[0];
  campaigns uuid[];
begin
  if measure = 'STANDING' then
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
create trigger quota_is_held_by_what_stands after insert on aid_application referencing new table as taking
  for each statement execute function application_quota_is_held('STANDING');
create trigger quota_is_held_by_what_is_granted after update on aid_application
  referencing old table as before_it new table as taking
  for each statement execute function application_quota_is_held('GRANTED');
