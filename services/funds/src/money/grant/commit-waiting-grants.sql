-- When money comes in: every queue of the book, the longest waiting first.
create function commit_waiting_grants(book text, at timestamptz, request text) returns integer language plpgsql as $$
declare
  queue record;
  grants integer := 0;
begin
  perform lock_book(book);
  for queue in
    select campaign_id, purpose from aid_grant where book_path = book and status = 'AWAITING_FUNDS'
    group by campaign_id, purpose order by min(approved_at), purpose
  loop
    grants := grants + commit_queue(book, queue.campaign_id, queue.purpose, at, request);
  end loop;
  return grants;
end $$;
