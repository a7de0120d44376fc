-- Lists are sorted by name as a dictionary sorts it: Han characters by pinyin. The names themselves keep their order by
-- code point, which is that of indexes searched by their beginning.
create collation pinyin (provider = icu, locale = 'zh-u-co-pinyin');

alter table household
  add column head_by_pinyin text collate pinyin generated always as (head_name) stored,
  add column unit_by_pinyin text collate pinyin generated always as (unit_name) stored;
create index household_head_by_pinyin_idx on household (head_by_pinyin, id);
create index household_unit_by_pinyin_idx on household (unit_by_pinyin, id);
create index household_per_capita_income_fen_idx on household (per_capita_income_fen, id);
create index household_declared_size_idx on household (declared_size, id);

alter table aid_application
  add column head_by_pinyin text collate pinyin generated always as (head_name) stored,
  add column unit_by_pinyin text collate pinyin generated always as (unit_name) stored;
create index aid_application_head_by_pinyin_idx on aid_application (head_by_pinyin, id);
create index aid_application_unit_by_pinyin_idx on aid_application (unit_by_pinyin, id);
create index aid_application_amount_fen_idx on aid_application (amount_fen, id);
create index aid_application_put_forward_at_idx on aid_application (put_forward_at, id);
