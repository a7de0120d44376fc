-- What eligibility rests on is changed freely in a draft; on the wall and in the register by two; never meanwhile or
-- after. Who left the household by a recorded move is counted out of it by that.
create function household_facts_change_by_two() returns trigger language plpgsql as $$
declare
  file record;
begin
  select c.id, c.status into file from case_file c where c.household_id = new.id;
  if not found or file.status in ('DRAFT', 'RETURNED') then
    return new;
  end if;
  if file.status in ('POSTED', 'ACTIVE', 'SUSPENDED') and (confirmed_now(file.id, 'CHANGE')
    or (new.declared_size < old.declared_size
      and (old.monthly_income_fen, old.dibao_status, old.causes, old.model_worker_honour, old.migrant_worker)
        = (new.monthly_income_fen, new.dibao_status, new.causes, new.model_worker_honour, new.migrant_worker)
      and exists (select from household_move m
                  where m.household_id = new.id and m.transaction_id = pg_current_xact_id()))) then
    return new;
  end if;
  raise exception 'household_facts_change_by_two' using errcode = 'check_violation';
end $$;
create trigger facts_change_by_two before update on household for each row
  when (old.declared_size <> new.declared_size or old.monthly_income_fen <> new.monthly_income_fen
    or old.dibao_status <> new.dibao_status or old.causes <> new.causes
    or old.model_worker_honour <> new.model_worker_honour or old.migrant_worker <> new.migrant_worker)
  execute function household_facts_change_by_two();
