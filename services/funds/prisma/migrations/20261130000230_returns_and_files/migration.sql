-- The bank returned a payment (退汇): one says so with the bank's reference, and the head of finance confirms it before the
-- money counts as back and the grant is open again.
create table return_claim (
  id uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  book_path text collate "C" not null,
  payment_id uuid not null references payment,
  bank_reference text not null check (char_length(bank_reference) between 1 and 64),
  reason text not null check (char_length(reason) between 1 and 200),
  returned_on date not null,
  paid_by uuid not null,
  status text not null default 'WAITING' check (status in ('WAITING', 'CONFIRMED', 'REFUSED')),
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  answered_by uuid,
  answered_by_name text,
  answered_at timestamptz,
  answer text check (char_length(answer) between 1 and 500),
  constraint another_person_confirms check (answered_by <> recorded_by),
  constraint payer_confirms_no_return check (answered_by <> paid_by),
  check ((status = 'WAITING') = (answered_by is null) and (status = 'WAITING') = (answered_at is null)),
  check ((status = 'REFUSED') = (answer is not null))
);
create unique index return_reference_once on return_claim (book_path, bank_reference) where status <> 'REFUSED';
create unique index return_claimed_once on return_claim (payment_id) where status <> 'REFUSED';
create index on return_claim (payment_id);
create index return_waiting on return_claim (book_path) where status = 'WAITING';
call access.protect('return_claim');
create trigger never_deleted before delete on return_claim for each statement execute function access.refuse_change();
create trigger claimed_first before insert on return_claim for each row
  when (new.status <> 'WAITING') execute function refuse_transition();
create trigger answered_once before update on return_claim for each row
  when (old.status <> 'WAITING' or new.status = 'WAITING'
    or (old.id, old.organization_path, old.book_path, old.payment_id, old.bank_reference, old.reason, old.returned_on,
      old.paid_by, old.recorded_by, old.recorded_at)
      is distinct from (new.id, new.organization_path, new.book_path, new.payment_id, new.bank_reference, new.reason,
        new.returned_on, new.paid_by, new.recorded_by, new.recorded_at))
  execute function refuse_transition();

-- A return is of a payment that was made, not before it was made, and is confirmed by somebody who neither paid it nor
-- handled its household.
create function return_is_of_a_payment() returns trigger language plpgsql as $$
declare
  p payment;
begin
  select * into p from payment where id = new.payment_id;
  if p.status is distinct from 'PAID' or p.book_path <> new.book_path or p.organization_path <> new.organization_path then
    perform refuse_by_rule('return_is_of_a_payment', 'only a payment that was made can come back');
  end if;
  if new.returned_on < p.paid_on then
    perform refuse_by_rule('returned_after_paid', 'a payment does not come back before it was made');
  end if;
  if exists (select from aid_grant g where g.id = p.grant_id and g.handlers && array[new.recorded_by, new.answered_by]) then
    perform refuse_by_rule('handler_decides_nothing', 'whoever handled the household decides no step of its payment');
  end if;
  if not exists (select from disbursement_batch b where b.id = p.batch_id and b.paid_by = new.paid_by) then
    perform refuse_by_rule('return_is_of_a_payment', 'a return names who paid');
  end if;
  return new;
end $$;
create trigger return_is_of_a_payment before insert or update on return_claim
  for each row execute function return_is_of_a_payment();

alter table returned_payment add column claim_id uuid references return_claim;
create function returned_by_claim() returns trigger language plpgsql as $$
begin
  if not exists (select from return_claim c where c.id = new.claim_id and c.payment_id = new.payment_id
      and c.status = 'CONFIRMED') then
    perform refuse_by_rule('returned_by_claim', 'a return is confirmed before it counts');
  end if;
  return new;
end $$;
create trigger returned_by_claim before insert on returned_payment
  for each row execute function returned_by_claim();

-- Whoever approved a batch does not pay it, and it is not paid before it was approved.
alter table disbursement_batch add constraint payer_is_not_approver check (paid_by <> approved_by) not valid;
alter table disbursement_batch add constraint paid_after_approval
  check (paid_on >= (approved_at at time zone 'Asia/Shanghai')::date) not valid;

