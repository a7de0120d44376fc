-- A page of a batch counts its payments: by this index alone, the policy's column in it, not row by row.
create index payment_of_batch on payment (batch_id, organization_path);
