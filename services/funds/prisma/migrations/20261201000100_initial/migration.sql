-- The tables of funds: the ledger, money in and out, grants, batches and vouchers.

create function month_of(on_date date) returns integer language sql immutable parallel safe
  return extract(year from on_date)::integer * 100 + extract(month from on_date)::integer;

-- Above 500,000 yuan, in fen, a receipt or an allocation is checked before it is entered.
create function entry_limit() returns bigint language sql immutable parallel safe return 50000000;

-- Read model of other organisations, from their registration events.
create table organization (
  id                uuid primary key,
  organization_path text collate "C" not null unique,
  code              text not null,
  name              text not null,
  kind              text not null
);
call access.protect('organization');

create table fund (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  organization_name text not null,
  name              text not null check (char_length(name) between 1 and 100),
  source            text not null check (source in ('CENTRAL_FISCAL', 'PROVINCIAL_FISCAL', 'LOCAL_FISCAL', 'UNION', 'DONATION', 'OTHER')),
  purposes          text[] not null check (cardinality(purposes) between 1 and 20),
  year              integer not null check (year between 2000 and 2100),
  campaign_id       uuid,
  priority          integer not null check (priority between 0 and 1000),
  opened_by         uuid not null,
  opened_at         timestamptz not null,
  constraint fund_name_once unique (organization_path, year, name)
);
call access.protect('fund');
call access.append_only('fund');

-- What a fund holds and what of it is set aside; what is available is the difference and never below zero.
create table fund_balance (
  fund_id           uuid primary key references fund,
  organization_path text collate "C" not null,
  balance_fen       bigint not null default 0 check (balance_fen >= 0),
  committed_fen     bigint not null default 0 check (committed_fen >= 0),
  constraint fund_never_below_zero check (balance_fen - committed_fen >= 0)
) with (fillfactor = 50);
call access.protect('fund_balance');

-- The accounts of every book.
-- no row security on account: every book has the same chart, and it holds nobody's rows
create table account (
  code    text primary key,
  name    text not null,
  name_en text not null,
  kind    text not null check (kind in ('ASSET', 'LIABILITY', 'NET_ASSETS', 'INCOME', 'EXPENSE'))
);
call access.append_only('account');

-- The chart of accounts, modelled on the trade-union accounting system (工会会计制度), by what an account is for.
create function account_code(of_role text) returns text language sql immutable parallel safe
  return case of_role
    when 'CASH' then '101'
    when 'BANK' then '102'
    when 'IN_TRANSIT' then '122'
    when 'INVENTORY' then '141'
    when 'PAYABLES' then '221'
    when 'RESTRICTED_FUNDS' then '311'
    when 'UNION_CARRIED_FORWARD' then '321'
    when 'GOVERNMENT_CARRIED_FORWARD' then '331'
    when 'INCOME_UNION' then '402'
    when 'FROM_SUPERIOR' then '403'
    when 'INCOME_CENTRAL_FISCAL' then '40401'
    when 'INCOME_PROVINCIAL_FISCAL' then '40402'
    when 'INCOME_LOCAL_FISCAL' then '40403'
    when 'INCOME_DONATION' then '40801'
    when 'INCOME_OTHER' then '40899'
    when 'LEGAL_AID' then '50303'
    when 'HARDSHIP_AID' then '50304'
    when 'SENDING_WARMTH' then '50305'
    when 'TO_SUBORDINATES' then '507'
  end;

-- The last number given in a series of a book and month. Numbers are taken in the transaction of the numbered rows.
create table number_series (
  organization_path text collate "C" not null,
  series            text not null,
  month             integer not null,
  last_number       integer not null,
  primary key (organization_path, series, month)
) with (fillfactor = 50);
call access.protect('number_series');

-- Entries (记账凭证). The business date and the moment of recording are both kept; one entry for each thing recorded.
create table journal_entry (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  month             integer generated always as (month_of(business_date)) stored not null,
  number            integer not null check (number > 0),
  business_date     date not null,
  recorded_at       timestamptz not null default clock_timestamp(),
  memo              text not null,
  origin_type       text not null,
  origin_id         uuid not null,
  reverses          uuid,
  transaction_id    xid8 not null default pg_current_xact_id(),
  constraint entry_number_once unique (organization_path, month, number),
  constraint recorded_once unique (origin_id, origin_type)
);
create unique index reversed_once on journal_entry (reverses) where reverses is not null;
call access.protect('journal_entry');
call access.append_only('journal_entry');

create table journal_line (
  entry_id          uuid not null,
  line_number       integer not null,
  organization_path text collate "C" not null,
  account_code      text not null,
  fund_id           uuid,
  debit_fen         bigint not null default 0 check (debit_fen >= 0),
  credit_fen        bigint not null default 0 check (credit_fen >= 0),
  primary key (entry_id, line_number),
  constraint bank_money_is_of_a_fund check (account_code <> account_code('BANK') or fund_id is not null),
  constraint line_has_one_side check ((debit_fen > 0) <> (credit_fen > 0))
);
create index journal_line_by_account on journal_line (organization_path, account_code);
call access.protect('journal_line');
call access.append_only('journal_line');

-- Allocations (下拨): out of the superior's book, in transit, into the subordinate's book. Seen from both ends.
create table allocation (
  id                     uuid primary key default uuidv7(),
  organization_path      text collate "C" not null,
  from_organization_id   uuid not null,
  from_organization_name text not null,
  to_organization_path   text collate "C" not null,
  to_organization_id     uuid not null,
  to_organization_name   text not null,
  fund_id                uuid not null references fund,
  source                 text not null,
  purposes               text[] not null,
  year                   integer not null,
  campaign_id            uuid,
  amount_fen             bigint not null check (amount_fen > 0),
  matching_requirement   text not null check (matching_requirement in ('NONE', 'EQUAL', 'RATIO')),
  matching_ratio         numeric(7,4) check (matching_ratio > (0)::numeric),
  month                  integer generated always as (month_of(sent_on)) stored not null,
  number                 integer not null,
  status                 text not null default 'IN_TRANSIT' check (status in ('IN_TRANSIT', 'RECEIVED')),
  idempotency_key        text not null check (char_length(idempotency_key) between 1 and 100),
  sent_on                date not null,
  sent_by                uuid not null,
  received_on            date,
  received_by            uuid,
  constraint allocation_check check ((matching_requirement = 'RATIO') = (matching_ratio is not null)),
  constraint allocation_check1 check ((status = 'RECEIVED') = ((received_on is not null) and (received_by is not null))),
  constraint allocation_id_amount_fen_key unique (id, amount_fen),
  constraint allocation_key_once unique (organization_path, idempotency_key),
  constraint allocation_number_once unique (organization_path, month, number),
  constraint goes_to_a_subordinate check (to_organization_path ^@ organization_path
    and to_organization_path <> organization_path),
  constraint received_after_sent check (received_on >= sent_on)
);
create index allocation_to_organization_path_idx on allocation (to_organization_path);
alter table allocation enable row level security;
alter table allocation force row level security;

