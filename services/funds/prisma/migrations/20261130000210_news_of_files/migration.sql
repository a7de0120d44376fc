-- A check that begins with its rule's name, by which the service knows what to tell.
create or replace function refuse_by_rule(rule text, explanation text) returns void language plpgsql as $$
begin
  raise exception '%: %', rule, explanation using errcode = 'check_violation', constraint = rule;
end $$;

-- What case records tell of a household's file after its grants were approved: that it left the register, was suspended,
-- resumed or changed, or that its payee was corrected. Kept as told, by the event's id; what is written of somebody is
-- sealed. A file's news and its grants take turns by the file's lock, so that neither misses the other.
create table case_file_news (
  id uuid primary key,
  organization_path text collate "C" not null,
  case_file_id uuid not null,
  household_id uuid not null,
  kind text not null check (kind in ('EXITED', 'SUSPENDED', 'RESUMED', 'CHANGED', 'PAYEE_CORRECTED')),
  happened_on date not null,
  told_at timestamptz not null,
  staff_ids uuid[] not null,
  staff_names text[] not null,
  sealed_content text constraint case_file_news_content_is_sealed check (sealed_content ~ '^v[12][.]'),
  payee_name text,
  masked_identity_number text,
  masked_bank_account text,
  sealed_payee text constraint case_file_news_payee_is_sealed check (sealed_payee ~ '^v[12][.]'),
  recorded_at timestamptz not null default clock_timestamp(),
  constraint corrected_payee_is_whole check ((kind = 'PAYEE_CORRECTED') = (sealed_payee is not null)
    and (kind = 'PAYEE_CORRECTED') = (payee_name is not null and masked_identity_number is not null
      and masked_bank_account is not null))
);
create index on case_file_news (case_file_id, told_at);
comment on column case_file_news.sealed_content is 'sealed; row: id; organization: organization_path';
comment on column case_file_news.sealed_payee is 'sealed; row: id; organization: organization_path';
call access.protect('case_file_news');

-- Nothing of it is rewritten; who sees every organisation's rows (the owner, never a service) may seal it anew.
create function case_file_news_only_sealed_anew() returns trigger language plpgsql as $$
begin
  if row_security_active('case_file_news') or to_jsonb(old) - array['sealed_content', 'sealed_payee']
      is distinct from to_jsonb(new) - array['sealed_content', 'sealed_payee'] then
    raise exception 'case_file_news is append-only' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger only_sealed_anew before update on case_file_news
  for each row execute function case_file_news_only_sealed_anew();
create trigger append_only before delete on case_file_news
  for each statement execute function access.refuse_change();
create trigger append_only_truncate before truncate on case_file_news
  for each statement execute function access.refuse_change();

-- Whoever handled a household decides no later step of its payment; who is paid may be corrected until it is paid.
alter table aid_grant add column handlers uuid[] not null default '{}';
alter table aid_grant add column payee_news_id uuid references case_file_news;
alter table aid_grant disable trigger user;
update aid_grant set handlers = array[approved_by_id];
alter table aid_grant enable trigger user;
create index on aid_grant (case_file_id);
alter table aid_grant drop constraint aid_grant_status_check;
alter table aid_grant add constraint aid_grant_status_check
  check (status in ('AWAITING_FUNDS', 'COMMITTED', 'IN_BATCH', 'PAID', 'RELEASED'));
drop trigger legal_transition on aid_grant;
create trigger legal_transition before update on aid_grant for each row
  when ((old.status, new.status) not in (('AWAITING_FUNDS', 'AWAITING_FUNDS'), ('AWAITING_FUNDS', 'COMMITTED'),
    ('COMMITTED', 'COMMITTED'), ('COMMITTED', 'IN_BATCH'), ('IN_BATCH', 'IN_BATCH'), ('IN_BATCH', 'COMMITTED'),
      ('IN_BATCH', 'PAID'), ('PAID', 'PAID'), ('PAID', 'COMMITTED'), ('AWAITING_FUNDS', 'RELEASED'),
      ('COMMITTED', 'RELEASED'))
    or (old.id, old.organization_path, old.book_path, old.campaign_id, old.purpose, old.amount_fen, old.sealed_payee,
      old.case_file_id, old.approved_at)
      is distinct from (new.id, new.organization_path, new.book_path, new.campaign_id, new.purpose, new.amount_fen,
        new.sealed_payee, new.case_file_id, new.approved_at)
    or not new.handlers @> old.handlers)
  execute function refuse_grant_transition();

