-- While the key of the blind index is changed, people stand under either key: all who search know both, whoever
-- registers is alone, and the rows are rewritten meanwhile. So that one person stays one person in the city.
comment on column person.identity_index is 'blind index; of: sealed_identity';
comment on column aid_application.head_index is 'blind index; copy of: person.identity_index';
comment on column roster_row.identity_index is 'blind index; copy of: person.identity_index';

-- As register_people, while the key is changed: finds those that are registered already under either index, and answers
-- each under the one it stands under.
create function register_people_under_two_indexes(people jsonb) returns table (identity_index bytea, person_id uuid)
language sql security definer set search_path = public, pg_temp as $$
  select pg_advisory_xact_lock(hashtextextended('registering under two blind indexes', 0));
  insert into person (id, identity_index, name, document_kind, sealed_identity, masked_identity, birth_date, sex,
    sealed_phone, masked_phone, sealed_bank_account, masked_bank_account, identity_verified)
  select p.id, decode(p.index, 'hex'), p.name, p.document_kind, p.sealed_identity, p.masked_identity, p.birth_date, p.sex,
    p.sealed_phone, p.masked_phone, p.sealed_bank_account, p.masked_bank_account, true
  from jsonb_to_recordset(people) as p(id uuid, index text, other text, name text, document_kind text,
    sealed_identity text, masked_identity text, birth_date date, sex text, sealed_phone text, masked_phone text,
    sealed_bank_account text, masked_bank_account text)
  where not exists (select from person k where k.identity_index = decode(p.other, 'hex'))
  on conflict on constraint person_once_in_the_city do nothing;
  select p.identity_index, p.id from person p
  where p.identity_index = any(array(
    select decode(g.index, 'hex') from jsonb_to_recordset(people) as g(index text)
    union all
    select decode(g.other, 'hex') from jsonb_to_recordset(people) as g(other text)));
$$;

-- An approval's facts stay; who sees every organisation's rows (the owner, never a service) may write the index anew.
create or replace function application_facts_stay() returns trigger language plpgsql as $$
begin
  if not row_security_active('aid_application') and to_jsonb(old) - 'head_index' = to_jsonb(new) - 'head_index' then
    return new;
  end if;
  raise exception 'application_facts_stay' using errcode = 'check_violation';
end $$;