-- Income of a fund. An allocation received is a receipt too, and says of which allocation.
create table receipt (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  fund_id           uuid not null references fund,
  amount_fen        bigint not null check (amount_fen > 0),
  payer             text not null check (char_length(payer) between 1 and 200),
  received_on       date not null,
  memo              text check (char_length(memo) <= 500),
  idempotency_key   text not null check (char_length(idempotency_key) between 1 and 100),
  allocation_id     uuid unique,
  entry_id          uuid not null references journal_entry,
  recorded_by       uuid not null,
  recorded_at       timestamptz not null,
  -- Why a day of long ago is right is kept with the receipt; money is not received before it was sent.
  date_reason       text check (length(date_reason) between 1 and 500),
  -- What was received is what was sent, to the fen.
  constraint receipt_equals_allocation foreign key (allocation_id, amount_fen) references allocation (id, amount_fen),
  constraint receipt_key_once unique (organization_path, idempotency_key)
);
create index receipt_fund_id_received_on_idx on receipt (fund_id, received_on);
call access.protect('receipt');
call access.append_only('receipt');

-- The money of a fund laid end to end in the order of its coming, each stretch of one receipt. It leaves in the same
-- order: what has left is the length of all stretches less the balance.
create table fund_inflow (
  fund_id           uuid not null references fund,
  from_fen          bigint not null check (from_fen >= 0),
  amount_fen        bigint not null check (amount_fen > 0),
  receipt_id        uuid not null references receipt,
  organization_path text collate "C" not null,
  primary key (fund_id, from_fen)
);
call access.protect('fund_inflow');
call access.append_only('fund_inflow');

-- Which receipts of the superior the allocation was made of.
create table allocation_source (
  allocation_id     uuid not null references allocation,
  receipt_id        uuid not null references receipt,
  organization_path text collate "C" not null,
  amount_fen        bigint not null check (amount_fen > 0),
  primary key (allocation_id, receipt_id)
);
call access.protect('allocation_source');
call access.append_only('allocation_source');

-- Events from case records about a household's file after its grants were approved: it exited, was suspended,
-- was resumed or changed, or its payee was corrected. Stored as received, by the event's id; text about people is
-- sealed. A file's news and its grants take turns by the file's lock, so that neither misses the other.
create table case_file_news (
  id                     uuid primary key,
  organization_path      text collate "C" not null,
  case_file_id           uuid not null,
  household_id           uuid not null,
  kind                   text not null check (kind in ('EXITED', 'SUSPENDED', 'RESUMED', 'CHANGED', 'PAYEE_CORRECTED')),
  happened_on            date not null,
  told_at                timestamptz not null,
  staff_ids              uuid[] not null,
  staff_names            text[] not null,
  sealed_content         text,
  payee_name             text,
  masked_identity_number text,
  masked_bank_account    text,
  sealed_payee           text,
  recorded_at            timestamptz not null default clock_timestamp(),
  constraint case_file_news_content_is_sealed check (sealed_content ~ '^v2[.]'),
  constraint case_file_news_payee_is_sealed check (sealed_payee ~ '^v2[.]'),
  constraint corrected_payee_is_whole check ((kind = 'PAYEE_CORRECTED') = (sealed_payee is not null)
    and (kind = 'PAYEE_CORRECTED') = (payee_name is not null and masked_identity_number is not null
    and masked_bank_account is not null))
);
comment on column case_file_news.sealed_content is 'sealed; row: id; organization: organization_path';
comment on column case_file_news.sealed_payee is 'sealed; row: id; organization: organization_path';
create index case_file_news_case_file_id_told_at_idx on case_file_news (case_file_id, told_at);
call access.protect('case_file_news');

-- Approved grants (救助款物核定) and the money set aside for them (占用).
create table aid_grant (
  id                     uuid primary key,
  organization_path      text collate "C" not null,
  organization_id        uuid not null,
  organization_code      text not null,
  organization_name      text not null,
  book_path              text collate "C" not null,
  application_id         uuid not null unique,
  campaign_id            uuid,
  household_id           uuid not null,
  case_file_id           uuid not null,
  decision_sheet_id      uuid not null,
  aid_type               text not null,
  mark                   text,
  purpose                text not null,
  amount_fen             bigint not null check (amount_fen > 0),
  status                 text not null,
  missing_fen            bigint check (missing_fen > 0),
  payee_name             text not null,
  unit_name              text not null,
  sealed_payee           text not null,
  masked_identity_number text not null,
  masked_bank_account    text not null,
  reason                 text not null,
  clause                 text not null,
  migrant_worker         boolean not null,
  model_worker           boolean not null,
  worksheet_row          integer,
  approved_by_id         uuid not null,
  approved_by_name       text not null,
  approved_at            timestamptz not null,
  -- A person who handled a household decides no later step of its payment; the payee may be corrected until payment.
  handlers               uuid[] not null default '{}'::uuid[],
  payee_news_id          uuid references case_file_news,
  constraint aid_grant_check check (organization_path ^@ book_path),
  constraint aid_grant_id_amount_fen_key unique (id, amount_fen),
  -- Nothing but sealed texts.
  constraint aid_grant_payee_is_sealed check (sealed_payee ~ '^v2[.]'),
  constraint aid_grant_status_check check (status in ('AWAITING_FUNDS', 'COMMITTED', 'IN_BATCH', 'PAID', 'RELEASED'))
) with (fillfactor = 80);
comment on column aid_grant.sealed_payee is 'sealed; row: id; organization: organization_path';
comment on column aid_grant.reason is 'sealed; row: id; organization: organization_path; or plain';
comment on column aid_grant.clause is 'sealed; row: id; organization: organization_path; or plain';
create index grant_waiting on aid_grant (book_path, campaign_id, purpose) where status = 'AWAITING_FUNDS';
create index grant_committed on aid_grant (book_path, campaign_id) where status = 'COMMITTED';
create index aid_grant_organization_path_approved_at_idx on aid_grant (organization_path, approved_at);
create index aid_grant_household_id_idx on aid_grant (household_id);
create index aid_grant_case_file_id_idx on aid_grant (case_file_id);
call access.protect('aid_grant');

