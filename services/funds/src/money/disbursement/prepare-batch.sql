create function batch_label(month integer, number integer) returns text language sql immutable
  return 'FF-' || month || '-' || lpad(number::text, greatest(3, length(number::text)), '0');

-- Planner settings as in post-batch.sql: a plan made while the tables were small never reads the grown ones whole.
-- Collects committed grants of one campaign (or those named) of the book into a new batch; null where there are none. What
-- is held, and what the maker handled, is left out.
create function prepare_batch(book jsonb, of_campaign uuid, only_grants uuid[], maker uuid, maker_name text,
  on_date date, at timestamptz)
returns uuid language plpgsql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
declare
  path text := book ->> 'path';
  batch uuid := uuidv7();
  next_number integer;
  chosen uuid[];
begin
  perform lock_book(path);
  select array_agg(g.id order by g.approved_at, g.worksheet_row, g.id) into chosen from aid_grant g
  where g.book_path = path and g.status = 'COMMITTED' and (only_grants is null or g.id = any (only_grants))
    and g.campaign_id is not distinct from of_campaign and not maker = any (g.handlers)
    and not exists (select from grant_hold h where h.grant_id = g.id and h.ended_at is null);
  if chosen is null then
    return null;
  end if;
  next_number := last_number(path, 'BATCH', month_of(on_date)) + 1;
  insert into disbursement_batch (id, organization_path, organization_id, organization_code, organization_name,
    number, campaign_id,
    total_fen, payment_count, prepared_by, prepared_by_name, prepared_at, prepared_on)
  select batch, path, (book ->> 'id')::uuid, book ->> 'code', book ->> 'name', next_number, of_campaign,
    sum(g.amount_fen), count(*), maker, maker_name, at, on_date
  from aid_grant g where g.id = any (chosen);
  insert into payment (organization_path, book_path, batch_id, batch_number, place, grant_id, commitment_id,
    household_id, amount_fen, payee_news_id, payee_name, masked_identity_number, masked_bank_account)
  select g.organization_path, path, batch, batch_label(month_of(on_date), next_number), chosen.place, g.id, c.id,
    g.household_id, g.amount_fen, g.payee_news_id, g.payee_name, g.masked_identity_number, g.masked_bank_account
  from unnest(chosen) with ordinality as chosen(id, place) join aid_grant g on g.id = chosen.id
  join commitment c on c.grant_id = g.id and c.status = 'HELD'
  order by chosen.place;
  insert into disbursement_batch_part (batch_id, fund_id, organization_path, fund_name, source, amount_fen)
  select batch, part.fund_id, path, part.fund_name, part.source, sum(part.amount_fen)
  from payment p join commitment_part part on part.commitment_id = p.commitment_id
  where p.batch_id = batch group by part.fund_id, part.fund_name, part.source;
  update aid_grant set status = 'IN_BATCH' where id = any (chosen);
  return batch;
end $$;
