-- What the bank says of a return and what is answered to it, why a batch is sent back, why a finding is right nevertheless:
-- sealed as all that is written of a household.
comment on column disbursement_batch.return_reason is 'sealed; row: id; organization: organization_path';
comment on column return_claim.reason is 'sealed; row: id; organization: organization_path';
comment on column return_claim.answer is 'sealed; row: id; organization: organization_path';
comment on column return_claim.date_reason is 'sealed; row: id; organization: organization_path';
alter table disbursement_batch
  add constraint disbursement_batch_return_reason_is_sealed check (return_reason ~ '^v[12][.]');
alter table return_claim
  drop constraint return_claim_reason_check,
  drop constraint return_claim_answer_check,
  drop constraint return_claim_date_reason_check,
  add constraint return_claim_reason_is_sealed check (reason ~ '^v[12][.]'),
  add constraint return_claim_answer_is_sealed check (answer ~ '^v[12][.]'),
  add constraint return_claim_date_reason_is_sealed check (date_reason ~ '^v[12][.]');

-- A sealed text is bound to its row.
alter table batch_answer
  add column id uuid not null default uuidv7(),
  drop constraint batch_answer_pkey,
  drop constraint batch_answer_reason_check,
  add primary key (id),
  add constraint batch_answer_once unique (batch_id, finding),
  add constraint batch_answer_reason_is_sealed check (reason ~ '^v[12][.]');
comment on column batch_answer.reason is 'sealed; row: id; organization: organization_path';

-- The bank's words stand with the claim alone.
alter table returned_payment drop column reason, alter column claim_id set not null;

-- What was written stays; who sees every organisation's rows (the owner, never a service) may seal its words anew.
create function only_sealed_anew() returns trigger language plpgsql as $$
begin
  if row_security_active(tg_relid) or to_jsonb(old) - tg_argv is distinct from to_jsonb(new) - tg_argv then
    perform refuse_by_rule('legal_transition', format('%s may not change in this way', tg_table_name));
  end if;
  return new;
end $$;
drop trigger answered_once on grant_decision;
create trigger answered_once before update on grant_decision for each row
  when (old.status <> 'PROPOSED' or new.status = 'PROPOSED'
    or (old.id, old.organization_path, old.grant_id, old.kind, old.reason, old.about, old.proposed_by, old.proposed_at)
      is distinct from (new.id, new.organization_path, new.grant_id, new.kind, new.reason, new.about, new.proposed_by,
        new.proposed_at))
  execute function only_sealed_anew('reason', 'answer');
drop function refuse_decision_change();
-- The month follows from another column, after this trigger.
drop trigger legal_transition on disbursement_batch;
create trigger legal_transition before update on disbursement_batch for each row
  when ((old.status, new.status) not in (('PREPARED', 'APPROVED'), ('APPROVED', 'PAID'), ('PREPARED', 'RETURNED'),
    ('APPROVED', 'RETURNED'))
    or (old.id, old.organization_path, old.total_fen, old.payment_count, old.prepared_by, old.number, old.campaign_id)
      is distinct from (new.id, new.organization_path, new.total_fen, new.payment_count, new.prepared_by, new.number,
        new.campaign_id)
    or (old.approved_by is not null and old.approved_by is distinct from new.approved_by))
  execute function only_sealed_anew('return_reason', 'month');
drop trigger return_claim_reason_stays on return_claim;
drop trigger answered_once on return_claim;
create trigger answered_once before update on return_claim for each row
  when (old.status <> 'WAITING' or new.status = 'WAITING'
    or (old.id, old.organization_path, old.book_path, old.payment_id, old.bank_reference, old.reason, old.returned_on,
      old.date_reason, old.paid_by, old.recorded_by, old.recorded_at)
      is distinct from (new.id, new.organization_path, new.book_path, new.payment_id, new.bank_reference, new.reason,
        new.returned_on, new.date_reason, new.paid_by, new.recorded_by, new.recorded_at))
  execute function only_sealed_anew('reason', 'answer', 'date_reason');
drop trigger return_is_of_a_payment on return_claim;
create trigger return_is_of_a_payment before insert on return_claim
  for each row execute function return_is_of_a_payment();
create trigger return_is_of_a_payment_answered before update on return_claim
  for each row when (old.status <> new.status) execute function return_is_of_a_payment();
drop trigger append_only on batch_answer;
create trigger append_only before delete on batch_answer for each statement execute function access.refuse_change();
create trigger only_sealed_anew before update on batch_answer
  for each row execute function only_sealed_anew('reason');

create or replace function return_payment(claimed uuid, confirmer uuid, confirmer_name text, at timestamptz) returns uuid
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
  reversal := post_entry(p.book_path, c.returned_on, '退汇 ' || c.bank_reference, 'RETURNED_PAYMENT', p.id, (
    select jsonb_agg(jsonb_build_object('account', l.account_code, 'fund', l.fund_id, 'debit', l.credit_fen, 'credit',
      l.debit_fen)
      order by l.line_number)
    from journal_line l where l.entry_id = p.entry_id), p.entry_id);
  for stretch in select * from payment_source s where s.payment_id = p.id order by s.fund_id, s.receipt_id loop
    perform add_inflow(p.book_path, stretch.fund_id, stretch.receipt_id, stretch.amount_fen);
  end loop;
  insert into returned_payment (payment_id, organization_path, returned_on, entry_id, recorded_by, recorded_at, claim_id)
  values (p.id, p.organization_path, c.returned_on, reversal, c.recorded_by, at, c.id);
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
