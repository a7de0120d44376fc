-- The ledger names a return by the bank's reference, not by the bank's words of a person.
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
  reversal := post_entry(p.book_path, c.returned_on, '退汇 ' || c.bank_reference, 'RETURNED_PAYMENT', p.id, (
    select jsonb_agg(jsonb_build_object('code', l.account_code, 'fund', l.fund_id, 'debit', l.credit_fen, 'credit',
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
