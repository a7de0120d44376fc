create function lock_file(file uuid) returns void language sql volatile as $$
  select pg_advisory_xact_lock(hashtextextended('file:' || file, 0))
$$;
