-- Telephone and account can be compared without being opened: by blind indexes of their own.
alter table person add column phone_index bytea, add column account_index bytea;
comment on column person.phone_index is 'blind index; of: sealed_phone';
comment on column person.account_index is 'blind index; of: sealed_bank_account';
create index on person (phone_index) where phone_index is not null;
create index on person (account_index) where account_index is not null;

create or replace function enter_people(people jsonb, county text, indexes bytea[])
returns table (identity_index bytea, identity_id uuid, person_id uuid, sealed_as uuid)
language sql set search_path = public, pg_temp as $$
  insert into person (id, organization_path, identity_id, sealed_as, identity_index, name, document_kind, sealed_identity,
    masked_identity, birth_date, sex, sealed_phone, masked_phone, phone_index, sealed_bank_account, masked_bank_account,
    account_index, identity_verified)
  select p.id, county, i.id, p.id, i.identity_index, p.name, p.document_kind, p.sealed_identity, p.masked_identity,
    p.birth_date, p.sex, p.sealed_phone, p.masked_phone, decode(p.phone_index, 'hex'), p.sealed_bank_account,
    p.masked_bank_account, decode(p.account_index, 'hex'), true
  from jsonb_to_recordset(people) as p(id uuid, index text, other text, name text, document_kind text,
    sealed_identity text, masked_identity text, birth_date date, sex text, sealed_phone text, masked_phone text,
    phone_index text, sealed_bank_account text, masked_bank_account text, account_index text)
  join (select * from identity k where k.identity_index = any(indexes) for key share) i
    on i.identity_index = decode(p.index, 'hex') or i.identity_index = decode(p.other, 'hex')
  where is_in_scope(county) or starts_with(nullif(current_setting('nuangong.scope', true), ''), county)
  on conflict on constraint person_once_in_a_county do nothing;
  select i.identity_index, i.id, p.id, p.sealed_as
  from identity i join person p on p.identity_id = i.id and p.organization_path = county
  where i.identity_index = any(indexes);
$$;

-- Heads of living households who may be one person under two identities: the same name and birth date, and the same
-- telephone or account. Of a household within sight; of the other one, where it is out of sight, only that there is one.
-- Null asks for all households within sight.
create function suspected_doubles(households uuid[])
returns table (household_id uuid, double_id uuid, other_household_id uuid, same_phone boolean, same_account boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with own as materialized (
    select h.id as household_id, p.id, p.identity_id, p.birth_date, folded_name(p.name) as name, p.phone_index,
      p.account_index
    from household h join person p on p.id = h.head_id
    where h.live and is_in_scope(h.organization_path) and (households is null or h.id = any(households))
  ), alike as (
    select own.household_id, own.identity_id, o.id, o.identity_id as other_identity, true as same_phone,
      coalesce(o.account_index = own.account_index, false) as same_account
    from own join person o on o.phone_index = own.phone_index and o.birth_date = own.birth_date
      and o.identity_id <> own.identity_id and folded_name(o.name) = own.name
    union
    select own.household_id, own.identity_id, o.id, o.identity_id,
      coalesce(o.phone_index = own.phone_index, false), true
    from own join person o on o.account_index = own.account_index and o.birth_date = own.birth_date
      and o.identity_id <> own.identity_id and folded_name(o.name) = own.name
  )
  select a.household_id,
    md5(least(a.identity_id, a.other_identity)::text || greatest(a.identity_id, a.other_identity)::text)::uuid,
    case when is_in_scope(oh.organization_path) then oh.id end, a.same_phone, a.same_account
  from alike a join household oh on oh.head_id = a.id and oh.live
$$;

-- What was found about two who look like one person, in words; the last one counts.
create table same_person_answer (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  household_id      uuid not null references household,
  double_id         uuid not null,
  why               text not null check (length(trim(why)) > 0),
  staff_id          uuid not null,
  staff_name        text not null,
  answered_at       timestamptz not null
);
create index on same_person_answer (household_id, double_id);
call access.protect('same_person_answer');
call access.append_only('same_person_answer');

-- What a household's list and file are marked with; null asks for all households within sight.
create function household_marks(households uuid[], untouched_since timestamptz)
returns table (household_id uuid, mark text) language sql stable as $$
  select h.id, case when h.live then 'UNTOUCHED_DRAFT' else 'LET_GO' end
  from household h join case_file f on f.household_id = h.id
  where f.status in ('DRAFT', 'RETURNED') and (not h.live or f.updated_at < untouched_since)
    and (households is null or h.id = any(households))
  union all
  select c.household_id, 'PAYEE_CORRECTION_WAITING' from person_correction c
  where c.state = 'WAITING' and (households is null or c.household_id = any(households))
  union
  select m.household_id, 'NAME_DIFFERS_ELSEWHERE' from household_member m join person p on p.id = m.person_id
  where p.named_otherwise_elsewhere and m.living and (households is null or m.household_id = any(households))
  union
  select d.household_id, 'SAME_PERSON_SUSPECTED' from suspected_doubles(households) d
  where not exists (select from same_person_answer a
    where a.household_id = d.household_id and a.double_id = d.double_id)
$$;

-- A draft that was let go comes back where its people are nowhere else; otherwise it is said.
create function households_that_cannot_return(households uuid[]) returns table (household_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct m.household_id
  from household_member m join household_member o on o.identity_id = m.identity_id and o.living
    and o.household_id <> m.household_id
  where m.household_id = any(households) and not m.living and is_in_scope(m.organization_path)
$$;
