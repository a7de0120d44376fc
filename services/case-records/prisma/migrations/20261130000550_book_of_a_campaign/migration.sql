-- A campaign may name whose book pays its aid, its own organisation's or one's below; null is the book nearest to each
-- household's organisation.
alter table campaign add column book_id uuid, add column book_path text collate "C", add column book_name text,
  add constraint campaign_book_is_whole check (num_nulls(book_id, book_path, book_name) in (0, 3)),
  add constraint campaign_book_is_within check (book_path ^@ organization_path);
