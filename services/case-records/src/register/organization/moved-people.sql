-- People of households that were below a path and now belong to another county, which has no record of them yet, or no
-- household with them any more (a union that moves back): the new county, its earlier person for them, and their
-- numbers, sealed for the person of the former county.
create function people_of_moved_households(former text)
returns table (person_id uuid, county text, own_id uuid, sealed_identity text, sealed_phone text, sealed_bank_account text)
language sql stable as $$
  select distinct p.id, place.county, own.id, p.sealed_identity, p.sealed_phone, p.sealed_bank_account
  from (select distinct m.organization_path, access.county_of(access.present_path(m.organization_path)) as county
    from household_member m
    where m.organization_path >= former and m.organization_path < left(former, -1) || '0') as place
  join household_member m on m.organization_path = place.organization_path
  join person p on p.id = m.person_id
  cross join lateral (select person_of_county(p.id, place.county) as id) as own
  where p.organization_path <> place.county
    and (own.id is null or not exists (select from household_member o where o.person_id = own.id))
$$;

-- Makes people of another county from those of the former one, with their numbers sealed for the new ids. One that the
-- county has of an earlier time becomes as it is now.
create function enter_moved_people(people jsonb) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into person (id, organization_path, identity_id, name, document_kind, sealed_identity, identity_index,
    masked_identity, identity_verified, birth_date, sex, sealed_phone, masked_phone, phone_index, sealed_bank_account,
    masked_bank_account, account_index)
  select told.id, told.county, p.identity_id, p.name, p.document_kind, told.sealed_identity, p.identity_index,
    p.masked_identity, p.identity_verified, p.birth_date, p.sex, told.sealed_phone, p.masked_phone, p.phone_index,
    told.sealed_bank_account, p.masked_bank_account, p.account_index
  from jsonb_to_recordset(people) as told(id uuid, person_id uuid, county text, sealed_identity text, sealed_phone text,
    sealed_bank_account text)
  join person p on p.id = told.person_id
  where is_in_scope(told.county) and is_in_scope(p.organization_path)
  on conflict on constraint person_once_in_a_county do update set name = excluded.name,
    document_kind = excluded.document_kind, sealed_identity = excluded.sealed_identity,
    identity_index = excluded.identity_index, masked_identity = excluded.masked_identity,
    identity_verified = excluded.identity_verified, birth_date = excluded.birth_date, sex = excluded.sex,
    sealed_phone = excluded.sealed_phone, masked_phone = excluded.masked_phone, phone_index = excluded.phone_index,
    sealed_bank_account = excluded.sealed_bank_account, masked_bank_account = excluded.masked_bank_account,
    account_index = excluded.account_index
  where person.id = excluded.id
$$;
