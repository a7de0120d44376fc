-- Who objected, what a visit brought, and why a day of long ago is right: sealed as all that is written of a household.
comment on column visit.brought is 'sealed; row: id; organization: organization_path';
comment on column visit.date_reason is 'sealed; row: id; organization: organization_path';
comment on column objection.raised_by is 'sealed; row: id; organization: organization_path';
comment on column case_file_step.date_reason is 'sealed; row: id; organization: organization_path';
comment on column file_proposal.date_reason is 'sealed; row: id; organization: organization_path';
comment on column household_move.moved_on_reason is 'sealed; row: id; organization: organization_path';

alter table visit drop constraint visit_date_reason_check,
  add constraint visit_brought_is_sealed check (brought ~ '^v[12][.]'),
  add constraint visit_date_reason_is_sealed check (date_reason ~ '^v[12][.]');
alter table objection add constraint objection_raised_by_is_sealed check (raised_by ~ '^v[12][.]');
alter table case_file_step drop constraint case_file_step_date_reason_check,
  add constraint case_file_step_date_reason_is_sealed check (date_reason ~ '^v[12][.]');
alter table file_proposal drop constraint file_proposal_date_reason_check,
  add constraint file_proposal_date_reason_is_sealed check (date_reason ~ '^v[12][.]');
alter table household_move
  add constraint household_move_moved_on_reason_is_sealed check (moved_on_reason ~ '^v[12][.]');

-- History stays as it was written, visits too; the owner may seal its words anew.
drop trigger only_sealed_anew on household_move;
create trigger only_sealed_anew before update on household_move
  for each row execute function only_sealed_anew('why', 'moved_on_reason');
drop trigger only_sealed_anew on case_file_step;
create trigger only_sealed_anew before update on case_file_step
  for each row execute function only_sealed_anew('opinion', 'date_reason');
call access.append_only('visit');
drop trigger append_only on visit;
create trigger append_only before delete on visit for each statement execute function access.refuse_change();
create trigger only_sealed_anew before update on visit
  for each row execute function only_sealed_anew('brought', 'date_reason', 'findings', 'sealed_findings');

create or replace function file_proposal_needs_two() returns trigger language plpgsql as $$
declare
  sealed constant text[] := array['sealed_content', 'decision_opinion', 'date_reason'];
begin
  if tg_op = 'INSERT' then
    if access.staff() is not null and (new.decision is not null or new.proposed_by <> access.staff()) then
      raise exception 'file_proposal_by_actor' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if to_jsonb(old) - sealed is not distinct from to_jsonb(new) - sealed then
    if row_security_active('file_proposal') then
      raise exception 'file_proposal_stays' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.decision is not null or new.decision is null
    or to_jsonb(old) - array['decision', 'decided_by', 'decided_by_name', 'decided_at', 'decision_opinion', 'decided_in']
      is distinct from
      to_jsonb(new) - array['decision', 'decided_by', 'decided_by_name', 'decided_at', 'decision_opinion', 'decided_in']
  then
    raise exception 'file_proposal_stays' using errcode = 'check_violation';
  end if;
  if new.decided_by is distinct from access.staff() then
    raise exception 'file_proposal_by_actor' using errcode = 'check_violation';
  end if;
  if (new.decision = 'WITHDRAWN') <> (new.decided_by = old.proposed_by) or (new.decision <> 'WITHDRAWN'
    and made_household(new.case_file_id, (select household_id from case_file where id = new.case_file_id), new.decided_by))
  then
    raise exception 'file_proposal_needs_two' using errcode = 'check_violation';
  end if;
  new.decided_in := pg_current_xact_id()::text::bigint;
  return new;
end $$;

create or replace function objection_answered_by_another() returns trigger language plpgsql as $$
declare
  sealed constant text[] := array['raised_by', 'text', 'finding'];
begin
  if tg_op = 'INSERT' then
    if access.staff() is not null and (new.recorded_by <> access.staff() or new.answered_at is not null) then
      raise exception 'objection_by_actor' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if not row_security_active('objection') and to_jsonb(old) - sealed is not distinct from to_jsonb(new) - sealed then
    return new;
  end if;
  if old.answered_at is not null
    or to_jsonb(old) - array['finding', 'upheld', 'answered_at', 'answered_by']
      is distinct from to_jsonb(new) - array['finding', 'upheld', 'answered_at', 'answered_by']
    or new.answered_by is distinct from access.staff() then
    raise exception 'objection_stays' using errcode = 'check_violation';
  end if;
  if new.answered_by = old.recorded_by or reviewed_file(new.case_file_id, new.answered_by)
    or made_household(new.case_file_id, (select household_id from case_file where id = new.case_file_id), new.answered_by)
  then
    raise exception 'objection_answered_by_another' using errcode = 'check_violation';
  end if;
  return new;
end $$;
