-- An approved grant, written once however often it is announced, with all events of its file since, and committed
-- or left waiting with what is missing.
create function commit_approved_grant(approved jsonb, at timestamptz, request text) returns text
language plpgsql as $$
declare
  g aid_grant;
  short bigint;
begin
  g := jsonb_populate_record(null::aid_grant, approved);
  g.book_path := coalesce(g.book_path, nearest_book(g.organization_path));
  g.status := 'AWAITING_FUNDS';
  perform lock_file(g.case_file_id);
  perform lock_book(g.book_path);
  insert into aid_grant select g.* on conflict do nothing;
  if not found then
    return (select status from aid_grant where id = g.id);
  end if;
  perform apply_news(told.news, at, g.id)
  from (select n as news from case_file_news n where n.case_file_id = g.case_file_id and n.told_at >= g.approved_at
    order by n.told_at, n.recorded_at) told;
  perform commit_queue(g.book_path, g.campaign_id, g.purpose, at, request);
  select status into strict g.status from aid_grant where id = g.id;
  if g.status = 'COMMITTED' then
    return g.status;
  end if;
  select least(g.amount_fen, sum(w.amount_fen) - coalesce((
      select sum(b.balance_fen - b.committed_fen) from fund f join fund_balance b on b.fund_id = f.id
      where f.organization_path = g.book_path and g.purpose = any (f.purposes)
        and (f.campaign_id is null or f.campaign_id = g.campaign_id)), 0)) into short
  from aid_grant w
  where w.book_path = g.book_path and w.status = 'AWAITING_FUNDS' and w.purpose = g.purpose
    and w.campaign_id is not distinct from g.campaign_id and (w.approved_at, w.id) <= (g.approved_at, g.id);
  update aid_grant set missing_fen = short where id = g.id;
  insert into outbox (event_id, topic, key, type, envelope)
  select e.id, 'funds', g.id::text, 'nuangong.grant-awaiting-funds.v1',
    grant_awaiting_funds_v1(e.id, g.organization_path, coalesce(access.staff(), g.approved_by_id), request, at,
      grant_id => g.id, application_id => g.application_id, amount_fen => g.amount_fen, missing_fen => short)
  from (select uuidv7() as id offset 0) e;
  return g.status;
end $$;

-- The book that pays an organisation's aid where its campaign names none: the nearest at or above it. A county and what
-- is above it always have one, a base union once it has opened a fund.
create function nearest_book(path text) returns text language sql stable as $$
  select book from unnest(access.at_or_above(path)) as book
  where book = access.book_of(path) or exists (select from fund f where f.organization_path = book)
  order by length(book) desc limit 1
$$;
