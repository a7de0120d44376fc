-- Takes the next `wanted` numbers of a county's year and returns the first; the counter stays locked until commit.
create function take_case_file_numbers(county text, of_year integer, wanted integer) returns integer
language sql security definer set search_path = public, pg_temp as $$
  insert into case_file_counter as c (county_code, year, last) values (county, of_year, wanted)
  on conflict (county_code, year) do update set last = c.last + wanted
  returning last - wanted + 1
$$;
