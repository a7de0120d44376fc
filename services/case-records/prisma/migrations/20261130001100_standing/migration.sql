-- Who is a worker is said of each person; how many there are follows from it.
alter table household
  add head_standing text not null default 'WORKER' check (head_standing in ('WORKER', 'FARMER', 'TOWNSPERSON')),
  add constraint household_migrant_worker_is_worker check (not migrant_worker or head_standing = 'WORKER');
alter table household_member
  add standing text check (standing in ('WORKER', 'FARMER', 'TOWNSPERSON')),
  add rural_registration boolean not null default false,
  add constraint household_member_head_stands_with_household
    check (position > 0 or (standing is null and not rural_registration));

-- The people of a household, the workers among them, and of these the migrant workers. Whose standing nobody said counts
-- as no worker.
create function household_workers(of_household uuid)
  returns table (members int, workers int, migrant_workers int, new_generation boolean)
language sql stable as $$
  select greatest(h.declared_size, count(m.id))::int,
    ((h.head_standing = 'WORKER')::int + count(*) filter (where m.standing = 'WORKER'))::int,
    (h.migrant_worker::int + count(*) filter (where m.standing = 'WORKER' and m.rural_registration))::int,
    h.new_generation or coalesce(bool_or(m.standing = 'WORKER' and m.rural_registration
      and p.birth_date >= '1980-01-01'), false)
  from household h left join household_member m on m.household_id = h.id left join person p on p.id = m.person_id
  where h.id = of_household
  group by h.id
$$;

create or replace function household_facts_change_by_two() returns trigger language plpgsql as $$
declare
  file record;
begin
  select c.id, c.status into file from case_file c where c.household_id = new.id;
  if not found or file.status in ('DRAFT', 'RETURNED') then
    return new;
  end if;
  if file.status in ('POSTED', 'ACTIVE', 'SUSPENDED') and (confirmed_now(file.id, 'CHANGE')
    or (new.declared_size <= old.declared_size
      and (old.monthly_income_fen, old.dibao_status, old.causes, old.model_worker_honour)
        = (new.monthly_income_fen, new.dibao_status, new.causes, new.model_worker_honour)
      and (new.head_id <> old.head_id
        or (old.head_standing, old.migrant_worker) = (new.head_standing, new.migrant_worker))
      and exists (select from household_move m
                  where m.household_id = new.id and m.transaction_id = pg_current_xact_id()))) then
    return new;
  end if;
  raise exception 'household_facts_change_by_two' using errcode = 'check_violation';
end $$;
drop trigger facts_change_by_two on household;
create trigger facts_change_by_two before update on household for each row
  when (old.declared_size <> new.declared_size or old.monthly_income_fen <> new.monthly_income_fen
    or old.dibao_status <> new.dibao_status or old.causes <> new.causes
    or old.model_worker_honour <> new.model_worker_honour or old.head_standing <> new.head_standing
    or old.migrant_worker <> new.migrant_worker)
  execute function household_facts_change_by_two();