-- The payee of a grant is the one it was approved with or the one that a correction names, never another.
create function payee_is_corrected_by_news() returns trigger language plpgsql as $$
begin
  if new.status in ('PAID', 'RELEASED') or not exists (
    select from case_file_news n where n.id = new.payee_news_id and n.kind = 'PAYEE_CORRECTED'
      and n.case_file_id = new.case_file_id and (n.payee_name, n.masked_identity_number, n.masked_bank_account)
        = (new.payee_name, new.masked_identity_number, new.masked_bank_account))
  then
    perform refuse_by_rule('payee_is_corrected_by_news', 'who is paid changes by a correction, before it is paid');
  end if;
  return new;
end $$;
create trigger payee_is_corrected_by_news before update on aid_grant for each row
  when ((old.payee_news_id, old.payee_name, old.masked_identity_number, old.masked_bank_account)
    is distinct from (new.payee_news_id, new.payee_name, new.masked_identity_number, new.masked_bank_account))
  execute function payee_is_corrected_by_news();

-- Why an unpaid grant may not be paid now (暂缓发放), also inside a batch: its file left the register or is suspended, or
-- its last payment came back and the account has been neither corrected nor confirmed since.
create table grant_hold (
  id uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  grant_id uuid not null references aid_grant,
  cause text not null check (cause in ('EXITED', 'SUSPENDED', 'RETURNED')),
  news_id uuid references case_file_news,
  payment_id uuid references payment,
  held_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('PAID_ON', 'RELEASED', 'RESUMED', 'EXITED', 'PAYEE_CORRECTED')),
  check ((cause = 'RETURNED') = (payment_id is not null) and (cause <> 'RETURNED') = (news_id is not null)),
  check ((ended_at is null) = (outcome is null))
);
create unique index held_once on grant_hold (grant_id, cause) where ended_at is null;
create index on grant_hold (grant_id);
call access.protect('grant_hold');
create trigger never_deleted before delete on grant_hold for each statement execute function access.refuse_change();
create trigger begins_open before insert on grant_hold for each row
  when (new.ended_at is not null) execute function refuse_transition();
create trigger ends_once before update on grant_hold for each row
  when (old.ended_at is not null or new.ended_at is null
    or (old.id, old.organization_path, old.grant_id, old.cause, old.news_id, old.payment_id, old.held_at)
      is distinct from (new.id, new.organization_path, new.grant_id, new.cause, new.news_id, new.payment_id, new.held_at))
  execute function refuse_transition();

-- What is to become of an unpaid grant: one proposes, another agrees or not. `about` are the holds that were known.
create table grant_decision (
  id uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  grant_id uuid not null references aid_grant,
  kind text not null check (kind in ('PAY_ON', 'RELEASE')),
  reason text not null check (char_length(reason) between 1 and 500),
  about uuid[] not null,
  status text not null default 'PROPOSED' check (status in ('PROPOSED', 'CARRIED_OUT', 'REFUSED')),
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  answered_by uuid,
  answered_by_name text,
  answered_at timestamptz,
  answer text check (char_length(answer) between 1 and 500),
  constraint another_person_answers check (answered_by <> proposed_by),
  check ((status = 'PROPOSED') = (answered_by is null) and (status = 'PROPOSED') = (answered_at is null)),
  check ((status = 'REFUSED') = (answer is not null))
);
create unique index decision_proposed_once on grant_decision (grant_id) where status = 'PROPOSED';
create index on grant_decision (grant_id);
call access.protect('grant_decision');
create trigger never_deleted before delete on grant_decision for each statement execute function access.refuse_change();
create trigger answered_once before update on grant_decision for each row
  when (old.status <> 'PROPOSED' or new.status = 'PROPOSED'
    or (old.id, old.organization_path, old.grant_id, old.kind, old.reason, old.about, old.proposed_by, old.proposed_at)
      is distinct from (new.id, new.organization_path, new.grant_id, new.kind, new.reason, new.about, new.proposed_by,
        new.proposed_at))
  execute function refuse_transition();

