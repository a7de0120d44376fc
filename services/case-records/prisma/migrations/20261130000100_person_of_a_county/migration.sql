-- A person is the county's that wrote them: name, contacts and facts are that county's own. What the whole city shares is
-- an identity: a blind index and the day of the last aid, which nobody reaches but the functions below.
create table identity (
  id             uuid primary key default uuidv7(),
  identity_index bytea not null constraint identity_once_in_the_city unique,
  last_aided_on  date,
  registered_at  timestamptz not null default clock_timestamp()
);
alter table identity enable row level security;
insert into identity (identity_index, last_aided_on, registered_at)
select identity_index, last_aided_on, registered_at from person;

-- The county (51/5101/510101/) that an organisation belongs to; an organisation above counties is its own.
create function county_path(path text) returns text language sql immutable parallel safe
  return coalesce(substring(path from '^[^/]+/[^/]+/[^/]+/'), path);

-- People that no household refers to were seen by nobody.
delete from person p where not exists (select from household h where h.head_id = p.id)
  and not exists (select from household_member m where m.person_id = p.id);

alter table person add column organization_path text collate "C", add column identity_id uuid, add column sealed_as uuid;
comment on column person.sealed_as is 'The id under which the row’s numbers are sealed: its own, but of rows parted from another county’s.';

-- A person whom several counties refer to becomes each one's own: the row stays with the county whose living household
-- they head, else with the first; the others get the number, and no contacts that another county wrote.
create temporary table person_in_county as
select r.person_id, r.county, bool_or(r.heads) as heads,
  row_number() over (partition by r.person_id order by bool_or(r.heads and r.live) desc, bool_or(r.heads) desc, min(r.since))
    as place, uuidv7() as own_id
from (
  select h.head_id as person_id, county_path(h.organization_path) as county, true as heads, h.live, h.registered_at as since
  from household h
  union all
  select m.person_id, county_path(m.organization_path), false, h.live, h.registered_at
  from household_member m join household h on h.id = m.household_id where m.person_id is not null
) r
group by r.person_id, r.county;

alter table person drop constraint person_once_in_the_city;
update person p set organization_path = c.county, sealed_as = p.id,
  identity_id = (select i.id from identity i where i.identity_index = p.identity_index)
from person_in_county c where c.person_id = p.id and c.place = 1;
insert into person (id, organization_path, identity_id, sealed_as, name, document_kind, sealed_identity, identity_index,
  masked_identity, identity_verified, birth_date, sex, registered_at)
select c.own_id, c.county, p.identity_id, p.id, p.name, p.document_kind, p.sealed_identity, p.identity_index,
  p.masked_identity, p.identity_verified, p.birth_date, p.sex, p.registered_at
from person_in_county c join person p on p.id = c.person_id where c.place > 1;
update household h set head_id = c.own_id
from person_in_county c
where c.place > 1 and c.person_id = h.head_id and c.county = county_path(h.organization_path);
update household_member m set person_id = c.own_id
from person_in_county c
where c.place > 1 and c.person_id = m.person_id and c.county = county_path(m.organization_path);
drop table person_in_county;

alter table person alter column organization_path set not null, alter column identity_id set not null,
  alter column sealed_as set not null, drop column last_aided_on,
  add constraint person_has_identity foreign key (identity_id) references identity,
  add constraint person_once_in_a_county unique (organization_path, identity_id),
  add constraint person_of_county_and_identity unique (id, organization_path, identity_id);
create index on person (identity_id);
create index on person (identity_index);
create index on person (sealed_as);
comment on column person.sealed_identity is 'sealed; row: sealed_as';
comment on column person.sealed_phone is 'sealed; row: sealed_as';
comment on column person.sealed_bank_account is 'sealed; row: sealed_as';
comment on column identity.identity_index is 'blind index; copy of: person.identity_index';

-- Whose a person is, under which number, does not change.
create function person_stays() returns trigger language plpgsql as $$
begin
  raise exception 'person_stays' using errcode = 'check_violation';
end $$;
create trigger person_stays before update on person for each row
  when ((old.id, old.organization_path, old.identity_id, old.sealed_as)
    is distinct from (new.id, new.organization_path, new.identity_id, new.sealed_as))
  execute function person_stays();

-- One person, one living household in the city: a member (the head is the first, at position 0) carries its identity and
-- whether its household is living, and both follow by foreign keys.
alter table household_member add column living boolean not null default true, add column identity_id uuid,
  add column county_path text collate "C" generated always as (county_path(organization_path)) stored,
  add column head_of uuid generated always as (case when position = 0 then person_id end) stored;
update household_member m set living = h.live from household h where h.id = m.household_id and not h.live;
update household_member m set identity_id = p.identity_id from person p where p.id = m.person_id;
insert into household_member (household_id, organization_path, position, person_id, identity_id, living, name, relation)
select h.id, h.organization_path, 0, h.head_id, p.identity_id, h.live, h.head_name, '户主'
from household h join person p on p.id = h.head_id
where not exists (select from household_member m where m.household_id = h.id and m.position = 0);

