-- The aid that counts against visible applications that wait for approval. Locks their people until the transaction
-- ends: a concurrent approval, in any county, waits here and then sees what the first has given.
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
