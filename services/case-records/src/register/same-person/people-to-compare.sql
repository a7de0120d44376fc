-- The people of living households of the whole city, by id: names as written, numbers sealed. Answers the service's own
-- task alone, which sets no scope: a request, which has one, gets nothing.
create function people_to_compare(after uuid, at_most integer)
returns table (person_id uuid, identity_id uuid, name text, birth_date date, sex text, sealed_identity text,
  sealed_phone text, sealed_bank_account text, region text, unit text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.identity_id, p.name, p.birth_date, p.sex, p.sealed_identity, p.sealed_phone, p.sealed_bank_account,
    h.organization_name, h.unit_name
  from person p
  cross join lateral (select h.organization_name, h.unit_name from household_member m
    join household h on h.id = m.household_id where m.person_id = p.id and m.living limit 1) h
  where p.id > after and nullif(current_setting('nuangong.scope', true), '') is null
  order by p.id limit at_most
$$;

-- Keeps the pairs of one comparison in place of those of the one before.
create function keep_duplicate_pairs(pairs jsonb, at timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from duplicate_pair d
  where nullif(current_setting('nuangong.scope', true), '') is null and not exists (
    select from jsonb_to_recordset(pairs) as n(identity_id uuid, other_identity_id uuid)
    where n.identity_id = d.identity_id and n.other_identity_id = d.other_identity_id);
  insert into duplicate_pair (identity_id, other_identity_id, strength, weight, because, found_at)
  select n.identity_id, n.other_identity_id, n.strength, n.weight, n.because, at
  from jsonb_to_recordset(pairs) as n(identity_id uuid, other_identity_id uuid, strength text, weight numeric,
    because jsonb)
  where nullif(current_setting('nuangong.scope', true), '') is null
    and (select count(*) from identity i where i.id in (n.identity_id, n.other_identity_id)) = 2
  on conflict on constraint duplicate_pair_once do update
    set strength = excluded.strength, weight = excluded.weight, because = excluded.because;
$$;
