-- The superior's side of receiving, which the subordinate cannot see: out of transit into subsidies to subordinates.
-- Narrow on purpose: one allocation in transit to an organisation within the caller's own scope, once.
create function settle_allocation(arrived uuid, on_date date, receiver uuid) returns boolean
language plpgsql security definer set search_path = public, access, pg_temp as $$
declare
  a allocation;
  caller_scope text := access.scope();
begin
  select * into a from allocation where id = arrived and to_organization_path ^@ caller_scope
    and status = 'IN_TRANSIT' for update;
  if not found then
    return false;
  end if;
  update allocation set status = 'RECEIVED', received_on = on_date, received_by = receiver where id = arrived;
  perform set_config('nuangong.scope', a.organization_path, true);
  perform post_entry(a.organization_path, on_date, '下拨到账 ' || a.to_organization_name, 'ALLOCATION_RECEIVED', a.id,
    jsonb_build_array(
    jsonb_build_object('account', 'TO_SUBORDINATES', 'fund', a.fund_id, 'debit', a.amount_fen),
    jsonb_build_object('account', 'IN_TRANSIT', 'fund', a.fund_id, 'credit', a.amount_fen)));
  perform set_config('nuangong.scope', caller_scope, true);
  return true;
end $$;
