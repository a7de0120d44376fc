-- An organisation that was closed owes nothing from the day after its last: what is open of it ends before anything is
-- reminded of or escalated. Otherwise as before.
do $$ begin
  execute format('create policy steps_owner on organization for select to %I using (true)', current_user);
end $$;

create or replace function take_obligation_steps(on_day date, at timestamptz)
  returns table (reminded integer, escalated integer, lapsed integer)
language sql security definer set search_path = public, pg_temp as $$
  with of_closed as materialized (
    select o.id from organization g join obligation o on o.organization_path = g.organization_path
    where g.in_force_to < $1 and o.status = 'OPEN' order by o.id for no key update of o
  ), closed as (
    update obligation o set status = 'LAPSED', ended_at = $2, next_on = null, lapse_reason = 'RECORD_ENDED'
    from of_closed c where o.id = c.id returning o.id
  ), due as materialized (
    select o.*, array(select day from unnest(o.remind_on) as day
        where day between o.next_on and $1 and (o.lapse_on is null or day < o.lapse_on)) as reminders,
      coalesce(o.escalate_on between o.next_on and $1 and (o.lapse_on is null or o.escalate_on < o.lapse_on), false)
        as escalates
    from obligation o where o.status = 'OPEN' and o.next_on <= $1 and not exists (select from organization g
        where g.organization_path = o.organization_path and g.in_force_to < $1)
    order by o.id for no key update
  ), step as (
    select d.id, d.organization_path, 'REMINDED' as kind, day, null as detail
    from due d cross join lateral unnest(d.reminders) as day
    union all
    select d.id, d.organization_path, 'ESCALATED', d.escalate_on, d.escalates_to from due d where d.escalates
  ), told as (
    insert into obligation_step (obligation_id, organization_path, kind, on_day, at, detail)
    select id, organization_path, kind, day, $2, detail from step on conflict do nothing returning kind
  ), moved as (
    update obligation o set
      next_on = (select min(day) from unnest(d.remind_on || d.escalate_on || d.lapse_on) as day where day > $1),
      reminded_at = case when d.reminders <> '{}' then $2 else o.reminded_at end,
      escalated_at = case when d.escalates then $2 else o.escalated_at end,
      status = case when d.lapse_on <= $1 then 'LAPSED' else 'OPEN' end,
      ended_at = case when d.lapse_on <= $1 then $2 end,
      lapse_reason = case when d.lapse_on <= $1 then 'DAY_OVER' end
    from due d where o.id = d.id returning o.status
  )
  select (select count(*) from told t where t.kind = 'REMINDED')::integer,
    (select count(*) from told t where t.kind = 'ESCALATED')::integer,
    ((select count(*) from moved m where m.status = 'LAPSED') + (select count(*) from closed))::integer
$$;
