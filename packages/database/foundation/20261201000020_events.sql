-- Events out and in, as packages/event-bus sends and handles them.
create table outbox (
  position bigint generated always as identity primary key,
  event_id uuid not null unique,
  topic text not null,
  key text not null,
  type text not null,
  envelope jsonb not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  recorded_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz
);
create index outbox_unsent on outbox (position) where sent_at is null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;

create function wake_outbox_relay() returns trigger language plpgsql as $wake$
begin
  perform pg_notify('outbox', '');
  return null;
end
$wake$;
create trigger outbox_wakes_relay after insert on outbox for each statement execute function wake_outbox_relay();

create table inbox (
  consumer text not null,
  event_id uuid not null,
  handled_at timestamptz not null default clock_timestamp(),
  primary key (consumer, event_id)
);

create table dead_letter (
  id bigint generated always as identity primary key,
  consumer text not null,
  event_id uuid,
  type text,
  key text,
  envelope jsonb not null,
  cause text not null,
  stack text,
  attempts integer not null,
  died_at timestamptz not null default clock_timestamp(),
  replayed_at timestamptz,
  unique (consumer, event_id)
);
