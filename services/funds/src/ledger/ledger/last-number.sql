create function last_number(book text, of_series text, in_month integer) returns integer language sql stable as $$
  select coalesce((select s.last_number from number_series s
    where s.organization_path = book and s.series = of_series and s.month = in_month), 0)
$$;
