-- A member's county follows from what the organisations above it are, not from its depth in the tree.
alter table household_member alter column county_path drop expression;

create function member_county() returns trigger language plpgsql as $$
begin
  new.county_path := access.county_of(new.organization_path);
  return new;
end $$;
create trigger member_county_of_new before insert on household_member
  for each row execute function member_county();
create trigger member_county_follows before update of organization_path, county_path on household_member
  for each row when (new.organization_path is distinct from old.organization_path
    or new.county_path is distinct from old.county_path) execute function member_county();

drop function county_path(text);
