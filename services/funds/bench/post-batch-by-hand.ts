/**
 * Everything that paying a batch writes, as one hand-written statement: marks the batch with its payments, grants and
 * commitments, and writes a numbered entry with its lines, a numbered voucher and a traced source for each payment, and
 * an event in the outbox. The tables' own rules (numbers used, balances of funds) apply as they do for the service. The
 * outer statement settles commitments, so that their money is free before the entries take it.
 *
 * $1 the batch, $2 the day, $3 and $4 the payer's id and name, $5 the moment.
 */
export const postBatchByHand = `
with batch as (
  select d.*, last_number(d.organization_path, 'ENTRY', month_of($2::date)) as last_entry,
    last_number(d.organization_path, 'VOUCHER', month_of($2::date)) as last_voucher
  from disbursement_batch d where d.id = $1::uuid and d.status = 'APPROVED'
), paid as (
  select p.id, p.place, p.entry_id, p.voucher_id, p.commitment_id, p.amount_fen, p.household_id, g.id as grant_id,
    g.payee_name, g.purpose,
    g.campaign_id, g.application_id, g.case_file_id, g.organization_path as grant_path, g.organization_id,
      g.organization_code,
    g.organization_name, g.aid_type, g.mark, g.migrant_worker, g.model_worker, g.approved_by_name as approver,
      batch.organization_path,
    batch.organization_code as book_code, batch.organization_name as book_name, batch.prepared_by_name, batch.approved_by_name, batch.last_entry,
      batch.last_voucher
  from batch join payment p on p.batch_id = batch.id join aid_grant g on g.id = p.grant_id
), part as (
  select paid.id as payment_id, paid.place, paid.entry_id, paid.campaign_id, paid.organization_path, c.fund_id,
    c.fund_name, c.source, c.amount_fen,
    row_number() over (partition by paid.id order by c.fund_id) as position,
    sum(c.amount_fen) over (partition by c.fund_id order by paid.place) as to_fen
  from paid join commitment_part c on c.commitment_id = paid.commitment_id
), parts as (
  select payment_id, jsonb_agg(jsonb_build_object('fundId', fund_id, 'source', source, 'amountFen',
    amount_fen::text)) as parts,
    string_agg(fund_name || '（' || source || '，' || trim(to_char(amount_fen / 100.0, '999999999990.00')) || '元）', '；'
      order by fund_id) as words
  from part group by payment_id
), marked as (
  update disbursement_batch d set status = 'PAID', paid_by = $3::uuid, paid_by_name = $4::text, paid_at =
    $5::timestamptz, paid_on = $2::date
  from batch where d.id = batch.id
), spent as materialized (
  select b.fund_id, inflow_end(b.fund_id) - b.balance_fen as left_fen from fund_balance b
  where b.fund_id in (select bp.fund_id from disbursement_batch_part bp where bp.batch_id = $1::uuid)
), stretch as (
  select part.*, spent.left_fen + part.to_fen - part.amount_fen as from_fen, spent.left_fen + part.to_fen as end_fen
  from part join spent on spent.fund_id = part.fund_id
), traced as (
  insert into payment_source (payment_id, fund_id, receipt_id, organization_path, amount_fen)
  select stretch.payment_id, stretch.fund_id, i.receipt_id, stretch.organization_path,
    sum(least(stretch.end_fen, i.from_fen + i.amount_fen) - greatest(stretch.from_fen, i.from_fen))
  from stretch
  join fund_inflow i on i.fund_id = stretch.fund_id and i.from_fen < stretch.end_fen and i.from_fen + i.amount_fen >
    stretch.from_fen
  group by stretch.payment_id, stretch.fund_id, i.receipt_id, stretch.organization_path
), entered as (
  insert into journal_entry (id, organization_path, number, business_date, memo, origin_type, origin_id)
  select entry_id, organization_path, last_entry + place, $2::date, '发放 ' || payee_name || ' ' || purpose, 'PAYMENT',
    id from paid order by place
), lined as (
  insert into journal_line (entry_id, line_number, organization_path, account_code, fund_id, debit_fen, credit_fen)
  select entry_id, 2 * position - 2 + side, organization_path,
    case when side = 2 then '102' when campaign_id is null then '50304' else '50305' end, fund_id,
    case side when 1 then amount_fen else 0 end, case side when 2 then amount_fen else 0 end
  from part cross join (values (1), (2)) as sides(side)
), vouched as (
  insert into voucher (id, organization_path, book_path, organization_code, organization_name, number, payment_id,
    grant_id, batch_id, amount_fen, fund_and_source, handler, checker, approver, issued_on)
  select voucher_id, grant_path, organization_path, book_code, book_name, last_voucher + place, id, grant_id, $1::uuid, amount_fen,
    parts.words, prepared_by_name,
    approved_by_name, approver, $2::date
  from paid join parts on parts.payment_id = paid.id order by place
), announced as (
  insert into outbox (event_id, topic, key, type, envelope)
  select event_id, 'funds', grant_id::text, 'nuangong.payment-made.v1', jsonb_build_object('specversion', '1.0',
    'id', event_id,
    'type', 'nuangong.payment-made.v1', 'source', 'funds', 'subject', grant_id, 'time', to_char($5::timestamptz at
      time zone 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'datacontenttype', 'application/json', 'organizationpath', grant_path,
      'requestid', 'bench',
    'actor', $3::uuid, 'data', jsonb_build_object('paymentId', id, 'grantId', grant_id, 'applicationId',
      application_id, 'batchId', $1::uuid,
    'voucherId', voucher_id, 'voucherNumber', voucher_label(book_code, month_of($2::date), last_voucher + place),
    'householdId', household_id, 'caseFileId', case_file_id, 'organization', jsonb_build_object('id',
      organization_id, 'path', grant_path,
    'code', organization_code, 'name', organization_name), 'campaignId', campaign_id, 'aidType', aid_type, 'mark',
      mark,
    'amountFen', amount_fen::text, 'parts', parts, 'migrantWorker', migrant_worker, 'modelWorker', model_worker,
      'paidOn', $2::date, 'purpose', purpose))
  from (select uuidv7() as event_id, paid.*, parts.parts from paid join parts on parts.payment_id = paid.id order by
    paid.place) as event
), payments as (
  update payment p set status = 'PAID', paid_on = $2::date from batch where p.batch_id = batch.id
), grants as (
  update aid_grant g set status = 'PAID' from paid where g.id = paid.grant_id
)
update commitment c set status = 'CONSUMED' from paid where c.id = paid.commitment_id`;
