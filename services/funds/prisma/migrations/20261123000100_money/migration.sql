-- Funds, receipts and the ledger. Whoever changes a book's money first holds the book's lock until the transaction
-- ends.
-- A book is the accounts of one organisation of county level or above; base unions below it keep none of their own.
create function lock_book(book text) returns void language sql volatile as $$
  select pg_advisory_xact_lock(hashtextextended('book:' || book, 0))
$$;

-- The book in which an organisation's aid is paid: the first three codes of its path, or fewer above the county.
create function book_of(path text) returns text language sql immutable parallel safe
  return array_to_string((string_to_array(rtrim(path, '/'), '/'))[1:3], '/') || '/';

create function month_of(on_date date) returns integer language sql immutable parallel safe
  return extract(year from on_date)::integer * 100 + extract(month from on_date)::integer;

-- Functions over many rows at once read tables that grew in the same transaction, of which the planner knows nothing
-- yet:
-- they are told to go by the indexes, since a guess of one row has turned 5,000 payments from a second into minutes.

-- A check whose own name tells the service which rule was broken.
create function refuse_by_rule(rule text, explanation text) returns void language plpgsql as $$
begin
  raise exception '%', explanation using errcode = 'check_violation', constraint = rule;
end $$;

create function refuse_transition() returns trigger language plpgsql as $$
begin
  perform refuse_by_rule('legal_transition', format('%s may not change in this way', tg_table_name));
  return null;
end $$;

-- Rows that only triggers write, so that they always say what the rows behind them add up to.
create function kept_by_triggers() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    perform refuse_by_rule('kept_by_triggers', format('%s follows from other rows', tg_table_name));
  end if;
  return coalesce(new, old);
end $$;

-- What the service knows of other organisations, from their registration.
create table organization (
  id uuid primary key,
  organization_path text collate "C" not null unique,
  code text not null,
  name text not null,
  kind text not null
);
call access.protect('organization');

create table fund (
  id uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id uuid not null,
  organization_name text not null,
  name text not null check (char_length(name) between 1 and 100),
  source text not null check (source in ('CENTRAL_FISCAL', 'PROVINCIAL_FISCAL', 'LOCAL_FISCAL', 'UNION', 'DONATION',
    'OTHER')),
  purposes text[] not null check (cardinality(purposes) between 1 and 20),
  year integer not null check (year between 2000 and 2100),
  campaign_id uuid,
  priority integer not null check (priority between 0 and 1000),
  opened_by uuid not null,
  opened_at timestamptz not null,
  constraint fund_name_once unique (organization_path, year, name)
);
call access.protect('fund');
call access.append_only('fund');

-- What a fund holds and what of it is set aside; what is available is the difference and never below zero.
create table fund_balance (
  fund_id uuid primary key references fund,
  organization_path text collate "C" not null,
  balance_fen bigint not null default 0 check (balance_fen >= 0),
  committed_fen bigint not null default 0 check (committed_fen >= 0),
  constraint fund_never_below_zero check (balance_fen - committed_fen >= 0)
) with (fillfactor = 50);
call access.protect('fund_balance');
create trigger kept_by_triggers before insert or update or delete on fund_balance
  for each row execute function kept_by_triggers();

create function fund_has_balance() returns trigger language plpgsql as $$
begin
  insert into fund_balance (fund_id, organization_path) values (new.id, new.organization_path);
  return null;
end $$;
create trigger fund_has_balance after insert on fund for each row execute function fund_has_balance();

