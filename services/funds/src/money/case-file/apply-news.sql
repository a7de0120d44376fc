-- Lets news reach the unpaid grants that were approved before it, or one of them.
create function apply_news(n case_file_news, at timestamptz, only_grant uuid default null) returns void
language plpgsql as $$
declare
  reached uuid[];
begin
  select array_agg(g.id) into reached from aid_grant g
  where g.case_file_id = n.case_file_id and g.approved_at <= n.told_at and (only_grant is null or g.id = only_grant)
    and g.status in ('AWAITING_FUNDS', 'COMMITTED', 'IN_BATCH');
  update aid_grant g set handlers = array(select unnest(g.handlers) union select unnest(n.staff_ids))
  where g.case_file_id = n.case_file_id and (only_grant is null or g.id = only_grant) and g.status <> 'RELEASED'
    and not g.handlers @> n.staff_ids;
  if n.kind in ('EXITED', 'RESUMED') then
    update grant_hold h set ended_at = at, outcome = n.kind
    where h.grant_id = any (reached) and h.cause = 'SUSPENDED' and h.ended_at is null;
  end if;
  if n.kind in ('EXITED', 'SUSPENDED') then
    insert into grant_hold (organization_path, grant_id, cause, news_id, held_at)
    select g.organization_path, g.id, n.kind, n.id, at from aid_grant g where g.id = any (reached)
    on conflict (grant_id, cause) where ended_at is null do nothing;
  end if;
  if n.kind = 'PAYEE_CORRECTED' then
    perform take_payee(n, reached, at);
  end if;
end $$;

create function take_payee(n case_file_news, grants uuid[], at timestamptz) returns void
language plpgsql as $$
begin
  update aid_grant g set payee_news_id = n.id, payee_name = n.payee_name,
    masked_identity_number = n.masked_identity_number, masked_bank_account = n.masked_bank_account
  where g.id = any (grants);
  update payment p set payee_news_id = n.id, payee_name = n.payee_name,
    masked_identity_number = n.masked_identity_number, masked_bank_account = n.masked_bank_account
  where p.grant_id = any (grants) and p.status = 'PENDING';
  update grant_hold h set ended_at = at, outcome = 'PAYEE_CORRECTED'
  where h.grant_id = any (grants) and h.cause = 'RETURNED' and h.ended_at is null;
end $$;
