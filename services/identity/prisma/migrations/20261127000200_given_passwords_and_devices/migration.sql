-- A password that another gave is to be changed at its first use and is worth nothing after its day.
alter table staff
  add column given_password_until timestamptz,
  add column password_changed_at timestamptz;

-- What tells a person which of the own sessions is which; the address is kept masked, never whole.
alter table session
  add column device text not null default '' check (length(device) <= 80),
  add column masked_address text not null default '' check (length(masked_address) <= 45),
  add column last_used_at timestamptz;
update session set last_used_at = started_at;
alter table session alter column last_used_at set not null;
