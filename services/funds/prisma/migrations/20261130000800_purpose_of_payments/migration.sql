-- The payment-made events of a batch, as packages/events makes them: with the grant's purpose, by which a
-- campaign's table knows its money.
create or replace function announce_payments(batch uuid, request text, at timestamptz) returns void
language sql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
  insert into outbox (event_id, topic, key, type, envelope)
  select e.event_id, 'funds', e.grant_id::text, 'nuangong.payment-made.v1',
    event_envelope(e.event_id, 'nuangong.payment-made.v1', e.grant_id, e.organization_path, e.paid_by, request, at,
      jsonb_build_object(
      'paymentId', e.payment_id, 'grantId', e.grant_id, 'applicationId', e.application_id, 'batchId', batch,
      'voucherId', e.voucher_id, 'voucherNumber', voucher_label(e.book_code, e.month, e.number),
      'householdId', e.household_id, 'caseFileId', e.case_file_id,
      'organization', jsonb_build_object('id', e.organization_id, 'path', e.organization_path, 'code',
        e.organization_code, 'name', e.organization_name),
      'campaignId', e.campaign_id, 'aidType', e.aid_type, 'mark', e.mark, 'amountFen', e.amount_fen::text, 'parts',
        e.parts,
      'migrantWorker', e.migrant_worker, 'modelWorker', e.model_worker, 'paidOn', e.paid_on, 'purpose', e.purpose))
  from (
    select uuidv7() as event_id, p.id as payment_id, p.voucher_id, p.paid_on, p.amount_fen, g.id as grant_id,
      g.application_id, g.household_id,
      g.case_file_id, g.organization_id, g.organization_path, g.organization_code, g.organization_name, g.campaign_id,
        g.aid_type, g.mark, g.purpose,
      g.migrant_worker, g.model_worker, v.number, v.month, v.organization_code as book_code, b.paid_by, (
        select jsonb_agg(jsonb_build_object('fundId', part.fund_id, 'source', part.source, 'amountFen',
          part.amount_fen::text))
        from commitment_part part where part.commitment_id = p.commitment_id) as parts
    from payment p join aid_grant g on g.id = p.grant_id join voucher v on v.id = p.voucher_id
      join disbursement_batch b on b.id = p.batch_id
    where p.batch_id = batch order by p.place
  ) e
$$;
