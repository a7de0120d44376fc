-- Who registered, changed or submitted a household on a list does not say that the list hung on the wall.
create function made_any_on_posting(posting uuid, staff uuid) returns boolean language sql stable as $$
  select exists (
    select from case_file c join household h on h.id = c.household_id
    where c.posting_id = posting and (staff in (h.registered_by, c.opened_by, c.submitted_by)
      or exists (select from household_version v where v.household_id = h.id and v.staff_id = staff)
      or exists (select from case_file_step s where s.case_file_id = c.id and s.staff_id = staff
        and s.to_status in ('DRAFT', 'SUBMITTED'))))
$$;

create function public_posting_confirmed_by_no_maker() returns trigger language plpgsql as $$
begin
  if made_any_on_posting(new.id, new.confirmed_by) then
    raise exception 'public_posting_confirmed_by_no_maker' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger confirmed_by_no_maker before update on public_posting for each row
  when (old.confirmed_by is null and new.confirmed_by is not null)
  execute function public_posting_confirmed_by_no_maker();
