-- The funds service came to listen for campaigns; those opened before are told of once more. Whoever heard of them
-- already writes the same again.
insert into outbox (event_id, topic, key, type, envelope)
select event_id, 'case-records', c.id, 'nuangong.campaign-opened.v1', jsonb_build_object(
  'specversion', '1.0', 'id', event_id, 'type', 'nuangong.campaign-opened.v1', 'source', 'case-records', 'subject', c.id,
  'time', to_char(c.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'datacontenttype', 'application/json', 'organizationpath', c.organization_path,
  'requestid', 'migration', 'actor', c.opened_by,
  'data', jsonb_build_object(
    'campaignId', c.id, 'name', c.name,
    'organization', jsonb_build_object('id', c.organization_id, 'path', c.organization_path,
      'code', substring(c.organization_path from '([^/]+)/$'), 'name', c.organization_name),
    'from', c.starts_on, 'to', c.ends_on, 'policyPack', p.code,
    'standardFen', c.standard_fen::text, 'budgetFen', c.budget_fen::text))
from (select uuidv7() as event_id, * from campaign where status <> 'DRAFT') c
join policy_version v on v.id = c.policy_version_id
join policy p on p.id = v.policy_id;
