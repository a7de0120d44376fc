-- Planner settings as in post-batch.sql: a plan made while the queue was short never reads the tables whole for a long one.
-- Commits what waits for one purpose strictly in the order of approval, as far as the money goes: the
-- grants laid end to end against the permitted funds laid end to end by priority; what overlaps are the parts.
create function commit_queue(book text, of_campaign uuid, for_purpose text, at timestamptz,
  request text) returns integer
language plpgsql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
declare
  grants integer;
begin
  with permitted as (
    select f.id, f.name, f.source, sum(b.balance_fen - b.committed_fen) over inorder -
      (b.balance_fen - b.committed_fen) as from_fen,
      sum(b.balance_fen - b.committed_fen) over inorder as to_fen
    from fund f join fund_balance b on b.fund_id = f.id
    where f.organization_path = book and b.balance_fen > b.committed_fen and for_purpose = any (f.purposes)
      and (f.campaign_id is null or f.campaign_id = of_campaign)
    window inorder as (order by f.priority, f.id)
  ), waiting as (
    select g.id, g.organization_path, g.application_id, g.approved_by_id, g.amount_fen,
      sum(g.amount_fen) over inorder - g.amount_fen as from_fen, sum(g.amount_fen) over inorder as to_fen
    from aid_grant g
    where g.book_path = book and g.status = 'AWAITING_FUNDS' and g.purpose = for_purpose
      and g.campaign_id is not distinct from of_campaign
    window inorder as (order by g.approved_at, g.id)
  ), covered as (
    select w.*, uuidv7() as commitment_id, uuidv7() as event_id, (
      select jsonb_agg(jsonb_build_object('fundId', p.id, 'source', p.source,
        'amountFen', (least(w.to_fen, p.to_fen) - greatest(w.from_fen, p.from_fen))::text))
      from permitted p where p.from_fen < w.to_fen and p.to_fen > w.from_fen) as parts
    from waiting w where w.to_fen <= (select max(to_fen) from permitted)
  ), made as (
    insert into commitment (id, organization_path, grant_id, attempt, amount_fen, made_at)
    select c.commitment_id, c.organization_path, c.id, 1 + (select count(*) from commitment earlier where earlier.grant_id = c.id),
      c.amount_fen, at
    from covered c
  ), parted as (
    insert into commitment_part (commitment_id, fund_id, organization_path, fund_name, source, amount_fen)
    select c.commitment_id, p.id, c.organization_path, p.name, p.source, least(c.to_fen, p.to_fen) - greatest(c.from_fen, p.from_fen)
    from covered c join permitted p on p.from_fen < c.to_fen and p.to_fen > c.from_fen
  ), announced as (
    insert into outbox (event_id, topic, key, type, envelope)
    select c.event_id, 'funds', c.id::text, 'nuangong.grant-committed.v1',
      grant_committed_v1(c.event_id, c.organization_path, coalesce(access.staff(), c.approved_by_id), request, at,
        grant_id => c.id, application_id => c.application_id, amount_fen => c.amount_fen, parts => c.parts)
    from covered c order by c.to_fen
  )
  update aid_grant g set status = 'COMMITTED', missing_fen = null from covered c where g.id = c.id;
  get diagnostics grants = row_count;
  return grants;
end $$;
