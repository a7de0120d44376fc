-- The earliest day on which a batch can be paid, and what it rests on: its approval, or the receipts it will be made of.
create function batch_rests_on(batch uuid) returns table (approved_on date, received_on date) language sql stable as $$
  select (b.approved_at at time zone 'Asia/Shanghai')::date, (
    select max(r.received_on) from disbursement_batch_part bp
    cross join lateral money_leaving(bp.fund_id, bp.amount_fen) m join receipt r on r.id = m.receipt_id
    where bp.batch_id = b.id)
  from disbursement_batch b where b.id = batch
$$;
