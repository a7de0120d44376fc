-- What somebody writes about a household (why, an opinion, an objection, what was found) may tell of health: it is kept
-- sealed. The program's own words stand in the same columns: they are sealed too by the next start, as is what was written
-- before.
comment on column household_version.why is 'sealed; row: id; organization: organization_path; or plain';
comment on column household_move.why is 'sealed; row: id; organization: organization_path; or plain';
comment on column person_correction.why is 'sealed; row: id; organization: organization_path; or plain';
comment on column person_correction.opinion is 'sealed; row: id; organization: organization_path; or plain';
comment on column same_person_answer.why is 'sealed; row: id; organization: organization_path; or plain';
comment on column case_file_step.opinion is 'sealed; row: id; organization: organization_path; or plain';
comment on column file_proposal.decision_opinion is 'sealed; row: id; organization: organization_path; or plain';
comment on column objection.text is 'sealed; row: id; organization: organization_path; or plain';
comment on column objection.finding is 'sealed; row: id; organization: organization_path; or plain';
comment on column roster_row.decided_why is 'sealed; row: id; organization: organization_path; or plain';
comment on column aid_application.opinion is 'sealed; row: id; organization: organization_path; or plain';
comment on column application_step.opinion is 'sealed; row: id; organization: organization_path; or plain';

-- A sealed text is longer than its words.
alter table file_proposal drop constraint file_proposal_decision_opinion_check;
alter table roster_row drop constraint roster_row_decided_why_check;

-- History stays as it was written; who sees every organisation's rows (the owner, never a service) may seal its words anew.
create function only_sealed_anew() returns trigger language plpgsql as $$
begin
  if row_security_active(tg_relid) or to_jsonb(old) - tg_argv is distinct from to_jsonb(new) - tg_argv then
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
drop trigger append_only on household_move;
create trigger append_only before delete on household_move for each statement execute function access.refuse_change();
create trigger only_sealed_anew before update on household_move for each row execute function only_sealed_anew('why');
drop trigger append_only on same_person_answer;
create trigger append_only before delete on same_person_answer for each statement execute function access.refuse_change();
create trigger only_sealed_anew before update on same_person_answer for each row execute function only_sealed_anew('why');
drop trigger append_only on case_file_step;
create trigger append_only before delete on case_file_step for each statement execute function access.refuse_change();
create trigger only_sealed_anew before update on case_file_step for each row execute function only_sealed_anew('opinion');
drop trigger append_only on application_step;
create trigger append_only before delete on application_step for each statement execute function access.refuse_change();
create trigger only_sealed_anew before update on application_step for each row execute function only_sealed_anew('opinion');

create or replace function household_version_only_sealed_anew() returns trigger language plpgsql as $$
begin
  if row_security_active('household_version') or to_jsonb(old) - array['state', 'sealed_state', 'why']
      is distinct from to_jsonb(new) - array['state', 'sealed_state', 'why'] or new.state is not null then
    raise exception 'household_version is append-only' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create or replace function file_proposal_needs_two() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if access.staff() is not null and (new.decision is not null or new.proposed_by <> access.staff()) then
      raise exception 'file_proposal_by_actor' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if to_jsonb(old) - array['sealed_content', 'decision_opinion'] is not distinct from to_jsonb(new) - array['sealed_content', 'decision_opinion'] then
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
begin
  if tg_op = 'INSERT' then
    if access.staff() is not null and (new.recorded_by <> access.staff() or new.answered_at is not null) then
      raise exception 'objection_by_actor' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if not row_security_active('objection')
    and to_jsonb(old) - array['text', 'finding'] is not distinct from to_jsonb(new) - array['text', 'finding'] then
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
