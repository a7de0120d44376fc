-- Which columns hold sealed texts, as the rotation of keys reads it.
comment on column legal_case.sealed_content is 'sealed; row: id; organization: organization_path';
comment on column wage_claim_worker.sealed_identity_number is 'sealed; row: id; organization: organization_path';

-- Nothing but sealed texts, of the present form or the first.
alter table legal_case drop constraint legal_case_sealed_content_check;
alter table legal_case add constraint legal_case_content_is_sealed check (sealed_content ~ '^v[12][.]');
alter table wage_claim_worker drop constraint wage_claim_worker_sealed_identity_number_check;
alter table wage_claim_worker add constraint wage_claim_worker_identity_number_is_sealed
  check (sealed_identity_number ~ '^v[12][.]');
