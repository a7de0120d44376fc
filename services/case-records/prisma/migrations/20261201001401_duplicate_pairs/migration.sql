-- Pairs of identities that the nightly comparison holds for one person, with how strong the evidence is and why. No
-- policy: a county sees a pair only through suspected_doubles.
create table duplicate_pair (
  id                uuid primary key default uuidv7(),
  identity_id       uuid not null references identity on delete cascade,
  other_identity_id uuid not null references identity on delete cascade,
  strength          text not null check (strength in ('STRONG', 'MEDIUM')),
  -- Bits: how much likelier the agreement is for one person than for two.
  weight            numeric(7, 2) not null,
  -- The feature, how it agrees, its weight; below zero it speaks against.
  because           jsonb not null check (jsonb_typeof(because) = 'array'),
  found_at          timestamptz not null,
  constraint duplicate_pair_in_order check (identity_id < other_identity_id),
  constraint duplicate_pair_once unique (identity_id, other_identity_id)
);
create index duplicate_pair_of_other on duplicate_pair (other_identity_id);
alter table duplicate_pair enable row level security;

-- The other living household of a suspected double is named only if it is in sight, and why only then too; of another
-- county the existence and the strength are told, never which field agreed.
drop function unanswered_doubles(uuid[]);
drop function suspected_doubles(uuid[]);
create function suspected_doubles(households uuid[])
returns table (household_id uuid, double_id uuid, other_household_id uuid, same_phone boolean, same_account boolean,
  strength text, because jsonb)
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
  ), suspected as (
    select a.household_id, a.identity_id, a.other_identity, oh.id as other_household_id, oh.organization_path,
      a.same_phone, a.same_account, 'STRONG' as strength
    from alike a join household oh on oh.head_id = a.id and oh.live
    union all
    select m.household_id, m.identity_id, d.other, om.household_id, om.organization_path, false, false, d.strength
    from (select identity_id as own, other_identity_id as other, strength from duplicate_pair
      union all select other_identity_id, identity_id, strength from duplicate_pair) d
    join household_member m on m.identity_id = d.own
    join household_member om on om.identity_id = d.other and om.living and om.household_id <> m.household_id
    where m.living and is_in_scope(m.organization_path) and (households is null or m.household_id = any(households))
  )
  select s.household_id,
    md5(least(s.identity_id, s.other_identity)::text || greatest(s.identity_id, s.other_identity)::text)::uuid,
    case when is_in_scope(s.organization_path) then s.other_household_id end,
    bool_or(s.same_phone), bool_or(s.same_account), max(s.strength),
    case when is_in_scope(s.organization_path) then (select p.because from duplicate_pair p
      where p.identity_id = least(s.identity_id, s.other_identity)
        and p.other_identity_id = greatest(s.identity_id, s.other_identity)) end
  from suspected s
  group by s.household_id, s.identity_id, s.other_identity, s.other_household_id, s.organization_path
$$;

-- The unanswered suspicions of households within sight that money waits for: by what two are alike, and nothing of the
-- other one. Evidence of medium strength is shown and holds up nothing.
create function unanswered_doubles(households uuid[])
returns table (household_id uuid, same_phone boolean, same_account boolean, elsewhere boolean)
language sql stable as $$
  select d.household_id, bool_or(d.same_phone), bool_or(d.same_account), bool_or(d.other_household_id is null)
  from suspected_doubles(households) d
  where d.strength = 'STRONG' and not exists (select from same_person_answer a
    where a.household_id = d.household_id and a.double_id = d.double_id)
  group by d.household_id
$$;
