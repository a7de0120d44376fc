-- How often aid may be given is kept for the people of a household, head and members alike, in whatever county and
-- household they received it, and against the aid that the policy says.

-- Whom an application counts: the people of its household, by their identities in the city, when it was put forward.
create table application_person (
  application_id    uuid not null references aid_application,
  identity_id       uuid not null references identity,
  organization_path text collate "C" not null,
  primary key (application_id, identity_id)
);
create index on application_person (identity_id);
call access.protect('application_person');
call access.append_only('application_person');

insert into application_person (application_id, identity_id, organization_path)
select a.id, m.identity_id, a.organization_path
from aid_application a join household_member m on m.household_id = a.household_id where m.identity_id is not null
union
select a.id, i.id, a.organization_path from aid_application a join identity i on i.identity_index = a.head_index;

create function application_counts_people() returns trigger language plpgsql as $$
begin
  insert into application_person (application_id, identity_id, organization_path)
  select n.id, m.identity_id, n.organization_path
  from added n join household_member m on m.household_id = n.household_id where m.identity_id is not null;
  return null;
end $$;
create trigger counts_people after insert on aid_application referencing new table as added
  for each statement execute function application_counts_people();

-- The head's blind index stood here for the same purpose.
drop function last_aided_on(bytea[]);
drop function days_of_last_aid(uuid[]);
drop trigger facts_stay on aid_application;
alter table aid_application drop column head_index;
create or replace function application_facts_stay() returns trigger language plpgsql as $$
begin
  raise exception 'application_facts_stay' using errcode = 'check_violation';
end $$;
create trigger facts_stay before update on aid_application for each row
  when ((old.number, old.household_id, old.case_file_id, old.case_file_version, old.decision_sheet_id,
         old.put_forward_by, old.organization_path)
        is distinct from (new.number, new.household_id, new.case_file_id, new.case_file_version, new.decision_sheet_id,
         new.put_forward_by, new.organization_path)
    or (old.standing_version is distinct from new.standing_version and 'SUSPENDED' not in (old.status, new.status))
    or (old.grant_id is not null and (old.grant_id, old.approved_by, old.approved_at, old.amount_fen, old.snapshot)
        is distinct from (new.grant_id, new.approved_by, new.approved_at, new.amount_fen, new.snapshot)))
  execute function application_facts_stay();

-- The functions below run as the owner of the tables, who sees the aid of the whole city.
do $$ declare each text; begin
  foreach each in array array['application_person', 'decision_sheet', 'policy', 'policy_version', 'household_member'] loop
    execute format('create policy frequency_owner on %I for select to %I using (true)', each, current_user);
  end loop;
end $$;

-- Whether aid that was given counts against aid that is asked for: of the period, and of the kind.
create function aid_counts(frequency jsonb, asked_on date, given_on date, same_campaign boolean, same_policy boolean,
  same_kind boolean) returns boolean language sql immutable parallel safe
return case frequency ->> 'period'
    when 'CAMPAIGN' then coalesce(same_campaign, false)
    when 'CALENDAR_YEAR' then given_on >= date_trunc('year', asked_on::timestamp)::date
    else given_on > (asked_on - interval '1 year')::date end
  and case coalesce(frequency ->> 'against', 'ANY') when 'POLICY' then same_policy when 'AID_TYPE' then same_kind else true end;

