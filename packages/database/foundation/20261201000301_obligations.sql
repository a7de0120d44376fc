-- What falls due (应办事项): which organisation's which roles must act on which record by which day; whether and when
-- they were reminded, when the superior was told, and how it ended (packages/obligations).
create table obligation (
  id                 uuid primary key default uuidv7(),
  organization_path  text collate "C" not null,
  -- The code of a kind of packages/obligations/src/kinds.json.
  kind               text not null,
  roles              text[] not null check (cardinality(roles) > 0),
  -- The only person it concerns; null if anybody with one of the roles may act.
  staff_id           uuid,
  record_type        text not null,
  record_id          uuid not null,
  -- What the title says of the record, by name: numbers, places, days; nothing sensitive.
  parts              jsonb not null check (jsonb_typeof(parts) = 'object'),
  due_on             date not null,
  -- The days on which it is reminded of, in order; computed with the calendar when it is opened or moved.
  remind_on          date[] not null,
  escalate_on        date,
  escalates_to       text collate "C",
  escalates_to_roles text[] not null default '{}',
  -- The day on which it lapses by itself; null if only a record or a person ends it.
  lapse_on           date,
  -- The next day on which the scheduler has something to do; null if none is left.
  next_on            date,
  opened_at          timestamptz not null,
  reminded_at        timestamptz,
  escalated_at       timestamptz,
  status             text not null default 'OPEN' check (status in ('OPEN', 'MET', 'LAPSED')),
  ended_at           timestamptz,
  met_by_type        text,
  met_by_id          uuid,
  lapse_reason       text,
  constraint obligation_ends_once check ((status = 'OPEN') = (ended_at is null)),
  constraint obligation_met_by_a_record check ((status = 'MET') = (met_by_type is not null and met_by_id is not null)
    and (met_by_type is null) = (met_by_id is null)),
  constraint obligation_lapses_for_a_reason check ((status = 'LAPSED') = (lapse_reason is not null)),
  constraint obligation_escalates_to_somebody check ((escalate_on is null) = (escalates_to is null)
    and (escalate_on is null) = (escalates_to_roles = '{}')),
  constraint obligation_escalates_above check (escalates_to is null
    or (organization_path ^@ escalates_to and organization_path <> escalates_to))
);
-- One open obligation of a kind for a record: opening it again changes nothing.
create unique index obligation_open_once on obligation (kind, record_id) where status = 'OPEN';
create index obligation_of_organization on obligation (organization_path, due_on, id) where status = 'OPEN';
create index obligation_escalated on obligation (escalates_to, due_on, id) where status = 'OPEN' and escalated_at is not null;
create index obligation_ended on obligation (organization_path, ended_at desc, id) where status <> 'OPEN';
create index obligation_next on obligation (next_on, id) where status = 'OPEN' and next_on is not null;
call access.protect('obligation');

-- What happened to an obligation, for the auditor; only ever added.
create table obligation_step (
  obligation_id     uuid not null references obligation,
  organization_path text collate "C" not null,
  kind              text not null check (kind in ('OPENED', 'MOVED', 'REMINDED', 'ESCALATED', 'MET', 'LAPSED')),
  -- The day that it was planned for, of a reminder and an escalation; else the day on which it is due.
  on_day            date not null,
  at                timestamptz not null,
  -- To whom it was escalated, the record that met it, or why it lapsed.
  detail            text
);
create index obligation_step_of on obligation_step (obligation_id, at);
create unique index obligation_reminded_once on obligation_step (obligation_id, on_day) where kind = 'REMINDED';
create unique index obligation_escalated_once on obligation_step (obligation_id, on_day) where kind = 'ESCALATED';
create unique index obligation_ended_once on obligation_step (obligation_id) where kind in ('MET', 'LAPSED');
call access.protect('obligation_step');
call access.append_only('obligation_step');

-- What ended stays as it ended, and an obligation stays that of its record.
create function obligation_stays() returns trigger language plpgsql as $$
begin
  raise exception 'obligation_stays' using errcode = 'check_violation', constraint = 'obligation_stays';