-- Once per grant, released or consumed exactly once; a payment returned by the bank opens the next attempt.
create table commitment (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  grant_id          uuid not null,
  attempt           integer not null check (attempt > 0),
  amount_fen        bigint not null,
  status            text not null default 'HELD' check (status in ('HELD', 'CONSUMED', 'RELEASED')),
  made_at           timestamptz not null,
  transaction_id    xid8 not null default pg_current_xact_id(),
  constraint commitment_grant_id_amount_fen_fkey foreign key (grant_id, amount_fen) references aid_grant(id, amount_fen),
  constraint commitment_grant_id_attempt_key unique (grant_id, attempt),
  constraint commitment_id_grant_id_amount_fen_key unique (id, grant_id, amount_fen)
) with (fillfactor = 80);
create unique index one_commitment_per_grant on commitment (grant_id) where status = 'HELD';
call access.protect('commitment');

create table commitment_part (
  commitment_id     uuid not null references commitment,
  fund_id           uuid not null references fund,
  organization_path text collate "C" not null,
  fund_name         text not null,
  source            text not null,
  amount_fen        bigint not null check (amount_fen > 0),
  primary key (commitment_id, fund_id)
);
call access.protect('commitment_part');
call access.append_only('commitment_part');

-- Batches (发放批次), payments (发放明细), vouchers (困难补助资金发放凭证), and money returned by the bank (退汇).
create table disbursement_batch (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  organization_code text not null,
  organization_name text not null,
  month             integer generated always as (month_of(prepared_on)) stored not null,
  number            integer not null,
  campaign_id       uuid,
  status            text not null default 'PREPARED' check (status in ('PREPARED', 'APPROVED', 'PAID', 'RETURNED')),
  total_fen         bigint not null check (total_fen > 0),
  payment_count     integer not null check (payment_count > 0),
  prepared_by       uuid not null,
  prepared_by_name  text not null,
  prepared_at       timestamptz not null,
  prepared_on       date not null,
  approved_by       uuid,
  approved_by_name  text,
  approved_at       timestamptz,
  returned_by       uuid,
  returned_by_name  text,
  returned_at       timestamptz,
  return_reason     text,
  paid_by           uuid,
  paid_by_name      text,
  paid_at           timestamptz,
  paid_on           date,
  -- Why a payment or its return of long ago is entered only now.
  date_reason       text check (length(date_reason) between 1 and 500),
  constraint approved_before_paid check (status not in ('APPROVED', 'PAID') or (approved_by is not null
    and approved_at is not null)),
  constraint approver_is_not_preparer check (approved_by <> prepared_by),
  constraint batch_number_once unique (organization_path, month, number),
  constraint disbursement_batch_check check ((status = 'PAID') = ((paid_by is not null) and (paid_on is not null))),
  constraint disbursement_batch_reason_of_a_payment check (date_reason is null or paid_on is not null),
  constraint disbursement_batch_return_reason_is_sealed check (return_reason ~ '^v2[.]'),
  constraint paid_after_approval check (paid_on >= (approved_at at time zone 'Asia/Shanghai')::date),
  -- The person who approved a batch does not pay it, and it is not paid before approval.
  constraint payer_is_not_approver check (paid_by <> approved_by),
  constraint returned_with_reason check ((status = 'RETURNED') = (returned_by is not null
    and return_reason is not null))
);
comment on column disbursement_batch.return_reason is 'sealed; row: id; organization: organization_path';
create index disbursement_batch_organization_path_prepared_at_idx on disbursement_batch (organization_path, prepared_at);
call access.protect('disbursement_batch');

create table disbursement_batch_part (
  batch_id          uuid not null references disbursement_batch,
  fund_id           uuid not null references fund,
  organization_path text collate "C" not null,
  fund_name         text not null,
  source            text not null,
  amount_fen        bigint not null check (amount_fen > 0),
  primary key (batch_id, fund_id)
);
call access.protect('disbursement_batch_part');
call access.append_only('disbursement_batch_part');

-- One grant is paid at most once at a time. The ids of entry and voucher are known before they exist, so that paying
-- is a few plain statements over the batch.
create table payment (
  id                     uuid primary key default uuidv7(),
  organization_path      text collate "C" not null,
  book_path              text collate "C" not null,
  batch_id               uuid not null references disbursement_batch,
  batch_number           text not null,
  place                  integer not null,
  grant_id               uuid not null references aid_grant,
  commitment_id          uuid not null,
  household_id           uuid not null,
  amount_fen             bigint not null check (amount_fen > 0),
  status                 text not null default 'PENDING' check (status in ('PENDING', 'PAID', 'RETURNED', 'WITHDRAWN')),
  entry_id               uuid not null default uuidv7(),
  voucher_id             uuid not null default uuidv7(),
  paid_on                date,
  -- A payment says whom it goes to: its grant's payee, also a corrected one, until it is paid; then it stays as it was.
  payee_news_id          uuid references case_file_news,
  payee_name             text not null,
  masked_identity_number text not null,
  masked_bank_account    text not null,
  constraint payment_batch_id_place_key unique (batch_id, place),
  constraint payment_check check ((status in ('PAID', 'RETURNED')) = (paid_on is not null)),
  constraint payment_commitment_id_grant_id_amount_fen_fkey foreign key (commitment_id, grant_id, amount_fen) references commitment(id, grant_id, amount_fen)
) with (fillfactor = 80);
create unique index one_payment_per_grant on payment (grant_id) where status in ('PENDING', 'PAID');
-- A batch that was sent back leaves its commitments to the next one.
create unique index one_payment_per_commitment on payment (commitment_id) where status <> 'WITHDRAWN';
-- A page of a batch counts its payments: by this index alone, the policy's column in it, not row by row.
create index payment_of_batch on payment (batch_id, organization_path);
create index payment_household_id_idx on payment (household_id);
call access.protect('payment');

-- Which receipts each payment was made of; the parts add up to the amount or the payment is refused.
create table payment_source (
  payment_id        uuid not null,
  fund_id           uuid not null,
  receipt_id        uuid not null,
  organization_path text collate "C" not null,
  amount_fen        bigint not null check (amount_fen > 0),
  primary key (payment_id, fund_id, receipt_id)
);
create index payment_source_receipt_id_idx on payment_source (receipt_id);
call access.protect('payment_source');
call access.append_only('payment_source');

create table voucher (
  id                uuid primary key,
  organization_path text collate "C" not null,
  organization_code text not null,
  month             integer generated always as (month_of(issued_on)) stored not null,
  number            integer not null check (number > 0),
  payment_id        uuid not null unique,
  grant_id          uuid not null,
  batch_id          uuid not null,
  amount_fen        bigint not null check (amount_fen > 0),
  fund_and_source   text not null,
  handler           text not null,
  checker           text not null,
  approver          text not null,
  issued_on         date not null,
  -- A voucher names the organisation whose book it is numbered in, which who sees the voucher may not see.
  book_path         text collate "C" not null,
  organization_name text not null,
  constraint voucher_number_once unique (book_path, month, number)
);
create index voucher_batch_id_idx on voucher (batch_id);
call access.protect('voucher');
call access.append_only('voucher');

