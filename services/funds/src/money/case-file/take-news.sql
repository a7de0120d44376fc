-- Stores an event of a file once, however often it is delivered, and applies it to the file's grants.
create function take_news(told jsonb, at timestamptz) returns void language plpgsql as $$
declare
  n case_file_news;
begin
  n := jsonb_populate_record(null::case_file_news, told || jsonb_build_object('recorded_at', clock_timestamp()));
  perform lock_file(n.case_file_id);
  perform lock_book(book)
  from (select distinct book_path as book from aid_grant where case_file_id = n.case_file_id order by 1) books;
  insert into case_file_news select n.* on conflict do nothing;
  if found then
    perform apply_news(n, at);
  end if;
end $$;
