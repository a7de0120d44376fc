create function add_inflow(book text, into_fund uuid, of_receipt uuid, amount bigint) returns void language sql as $$
  insert into fund_inflow (fund_id, from_fen, amount_fen, receipt_id, organization_path)
  values (into_fund, inflow_end(into_fund), amount, of_receipt, book)
$$;
