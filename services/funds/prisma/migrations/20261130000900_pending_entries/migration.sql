-- Money above the limit waits for the head of finance (复核): what one officer wants to record or send, and on which
-- document; decided once, by another. Kept for ever, also what was sent back.
create function entry_limit() returns bigint language sql immutable parallel safe return 50000000;

create table pending_entry (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  kind              text not null check (kind in ('RECEIPT', 'ALLOCATION')),
  fund_id           uuid not null references fund,
  fund_name         text not null,
  amount_fen        bigint not null,
  counterpart       text not null check (char_length(counterpart) between 1 and 200),
  document          text not null check (char_length(document) between 1 and 200),
  content           jsonb not null,
  idempotency_key   text not null,
  proposed_by       uuid not null,
  proposed_by_name  text not null,
  proposed_at       timestamptz not null,
  carried_out       boolean,
  opinion           text,
  decided_by        uuid,
  decided_by_name   text,
  decided_at        timestamptz,
  constraint pending_entry_key_once unique (organization_path, kind, idempotency_key),
  constraint pending_entry_above_limit check (amount_fen > entry_limit()),
  constraint pending_entry_decided_by_another check (decided_by <> proposed_by),
  constraint pending_entry_decision_is_whole check (
    (carried_out is null) = (decided_by is null) and (carried_out is null) = (decided_at is null)
      and (carried_out is null) = (decided_by_name is null)),
  constraint pending_entry_sent_back_with_opinion check (carried_out is not false or opinion is not null)
);
create index on pending_entry (organization_path, proposed_at) where carried_out is null;
call access.protect('pending_entry');
create trigger never_deleted before delete on pending_entry for each statement execute function access.refuse_change();
create trigger decided_once before update on pending_entry for each row
  when (old.carried_out is not null
    or to_jsonb(old) - array['carried_out', 'opinion', 'decided_by', 'decided_by_name', 'decided_at']
      is distinct from to_jsonb(new) - array['carried_out', 'opinion', 'decided_by', 'decided_by_name', 'decided_at'])
  execute function refuse_transition();

-- No single officer moves more than the limit, whatever program asks.
create function money_above_limit_is_checked() returns trigger language plpgsql as $$
begin
  if not exists (
    select from pending_entry p
    where p.organization_path = new.organization_path and p.kind = tg_argv[0] and p.amount_fen = new.amount_fen
      and p.fund_id = new.fund_id and p.idempotency_key = new.idempotency_key and p.carried_out)
  then
    perform refuse_by_rule('money_above_limit_is_checked', 'money above the limit is checked by the head of finance');
  end if;
  return new;
end $$;
create trigger money_above_limit_is_checked before insert on receipt for each row
  when (new.allocation_id is null and new.amount_fen > entry_limit()) execute function money_above_limit_is_checked('RECEIPT');
create trigger money_above_limit_is_checked before insert on allocation for each row
  when (new.amount_fen > entry_limit()) execute function money_above_limit_is_checked('ALLOCATION');
