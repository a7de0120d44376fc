import type { RunSql } from '@nuangong/database';

/** The progress of one county's households in a campaign; each count includes those that went further. */
export interface CampaignFunnelRow {
  readonly campaignId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly registered: number;
  readonly submitted: number;
  readonly posted: number;
  readonly active: number;
  readonly putForward: number;
  readonly approved: number;
  readonly funded: number;
  readonly paid: number;
}

/** The funnels of campaigns for every county with a quota that the actor sees; one statement for all counties. */
export function loadCampaignFunnels(
  run: RunSql,
  campaignIds: readonly string[],
): Promise<readonly CampaignFunnelRow[]> {
  return run<CampaignFunnelRow>(funnelStatement, [...campaignIds]);
}

/**
 * Exited and revoked files are left out; a suspended file counts as active. A county's counts cover its whole subtree.
 */
const funnelStatement = `
  with quota as (
    select q.*, q.county_path as first, left(q.county_path, -1) || '0' as beyond
    from campaign_quota q
    where q.campaign_id = any($1::uuid[])
      and (starts_with(q.county_path, access.scope()) or starts_with(access.scope(), q.county_path))
  ), county as (
    select distinct first, beyond from quota
  ), household_count as (
    select c.first as county, count(*)::int as registered
    from county c join household h on h.organization_path >= c.first and h.organization_path < c.beyond
    where h.live group by 1
  ), file_count as (
    select c.first as county,
      count(*) filter (where status not in ('DRAFT', 'RETURNED', 'REJECTED', 'EXITED', 'REVOKED'))::int as submitted,
      count(*) filter (where status in ('POSTED', 'ACTIVE', 'SUSPENDED'))::int as posted,
      count(*) filter (where status in ('ACTIVE', 'SUSPENDED'))::int as active
    from county c join case_file f on f.organization_path >= c.first and f.organization_path < c.beyond group by 1
  ), application_count as (
    select q.campaign_id, q.first as county,
      count(*) filter (where status not in ('RETURNED', 'WITHDRAWN', 'LAPSED'))::int as put_forward,
      count(*) filter (where grant_id is not null and status <> 'LAPSED')::int as approved,
      count(*) filter (where status in ('FUNDED', 'PAID', 'FOLLOWED_UP'))::int as funded,
      count(*) filter (where status in ('PAID', 'FOLLOWED_UP'))::int as paid
    from quota q join aid_application a on a.campaign_id = q.campaign_id
      and a.organization_path >= q.first and a.organization_path < q.beyond
    group by 1, 2
  )
  select q.campaign_id::text as "campaignId", q.county_id::text as "organizationId",
    q.county_name as "organizationName",
    coalesce(h.registered, 0) as registered, coalesce(f.submitted, 0) as submitted, coalesce(f.posted, 0) as posted,
    coalesce(f.active, 0) as active, coalesce(a.put_forward, 0) as "putForward", coalesce(a.approved, 0) as approved,
    coalesce(a.funded, 0) as funded, coalesce(a.paid, 0) as paid
  from quota q
  left join household_count h on h.county = q.first
  left join file_count f on f.county = q.first
  left join application_count a on a.campaign_id = q.campaign_id and a.county = q.first
  order by q.campaign_id, q.county_path`;