-- The aid that counts against what is asked for: `asked[n]`, under a version of a policy, in a campaign or none, on a day,
-- wants to count `identities[n]`. For each asked: the day of the latest aid that counts, how many turns it leaves, and how
-- many undecided applications of the same campaign would take one. Neither whose aid it was, nor where, nor how much.
create function aid_that_counts(asked uuid[], identities uuid[], versions uuid[], campaigns uuid[], days date[])
returns table (asked_for uuid, aided_on date, turns_left integer, waiting integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with wanted as materialized (
    select * from unnest($1, $2, $3, $4, $5) as w(asked_for, identity_id, version_id, campaign_id, asked_on)
  ), terms as materialized (
    select v.id, v.policy_id, p.code, v.aid_type, v.mark, v.frequency
    from policy_version v join policy p on p.id = v.policy_id where v.id = any($3)
  ), other as materialized (
    select distinct w.asked_for, a.id,
      case when a.status in ('APPROVED', 'AWAITING_FUNDS', 'FUNDED', 'PAID', 'FOLLOWED_UP')
        then coalesce(a.paid_on, (a.approved_at at time zone 'Asia/Shanghai')::date) end as given_on,
      w.asked_on, a.campaign_id = w.campaign_id as same_campaign, a.aid_type, a.mark, a.decision_sheet_id, w.version_id
    from wanted w join application_person n on n.identity_id = w.identity_id
    join aid_application a on a.id = n.application_id
    where a.id <> w.asked_for and a.status not in ('RETURNED', 'REJECTED', 'WITHDRAWN', 'LAPSED')
  ), counted as (
    select o.asked_for, max(o.given_on) as aided_on, count(o.given_on)::int as given,
      count(*) filter (where o.given_on is null and o.same_campaign)::int as waiting
    from other o join terms t on t.id = o.version_id
    join decision_sheet s on s.id = o.decision_sheet_id
    join policy_version v on v.id = s.policy_version_id join policy p on p.id = v.policy_id
    where aid_counts(t.frequency, o.asked_on, coalesce(o.given_on, o.asked_on), o.same_campaign, p.code = t.code,
      o.aid_type = t.aid_type and o.mark is not distinct from t.mark)
    group by o.asked_for
  )
  select distinct on (w.asked_for) w.asked_for, c.aided_on,
    (t.frequency ->> 'times')::int - coalesce(c.given, 0), coalesce(c.waiting, 0)
  from wanted w join terms t on t.id = w.version_id left join counted c on c.asked_for = w.asked_for
$$;
revoke execute on function aid_that_counts(uuid[], uuid[], uuid[], uuid[], date[]) from public;

-- What counts against the households within sight that are to be put forward under a version of a policy.
create function frequency_of_households(households uuid[], of_version uuid, of_campaign uuid, on_day date)
returns table (household_id uuid, aided_on date, turns_left integer, waiting integer, people uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  with listed as materialized (
    select array_agg(m.household_id) as asked, array_agg(m.identity_id) as identities,
      array_agg(of_version) as versions, array_agg(of_campaign) as campaigns, array_agg(on_day) as days
    from household_member m
    where m.household_id = any(households) and m.identity_id is not null and is_in_scope(m.organization_path)
  )
  select c.asked_for, c.aided_on, c.turns_left, c.waiting,
    array(select m.identity_id from household_member m where m.household_id = c.asked_for and m.identity_id is not null)
  from listed l cross join lateral aid_that_counts(l.asked, l.identities, l.versions, l.campaigns, l.days) c
$$;

-- What counts against the applications within sight that are to be approved. Holds their people until the transaction
-- ends: who comes second, in whatever county, waits here and then sees what the first has given.
create function frequency_of_applications(applications uuid[], on_day date)
returns table (application_id uuid, aided_on date, turns_left integer, people uuid[])
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held uuid[] := array(select a.id from aid_application a where a.id = any(applications) and is_in_scope(a.organization_path));
begin
  perform hold_people(held);
  return query select c.asked_for, c.aided_on, c.turns_left,
      array(select n.identity_id from application_person n where n.application_id = c.asked_for)
    from frequency_as_asked(held, on_day) c;
end $$;

create function hold_people(applications uuid[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  select from identity i
  where i.id in (select n.identity_id from application_person n where n.application_id = any(applications))
  order by i.id for no key update
$$;
revoke execute on function hold_people(uuid[]) from public;

create function frequency_as_asked(applications uuid[], on_day date)
returns table (asked_for uuid, aided_on date, turns_left integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with listed as (
    select array_agg(a.id) as asked, array_agg(n.identity_id) as identities, array_agg(s.policy_version_id) as versions,
      array_agg(a.campaign_id) as campaigns, array_agg(on_day) as days
    from aid_application a join application_person n on n.application_id = a.id
    join decision_sheet s on s.id = a.decision_sheet_id
    where a.id = any(applications)
  )
  select c.asked_for, c.aided_on, c.turns_left
  from listed l cross join lateral aid_that_counts(l.asked, l.identities, l.versions, l.campaigns, l.days) c
$$;
revoke execute on function frequency_as_asked(uuid[], date) from public;

create function application_frequency_is_held() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  approved uuid[] := array(select d.id from decided d join before_it b using (id)
    where d.status = 'APPROVED' and b.status <> d.status);
  on_day date := (select min((d.approved_at at time zone 'Asia/Shanghai')::date) from decided d where d.id = any(approved));
begin
  if approved = '{}' then
    return null;
  end if;
  perform hold_people(approved);
  if exists (select from frequency_as_asked(approved, on_day) c where c.turns_left <= 0) then
    raise exception 'application_frequency_is_held' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger frequency_is_held after update on aid_application
  referencing old table as before_it new table as decided
  for each statement execute function application_frequency_is_held();
