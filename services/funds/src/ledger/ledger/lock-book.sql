-- Funds, receipts and the ledger. Whoever changes a book's money first holds the book's lock until the transaction
-- ends.
-- A book is the accounts of one organisation of county level or above; base unions below it keep none of their own.
create function lock_book(book text) returns void language sql volatile as $$
  select pg_advisory_xact_lock(hashtextextended('book:' || book, 0))
$$;
