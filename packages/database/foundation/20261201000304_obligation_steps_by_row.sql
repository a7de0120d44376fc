-- The steps of changed obligations row by row: a join of the transition tables kept the plan of its first, small call,
-- and took minutes for 20,000 rows. And one index for the list of everybody’s obligations.
drop trigger obligation_opened on obligation;
drop trigger obligation_changed on obligation;
drop function obligation_told();

create function obligation_opened() returns trigger language plpgsql as $$
begin
  insert into obligation_step (obligation_id, organization_path, kind, on_day, at)
  select id, organization_path, 'OPENED', due_on, opened_at from fresh;
  return null;
end $$;
create trigger obligation_opened after insert on obligation referencing new table as fresh
  for each statement execute function obligation_opened();

create function obligation_changed() returns trigger language plpgsql as $$
begin
  if new.status <> old.status then
    insert into obligation_step (obligation_id, organization_path, kind, on_day, at, detail)
    values (new.id, new.organization_path, new.status, new.due_on, new.ended_at,
      coalesce(new.lapse_reason, new.met_by_type || ' ' || new.met_by_id));
  end if;
  if new.due_on <> old.due_on then
    insert into obligation_step (obligation_id, organization_path, kind, on_day, at)
    values (new.id, new.organization_path, 'MOVED', new.due_on, now());
  end if;
  return null;
end $$;
create trigger obligation_changed after update on obligation for each row
  when (new.status <> old.status or new.due_on <> old.due_on) execute function obligation_changed();

create index obligation_due on obligation (due_on, id) where status = 'OPEN';

-- As before, without a join of what was told: whether a row was reminded of or escalated follows from its own days.
create or replace function take_obligation_steps(on_day date, at timestamptz)
  returns table (reminded integer, escalated integer, lapsed integer)
language sql security definer set search_path = public, pg_temp as $$
  with due as materialized (
    select o.*, array(select day from unnest(o.remind_on) as day
        where day between o.next_on and $1 and (o.lapse_on is null or day < o.lapse_on)) as reminders,
      coalesce(o.escalate_on between o.next_on and $1 and (o.lapse_on is null or o.escalate_on < o.lapse_on), false)
        as escalates
    from obligation o where o.status = 'OPEN' and o.next_on <= $1 order by o.id for no key update
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
    (select count(*) from moved m where m.status = 'LAPSED')::integer
$$;
