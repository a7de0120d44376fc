-- Funds, receipts and the ledger. A change of a book's money first takes the book's lock, held until the transaction
-- ends. A book is the accounts of one organisation of county level or above; base unions below it have none.
create function lock_book(book text) returns void language sql volatile as $$
  select pg_advisory_xact_lock(hashtextextended('book:' || book, 0))
$$;
