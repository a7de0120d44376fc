-- After a replay: how many facts there are, over all organisations.
create function count_facts() returns bigint language sql stable security definer set search_path = public as $$
  select count(*) from fact
$$;
