-- Out of the superior's fund and into transit: sources and entry of an allocation just written.
create function send_allocation(sent uuid) returns uuid language plpgsql as $$
declare
  a allocation;
begin
  select * into strict a from allocation where id = sent;
  insert into allocation_source (allocation_id, receipt_id, organization_path, amount_fen)
  select a.id, m.receipt_id, a.organization_path, m.amount_fen from money_leaving(a.fund_id, a.amount_fen) m;
  return post_entry(a.organization_path, a.sent_on, '下拨 ' || a.to_organization_name, 'ALLOCATION_SENT', a.id,
    jsonb_build_array(
    jsonb_build_object('account', 'IN_TRANSIT', 'fund', a.fund_id, 'debit', a.amount_fen),
    jsonb_build_object('account', 'BANK', 'fund', a.fund_id, 'credit', a.amount_fen)));
end $$;