-- The bank returned a payment (退汇): one says so with the bank's reference, and the head of finance confirms it before the
-- money counts as back and the grant is open again.
create table return_claim (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  book_path         text collate "C" not null,
  payment_id        uuid not null references payment,
  bank_reference    text not null check (char_length(bank_reference) between 1 and 64),
  reason            text not null,
  returned_on       date not null,
  paid_by           uuid not null,
  status            text not null default 'WAITING' check (status in ('WAITING', 'CONFIRMED', 'REFUSED')),
  recorded_by       uuid not null,
  recorded_by_name  text not null,
  recorded_at       timestamptz not null,
  answered_by       uuid,
  answered_by_name  text,
  answered_at       timestamptz,
  answer            text,
  date_reason       text,
  constraint another_person_confirms check (answered_by <> recorded_by),
  constraint payer_confirms_no_return check (answered_by <> paid_by),
  constraint return_claim_answer_is_sealed check (answer ~ '^v2[.]'),
  constraint return_claim_check check (((status = 'WAITING') = (answered_by is null)) and ((status = 'WAITING') = (answered_at is null))),
  constraint return_claim_check1 check ((status = 'REFUSED') = (answer is not null)),
  constraint return_claim_date_reason_is_sealed check (date_reason ~ '^v2[.]'),
  constraint return_claim_reason_is_sealed check (reason ~ '^v2[.]')
);
comment on column return_claim.reason is 'sealed; row: id; organization: organization_path';
comment on column return_claim.answer is 'sealed; row: id; organization: organization_path';
comment on column return_claim.date_reason is 'sealed; row: id; organization: organization_path';
create unique index return_reference_once on return_claim (book_path, bank_reference) where status <> 'REFUSED';
create unique index return_claimed_once on return_claim (payment_id) where status <> 'REFUSED';
create index return_waiting on return_claim (book_path) where status = 'WAITING';
create index return_claim_payment_id_idx on return_claim (payment_id);
call access.protect('return_claim');

create table returned_payment (
  payment_id        uuid primary key references payment,
  organization_path text collate "C" not null,
  returned_on       date not null,
  entry_id          uuid not null references journal_entry,
  recorded_by       uuid not null,
  recorded_at       timestamptz not null,
  claim_id          uuid not null references return_claim
);
call access.protect('returned_payment');
call access.append_only('returned_payment');

-- Read model of campaigns, from their opening events: money is kept for one that its unit takes part in, or for none.
create table campaign (
  id                uuid primary key,
  organization_path text collate "C" not null,
  name              text not null
);
call access.protect_issued('campaign');

-- Why an unpaid grant may not be paid now (暂缓发放), also inside a batch: its file left the register or is suspended, or
-- its last payment came back and the account has been neither corrected nor confirmed since.
create table grant_hold (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  grant_id          uuid not null references aid_grant,
  cause             text not null check (cause in ('EXITED', 'SUSPENDED', 'RETURNED')),
  news_id           uuid references case_file_news,
  payment_id        uuid references payment,
  held_at           timestamptz not null,
  ended_at          timestamptz,
  outcome           text check (outcome in ('PAID_ON', 'RELEASED', 'RESUMED', 'EXITED', 'PAYEE_CORRECTED')),
  constraint grant_hold_check check (((cause = 'RETURNED') = (payment_id is not null)) and ((cause <> 'RETURNED') = (news_id is not null))),
  constraint grant_hold_check1 check ((ended_at is null) = (outcome is null))
);
create unique index held_once on grant_hold (grant_id, cause) where ended_at is null;
create index grant_hold_grant_id_idx on grant_hold (grant_id);
call access.protect('grant_hold');

-- What is to become of an unpaid grant: one proposes, another agrees or not. `about` are the holds that were known.
create table grant_decision (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  grant_id          uuid not null references aid_grant,
  kind              text not null check (kind in ('PAY_ON', 'RELEASE')),
  reason            text not null,
  about             uuid[] not null,
  status            text not null default 'PROPOSED' check (status in ('PROPOSED', 'CARRIED_OUT', 'REFUSED')),
  proposed_by       uuid not null,
  proposed_by_name  text not null,
  proposed_at       timestamptz not null,
  answered_by       uuid,
  answered_by_name  text,
  answered_at       timestamptz,
  answer            text,
  constraint another_person_answers check (answered_by <> proposed_by),
  constraint grant_decision_check check (((status = 'PROPOSED') = (answered_by is null)) and ((status = 'PROPOSED') = (answered_at is null))),
  constraint grant_decision_check1 check ((status = 'REFUSED') = (answer is not null))
);
comment on column grant_decision.reason is 'sealed; row: id; organization: organization_path; or plain';
comment on column grant_decision.answer is 'sealed; row: id; organization: organization_path; or plain';
create unique index decision_proposed_once on grant_decision (grant_id) where status = 'PROPOSED';
create index grant_decision_grant_id_idx on grant_decision (grant_id);
call access.protect('grant_decision');

-- Whether a batch may be decided on: no grant is on hold or was handled by the person who decides, and the approver
-- saw all events of its households since they were approved.
create table batch_answer (
  batch_id          uuid not null references disbursement_batch,
  finding           text not null check (char_length(finding) between 1 and 100),
  organization_path text collate "C" not null,
  reason            text,
  answered_by       uuid not null,
  answered_by_name  text not null,
  answered_at       timestamptz not null,
  -- A sealed text is bound to its row.
  id                uuid primary key default uuidv7(),
  constraint batch_answer_once unique (batch_id, finding),
  constraint batch_answer_reason_is_sealed check (reason ~ '^v2[.]')
);
comment on column batch_answer.reason is 'sealed; row: id; organization: organization_path';
call access.protect('batch_answer');

-- Each time a payment file is made: by whom, what it was (the digest of its bytes) and what it said (of its rows), so that
-- one that was changed afterwards is known.
create table payment_file (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  batch_id          uuid not null references disbursement_batch,
  format            text not null check (format in ('xlsx', 'csv')),
  bank              text not null,
  digest            bytea not null check (length(digest) = 32),
  content_digest    bytea not null check (length(content_digest) = 32),
  size              integer not null check (size > 0),
  made_by           uuid not null,
  made_by_name      text not null,
  made_at           timestamptz not null
);
create index payment_file_batch_id_idx on payment_file (batch_id);
call access.protect('payment_file');
call access.append_only('payment_file');

