-- How a source of money reads on a voucher.
create function source_name(source text) returns text language sql immutable
  return case source when 'CENTRAL_FISCAL' then '中央财政' when 'PROVINCIAL_FISCAL' then '省级财政' when 'LOCAL_FISCAL'
    then '地方财政'
    when 'UNION' then '工会经费' when 'DONATION' then '社会捐助' else '其他' end;