end $$;
create trigger obligation_stays before update on obligation for each row
  when (old.status <> 'OPEN' or (old.id, old.organization_path, old.kind, old.record_type, old.record_id, old.opened_at)
    is distinct from (new.id, new.organization_path, new.kind, new.record_type, new.record_id, new.opened_at))
  execute function obligation_stays();
create trigger obligation_kept before delete on obligation for each row execute function obligation_stays();

-- Every change leaves its step, whoever makes it. The time is that of the change where the row has it.
create function obligation_told() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into obligation_step (obligation_id, organization_path, kind, on_day, at)
    select id, organization_path, 'OPENED', due_on, opened_at from fresh;
    return null;
  end if;
  insert into obligation_step (obligation_id, organization_path, kind, on_day, at, detail)
  select n.id, n.organization_path, n.status, n.due_on, n.ended_at,
    coalesce(n.lapse_reason, n.met_by_type || ' ' || n.met_by_id)
  from fresh n join stale o on o.id = n.id where o.status = 'OPEN' and n.status <> 'OPEN';
  insert into obligation_step (obligation_id, organization_path, kind, on_day, at)
  select n.id, n.organization_path, 'MOVED', n.due_on, now()
  from fresh n join stale o on o.id = n.id where o.due_on <> n.due_on;
  return null;
end $$;
create trigger obligation_opened after insert on obligation referencing new table as fresh
  for each statement execute function obligation_told();
create trigger obligation_changed after update on obligation referencing new table as fresh old table as stale
  for each statement execute function obligation_told();

-- Does what is due by a day in all organisations: reminders, escalations, lapses; each once, whoever calls it how often.
-- A reminder whose day passed while nothing ran is made up for under its own day.
create function take_obligation_steps(on_day date, at timestamptz)
  returns table (reminded integer, escalated integer, lapsed integer)
language sql security definer set search_path = public, pg_temp as $$
  with due as materialized (
    select o.* from obligation o where o.status = 'OPEN' and o.next_on <= $1 order by o.id for no key update
  ), step as (
    select d.id, d.organization_path, 'REMINDED' as kind, r.day, null as detail
    from due d cross join lateral unnest(d.remind_on) as r(day)
    where r.day between d.next_on and $1 and (d.lapse_on is null or r.day < d.lapse_on)
    union all
    select d.id, d.organization_path, 'ESCALATED', d.escalate_on, d.escalates_to
    from due d where d.escalate_on between d.next_on and $1 and (d.lapse_on is null or d.escalate_on < d.lapse_on)
  ), told as (
    insert into obligation_step (obligation_id, organization_path, kind, on_day, at, detail)
    select id, organization_path, kind, day, $2, detail from step on conflict do nothing returning obligation_id, kind
  ), by_obligation as (
    select obligation_id, bool_or(kind = 'REMINDED') as reminded, bool_or(kind = 'ESCALATED') as escalated
    from told group by obligation_id
  ), moved as (
    update obligation o set
      next_on = (select min(day) from unnest(d.remind_on || d.escalate_on || d.lapse_on) as day where day > $1),
      reminded_at = case when t.reminded then $2 else o.reminded_at end,
      escalated_at = case when t.escalated then $2 else o.escalated_at end,
      status = case when d.lapse_on <= $1 then 'LAPSED' else 'OPEN' end,
      ended_at = case when d.lapse_on <= $1 then $2 end,
      lapse_reason = case when d.lapse_on <= $1 then 'DAY_OVER' end
    from due d left join by_obligation t on t.obligation_id = d.id where o.id = d.id returning o.status
  )
  select (select count(*) from told t where t.kind = 'REMINDED')::integer,
    (select count(*) from told t where t.kind = 'ESCALATED')::integer,
    (select count(*) from moved m where m.status = 'LAPSED')::integer
$$;
do $$ begin
  execute format('create policy steps_owner on obligation to %I using (true) with check (true)', current_user);
  execute format('create policy steps_owner on obligation_step to %I using (true) with check (true)', current_user);
end $$;