-- The chart of accounts, modelled on the trade-union accounting system (工会会计制度).
-- no row security on account: every book has the same chart, and it holds nobody's rows
create table account (
  code text primary key,
  name text not null,
  name_en text not null,
  kind text not null check (kind in ('ASSET', 'LIABILITY', 'NET_ASSETS', 'INCOME', 'EXPENSE'))
);
insert into account (code, name, name_en, kind) values
  ('101', '库存现金', 'Cash', 'ASSET'),
  ('102', '银行存款', 'Bank', 'ASSET'),
  ('122', '在途下拨款', 'Allocations in transit', 'ASSET'),
  ('141', '库存物品', 'Inventory', 'ASSET'),
  ('221', '其他应付款', 'Other payables', 'LIABILITY'),
  ('311', '专用基金', 'Restricted funds', 'NET_ASSETS'),
  ('321', '工会资金结转', 'Union money carried forward', 'NET_ASSETS'),
  ('331', '财政拨款结转', 'Government money carried forward', 'NET_ASSETS'),
  ('402', '拨缴经费收入', 'Union levy income', 'INCOME'),
  ('403', '上级补助收入', 'Subsidies from superiors', 'INCOME'),
  ('40401', '政府补助收入—中央财政', 'Government subsidies: central', 'INCOME'),
  ('40402', '政府补助收入—省级财政', 'Government subsidies: provincial', 'INCOME'),
  ('40403', '政府补助收入—地方财政', 'Government subsidies: local', 'INCOME'),
  ('40801', '其他收入—社会捐助', 'Other income: donations', 'INCOME'),
  ('40899', '其他收入—其他', 'Other income: other', 'INCOME'),
  ('50303', '维权支出—法律援助费', 'Rights protection: legal aid', 'EXPENSE'),
  ('50304', '维权支出—困难职工帮扶费', 'Rights protection: hardship aid', 'EXPENSE'),
  ('50305', '维权支出—送温暖费', 'Rights protection: sending warmth', 'EXPENSE'),
  ('507', '补助下级支出', 'Subsidies to subordinates', 'EXPENSE');
call access.append_only('account');

-- The last number given in a series of a book and month. Numbers are taken in the transaction of the numbered rows.
create table number_series (
  organization_path text collate "C" not null,
  series text not null,
  month integer not null,
  last_number integer not null,
  primary key (organization_path, series, month)
) with (fillfactor = 50);
call access.protect('number_series');
create trigger kept_by_triggers before insert or update or delete on number_series
  for each row execute function kept_by_triggers();

create function last_number(book text, of_series text, in_month integer) returns integer language sql stable as $$
  select coalesce((select s.last_number from number_series s
    where s.organization_path = book and s.series = of_series and s.month = in_month), 0)
$$;

-- For tables with organization_path, month and number: what is added continues the series without a gap.
create function numbered_without_gaps() returns trigger language plpgsql as $$
declare
  added_to record;
begin
  for added_to in
    select organization_path, month, min(number) as first, max(number) as last, count(*) as rows
    from added group by organization_path, month
  loop
    insert into number_series values (added_to.organization_path, tg_argv[0], added_to.month, 0) on conflict do nothing;
    update number_series s set last_number = added_to.last
    where s.organization_path = added_to.organization_path and s.series = tg_argv[0] and s.month = added_to.month
      and s.last_number = added_to.first - 1 and added_to.last - added_to.first + 1 = added_to.rows;
    if not found then
      perform refuse_by_rule('numbers_without_gaps', format('%s of %s are numbered without gaps', tg_table_name,
        added_to.month));
    end if;
  end loop;
  return null;
end $$;

-- Entries (记账凭证). The business date and the moment of recording are both kept; one entry for each thing recorded.
create table journal_entry (
  id uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  month integer not null generated always as (month_of(business_date)) stored,
  number integer not null check (number > 0),
  business_date date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  memo text not null,
  origin_type text not null,
  origin_id uuid not null,
  reverses uuid,
  transaction_id xid8 not null default pg_current_xact_id(),
  constraint entry_number_once unique (organization_path, month, number),
  constraint recorded_once unique (origin_id, origin_type)
);
create unique index reversed_once on journal_entry (reverses) where reverses is not null;
call access.protect('journal_entry');
call access.append_only('journal_entry');
create trigger numbered_without_gaps after insert on journal_entry referencing new table as added
  for each statement execute function numbered_without_gaps('ENTRY');