-- Whoever handled the household neither proposes nor answers.
create function handler_decides_nothing() returns trigger language plpgsql as $$
begin
  if exists (select from aid_grant g where g.id = new.grant_id and g.handlers && array[new.proposed_by, new.answered_by])
  then
    perform refuse_by_rule('handler_decides_nothing', 'whoever handled the household decides no step of its payment');
  end if;
  return new;
end $$;
create trigger handler_decides_nothing before insert or update on grant_decision
  for each row execute function handler_decides_nothing();

-- A hold ends by what two people decided about it, or by what was told of the file; nothing else ends it.
create function hold_ends_for_cause() returns trigger language plpgsql as $$
declare
  for_cause boolean := case new.outcome
    when 'PAID_ON' then exists (select from grant_decision d where d.grant_id = new.grant_id and d.kind = 'PAY_ON'
      and d.status = 'CARRIED_OUT' and new.id = any (d.about))
    when 'RELEASED' then exists (select from grant_decision d where d.grant_id = new.grant_id and d.kind = 'RELEASE'
      and d.status = 'CARRIED_OUT')
    when 'PAYEE_CORRECTED' then new.cause = 'RETURNED' and exists (select from aid_grant g where g.id = new.grant_id
      and g.payee_news_id is not null)
    else new.cause = 'SUSPENDED' and exists (select from aid_grant g join case_file_news n
      on n.case_file_id = g.case_file_id and n.kind = new.outcome and n.told_at >= g.approved_at where g.id = new.grant_id)
  end;
begin
  if not for_cause then
    perform refuse_by_rule('hold_ends_for_cause', 'a hold ends by a decision of two people or by what was told');
  end if;
  return new;
end $$;
create trigger hold_ends_for_cause before update on grant_hold for each row
  when (new.ended_at is not null) execute function hold_ends_for_cause();

-- A grant is released by two people, and its money with it.
create function released_with_its_money() returns trigger language plpgsql as $$
begin
  if not exists (select from grant_decision d where d.grant_id = new.id and d.kind = 'RELEASE'
      and d.status = 'CARRIED_OUT')
    or exists (select from commitment c where c.grant_id = new.id and c.status = 'HELD')
  then
    perform refuse_by_rule('released_with_its_money', 'a grant is released by two people, and its money with it');
  end if;
  return new;
end $$;
create trigger released_with_its_money before update on aid_grant for each row
  when (old.status <> new.status and new.status = 'RELEASED') execute function released_with_its_money();

create function lock_file(file uuid) returns void language sql volatile as $$
  select pg_advisory_xact_lock(hashtextextended('file:' || file, 0))
$$;

-- Lets news reach the unpaid grants that were approved before it, or one of them.
create function apply_news(n case_file_news, at timestamptz, only_grant uuid default null) returns void
language plpgsql as $$
declare
  reached uuid[];