-- Money above the limit awaits the head of finance (复核): what one officer wants to record or send, and on which
-- document; decided once, by another. Kept for ever, also what was sent back.
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
  constraint pending_entry_above_limit check (amount_fen > entry_limit()),
  constraint pending_entry_decided_by_another check (decided_by <> proposed_by),
  constraint pending_entry_decision_is_whole check (
    (carried_out is null) = (decided_by is null) and (carried_out is null) = (decided_at is null)
    and (carried_out is null) = (decided_by_name is null)),
  constraint pending_entry_key_once unique (organization_path, kind, idempotency_key),
  constraint pending_entry_sent_back_with_opinion check (carried_out is not false or opinion is not null)
);
create index pending_entry_organization_path_proposed_at_idx on pending_entry (organization_path, proposed_at) where carried_out is null;
call access.protect('pending_entry');

-- A check that begins with its rule's name, by which the service knows what to tell.
create function refuse_by_rule(rule text, explanation text) returns void language plpgsql as $$
begin
  raise exception '%: %', rule, explanation using errcode = 'check_violation', constraint = rule;
end $$;

create function refuse_transition() returns trigger language plpgsql as $$
begin
  perform refuse_by_rule('legal_transition', format('%s may not change in this way', tg_table_name));
  return null;
end $$;
create trigger sent_in_transit before insert on allocation for each row
  when (new.status <> 'IN_TRANSIT') execute function refuse_transition();
create trigger received_once before update on allocation for each row
  when (old.status <> 'IN_TRANSIT' or new.status <> 'RECEIVED'
    or (old.id, old.organization_path, old.to_organization_path, old.fund_id, old.amount_fen, old.source,
      old.campaign_id)
      is distinct from (new.id, new.organization_path, new.to_organization_path, new.fund_id, new.amount_fen,
        new.source, new.campaign_id))
  execute function refuse_transition();
create trigger approved_first before insert on aid_grant for each row
  when (new.status <> 'AWAITING_FUNDS') execute function refuse_transition();
create trigger made_held before insert on commitment for each row
  when (new.status <> 'HELD') execute function refuse_transition();
create trigger settled_once before update on commitment for each row
  when (old.status <> 'HELD' or new.status = 'HELD' or (old.id, old.organization_path, old.grant_id, old.attempt,
    old.amount_fen)
    is distinct from (new.id, new.organization_path, new.grant_id, new.attempt, new.amount_fen))
  execute function refuse_transition();
create trigger prepared_first before insert on disbursement_batch for each row
  when (new.status <> 'PREPARED') execute function refuse_transition();
create trigger prepared_first before insert on payment for each row
  when (new.status <> 'PENDING') execute function refuse_transition();
create trigger legal_transition before update on payment for each row
  when ((old.status, new.status) not in (('PENDING', 'PENDING'), ('PENDING', 'PAID'), ('PENDING', 'WITHDRAWN'),
      ('PAID', 'RETURNED'))
    or (old.id, old.organization_path, old.book_path, old.batch_id, old.grant_id, old.commitment_id, old.amount_fen,
      old.entry_id, old.voucher_id)
      is distinct from (new.id, new.organization_path, new.book_path, new.batch_id, new.grant_id, new.commitment_id,
        new.amount_fen, new.entry_id, new.voucher_id)
    or (old.status, new.status) <> ('PENDING', 'PENDING')
      and (old.payee_news_id, old.payee_name, old.masked_identity_number, old.masked_bank_account)
        is distinct from (new.payee_news_id, new.payee_name, new.masked_identity_number, new.masked_bank_account))
  execute function refuse_transition();
create trigger claimed_first before insert on return_claim for each row
  when (new.status <> 'WAITING') execute function refuse_transition();
create trigger begins_open before insert on grant_hold for each row
  when (new.ended_at is not null) execute function refuse_transition();
create trigger ends_once before update on grant_hold for each row
  when (old.ended_at is not null or new.ended_at is null
    or (old.id, old.organization_path, old.grant_id, old.cause, old.news_id, old.payment_id, old.held_at)
      is distinct from (new.id, new.organization_path, new.grant_id, new.cause, new.news_id, new.payment_id, new.held_at))
  execute function refuse_transition();
create trigger decided_once before update on pending_entry for each row
  when (old.carried_out is not null
    or to_jsonb(old) - array['carried_out', 'opinion', 'decided_by', 'decided_by_name', 'decided_at']
      is distinct from to_jsonb(new) - array['carried_out', 'opinion', 'decided_by', 'decided_by_name', 'decided_at'])
  execute function refuse_transition();

-- Rows that only triggers write, so that they always say what the rows behind them add up to.
create function kept_by_triggers() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    perform refuse_by_rule('kept_by_triggers', format('%s follows from other rows', tg_table_name));
  end if;
  return coalesce(new, old);
end $$;
create trigger kept_by_triggers before insert or update or delete on fund_balance
  for each row execute function kept_by_triggers();
create trigger kept_by_triggers before insert or update or delete on number_series
  for each row execute function kept_by_triggers();

create function fund_has_balance() returns trigger language plpgsql as $$
begin
  insert into fund_balance (fund_id, organization_path) values (new.id, new.organization_path);
  return null;
end $$;
create trigger fund_has_balance after insert on fund for each row execute function fund_has_balance();

create function continue_series(book text, of_series text, in_month integer, first integer, last integer, rows bigint)
returns void language plpgsql as $$
begin
  insert into number_series values (book, of_series, in_month, 0) on conflict do nothing;
  update number_series s set last_number = last
  where s.organization_path = book and s.series = of_series and s.month = in_month
    and s.last_number = first - 1 and last - first + 1 = rows;
  if not found then
    perform refuse_by_rule('numbers_without_gaps', format('%s of %s are numbered without gaps', of_series, in_month));
  end if;
end $$;

-- For tables with organization_path, month and number: what is added continues the series without a gap.
create function numbered_without_gaps() returns trigger language plpgsql as $$
begin
  perform continue_series(organization_path, tg_argv[0], month, min(number), max(number), count(*))
  from added group by organization_path, month;
  return null;
end $$;
create trigger numbered_without_gaps after insert on journal_entry referencing new table as added
  for each statement execute function numbered_without_gaps('ENTRY');
create trigger numbered_without_gaps after insert on allocation referencing new table as added
  for each statement execute function numbered_without_gaps('ALLOCATION');
create trigger numbered_without_gaps after insert on disbursement_batch referencing new table as added
  for each statement execute function numbered_without_gaps('BATCH');

