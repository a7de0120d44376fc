-- A printed number is looked up in the books of a whole city; the numbers' own keys begin with the book.
create index disbursement_batch_month_number_idx on disbursement_batch (month, number, organization_path);
create index allocation_month_number_idx on allocation (month, number, organization_path);
create index voucher_month_number_idx on voucher (month, number, organization_code);
