-- A posting can be withdrawn with a reason before any of its files is opened; its files go back to those that passed
-- review and are posted again. The telephone for objections is printed on the list.
alter table public_posting
  add column objection_phone   text,
  add column withdrawn_by      uuid,
  add column withdrawn_by_name text,
  add column withdrawn_at      timestamptz,
  add column withdrawn_reason  text,
  add constraint public_posting_withdrawal_is_whole check (
    (withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_by is null) = (withdrawn_by_name is null)
    and (withdrawn_by is null) = (withdrawn_reason is null));

create or replace function public_posting_needs_two() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if access.staff() is not null and (new.published_by <> access.staff() or new.confirmed_by is not null) then
      raise exception 'public_posting_by_actor' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if to_jsonb(old) - array['confirmed_by', 'confirmed_by_name', 'confirmed_at', 'activated_at',
      'withdrawn_by', 'withdrawn_by_name', 'withdrawn_at', 'withdrawn_reason']
    is distinct from to_jsonb(new) - array['confirmed_by', 'confirmed_by_name', 'confirmed_at', 'activated_at',
      'withdrawn_by', 'withdrawn_by_name', 'withdrawn_at', 'withdrawn_reason'] then
    raise exception 'public_posting_stays' using errcode = 'check_violation';
  end if;
  if old.confirmed_by is distinct from new.confirmed_by or old.confirmed_at is distinct from new.confirmed_at then
    if old.confirmed_by is not null or new.confirmed_by is distinct from access.staff() then
      raise exception 'public_posting_by_actor' using errcode = 'check_violation';
    end if;
    if new.confirmed_by = old.published_by then
      raise exception 'public_posting_needs_two' using errcode = 'check_violation';
    end if;
    if not exists (select from posting_photo f where f.posting_id = new.id) then
      raise exception 'public_posting_wants_photo' using errcode = 'check_violation';
    end if;
  end if;
  if to_jsonb(old) -> 'withdrawn_by' is distinct from to_jsonb(new) -> 'withdrawn_by' then
    if old.withdrawn_by is not null or new.withdrawn_by is distinct from access.staff() then
      raise exception 'public_posting_by_actor' using errcode = 'check_violation';
    end if;
    if old.activated_at is not null or exists (select from case_file c
        where c.posting_id = old.id and c.status in ('ACTIVE', 'SUSPENDED', 'EXITED', 'REVOKED')) then
      raise exception 'public_posting_opened_stays' using errcode = 'check_violation';
    end if;
  elsif (old.withdrawn_by_name, old.withdrawn_at, old.withdrawn_reason)
      is distinct from (new.withdrawn_by_name, new.withdrawn_at, new.withdrawn_reason) then
    raise exception 'public_posting_stays' using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- The way back from a posting to those that passed review: a confirmed change, or a posting withdrawn by the same person.
create or replace function case_file_steps_are_lawful() returns trigger language plpgsql as $$
declare
  today date := (now() at time zone 'Asia/Shanghai')::date;
  actor uuid := access.staff();
begin
  if not case_file_may_go(old.status, new.status) then
    raise exception 'case_file_life_cycle: % does not lead to %', old.status, new.status using errcode = 'check_violation';
  end if;
  if new.status = 'SUBMITTED' then
    if new.submitted_by is distinct from actor then
      raise exception 'case_file_submitted_by_actor' using errcode = 'check_violation';
    end if;
  elsif new.submitted_by is distinct from old.submitted_by then
    raise exception 'case_file_submitter_stays' using errcode = 'check_violation';
  elsif new.status in ('COUNTY_REVIEW', 'RETURNED', 'REJECTED', 'POSTED', 'ACTIVE')
    and (actor is null or actor = old.submitted_by or actor = old.opened_by
      or made_household(old.id, old.household_id, actor)) then
    raise exception 'case_file_maker_is_not_checker' using errcode = 'check_violation';
  end if;
  if new.status = 'EXITED' and not confirmed_now(new.id, 'EXIT') then
    raise exception 'case_file_exit_needs_two' using errcode = 'check_violation';
  end if;
  if new.status = 'COUNTY_REVIEW' and old.status <> 'SUBMITTED' and not confirmed_now(new.id, 'CHANGE')
    and not (old.status = 'POSTED' and exists (select from public_posting p
      where p.id = old.posting_id and p.withdrawn_by = actor)) then
    raise exception 'case_file_posted_anew_after_change' using errcode = 'check_violation';
  end if;
  if new.status = 'ACTIVE' and old.status = 'SUSPENDED' and actor = (
      select s.staff_id from case_file_step s where s.case_file_id = new.id and s.to_status = 'SUSPENDED'
      order by s.at desc, s.id desc limit 1) then
    raise exception 'case_file_resumed_by_another' using errcode = 'check_violation';
  end if;
  if new.status = 'ACTIVE' and old.status = 'POSTED' then
    if reviewed_file(new.id, actor) then
      raise exception 'case_file_opened_by_another' using errcode = 'check_violation';
    end if;
    if not exists (select from household h join person p on p.id = h.head_id
                   where h.id = new.household_id and p.identity_verified and h.hardship_class is not null) then
      raise exception 'case_file_real_name_first' using errcode = 'check_violation';
    end if;
    if not exists (select from public_posting p where p.id = new.posting_id and p.ends_on < today
        and (p.confirmed_at is not null or not posting_entered_afterwards(p.starts_on, p.published_at))) then
      raise exception 'case_file_posted_first' using errcode = 'check_violation';
    end if;
    if exists (select from objection o where o.case_file_id = new.id and o.answered_at is null) then
      raise exception 'case_file_objections_answered_first' using errcode = 'check_violation';
    end if;
    if exists (select from file_proposal p where p.case_file_id = new.id and p.decision is null) then
      raise exception 'case_file_proposal_decided_first' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
