-- Takes the next money of a fund: the stretches it is made of. Called before the ledger lowers the balance.
create function money_leaving(of_fund uuid, amount bigint) returns table (receipt_id uuid, amount_fen bigint)
language sql stable as $$
  with leaving as (
    select inflow_end(of_fund) - b.balance_fen as from_fen, inflow_end(of_fund) - b.balance_fen + amount as to_fen
    from fund_balance b where b.fund_id = of_fund
  )
  select i.receipt_id, sum(least(i.from_fen + i.amount_fen, l.to_fen) - greatest(i.from_fen, l.from_fen))::bigint
  from leaving l join fund_inflow i on i.fund_id = of_fund and i.from_fen < l.to_fen
    and i.from_fen + i.amount_fen > l.from_fen
  group by i.receipt_id
$$;
