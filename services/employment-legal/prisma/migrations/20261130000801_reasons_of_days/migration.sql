-- Why a day of long ago, or of before what it rests on, is right: kept with what happened that day.
alter table legal_case add column date_reason text check (length(date_reason) between 1 and 500);
alter table wage_claim add column date_reason text check (length(date_reason) between 1 and 500);
alter table wage_recovery add column date_reason text check (length(date_reason) between 1 and 500);
alter table vacancy add column date_reason text check (length(date_reason) between 1 and 500);
alter table referral add column date_reason text check (length(date_reason) between 1 and 500);
alter table placement add column date_reason text check (length(date_reason) between 1 and 500);
alter table training_attendance add column date_reason text check (length(date_reason) between 1 and 500);
alter table legal_case add column closing_date_reason text check (length(closing_date_reason) between 1 and 500);
