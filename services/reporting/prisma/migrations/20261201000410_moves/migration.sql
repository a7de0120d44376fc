-- Facts, figures and submissions stay where they were recorded. A state that lasts (a file, a centre, a post, a facility)
-- goes along with its organisation: from the day of the move it counts with the new superior, until then with the former.

-- The state kinds of the program's list (fact-kinds.ts); a test compares them.
create function fact_is_state(kind text) returns boolean language sql immutable parallel safe
  return kind in ('CASE_FILE_ACTIVATED', 'CASE_FILE_SUSPENDED', 'AID_CENTRE', 'CENTRE_POST', 'FACILITY');

-- Tells of subjects whose latest fact is a state of an organisation that moved since: that it ended at the former place
-- with the day before, and holds at the new one. A state told late, after the move, follows at once.
create function tell_moved_states(subjects uuid[]) returns void language sql as $$
  with latest as (
    select distinct on (f.subject_id) f.* from fact f where f.subject_id = any (subjects)
    order by f.subject_id, f.position desc
  ), moved as (
    select l as state, m.*, greatest(m.from_day, l.happened_on) as day,
      md5(l.event_id || '/' || l.subject_id || '/' || m.sequence)::uuid as told_as
    from latest l
    cross join lateral (
      select m.* from organization_move m where l.organization_path ^@ m.former_path
        and (m.moved_at > l.recorded_at or access.present_path(l.organization_path) <> l.organization_path)
      order by m.moved_at > l.recorded_at desc, case when m.moved_at > l.recorded_at then m.sequence else -m.sequence end
      limit 1
    ) as m
    where fact_is_state(l.kind)
  ), profiles as (
    insert into fact_profile (id, kind, dimensions)
    select distinct fact_profile_id('MOVED_AWAY', '{}'), 'MOVED_AWAY', '{}'::jsonb from moved
    on conflict (id) do nothing
  ), told as (
    select m.*, part from moved m, generate_series(0, 1) as part
  )
  insert into fact (id, organization_path, organization_id, kind, profile, happened_on, beneficiary_id, campaign_id,
    amount_fen, count, persons, migrant_persons, ends_earlier, subject_id, recorded_at, event_id, part, record_id,
    record_type, counterparty_path, person_ref, related)
  select md5(told_as || '/' || part)::uuid,
    case part when 0 then (state).organization_path
      else path || substr((state).organization_path, length(former_path) + 1) end,
    (state).organization_id, case part when 0 then 'MOVED_AWAY' else (state).kind end,
    case part when 0 then fact_profile_id('MOVED_AWAY', '{}') else (state).profile end, day - 1 + part,
    (state).beneficiary_id, (state).campaign_id, (state).amount_fen, (state).count,
    case part when 0 then 0 else (state).persons end, case part when 0 then 0 else (state).migrant_persons end, true,
    (state).subject_id, moved_at, told_as, part, (state).record_id, (state).record_type, (state).counterparty_path,
    (state).person_ref, (state).related
  from told order by (state).subject_id, part
$$;

create function fact_follows_moves() returns trigger language plpgsql as $$
declare
  subjects uuid[];
begin
  if exists (select from organization_move) then
    subjects := array(select subject_id from added where fact_is_state(kind));
    if subjects <> '{}' then
      perform tell_moved_states(subjects);
    end if;
  end if;
  return null;
end $$;
create trigger follows_moves after insert on fact referencing new table as added
  for each statement execute function fact_follows_moves();
