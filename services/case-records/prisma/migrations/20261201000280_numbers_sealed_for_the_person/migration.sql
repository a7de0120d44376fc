-- A person's numbers are sealed for the person's own id.

do $$
begin
  if exists (select from person where sealed_as <> id) then
    raise exception 'every person''s numbers must be sealed for its own id';
  end if;
end $$;

drop trigger person_stays on person;
alter table person drop column sealed_as;
create trigger person_stays before update on person for each row
  when ((old.id, old.organization_path, old.identity_id) is distinct from (new.id, new.organization_path, new.identity_id))
  execute function person_stays();

comment on column person.sealed_identity is 'sealed; row: id';
comment on column person.sealed_phone is 'sealed; row: id';
comment on column person.sealed_bank_account is 'sealed; row: id';
