-- As quota_use, limited to quotas within or above the actor's scope; locks the campaigns until the transaction ends.
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
