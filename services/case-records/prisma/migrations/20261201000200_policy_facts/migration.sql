-- The catalogue of facts that policies read: each entry is data, kept by an organisation for those below it.
create table policy_fact (
  organization_path text collate "C" not null,
  name              text not null check (name ~ '^[a-z][A-Za-z]*([.][a-z][A-Za-z]*)?$'),
  position          integer not null check (position > 0),
  entry             jsonb not null,
  constraint policy_fact_once primary key (organization_path, name),
  constraint policy_fact_names_its_entry check (entry ->> 'name' = name)
);
call access.protect_issued('policy_fact');

-- The facts a policy reads, from the catalogue at the time of issue. A version issued earlier has none: it is kept
-- for the decisions made under it.
alter table policy_version add column facts jsonb not null default '[]';

-- A clause says in its own words what it looks at, instead of by one of a closed list.
alter table policy_clause
  add column criterion_en text not null default '',
  add column facts text[] not null default '{}',
  add column threshold text not null default '',
  add column threshold_en text not null default '',
  add column tells_of_health boolean not null default false;
alter table policy_clause
  alter column criterion_en drop default,
  alter column facts drop default,
  alter column threshold drop default,
  alter column threshold_en drop default;

-- A household on dibao is RECEIVING: dibao is the allowance, not a state.
alter table household drop constraint household_dibao_status_check;
alter table household no force row level security;
alter table household disable trigger user;
update household set dibao_status = 'RECEIVING' where dibao_status = 'DIBAO';
do $$ begin
  if exists (select from household where dibao_status = 'DIBAO') then
    raise exception 'a household still is on dibao by the old name';
  end if;
end $$;
alter table household enable trigger user;
alter table household force row level security;
alter table household add constraint household_dibao_status_check check (dibao_status in ('NONE', 'RECEIVING', 'MARGINAL'));
