-- Registers people, or finds those already registered; numbers come sealed for the proposed id. Passes an array,
-- because the planner misjudges a subquery's size and then reads the whole table for each batch.
create function register_people(people jsonb, county text)
returns table (identity_index bytea, identity_id uuid, person_id uuid)
language sql security definer set search_path = public, pg_temp as $$
  insert into identity (identity_index)
  select distinct decode(g.index, 'hex') as of_number from jsonb_to_recordset(people) as g(index text)
  order by of_number
  on conflict on constraint identity_once_in_the_city do nothing;
  select * from enter_people(people, county, array(
    select decode(g.index, 'hex') from jsonb_to_recordset(people) as g(index text)));
$$;

-- As register_people, during a rotation of the index key: finds people under either index, and returns each under the
-- one that is stored.
create function register_people_under_two_indexes(people jsonb, county text)
returns table (identity_index bytea, identity_id uuid, person_id uuid)
language sql security definer set search_path = public, pg_temp as $$
  select pg_advisory_xact_lock(hashtextextended('registering under two blind indexes', 0));
  insert into identity (identity_index)
  select distinct decode(g.index, 'hex') as of_number from jsonb_to_recordset(people) as g(index text, other text)
  where not exists (select from identity k where k.identity_index = decode(g.other, 'hex'))
  order by of_number
  on conflict on constraint identity_once_in_the_city do nothing;
  select * from enter_people(people, county, array(
    select decode(g.index, 'hex') from jsonb_to_recordset(people) as g(index text)
    union all
    select decode(g.other, 'hex') from jsonb_to_recordset(people) as g(other text)));
$$;

-- Adds people to a county under their identities, or finds those that it knows. Takes an array, because the planner
-- misjudges a subquery's size and then reads the whole table for each batch.
create function enter_people(people jsonb, county text, indexes bytea[])
returns table (identity_index bytea, identity_id uuid, person_id uuid)
language sql set search_path = public, pg_temp as $$
  insert into person (id, organization_path, identity_id, identity_index, name, document_kind, sealed_identity,
    masked_identity, birth_date, sex, sealed_phone, masked_phone, phone_index, sealed_bank_account, masked_bank_account,
    account_index, identity_verified)
  select p.id, county, i.id, i.identity_index, p.name, p.document_kind, p.sealed_identity, p.masked_identity,
    p.birth_date, p.sex, p.sealed_phone, p.masked_phone, decode(p.phone_index, 'hex'), p.sealed_bank_account,
    p.masked_bank_account, decode(p.account_index, 'hex'), true
  from jsonb_to_recordset(people) as p(id uuid, index text, other text, name text, document_kind text,
    sealed_identity text, masked_identity text, birth_date date, sex text, sealed_phone text, masked_phone text,
    phone_index text, sealed_bank_account text, masked_bank_account text, account_index text)
  join (select * from identity k where k.identity_index = any(indexes) for key share) i
    on i.identity_index = decode(p.index, 'hex') or i.identity_index = decode(p.other, 'hex')
  where is_in_scope(county) or starts_with(nullif(current_setting('nuangong.scope', true), ''), county)
  on conflict on constraint person_once_in_a_county do nothing;
  select i.identity_index, i.id, p.id
  from identity i join person p on p.identity_id = i.id and p.organization_path = county
  where i.identity_index = any(indexes);
$$;