begin
  select array_agg(g.id) into reached from aid_grant g
  where g.case_file_id = n.case_file_id and g.approved_at <= n.told_at and (only_grant is null or g.id = only_grant)
    and g.status in ('AWAITING_FUNDS', 'COMMITTED', 'IN_BATCH');
  update aid_grant g set handlers = array(select unnest(g.handlers) union select unnest(n.staff_ids))
  where g.case_file_id = n.case_file_id and (only_grant is null or g.id = only_grant) and g.status <> 'RELEASED'
    and not g.handlers @> n.staff_ids;
  if n.kind in ('EXITED', 'RESUMED') then
    update grant_hold h set ended_at = at, outcome = n.kind
    where h.grant_id = any (reached) and h.cause = 'SUSPENDED' and h.ended_at is null;
  end if;
  if n.kind in ('EXITED', 'SUSPENDED') then
    insert into grant_hold (organization_path, grant_id, cause, news_id, held_at)
    select g.organization_path, g.id, n.kind, n.id, at from aid_grant g where g.id = any (reached)
    on conflict (grant_id, cause) where ended_at is null do nothing;
  end if;
  if n.kind = 'PAYEE_CORRECTED' then
    perform take_payee(n, reached, at);
  end if;
end $$;

create function take_payee(n case_file_news, grants uuid[], at timestamptz) returns void language plpgsql as $$
begin
  update aid_grant g set payee_news_id = n.id, payee_name = n.payee_name,
    masked_identity_number = n.masked_identity_number, masked_bank_account = n.masked_bank_account
  where g.id = any (grants);
  update grant_hold h set ended_at = at, outcome = 'PAYEE_CORRECTED'
  where h.grant_id = any (grants) and h.cause = 'RETURNED' and h.ended_at is null;
end $$;

-- Keeps what was told of a file, once however often it is told, and lets it reach the file's grants.
create function take_news(told jsonb, at timestamptz) returns void language plpgsql as $$
declare
  n case_file_news;
begin
  n := jsonb_populate_record(null::case_file_news, told || jsonb_build_object('recorded_at', clock_timestamp()));
  perform lock_file(n.case_file_id);
  perform lock_book(book)
  from (select distinct book_path as book from aid_grant where case_file_id = n.case_file_id order by 1) books;
  insert into case_file_news select n.* on conflict do nothing;
  if found then
    perform apply_news(n, at);
  end if;
end $$;

-- Frees what was set aside for an unpaid grant that lapses; others that wait take it.
create function release_grant(released uuid, at timestamptz, request text) returns void language plpgsql as $$
declare
  g aid_grant;
begin
  update commitment set status = 'RELEASED' where grant_id = released and status = 'HELD';
  update aid_grant set status = 'RELEASED', missing_fen = null where id = released returning * into strict g;
  update grant_hold set ended_at = at, outcome = 'RELEASED' where grant_id = released and ended_at is null;
  perform commit_waiting_grants(g.book_path, at, request);
end $$;

-- Whether a batch may be decided on: none of its grants is held, none was handled by who decides, and whoever approves or
-- approved it saw everything that was told of its households since they were approved.
create table batch_answer (
  batch_id uuid not null references disbursement_batch,
  finding text not null check (char_length(finding) between 1 and 100),
  organization_path text collate "C" not null,
  reason text check (char_length(reason) between 1 and 500),
  answered_by uuid not null,
  answered_by_name text not null,
  answered_at timestamptz not null,
  primary key (batch_id, finding)
);
call access.protect('batch_answer');
call access.append_only('batch_answer');

create function batch_has_held(batch uuid) returns boolean language sql stable
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
  select exists (
    select from payment p join grant_hold h on h.grant_id = p.grant_id and h.ended_at is null
    where p.batch_id = batch and p.status = 'PENDING')
$$;

create function batch_has_unseen_news(batch uuid) returns boolean language sql stable
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
  select exists (
    select from payment p join aid_grant g on g.id = p.grant_id
    join case_file_news n on n.case_file_id = g.case_file_id and n.told_at >= g.approved_at
    where p.batch_id = batch and p.status = 'PENDING' and n.kind in ('CHANGED', 'PAYEE_CORRECTED')
      and not exists (select from batch_answer a where a.batch_id = batch and a.finding = 'NEWS:' || n.id))
$$;

