-- Writes one entry with its lines: [{account, fund, debit, credit}], in fen; an account by what it is for, or its code.
create function post_entry(book text, on_date date, memo text, origin_type text, origin_id uuid, lines jsonb,
  reverses uuid default null)
returns uuid language plpgsql as $$
declare
  entry uuid;
begin
  perform lock_book(book);
  insert into journal_entry (organization_path, number, business_date, memo, origin_type, origin_id, reverses)
  values (book, last_number(book, 'ENTRY', month_of(on_date)) + 1, on_date, memo, origin_type, origin_id, reverses)
  returning id into entry;
  insert into journal_line (entry_id, line_number, organization_path, account_code, fund_id, debit_fen, credit_fen)
  select entry, row_number() over (order by place), book, coalesce(line ->> 'code', account_code(line ->> 'account')), (line ->> 'fund')::uuid,
    coalesce((line ->> 'debit')::bigint, 0), coalesce((line ->> 'credit')::bigint, 0)
  from jsonb_array_elements(lines) with ordinality as given(line, place);
  return entry;
end $$;
