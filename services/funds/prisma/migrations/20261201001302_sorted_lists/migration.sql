-- Lists are sorted by name as a dictionary sorts it: Han characters by pinyin.
create collation pinyin (provider = icu, locale = 'zh-u-co-pinyin');

-- The trigger compares the payee's name, whose order changes; it is made again as it was.
drop trigger payee_is_corrected_by_news on aid_grant;
alter table aid_grant
  alter column payee_name type text collate pinyin,
  alter column unit_name type text collate pinyin;
create trigger payee_is_corrected_by_news before update on aid_grant for each row
  when ((old.payee_news_id, old.payee_name, old.masked_identity_number, old.masked_bank_account)
    is distinct from (new.payee_news_id, new.payee_name, new.masked_identity_number, new.masked_bank_account))
  execute function payee_is_corrected_by_news();
create index aid_grant_payee_name_idx on aid_grant (payee_name, id);
create index aid_grant_unit_name_idx on aid_grant (unit_name, id);
create index aid_grant_amount_fen_idx on aid_grant (amount_fen, id);
create index aid_grant_approved_at_idx on aid_grant (approved_at, id);