-- Lines balance within each entry at the end of every statement, belong to an entry of the same book and the same
-- transaction, and name accounts and funds that exist; the bank lines move the balances of their funds.
-- Set-based on purpose: foreign keys checked row by row cost more than the posting itself.
create function lines_are_posted() returns trigger language plpgsql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
begin
  if exists (
    select from (select entry_id, organization_path, sum(debit_fen) as debit, sum(credit_fen) as credit
                 from added group by entry_id, organization_path) sums
    left join journal_entry e on e.id = sums.entry_id and e.organization_path = sums.organization_path
      and e.transaction_id = pg_current_xact_id()
    where e.id is null or sums.debit <> sums.credit)
  then
    perform refuse_by_rule('entry_balances',
      'debits and credits of an entry are equal, and an entry is written at once');
  end if;
  if exists (select from (select distinct account_code from added) used where not exists
      (select from account a where a.code = used.account_code))
    or exists (select from (select distinct fund_id, organization_path from added where fund_id is not null) used
      where not exists (select from fund f where f.id = used.fund_id and f.organization_path = used.organization_path))
  then
    perform refuse_by_rule('line_names_account_and_fund', 'a line names an account and a fund of its own book');
  end if;
  update fund_balance b set balance_fen = b.balance_fen + moved.fen
  from (select fund_id, sum(debit_fen - credit_fen) as fen from added where account_code = account_code('BANK') group by fund_id) moved
  where b.fund_id = moved.fund_id and moved.fen <> 0;
  return null;
end $$;
create trigger lines_are_posted after insert on journal_line referencing new table as added
  for each statement execute function lines_are_posted();

-- At commit: no number was given to an entry without lines. One check for each statement that numbered entries.
create function entries_have_lines() returns trigger language plpgsql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
begin
  if exists (
    select from journal_entry e
    where e.organization_path = new.organization_path and e.month = new.month and e.number <= new.last_number
      and e.number > case tg_op when 'UPDATE' then old.last_number else 0 end
      and (select l.line_number from journal_line l where l.entry_id = e.id order by l.line_number limit 1) is null)
  then
    perform refuse_by_rule('entry_has_lines', 'an entry has lines');
  end if;
  return null;
end $$;
create constraint trigger entries_have_lines after insert or update on number_series
  deferrable initially deferred for each row when (new.series = 'ENTRY') execute function entries_have_lines();

-- Restricted money stays restricted: each part is of a fund of the grant's book whose campaign and purposes permit it.
create function parts_are_permitted() returns trigger language plpgsql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
begin
  if exists (
    select from added a
    left join commitment c on c.id = a.commitment_id and c.organization_path = a.organization_path
      and c.transaction_id = pg_current_xact_id()
    left join aid_grant g on g.id = c.grant_id and g.organization_path = a.organization_path
    left join fund f on f.id = a.fund_id and f.organization_path = g.book_path and f.source = a.source
      and g.purpose = any (f.purposes) and (f.campaign_id is null or f.campaign_id = g.campaign_id)
    where f.id is null)
  then
    perform refuse_by_rule('restricted_money', 'a fund pays only for its own purposes and campaign');
  end if;
  update fund_balance b set committed_fen = b.committed_fen + moved.fen
  from (select fund_id, sum(amount_fen) as fen from added group by fund_id) moved where b.fund_id = moved.fund_id;
  return null;
end $$;
create trigger parts_are_permitted after insert on commitment_part referencing new table as added
  for each statement execute function parts_are_permitted();

create function parts_make_the_whole() returns trigger language plpgsql as $$
begin
  if new.amount_fen is distinct from (select sum(p.amount_fen) from commitment_part p
    where p.commitment_id = new.id) then
    perform refuse_by_rule('parts_make_the_whole', 'the parts of a commitment add up to its amount');
  end if;
  return null;
end $$;
create constraint trigger parts_make_the_whole after insert on commitment
  deferrable initially deferred for each row execute function parts_make_the_whole();

create function settled_money_is_free() returns trigger language plpgsql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
begin
  update fund_balance b set committed_fen = b.committed_fen - moved.fen
  from (select p.fund_id, sum(p.amount_fen) as fen from settled s join commitment_part p on p.commitment_id = s.id
        group by p.fund_id) moved
  where b.fund_id = moved.fund_id;
  return null;
end $$;
create trigger settled_money_is_free after update on commitment referencing new table as settled
  for each statement execute function settled_money_is_free();

create function added_to_prepared_batch() returns trigger language plpgsql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
begin
  if exists (
    select from added a left join disbursement_batch b on b.id = a.batch_id and b.status = 'PREPARED'
      and b.organization_path = a.book_path
    where b.id is null)
  then
    perform refuse_by_rule('added_to_prepared_batch', 'payments are added only while their batch is being prepared');
  end if;
  if exists (
    select from added a join disbursement_batch b on b.id = a.batch_id join aid_grant g on g.id = a.grant_id
    where b.prepared_by = any (g.handlers))
  then
    perform refuse_by_rule('handler_decides_nothing', 'whoever handled the household decides no step of its payment');
  end if;
  if exists (select from added a join grant_hold h on h.grant_id = a.grant_id and h.ended_at is null) then
    perform refuse_by_rule('held_grant_is_not_paid', 'a grant that is held is not paid');
  end if;
  return null;
end $$;
create trigger added_to_prepared_batch after insert on payment referencing new table as added
  for each statement execute function added_to_prepared_batch();

-- What has been paid has its consumed commitment, its entry, its voucher and its sources, all to the same amount, went to
-- the payee of its grant, and was there before it was paid.
create function paid_in_full_order() returns trigger language plpgsql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
begin
  if exists (
    select from paid p
    left join commitment c on c.id = p.commitment_id and c.status = 'CONSUMED'
    left join voucher v on v.id = p.voucher_id and v.payment_id = p.id and v.amount_fen = p.amount_fen
    left join journal_entry e on e.id = p.entry_id and e.origin_type = 'PAYMENT' and e.origin_id = p.id
    left join disbursement_batch b on b.id = p.batch_id and b.status = 'PAID'
    where p.status = 'PAID' and (c.id is null or v.id is null or e.id is null or b.id is null))
  or exists (
    select from paid p left join payment_source s on s.payment_id = p.id
    where p.status = 'PAID' group by p.id, p.amount_fen having sum(s.amount_fen) is distinct from p.amount_fen)
  or exists (
    select from paid p left join journal_line l on l.entry_id = p.entry_id and l.account_code = account_code('BANK')
    where p.status = 'PAID' group by p.id, p.amount_fen having sum(l.credit_fen) is distinct from p.amount_fen)
  or exists (
    select from paid p join aid_grant g on g.id = p.grant_id
    where p.status = 'PAID' and p.payee_news_id is distinct from g.payee_news_id)
  then
    perform refuse_by_rule('paid_in_full_order',
      'a payment has its commitment, entry, voucher and sources, to its amount, and its grant''s payee');
  end if;
  if exists (
    select from (select s.receipt_id, min(p.paid_on) as paid_on from paid p join payment_source s on s.payment_id = p.id
                 where p.status = 'PAID' group by s.receipt_id) drawn
    join receipt r on r.id = drawn.receipt_id and r.received_on > drawn.paid_on)
  then
    perform refuse_by_rule('paid_after_receipts', 'money is received before it is paid');
  end if;
  return null;