create table journal_line (
  entry_id uuid not null,
  line_number integer not null,
  organization_path text collate "C" not null,
  account_code text not null,
  fund_id uuid,
  debit_fen bigint not null default 0 check (debit_fen >= 0),
  credit_fen bigint not null default 0 check (credit_fen >= 0),
  primary key (entry_id, line_number),
  constraint line_has_one_side check ((debit_fen > 0) <> (credit_fen > 0)),
  constraint bank_money_is_of_a_fund check (account_code <> '102' or fund_id is not null)
);
call access.protect('journal_line');
call access.append_only('journal_line');
create index journal_line_by_account on journal_line (organization_path, account_code);

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
  from (select fund_id, sum(debit_fen - credit_fen) as fen from added where account_code = '102' group by fund_id) moved
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

-- Writes one entry with its lines: [{account, fund, debit, credit}], in fen.
create function post_entry(book text, on_date date, memo text, origin_type text, origin_id uuid, lines jsonb,
  reverses uuid default null)
returns uuid language plpgsql as $$
declare
  entry uuid;
begin
  perform lock_book(book);
  insert into journal_entry (organization_path, number, business_date, memo, origin_type, origin_id, reverses)
  values (book, last_number(book, 'ENTRY', month_of(on_date)) + 1, on_date, memo, origin_type, origin_id, reverses)
  returning id into entry;
  insert into journal_line (entry_id, line_number, organization_path, account_code, fund_id, debit_fen, credit_fen)
  select entry, row_number() over (order by place), book, line ->> 'account', (line ->> 'fund')::uuid,
    coalesce((line ->> 'debit')::bigint, 0), coalesce((line ->> 'credit')::bigint, 0)
  from jsonb_array_elements(lines) with ordinality as given(line, place);
  return entry;
end $$;

-- Income of a fund. An allocation received is a receipt too, and says of which allocation.
create table receipt (
  id uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  fund_id uuid not null references fund,
  amount_fen bigint not null check (amount_fen > 0),
  payer text not null check (char_length(payer) between 1 and 200),
  received_on date not null,
  memo text check (char_length(memo) <= 500),
  idempotency_key text not null check (char_length(idempotency_key) between 1 and 100),
  allocation_id uuid unique,
  entry_id uuid not null references journal_entry,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint receipt_key_once unique (organization_path, idempotency_key)
);
create index on receipt (fund_id, received_on);
call access.protect('receipt');
call access.append_only('receipt');

-- The money of a fund laid end to end in the order of its coming, each stretch of one receipt. It leaves in the same
-- order: what has left is the length of all stretches less the balance.
create table fund_inflow (
  fund_id uuid not null references fund,
  from_fen bigint not null check (from_fen >= 0),
  amount_fen bigint not null check (amount_fen > 0),
  receipt_id uuid not null references receipt,
  organization_path text collate "C" not null,
  primary key (fund_id, from_fen)
);
call access.protect('fund_inflow');
call access.append_only('fund_inflow');

create function inflow_end(of_fund uuid) returns bigint language sql stable as $$
  select coalesce((select i.from_fen + i.amount_fen from fund_inflow i where i.fund_id = of_fund
    order by i.from_fen desc limit 1), 0)
$$;

create function add_inflow(book text, into_fund uuid, of_receipt uuid, amount bigint) returns void language sql as $$
  insert into fund_inflow (fund_id, from_fen, amount_fen, receipt_id, organization_path)
  values (into_fund, inflow_end(into_fund), amount, of_receipt, book)
$$;

-- The events' envelope, as packages/events makes it.
create function event_envelope(event_id uuid, type text, subject uuid, path text, actor uuid, request text,
  at timestamptz, data jsonb)
returns jsonb language sql stable
  return jsonb_build_object('specversion', '1.0', 'id', event_id, 'type', type, 'source', 'funds', 'subject', subject,
    'time', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'datacontenttype', 'application/json',
    'organizationpath', path, 'requestid', request, 'actor', actor, 'data', data);
