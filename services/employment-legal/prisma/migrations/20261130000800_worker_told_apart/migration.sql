-- The same worker is told apart by one reference in every instalment and claim. Those of before have one each.
alter table wage_claim_worker add column person_ref text not null default uuidv7()::text;
alter table wage_claim_worker alter column person_ref drop default;
