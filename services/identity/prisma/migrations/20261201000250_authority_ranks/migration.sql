-- Ranks of approval authority (审批权限) beside the role of approver, each held for an organisation between two days.

create extension if not exists btree_gist;

-- Lowest first; packages/access/src/rank.ts has the same order.
create type "Rank" as enum ('CENTRE_DIRECTOR', 'UNION_CHAIR');

create table authority_rank (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null references organization,
  staff_id          uuid not null references staff,
  rank              "Rank" not null,
  in_force_from     date not null,
  -- The last day; the day before the first where it was taken back before it came into force.
  in_force_to       date,
  changed_on        date not null,
  constraint authority_rank_in_force_in_order check (in_force_to >= in_force_from - 1),
  -- Nobody holds two ranks on one day, and a union has one chair; deputies may be directors side by side.
  constraint authority_rank_one_at_a_time exclude using gist
    (staff_id with =, daterange(in_force_from, in_force_to + 1) with &&),
  constraint authority_rank_one_chair exclude using gist
    (organization_id with =, daterange(in_force_from, in_force_to + 1) with &&) where (rank = 'UNION_CHAIR')
);
create index authority_rank_organization_id_idx on authority_rank (organization_id);
create index authority_rank_staff_id_idx on authority_rank (staff_id, in_force_from);
call access.protect('authority_rank');
create trigger never_deleted before delete on authority_rank for each statement execute function access.refuse_change();
create trigger never_truncated before truncate on authority_rank
  for each statement execute function access.refuse_change();

alter type "AccountActKind" add value 'GRANT_RANK';
alter type "AccountActKind" add value 'END_RANK';
alter table account_act
  add column rank "Rank",
  add column authority_rank_id uuid references authority_rank,
  add constraint account_act_of_a_rank check ((kind::text in ('GRANT_RANK', 'END_RANK')) = (rank is not null)),
  add constraint account_act_ends_a_rank check ((kind::text = 'END_RANK') = (authority_rank_id is not null)),
  add constraint account_act_rank_has_days
    check (rank is null or first_day is not null and (authority_rank_id is null or last_day is not null));

-- A rank is granted to an approver of the organisation by a confirmed act, and then only ends: by another confirmed
-- act, or with the role or the account.
create function authority_rank_is_sound() returns trigger language plpgsql as $$
declare
  holder staff;
  approves boolean;
begin
  select * into holder from staff where id = new.staff_id for update;
  approves := holder.active and holder.roles @> '{APPROVER}';
  if tg_op = 'INSERT' then
    if not approves or (holder.organization_id, holder.organization_path)
      is distinct from (new.organization_id, new.organization_path)
    then
      raise exception 'rank_beside_approver' using errcode = 'check_violation', constraint = 'rank_beside_approver';
    end if;
    if row_security_active('authority_rank') and not exists (
      select from account_act a
      where a.decided_in = pg_current_xact_id()::text::bigint and a.outcome = 'CONFIRMED' and a.kind = 'GRANT_RANK'
        and a.staff_id = new.staff_id and a.rank = new.rank and a.first_day <= new.in_force_from
        and a.last_day is not distinct from new.in_force_to)
    then
      raise exception 'guarded_account: GRANT_RANK was not confirmed' using errcode = 'check_violation',
        constraint = 'guarded_account';
    end if;
    return new;
  end if;
  if (to_jsonb(new) - '{in_force_to,changed_on}'::text[]) is distinct from (to_jsonb(old) - '{in_force_to,changed_on}'::text[])
    or new.in_force_to is null or new.in_force_to >= old.in_force_to
  then
    raise exception 'authority_rank_only_ends' using errcode = 'restrict_violation';
  end if;
  if row_security_active('authority_rank') and approves and not exists (
    select from account_act a
    where a.decided_in = pg_current_xact_id()::text::bigint and a.outcome = 'CONFIRMED' and a.kind = 'END_RANK'
      and a.authority_rank_id = new.id)
  then
    raise exception 'guarded_account: END_RANK was not confirmed' using errcode = 'check_violation',
      constraint = 'guarded_account';
  end if;
  return new;
end $$;
create trigger authority_rank_is_sound before insert or update on authority_rank
  for each row execute function authority_rank_is_sound();

alter table organization_history drop constraint organization_history_record_type_check;
alter table organization_history add constraint organization_history_record_type_check
  check (record_type in ('ORGANIZATION', 'AID_CENTRE', 'CENTRE_POST', 'FACILITY', 'AUTHORITY_RANK'));
create trigger authority_rank_keeps_history after insert or update on authority_rank
  for each row execute function keep_history('AUTHORITY_RANK');