-- The earliest day on which a batch can be paid, and what it rests on: its approval, or the receipts it will be made of.
create function batch_rests_on(batch uuid) returns table (approved_on date, received_on date) language sql stable as $$
  select (b.approved_at at time zone 'Asia/Shanghai')::date, (
    select max(r.received_on) from disbursement_batch_part bp
    cross join lateral money_leaving(bp.fund_id, bp.amount_fen) m join receipt r on r.id = m.receipt_id
    where bp.batch_id = b.id)
  from disbursement_batch b where b.id = batch
$$;

drop function return_payment(uuid, text, date, uuid, timestamptz);
-- A return confirmed: its payment's entry reversed, the money back in its funds with its origin kept, the commitment
-- restored as the next attempt, the grant held until its account is corrected or confirmed. What was told of the file
-- while it was paid reaches the grant now. Returns the grant, or null where the claim does not wait.
create function return_payment(claimed uuid, confirmer uuid, confirmer_name text, at timestamptz) returns uuid
  language plpgsql as $$
declare
  c return_claim;
  p payment;
  restored uuid := uuidv7();
  reversal uuid;
  stretch payment_source;
  g aid_grant;
begin
  perform lock_book(q.book_path) from return_claim q where q.id = claimed;
  update return_claim set status = 'CONFIRMED', answered_by = confirmer, answered_by_name = confirmer_name, answered_at = at
  where id = claimed and status = 'WAITING' returning * into c;
  if not found then
    return null;
  end if;
  update payment set status = 'RETURNED' where id = c.payment_id returning * into strict p;
  reversal := post_entry(p.book_path, c.returned_on, '退汇 ' || c.reason, 'RETURNED_PAYMENT', p.id, (
    select jsonb_agg(jsonb_build_object('account', l.account_code, 'fund', l.fund_id, 'debit', l.credit_fen, 'credit',
      l.debit_fen)
      order by l.line_number)
    from journal_line l where l.entry_id = p.entry_id), p.entry_id);
  for stretch in select * from payment_source s where s.payment_id = p.id order by s.fund_id, s.receipt_id loop
    perform add_inflow(p.book_path, stretch.fund_id, stretch.receipt_id, stretch.amount_fen);
  end loop;
  insert into returned_payment (payment_id, organization_path, reason, returned_on, entry_id, recorded_by, recorded_at,
    claim_id)
  values (p.id, p.organization_path, c.reason, c.returned_on, reversal, c.recorded_by, at, c.id);
  insert into commitment (id, organization_path, grant_id, attempt, amount_fen, made_at)
  select restored, o.organization_path, o.grant_id, o.attempt + 1, o.amount_fen, at from commitment o
    where o.id = p.commitment_id;
  insert into commitment_part (commitment_id, fund_id, organization_path, fund_name, source, amount_fen)
  select restored, fund_id, organization_path, fund_name, source, amount_fen from commitment_part
    where commitment_id = p.commitment_id;
  update aid_grant set status = 'COMMITTED' where id = p.grant_id returning * into strict g;
  insert into grant_hold (organization_path, grant_id, cause, payment_id, held_at)
  values (g.organization_path, g.id, 'RETURNED', p.id, at);
  perform apply_news(told.news, at, g.id)
  from (select n as news from case_file_news n where n.case_file_id = g.case_file_id and n.told_at >= g.approved_at
      and (n.kind <> 'PAYEE_CORRECTED' or n.told_at > (select b.paid_at from disbursement_batch b where b.id = p.batch_id))
    order by n.told_at, n.recorded_at) told;
  return p.grant_id;
end $$;

-- Each time a payment file is made: by whom, what it was (the digest of its bytes) and what it said (of its rows), so that
-- one that was changed afterwards is known.
create table payment_file (
  id uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  batch_id uuid not null references disbursement_batch,
  format text not null check (format in ('xlsx', 'csv')),
  bank text not null,
  digest bytea not null check (length(digest) = 32),
  content_digest bytea not null check (length(content_digest) = 32),
  size integer not null check (size > 0),
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null
);
create index on payment_file (batch_id);
call access.protect('payment_file');
call access.append_only('payment_file');