end $$;
create trigger paid_in_full_order after update on payment referencing new table as paid
  for each statement execute function paid_in_full_order();

create function batch_is_paid_whole() returns trigger language plpgsql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
begin
  if new.status = 'PAID' and (select (count(*), sum(p.amount_fen)) is distinct from (new.payment_count::bigint,
    new.total_fen::numeric)
      or bool_or(p.status = 'PENDING') from payment p where p.batch_id = new.id) then
    perform refuse_by_rule('batch_is_paid_whole', 'a batch is paid whole');
  end if;
  return null;
end $$;
create constraint trigger batch_is_paid_whole after update on disbursement_batch
  deferrable initially deferred for each row execute function batch_is_paid_whole();

create function returned_with_entry() returns trigger language plpgsql as $$
begin
  if new.status = 'RETURNED' and not exists (
    select from returned_payment r join journal_entry e on e.id = r.entry_id and e.reverses = new.entry_id
      where r.payment_id = new.id)
  then
    perform refuse_by_rule('returned_with_entry', 'a returned payment has an entry that reverses its own');
  end if;
  return null;
end $$;
create constraint trigger returned_with_entry after update on payment
  deferrable initially deferred for each row when (new.status = 'RETURNED') execute function returned_with_entry();

-- The payee never changes; who sees every organisation's rows (the owner, never a service) may seal it again.
create function refuse_grant_transition() returns trigger language plpgsql as $$
begin
  if row_security_active('aid_grant') or to_jsonb(old) - array['sealed_payee', 'reason', 'clause']
      is distinct from to_jsonb(new) - array['sealed_payee', 'reason', 'clause'] then
    perform refuse_by_rule('legal_transition', 'aid_grant may not change in this way');
  end if;
  return new;
end $$;
create trigger legal_transition before update on aid_grant for each row
  when ((old.status, new.status) not in (('AWAITING_FUNDS', 'AWAITING_FUNDS'), ('AWAITING_FUNDS', 'COMMITTED'),
    ('COMMITTED', 'COMMITTED'), ('COMMITTED', 'IN_BATCH'), ('IN_BATCH', 'IN_BATCH'), ('IN_BATCH', 'COMMITTED'),
      ('IN_BATCH', 'PAID'), ('PAID', 'PAID'), ('PAID', 'COMMITTED'), ('AWAITING_FUNDS', 'RELEASED'),
      ('COMMITTED', 'RELEASED'))
    or (old.id, old.organization_path, old.book_path, old.campaign_id, old.purpose, old.amount_fen, old.sealed_payee,
      old.case_file_id, old.approved_at, old.reason, old.clause)
      is distinct from (new.id, new.organization_path, new.book_path, new.campaign_id, new.purpose, new.amount_fen,
        new.sealed_payee, new.case_file_id, new.approved_at, new.reason, new.clause)
    or not new.handlers @> old.handlers)
  execute function refuse_grant_transition();

create function numbered_in_their_book() returns trigger language plpgsql as $$
begin
  perform continue_series(book_path, tg_argv[0], month, min(number), max(number), count(*))
  from added group by book_path, month;
  return null;
end $$;
create trigger numbered_without_gaps after insert on voucher referencing new table as added
  for each statement execute function numbered_in_their_book('VOUCHER');

-- It is never rewritten; who sees every organisation's rows (the owner, never a service) may seal it again.
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

-- A person who handled the household neither proposes nor answers.
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

-- A hold ends only by a decision of two people, or by an event of the file.
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

-- Answers are not given by a person who prepared the batch or handled any of its households.
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

create function batch_has_unseen_news(batch uuid) returns boolean language sql stable
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
  select exists (
    select from payment p join aid_grant g on g.id = p.grant_id
    join case_file_news n on n.case_file_id = g.case_file_id and n.told_at >= g.approved_at
    where p.batch_id = batch and p.status = 'PENDING' and n.kind in ('CHANGED', 'PAYEE_CORRECTED')
      and not exists (select from batch_answer a where a.batch_id = batch and a.finding = 'NEWS:' || n.id))
$$;

create function batch_has_held(batch uuid) returns boolean language sql stable
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
  select exists (
    select from payment p join grant_hold h on h.grant_id = p.grant_id and h.ended_at is null
    where p.batch_id = batch and p.status = 'PENDING')
$$;

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

-- A return is of a payment that was made, not before it was made, and is confirmed by a person who neither paid it nor
-- handled its household.
create function return_is_of_a_payment() returns trigger language plpgsql as $$
declare
  p payment;
begin
  select * into p from payment where id = new.payment_id;
  if p.status is distinct from 'PAID' or p.book_path <> new.book_path or p.organization_path <> new.organization_path then
    perform refuse_by_rule('return_is_of_a_payment', 'only a payment that was made can come back');
  end if;
  if new.returned_on < p.paid_on then
    perform refuse_by_rule('returned_after_paid', 'a payment does not come back before it was made');
  end if;
  if exists (select from aid_grant g where g.id = p.grant_id and g.handlers && array[new.recorded_by, new.answered_by]) then
    perform refuse_by_rule('handler_decides_nothing', 'whoever handled the household decides no step of its payment');
  end if;
  if not exists (select from disbursement_batch b where b.id = p.batch_id and b.paid_by = new.paid_by) then
    perform refuse_by_rule('return_is_of_a_payment', 'a return names who paid');
  end if;
  return new;
end $$;
create trigger return_is_of_a_payment before insert on return_claim
  for each row execute function return_is_of_a_payment();
create trigger return_is_of_a_payment_answered before update on return_claim
  for each row when (old.status <> new.status) execute function return_is_of_a_payment();

create function returned_by_claim() returns trigger language plpgsql as $$
begin
  if not exists (select from return_claim c where c.id = new.claim_id and c.payment_id = new.payment_id
      and c.status = 'CONFIRMED') then
    perform refuse_by_rule('returned_by_claim', 'a return is confirmed before it counts');
  end if;
  return new;
end $$;
create trigger returned_by_claim before insert on returned_payment
  for each row execute function returned_by_claim();

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
create trigger money_above_limit_is_checked before insert on allocation for each row
  when (new.amount_fen > entry_limit()) execute function money_above_limit_is_checked('ALLOCATION');
