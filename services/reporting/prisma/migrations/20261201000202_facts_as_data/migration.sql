-- A fact's kind and dimensions are data of the events' contracts: a profile holds one combination of them (some hundreds
-- however many facts there are), a fact points to its profile. The columns and enumerations of before are converted.
create function fact_profile_id(kind text, dimensions jsonb) returns bigint language sql immutable parallel safe
  return hashtextextended(kind || dimensions::text, 0);

create table fact_profile (
  id         bigint primary key,
  kind       text not null check (kind ~ '^[A-Z][A-Z_]*$'),
  dimensions jsonb not null check (jsonb_typeof(dimensions) = 'object'),
  constraint fact_profile_id_of_content check (id = fact_profile_id(kind, dimensions)),
  constraint fact_profile_id_kind_key unique (id, kind)
);
comment on column fact_profile.dimensions is 'Codes by the names of dimensions; a flag stands only where it is true.';
-- no row security on fact_profile: it holds kinds and codes, of no organisation and no person
call access.append_only('fact_profile');

create temporary table fact_before on commit drop as
  select kind::text as kind, household_id is not null as of_household, hardship_class::text as hardship_class,
    source::text as source, aid_type::text as aid_type, mark::text as mark, migrant_worker, new_generation, model_worker,
    for_warmth, count(*) as facts, sum(amount_fen) as amount_fen, sum(count) as count, sum(persons) as persons
  from fact group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;

alter table fact add column profile bigint;
create temporary table fact_profile_before on commit drop as
  select fact.id, fact.kind::text as kind, jsonb_strip_nulls(jsonb_build_object(
    'beneficiary', case when household_id is not null then 'HOUSEHOLD' end,
    'hardshipClass', hardship_class, 'source', source, 'aidType', aid_type,
    'mark', case when mark in ('HEATING', 'HOLIDAY_VISIT') then mark end,
    'aided', case when mark = 'AIDED' then true end,
    'forLaidOff', case when mark = 'FOR_LAID_OFF' then true end,
    'withGoodsOrMoney', case when mark = 'WITH_GOODS_OR_MONEY' then true end,
    'migrantWorker', nullif(migrant_worker, false), 'newGeneration', nullif(new_generation, false),
    'modelWorker', nullif(model_worker, false), 'forWarmth', nullif(for_warmth, false),
    'legalCaseKind', related->>'legalCaseKind')) as dimensions
  from fact;
insert into fact_profile (id, kind, dimensions)
  select distinct fact_profile_id(kind, dimensions), kind, dimensions from fact_profile_before;
update fact set profile = fact_profile_id(before.kind, before.dimensions)
  from fact_profile_before as before where before.id = fact.id;
update fact set related = related - 'legalCaseKind' where kind = 'LEGAL_CASE_OPENED';

-- Every fact has its profile, which holds what its columns held.
do $$
begin
  if exists (select from fact where profile is null) then
    raise exception 'a fact has no profile';
  end if;
  if exists (
    (table fact_before except all
      select profile.kind, dimensions->>'beneficiary' is not distinct from 'HOUSEHOLD', dimensions->>'hardshipClass',
        dimensions->>'source', dimensions->>'aidType',
        coalesce(dimensions->>'mark', case when dimensions ? 'aided' then 'AIDED' when dimensions ? 'forLaidOff'
          then 'FOR_LAID_OFF' when dimensions ? 'withGoodsOrMoney' then 'WITH_GOODS_OR_MONEY' end),
        dimensions ? 'migrantWorker', dimensions ? 'newGeneration', dimensions ? 'modelWorker', dimensions ? 'forWarmth',
        count(*), sum(amount_fen), sum(count), sum(persons)
      from fact join fact_profile as profile on profile.id = fact.profile
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
  ) then
    raise exception 'a profile does not tell what the columns of its facts told';
  end if;
end $$;

drop statistics fact_dimensions;
drop index fact_grant_of_household, fact_file_of_household, fact_file_without_worker;
alter table fact drop constraint fact_migrants_of_a_file;
alter table fact drop column hardship_class, drop column source, drop column aid_type, drop column mark,
  drop column migrant_worker, drop column new_generation, drop column model_worker, drop column for_warmth;
alter table fact alter column kind type text using kind::text;
alter table fact alter column profile set not null;
alter table fact add constraint fact_profile_fkey foreign key (profile, kind) references fact_profile (id, kind);
alter table fact rename column household_id to beneficiary_id;
comment on column fact.beneficiary_id is 'Whom it is for; the dimension beneficiary of the profile says what it is.';
create index fact_grant_of_household on fact (beneficiary_id) where kind = 'GRANT_APPROVED';
create index fact_file_of_household on fact (beneficiary_id, position desc) where kind = 'CASE_FILE_ACTIVATED';
create index fact_file_without_worker on fact (organization_path)
  where kind = 'CASE_FILE_ACTIVATED' and persons = 0;
drop type "FactKind", "HardshipClass", "FundSource", "AidType", "FactMark";
