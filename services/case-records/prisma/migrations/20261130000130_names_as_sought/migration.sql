-- Names as they are sought: without spaces and dots of whatever kind, so that 阿依·古丽 is found however the dot is typed.
alter table household
  add column sought_head text generated always as (folded_name(head_name)) stored,
  add column sought_unit text generated always as (folded_name(unit_name)) stored;
alter table aid_application
  add column sought_head text generated always as (folded_name(head_name)) stored,
  add column sought_unit text generated always as (folded_name(unit_name)) stored;
