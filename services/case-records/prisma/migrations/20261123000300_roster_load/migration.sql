-- What loading a roster of 100,000 rows needs, so that a batch costs the same however many people are registered.

-- Registers people, or finds those that are registered already; numbers come sealed for the id that is proposed. An
-- array and not a subquery: a subquery's size is a guess, by which the whole table was read for each batch.
create or replace function register_people(people jsonb) returns table (identity_index bytea, person_id uuid)
language sql security definer set search_path = public, pg_temp as $$
  insert into person (id, identity_index, name, document_kind, sealed_identity, masked_identity, birth_date, sex,
    sealed_phone, masked_phone, sealed_bank_account, masked_bank_account, identity_verified)
  select p.id, decode(p.index, 'hex'), p.name, p.document_kind, p.sealed_identity, p.masked_identity, p.birth_date, p.sex,
    p.sealed_phone, p.masked_phone, p.sealed_bank_account, p.masked_bank_account, true
  from jsonb_to_recordset(people) as p(id uuid, index text, name text, document_kind text, sealed_identity text,
    masked_identity text, birth_date date, sex text, sealed_phone text, masked_phone text, sealed_bank_account text,
    masked_bank_account text)
  on conflict on constraint person_once_in_the_city do nothing;
  select p.identity_index, p.id from person p
  where p.identity_index = any(array(
    select decode(g.index, 'hex') from jsonb_to_recordset(people) as g(index text)));
$$;

-- The number before the first, looked up and not sought among all: `not exists` was planned as reading every case file
-- of the city for each batch.
create or replace function case_file_numbers_have_no_gap() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from (select county_code, year, min(sequence) as first, max(sequence) as last, count(*) as files
                 from opened group by county_code, year) o
    left join case_file_counter c using (county_code, year)
    where c.last is distinct from o.last or o.last - o.first + 1 <> o.files
       or (o.first > 1 and (select f.sequence from case_file f where f.county_code = o.county_code
           and f.year = o.year and f.sequence = o.first - 1) is null)
  ) then
    raise exception 'case_file_numbers_have_no_gap' using errcode = 'check_violation';
  end if;
  return null;
end $$;

create or replace function application_numbers_have_no_gap() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from (select county_code, year, min(sequence) as first, max(sequence) as last, count(*) as applications
                 from added group by county_code, year) o
    left join application_counter c using (county_code, year)
    where c.last is distinct from o.last or o.last - o.first + 1 <> o.applications
       or (o.first > 1 and (select a.sequence from aid_application a where a.county_code = o.county_code
           and a.year = o.year and a.sequence = o.first - 1) is null)
  ) then
    raise exception 'application_numbers_have_no_gap' using errcode = 'check_violation';
  end if;
  return null;
end $$;