create trigger money_above_limit_is_checked before insert on receipt for each row
  when (new.allocation_id is null and new.amount_fen > entry_limit()) execute function money_above_limit_is_checked('RECEIPT');

-- Texts are never rewritten; who sees every organisation's rows (the owner, never a service) may seal its texts again.
create function only_sealed_anew() returns trigger language plpgsql as $$
begin
  if row_security_active(tg_relid) or to_jsonb(old) - tg_argv is distinct from to_jsonb(new) - tg_argv then
    perform refuse_by_rule('legal_transition', format('%s may not change in this way', tg_table_name));
  end if;
  return new;
end $$;
create trigger legal_transition before update on disbursement_batch for each row
  when ((old.status, new.status) not in (('PREPARED', 'APPROVED'), ('APPROVED', 'PAID'), ('PREPARED', 'RETURNED'),
    ('APPROVED', 'RETURNED'))
    or (old.id, old.organization_path, old.total_fen, old.payment_count, old.prepared_by, old.number, old.campaign_id)
      is distinct from (new.id, new.organization_path, new.total_fen, new.payment_count, new.prepared_by, new.number,
        new.campaign_id)
    or (old.approved_by is not null and old.approved_by is distinct from new.approved_by))
  execute function only_sealed_anew('return_reason', 'month');
create trigger answered_once before update on return_claim for each row
  when (old.status <> 'WAITING' or new.status = 'WAITING'
    or (old.id, old.organization_path, old.book_path, old.payment_id, old.bank_reference, old.reason, old.returned_on,
      old.date_reason, old.paid_by, old.recorded_by, old.recorded_at)
      is distinct from (new.id, new.organization_path, new.book_path, new.payment_id, new.bank_reference, new.reason,
        new.returned_on, new.date_reason, new.paid_by, new.recorded_by, new.recorded_at))
  execute function only_sealed_anew('reason', 'answer', 'date_reason');
create trigger answered_once before update on grant_decision for each row
  when (old.status <> 'PROPOSED' or new.status = 'PROPOSED'
    or (old.id, old.organization_path, old.grant_id, old.kind, old.reason, old.about, old.proposed_by, old.proposed_at)
      is distinct from (new.id, new.organization_path, new.grant_id, new.kind, new.reason, new.about, new.proposed_by,
        new.proposed_at))
  execute function only_sealed_anew('reason', 'answer');
create trigger only_sealed_anew before update on batch_answer
  for each row execute function only_sealed_anew('reason');

create trigger never_deleted before delete on allocation for each statement execute function access.refuse_change();
create trigger append_only before delete on case_file_news
  for each statement execute function access.refuse_change();
create trigger append_only_truncate before truncate on case_file_news
  for each statement execute function access.refuse_change();
create trigger never_deleted before delete on aid_grant for each statement execute function access.refuse_change();
create trigger never_deleted before delete on commitment for each statement execute function access.refuse_change();
create trigger never_deleted before delete on disbursement_batch
  for each statement execute function access.refuse_change();
create trigger never_deleted before delete on payment for each statement execute function access.refuse_change();
create trigger never_deleted before delete on return_claim for each statement execute function access.refuse_change();
create trigger never_deleted before delete on grant_hold for each statement execute function access.refuse_change();
create trigger never_deleted before delete on grant_decision for each statement execute function access.refuse_change();
create trigger append_only_truncate before truncate on batch_answer
  for each statement execute function access.refuse_change();
create trigger append_only before delete on batch_answer for each statement execute function access.refuse_change();
create trigger never_deleted before delete on pending_entry for each statement execute function access.refuse_change();

insert into account (code, name, name_en, kind) values
  (account_code('CASH'), '库存现金', 'Cash', 'ASSET'),
  (account_code('BANK'), '银行存款', 'Bank', 'ASSET'),
  (account_code('IN_TRANSIT'), '在途下拨款', 'Allocations in transit', 'ASSET'),
  (account_code('INVENTORY'), '库存物品', 'Inventory', 'ASSET'),
  (account_code('PAYABLES'), '其他应付款', 'Other payables', 'LIABILITY'),
  (account_code('RESTRICTED_FUNDS'), '专用基金', 'Restricted funds', 'NET_ASSETS'),
  (account_code('UNION_CARRIED_FORWARD'), '工会资金结转', 'Union money carried forward', 'NET_ASSETS'),
  (account_code('GOVERNMENT_CARRIED_FORWARD'), '财政拨款结转', 'Government money carried forward', 'NET_ASSETS'),
  (account_code('INCOME_UNION'), '拨缴经费收入', 'Union levy income', 'INCOME'),
  (account_code('FROM_SUPERIOR'), '上级补助收入', 'Subsidies from superiors', 'INCOME'),
  (account_code('INCOME_CENTRAL_FISCAL'), '政府补助收入—中央财政', 'Government subsidies: central', 'INCOME'),
  (account_code('INCOME_PROVINCIAL_FISCAL'), '政府补助收入—省级财政', 'Government subsidies: provincial', 'INCOME'),
  (account_code('INCOME_LOCAL_FISCAL'), '政府补助收入—地方财政', 'Government subsidies: local', 'INCOME'),
  (account_code('INCOME_DONATION'), '其他收入—社会捐助', 'Other income: donations', 'INCOME'),
  (account_code('INCOME_OTHER'), '其他收入—其他', 'Other income: other', 'INCOME'),
  (account_code('LEGAL_AID'), '维权支出—法律援助费', 'Rights protection: legal aid', 'EXPENSE'),
  (account_code('HARDSHIP_AID'), '维权支出—困难职工帮扶费', 'Rights protection: hardship aid', 'EXPENSE'),
  (account_code('SENDING_WARMTH'), '维权支出—送温暖费', 'Rights protection: sending warmth', 'EXPENSE'),
  (account_code('TO_SUBORDINATES'), '补助下级支出', 'Subsidies to subordinates', 'EXPENSE');

create policy received on allocation for update
  using (to_organization_path >= nullif(current_setting('nuangong.scope', true), '')
    and to_organization_path < left(nullif(current_setting('nuangong.scope', true), ''), -1) || '0');
create policy either_end on allocation for select
  using ((organization_path >= nullif(current_setting('nuangong.scope', true), '')
    and organization_path < left(nullif(current_setting('nuangong.scope', true), ''), -1) || '0')
    or (to_organization_path >= nullif(current_setting('nuangong.scope', true), '')
    and to_organization_path < left(nullif(current_setting('nuangong.scope', true), ''), -1) || '0'));
create policy sent on allocation for insert
  with check (organization_path >= nullif(current_setting('nuangong.scope', true), '')
    and organization_path < left(nullif(current_setting('nuangong.scope', true), ''), -1) || '0');
