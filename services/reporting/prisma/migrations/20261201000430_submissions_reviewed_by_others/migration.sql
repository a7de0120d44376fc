-- Maker is not checker: whoever submitted a table neither returns nor accepts it.
create function submission_reviewed_by_another() returns trigger language plpgsql as $$
begin
  if exists (select from submission s where s.id = new.submission_id and s.submitted_by = new.decided_by) then
    raise exception 'submission_reviewed_by_another' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger reviewed_by_another before insert on submission_review
  for each row execute function submission_reviewed_by_another();