-- Answers are given by nobody who prepared the batch or handled any of its households.
create function answered_by_another() returns trigger language plpgsql as $$
begin
  if exists (
    select from (select distinct batch_id, answered_by from added) a join disbursement_batch b on b.id = a.batch_id
    where b.prepared_by = a.answered_by or exists (
      select from payment p join aid_grant g on g.id = p.grant_id
      where p.batch_id = b.id and p.status = 'PENDING' and a.answered_by = any (g.handlers)))
  then
    perform refuse_by_rule('handler_decides_nothing', 'whoever handled the household decides no step of its payment');
  end if;
  return null;
end $$;
create trigger answered_by_another after insert on batch_answer referencing new table as added
  for each statement execute function answered_by_another();

create function batch_may_be_decided() returns trigger language plpgsql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
declare
  decider uuid := case new.status when 'PAID' then new.paid_by else new.approved_by end;
begin
  if exists (
    select from payment p join aid_grant g on g.id = p.grant_id
    where p.batch_id = new.id and p.status = 'PENDING' and decider = any (g.handlers))
  then
    perform refuse_by_rule('handler_decides_nothing', 'whoever handled the household decides no step of its payment');
  end if;
  if batch_has_held(new.id) then
    perform refuse_by_rule('held_grant_is_not_paid', 'a grant that is held is not paid');
  end if;
  if batch_has_unseen_news(new.id) then
    perform refuse_by_rule('news_is_seen', 'what changed since approval is seen before a batch is approved and paid');
  end if;
  return new;
end $$;
create trigger batch_may_be_decided before update on disbursement_batch for each row
  when (old.status <> new.status and new.status in ('APPROVED', 'PAID')) execute function batch_may_be_decided();

-- An approved grant, written once however often it is announced, with all that was told of its file since, and committed
-- or left waiting with what is missing.
create or replace function commit_approved_grant(approved jsonb, at timestamptz, request text) returns text
language plpgsql as $$
declare
  g aid_grant;
  short bigint;
begin
  g := jsonb_populate_record(null::aid_grant, approved);
  g.book_path := coalesce(g.book_path, nearest_book(g.organization_path));
  g.status := 'AWAITING_FUNDS';
  perform lock_file(g.case_file_id);
  perform lock_book(g.book_path);
  insert into aid_grant select g.* on conflict do nothing;
  if not found then
    return (select status from aid_grant where id = g.id);
  end if;
  perform apply_news(told.news, at, g.id)
  from (select n as news from case_file_news n where n.case_file_id = g.case_file_id and n.told_at >= g.approved_at
    order by n.told_at, n.recorded_at) told;
  perform commit_queue(g.book_path, g.campaign_id, g.purpose, at, request);
  select status into strict g.status from aid_grant where id = g.id;
  if g.status = 'COMMITTED' then
    return g.status;
  end if;
  select least(g.amount_fen, sum(w.amount_fen) - coalesce((
      select sum(b.balance_fen - b.committed_fen) from fund f join fund_balance b on b.fund_id = f.id
      where f.organization_path = g.book_path and g.purpose = any (f.purposes)
        and (f.campaign_id is null or f.campaign_id = g.campaign_id)), 0)) into short
  from aid_grant w
  where w.book_path = g.book_path and w.status = 'AWAITING_FUNDS' and w.purpose = g.purpose
    and w.campaign_id is not distinct from g.campaign_id and (w.approved_at, w.id) <= (g.approved_at, g.id);
  update aid_grant set missing_fen = short where id = g.id;
  insert into outbox (event_id, topic, key, type, envelope)
  select e.id, 'funds', g.id::text, 'nuangong.grant-awaiting-funds.v1',
    event_envelope(e.id, 'nuangong.grant-awaiting-funds.v1', g.id, g.organization_path, coalesce(access.staff(),
      g.approved_by_id), request, at,
      jsonb_build_object('grantId', g.id, 'applicationId', g.application_id, 'amountFen', g.amount_fen::text,
        'missingFen', short::text))
  from (select uuidv7() as id offset 0) e;
  return g.status;
end $$;
