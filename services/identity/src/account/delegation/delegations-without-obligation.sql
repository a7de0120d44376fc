-- Delegations of all organisations in force that are not over, and of whose end nobody is to be reminded.
create function delegations_without_obligation(on_day date)
returns table (id uuid, organization_path text, from_staff_id uuid, from_name text, to_name text, last_day date)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.id, d.organization_path, d.from_staff_id, f.name, t.name, d.last_day
  from delegation d join staff f on f.id = d.from_staff_id join staff t on t.id = d.to_staff_id
  join organization o on o.organization_path = d.organization_path
  where d.ended_at is null and d.last_day >= on_day and (o.in_force_to is null or o.in_force_to >= on_day)
    and not exists (select from obligation b where b.kind = 'DELEGATION_ENDS' and b.record_id = d.id)
$$;