-- Who stood in two living households stays where they are head, else where they were first; in the other the name stays.
update household_member m set person_id = null, identity_id = null
where m.living and m.position > 0 and exists (
  select from household_member o where o.identity_id = m.identity_id and o.living and o.id <> m.id
    and (o.position = 0 or o.id < m.id));

drop index household_one_live_in_the_city;
alter table household add constraint household_of_organization unique (id, organization_path, live);
alter table household_member
  drop constraint household_member_household_id_fkey,
  drop constraint household_member_person_id_fkey,
  add constraint member_of_household foreign key (household_id, organization_path, living)
    references household (id, organization_path, live) on update cascade,
  add constraint member_is_person_of_own_county foreign key (person_id, county_path, identity_id)
    references person (id, organization_path, identity_id),
  add constraint member_has_person_and_identity check ((person_id is null) = (identity_id is null)),
  add constraint member_heads_household unique (household_id, head_of);
alter table household add constraint household_is_headed_by_first_member foreign key (id, head_id)
  references household_member (household_id, head_of) deferrable initially deferred;
create unique index person_in_one_living_household on household_member (identity_id) where living;
create index on household_member (identity_id);

-- Rejected, left or revoked, a household bars nobody; opened or worked on again, it is living.
create function household_lives_by_its_file() returns trigger language plpgsql as $$
begin
  update household h set live = f.status not in ('REJECTED', 'EXITED', 'REVOKED')
  from changed f where h.id = f.household_id and h.live <> (f.status not in ('REJECTED', 'EXITED', 'REVOKED'));
  return null;
end $$;
create trigger household_lives_by_its_file after update on case_file referencing new table as changed
  for each statement execute function household_lives_by_its_file();
update household h set live = false
from case_file f where f.household_id = h.id and h.live and f.status in ('REJECTED', 'EXITED', 'REVOKED');

-- A county's household does not have more people than it declares.
create function household_size_holds_members() returns trigger language plpgsql as $$
begin
  if exists (select from household h join household_member m on m.household_id = h.id
      where h.id = new.household_id and m.position >= h.declared_size) then
    raise exception 'household_size_holds_members' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger size_holds_member after insert or update on household_member
  for each row when (new.position > 0) execute function household_size_holds_members();
create function household_size_holds_its_members() returns trigger language plpgsql as $$
begin
  if exists (select from household_member m where m.household_id = new.id and m.position >= new.declared_size) then
    raise exception 'household_size_holds_members' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger size_holds_members after update on household
  for each row when (new.declared_size < old.declared_size) execute function household_size_holds_its_members();

-- The functions below run as the owner of the tables, who sees all of the city, and answer only what they say.

-- Whether an organisation's rows are within the present transaction's subtree.
create function is_in_scope(path text) returns boolean language sql stable parallel safe
  return path >= nullif(current_setting('nuangong.scope', true), '')
    and path < left(nullif(current_setting('nuangong.scope', true), ''), -1) || '0';

-- A name as it is compared: without spaces and dots of whatever kind, capitals or not.
create function folded_name(name text) returns text language sql immutable parallel safe
  return lower(translate(normalize(name, NFKC), ' ·•・‧∙⋅･.', ''));

-- Whether another county spells a person's name otherwise: that they differ is told, and nothing more.
alter table person add column named_otherwise_elsewhere boolean not null default false;
create function person_is_named_otherwise() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.named_otherwise_elsewhere := exists (select from person o where o.identity_id = new.identity_id
    and o.organization_path <> new.organization_path and folded_name(o.name) <> folded_name(new.name));
  return new;
end $$;
create trigger named_otherwise before insert or update of name on person
  for each row execute function person_is_named_otherwise();

