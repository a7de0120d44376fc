-- Which columns hold sealed texts, as the rotation of keys reads it; and health, remarks and findings sealed too.
comment on column person.sealed_identity is 'sealed; row: id';
comment on column person.sealed_phone is 'sealed; row: id';
comment on column person.sealed_bank_account is 'sealed; row: id';
comment on column roster_row.sealed_cells is 'sealed; row: import_id/row_number; organization: organization_path';

-- What people write of somebody's health stands in three places: a member's health, a household's remark, a visit's
-- findings. SQL has no keys: what was written in plain is sealed by `./nuangong keys seal`, which every start runs, and
-- which then closes the plain columns by a constraint. The causes of hardship stay coded and in plain: the statutory
-- tables count households by them.
alter table household_member add column sealed_health text;
comment on column household_member.sealed_health is 'sealed; row: id; organization: organization_path; plain: health';
alter table household add column sealed_remark text;
comment on column household.sealed_remark is 'sealed; row: id; organization: organization_path; plain: remark';
alter table visit add column sealed_findings text;
comment on column visit.sealed_findings is 'sealed; row: id; organization: organization_path; plain: findings';

-- Each state that was written holds remark and health too: it is sealed whole.
alter table household_version alter column state drop not null;
alter table household_version add column sealed_state text;
alter table household_version add constraint household_version_state_is_kept check ((state is null) <> (sealed_state is null));
comment on column household_version.sealed_state is 'sealed; row: id; organization: organization_path; plain: state';

-- A version is never rewritten; who sees every organisation's rows (the owner, never a service) may seal its state anew.
create function household_version_only_sealed_anew() returns trigger language plpgsql as $$
begin
  if row_security_active('household_version') or to_jsonb(old) - array['state', 'sealed_state']
      is distinct from to_jsonb(new) - array['state', 'sealed_state'] or new.state is not null then
    raise exception 'household_version is append-only' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
drop trigger append_only on household_version;
create trigger append_only before delete on household_version
  for each statement execute function access.refuse_change();
create trigger only_sealed_anew before update on household_version
  for each row execute function household_version_only_sealed_anew();

-- The state kept with an approval held remark and health in plain; they stand, sealed, in the household's versions.
alter table aid_application disable trigger facts_stay;
with stripped as (
  select a.id, jsonb_set(a.snapshot #- '{household,remark}', '{members}', coalesce(
    (select jsonb_agg(m - 'health' order by place) from jsonb_array_elements(a.snapshot -> 'members')
       with ordinality as members(m, place)), '[]')) as state
  from aid_application a where a.snapshot is not null
)
update aid_application a
set snapshot = s.state, snapshot_hash = encode(sha256(convert_to(s.state::text, 'UTF8')), 'hex')
from stripped s where s.id = a.id and a.snapshot <> s.state;
alter table aid_application enable trigger facts_stay;

-- Nothing but sealed texts, of the present form or the first.
alter table person add constraint person_identity_is_sealed
  check (sealed_identity ~ '^v[12][.]');
alter table person add constraint person_phone_is_sealed
  check (sealed_phone ~ '^v[12][.]');
alter table person add constraint person_bank_account_is_sealed
  check (sealed_bank_account ~ '^v[12][.]');
alter table roster_row add constraint roster_row_cells_is_sealed
  check (sealed_cells ~ '^v[12][.]');
alter table household_member add constraint household_member_health_is_sealed
  check (sealed_health ~ '^v[12][.]');
alter table household add constraint household_remark_is_sealed
  check (sealed_remark ~ '^v[12][.]');
alter table visit add constraint visit_findings_is_sealed
  check (sealed_findings ~ '^v[12][.]');
alter table household_version add constraint household_version_state_is_sealed
  check (sealed_state ~ '^v[12][.]');
