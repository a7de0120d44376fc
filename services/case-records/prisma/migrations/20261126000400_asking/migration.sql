-- A county learns that an identity is registered elsewhere, and when aid was last given: never more, and not for asking
-- around.

-- Who asked whether an identity is registered in the city: by form of one identity, by roster of so many, and of how many
-- it was told that they are registered elsewhere. The limits are counted from it.
create table identity_asking (
  id                bigint generated always as identity primary key,
  organization_path text collate "C" not null,
  staff_id          uuid not null,
  kind              text not null check (kind in ('FORM', 'ROSTER')),
  identity_index    bytea,
  asked             integer not null check (asked > 0),
  told              integer not null check (told between 0 and asked),
  asked_at          timestamptz not null,
  constraint identity_asking_by_form_is_of_one check ((kind = 'FORM') = (identity_index is not null) and (kind = 'ROSTER' or asked = 1))
);
create index on identity_asking (organization_path, asked_at);
call access.protect('identity_asking');
call access.append_only('identity_asking');

drop function registered_elsewhere(bytea);
create function registered_elsewhere(index bytea) returns table (registered boolean, last_aided_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from household h where h.head_id = p.id and h.live), p.last_aided_on
  from person p where p.identity_index = index;
$$;

-- How much aid was last given stays with the county that gave it.
drop function note_aid_given(uuid[], date, bigint[]);
create function note_aid_given(household_ids uuid[], given_on date) returns void
language sql security definer set search_path = public, pg_temp as $$
  update person p set last_aided_on = given_on
  from household h
  where h.id = any(household_ids) and p.id = h.head_id and (p.last_aided_on is null or p.last_aided_on <= given_on)
$$;
alter table person drop column last_amount_fen;
