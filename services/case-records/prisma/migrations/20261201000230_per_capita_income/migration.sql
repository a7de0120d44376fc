-- A household's income is its monthly per-capita income (家庭人均月收入); a member's own stays monthly_income_fen.
alter table household rename column monthly_income_fen to per_capita_income_fen;

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
      and (old.per_capita_income_fen, old.dibao_status, old.causes, old.model_worker_honour)
        = (new.per_capita_income_fen, new.dibao_status, new.causes, new.model_worker_honour)
      and (new.head_id <> old.head_id
        or (old.head_standing, old.migrant_worker) = (new.head_standing, new.migrant_worker))
      and exists (select from household_move m
                  where m.household_id = new.id and m.transaction_id = pg_current_xact_id()))) then
    return new;
  end if;
  raise exception 'household_facts_change_by_two' using errcode = 'check_violation';
end $$;

update policy_fact set entry = replace(entry::text, 'household.monthly_income_fen', 'household.per_capita_income_fen')::jsonb
where entry::text like '%household.monthly_income_fen%';

do $$
begin
  if exists (select from policy_fact where entry::text like '%household.monthly_income_fen%')
    or exists (select from pg_proc where prosrc ~ '(old|new|h)\.monthly_income_fen') then
    raise exception 'every reader of a household''s income must use its new name';
  end if;
end $$;
