-- Why a day of long ago is right is kept with the receipt; money is not received before it was sent.
alter table receipt add column date_reason text check (length(date_reason) between 1 and 500);
alter table allocation add constraint received_after_sent check (received_on >= sent_on);