-- What somebody may know who is about to enter people of a county: how the county itself knows them; in which living
-- household they stand, where it is within sight; else only that there is one. Drafts that nobody touched since then bar
-- nobody outside their own organisation.
drop function find_people(bytea[]);
create function find_people(indexes bytea[], county text, untouched_since timestamptz)
returns table (identity_index bytea, identity_id uuid, person_id uuid, sealed_as uuid, known_name text, household_id uuid,
  heads boolean, elsewhere boolean, let_go boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.identity_index, i.id, p.id, p.sealed_as, p.name,
    case when l.here then l.household_id end, coalesce(l.here and l.position = 0, false),
    coalesce(not l.here and l.bars, false), coalesce(not l.here and not l.bars, false)
  from unnest(indexes) as g(index)
  join identity i on i.identity_index = g.index
  left join person p on p.identity_id = i.id and p.organization_path = county and (is_in_scope(county) or starts_with(
    nullif(current_setting('nuangong.scope', true), ''), county))
  left join lateral (
    select m.household_id, m.position, is_in_scope(m.organization_path) as here,
      f.id is null or f.status not in ('DRAFT', 'RETURNED') or f.updated_at >= untouched_since as bars
    from household_member m left join case_file f on f.household_id = m.household_id
    where m.identity_id = i.id and m.living
  ) l on true;
$$;

-- Enters people of a county under their identities, or finds those that it knows already. An array and not a subquery: a
-- subquery's size is a guess, by which the whole table was read for each batch.
create function enter_people(people jsonb, county text, indexes bytea[])
returns table (identity_index bytea, identity_id uuid, person_id uuid, sealed_as uuid)
language sql set search_path = public, pg_temp as $$
  insert into person (id, organization_path, identity_id, sealed_as, identity_index, name, document_kind, sealed_identity,
    masked_identity, birth_date, sex, sealed_phone, masked_phone, sealed_bank_account, masked_bank_account,
    identity_verified)
  select p.id, county, i.id, p.id, i.identity_index, p.name, p.document_kind, p.sealed_identity, p.masked_identity,
    p.birth_date, p.sex, p.sealed_phone, p.masked_phone, p.sealed_bank_account, p.masked_bank_account, true
  from jsonb_to_recordset(people) as p(id uuid, index text, other text, name text, document_kind text,
    sealed_identity text, masked_identity text, birth_date date, sex text, sealed_phone text, masked_phone text,
    sealed_bank_account text, masked_bank_account text)
  join (select * from identity k where k.identity_index = any(indexes) for key share) i
    on i.identity_index = decode(p.index, 'hex') or i.identity_index = decode(p.other, 'hex')
  where is_in_scope(county) or starts_with(nullif(current_setting('nuangong.scope', true), ''), county)
  on conflict on constraint person_once_in_a_county do nothing;
  select i.identity_index, i.id, p.id, p.sealed_as
  from identity i join person p on p.identity_id = i.id and p.organization_path = county
  where i.identity_index = any(indexes);
$$;

-- Registers people of a county within sight or above; numbers come sealed for the id that is proposed.
drop function register_people(jsonb);
create function register_people(people jsonb, county text)
returns table (identity_index bytea, identity_id uuid, person_id uuid, sealed_as uuid)
language sql security definer set search_path = public, pg_temp as $$
  insert into identity (identity_index)
  select distinct decode(g.index, 'hex') as of_number from jsonb_to_recordset(people) as g(index text)
  order by of_number
  on conflict on constraint identity_once_in_the_city do nothing;
  select * from enter_people(people, county, array(
    select decode(g.index, 'hex') from jsonb_to_recordset(people) as g(index text)));
$$;

-- As register_people, while the key of the blind index is changed: finds those that are registered already under either
-- index, and answers each under the one it stands under.
drop function register_people_under_two_indexes(jsonb);
create function register_people_under_two_indexes(people jsonb, county text)
returns table (identity_index bytea, identity_id uuid, person_id uuid, sealed_as uuid)
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

-- A draft of another organisation that nobody touched since then lets the people go who are entered elsewhere now.
create function let_untouched_drafts_go(identities uuid[], untouched_since timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  update household h set live = false
  from case_file f
  where h.live and f.household_id = h.id and f.status in ('DRAFT', 'RETURNED') and f.updated_at < untouched_since
    and not is_in_scope(h.organization_path)
    and h.id = any(array(select m.household_id from household_member m
      where m.living and m.identity_id = any(identities)));
$$;

-- Which people within sight stand under these indexes: for a search, which tells of nobody else.
create function people_in_scope(indexes bytea[]) returns table (person_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from identity i join person p on p.identity_id = i.id
  where i.identity_index = any(indexes)
    and exists (select from household_member m where m.person_id = p.id and is_in_scope(m.organization_path));
$$;

-- What one county may know of another's household: that there is one, and when aid was last given.
create or replace function registered_elsewhere(index bytea) returns table (registered boolean, last_aided_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from household_member m where m.identity_id = i.id and m.living), i.last_aided_on
  from identity i where i.identity_index = index;
$$;

-- Notes that aid was given to households, of which every member has a share, so that every county can know the day.
create or replace function note_aid_given(household_ids uuid[], given_on date) returns void
language sql security definer set search_path = public, pg_temp as $$
  update identity i set last_aided_on = given_on
  from household_member m
  where m.household_id = any(household_ids) and i.id = m.identity_id
    and (i.last_aided_on is null or i.last_aided_on <= given_on)
$$;

-- When people whom a county knows were last given aid, by whomever; answers a date and nothing else.
create function days_of_last_aid(identities uuid[]) returns table (identity_id uuid, last_aided_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.id, i.last_aided_on from identity i where i.id = any(identities) and i.last_aided_on is not null
$$;
