create function inflow_end(of_fund uuid) returns bigint language sql stable as $$
  select coalesce((select i.from_fen + i.amount_fen from fund_inflow i where i.fund_id = of_fund
    order by i.from_fen desc limit 1), 0)
$$;
