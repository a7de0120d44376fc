-- The engine's answer is the eligibility decision (资格判定); the decision sheet (资格判定书) is its paper.
alter table decision_sheet rename to eligibility_decision;
alter table aid_application rename column decision_sheet_id to eligibility_decision_id;

-- Constraints, indexes and policies keep the old name in theirs: refusals map from the name of the constraint.
do $$
declare
  named record;
begin
  for named in select conrelid::regclass as owner, conname as name from pg_constraint
    where connamespace = 'public'::regnamespace and conname like '%decision_sheet%' loop
    execute format('alter table %s rename constraint %I to %I', named.owner, named.name,
      replace(named.name, 'decision_sheet', 'eligibility_decision'));
  end loop;
  for named in select indexrelid::regclass as owner, c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = 'public'::regnamespace and c.relname like '%decision_sheet%' loop
    execute format('alter index %s rename to %I', named.owner, replace(named.name, 'decision_sheet', 'eligibility_decision'));
  end loop;
end $$;

create or replace function application_is_put_forward_lawfully() returns trigger language plpgsql as $$
begin
  if new.status not in ('DRAFT', 'SUBMITTED', 'BASE_REVIEW', 'COUNTY_REVIEW') then
    raise exception 'application_starts_undecided' using errcode = 'check_violation';
  end if;
  if new.put_forward_by is distinct from access.staff() then
    raise exception 'application_put_forward_by_actor' using errcode = 'check_violation';
  end if;
  if not exists (select from eligibility_decision s
                 where s.id = new.eligibility_decision_id and s.household_id = new.household_id
                   and s.case_file_id = new.case_file_id and s.case_file_version = new.case_file_version
                   and s.outcome in ('ELIGIBLE', 'DISCRETIONARY') and new.clause_codes <@ s.clauses_for) then
    raise exception 'application_rests_on_decision' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create or replace function application_maker_is_not_checker() returns trigger language plpgsql as $$
begin
  if exists (select from decided d join before_it b using (id)
             where d.status in ('APPROVED', 'REJECTED') and b.status <> d.status
               and (access.staff() is null or access.staff() = d.put_forward_by
                 or (d.status = 'APPROVED' and d.approved_by is distinct from access.staff())
                 or exists (select from household_handlers(d.household_id) h where h.staff_id = access.staff()))) then
    raise exception 'application_maker_is_not_checker' using errcode = 'check_violation';
  end if;
  if exists (select from decided d join before_it b using (id) join eligibility_decision s on s.id = d.eligibility_decision_id
             where d.status = 'APPROVED' and b.status <> d.status
               and d.amount_fen not between s.amount_min_fen and s.amount_max_fen) then
    raise exception 'application_amount_within_range' using errcode = 'check_violation';
  end if;
  return null;
end $$;

create or replace function aid_that_counts(asked uuid[], identities uuid[], versions uuid[], campaigns uuid[], days date[])
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
      w.asked_on, a.campaign_id = w.campaign_id as same_campaign, a.aid_type, a.mark, a.eligibility_decision_id, w.version_id
    from wanted w join application_person n on n.identity_id = w.identity_id
    join aid_application a on a.id = n.application_id
    where a.id <> w.asked_for and a.status not in ('RETURNED', 'REJECTED', 'WITHDRAWN', 'LAPSED')
  ), counted as (
    select o.asked_for, max(o.given_on) as aided_on, count(o.given_on)::int as given,
      count(*) filter (where o.given_on is null and o.same_campaign)::int as waiting
    from other o join terms t on t.id = o.version_id
    join eligibility_decision s on s.id = o.eligibility_decision_id
    join policy_version v on v.id = s.policy_version_id join policy p on p.id = v.policy_id
    where aid_counts(t.frequency, o.asked_on, coalesce(o.given_on, o.asked_on), o.same_campaign, p.code = t.code,
      o.aid_type = t.aid_type and o.mark is not distinct from t.mark)
    group by o.asked_for
  )
  select distinct on (w.asked_for) w.asked_for, c.aided_on,
    (t.frequency ->> 'times')::int - coalesce(c.given, 0), coalesce(c.waiting, 0)
  from wanted w join terms t on t.id = w.version_id left join counted c on c.asked_for = w.asked_for
$$;

create or replace function frequency_as_asked(applications uuid[], on_day date)
returns table (asked_for uuid, aided_on date, turns_left integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with listed as (
    select array_agg(a.id) as asked, array_agg(n.identity_id) as identities, array_agg(s.policy_version_id) as versions,
      array_agg(a.campaign_id) as campaigns, array_agg(on_day) as days
    from aid_application a join application_person n on n.application_id = a.id
    join eligibility_decision s on s.id = a.eligibility_decision_id
    where a.id = any(applications)
  )
  select c.asked_for, c.aided_on, c.turns_left
  from listed l cross join lateral aid_that_counts(l.asked, l.identities, l.versions, l.campaigns, l.days) c
$$;

do $$
begin
  if exists (select from pg_proc where pronamespace = 'public'::regnamespace and prosrc like '%decision_sheet%')
    or exists (select from pg_constraint where conname like '%decision_sheet%')
    or exists (select from pg_class where relname like '%decision_sheet%')
    or exists (select from pg_trigger where tgname like '%decision_sheet%')
    or exists (select from pg_policy where polname like '%decision_sheet%') then
    raise exception 'every reader of eligibility decisions must use their name';
  end if;
end $$;
