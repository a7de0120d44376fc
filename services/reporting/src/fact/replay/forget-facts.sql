-- Before a replay: deletes every fact and the consumer's list of handled events; returns how many facts there were.
-- Readers see the old facts until commit.
create function forget_facts(forgetful_consumer text) returns bigint language plpgsql security definer
  set search_path = public as $$
declare
  forgotten bigint;
begin
  delete from fact;
  get diagnostics forgotten = row_count;
  delete from inbox where consumer = forgetful_consumer;
  delete from dead_letter where consumer = forgetful_consumer;
  return forgotten;
end $$;
