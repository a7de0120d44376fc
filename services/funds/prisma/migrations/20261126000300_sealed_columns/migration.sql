-- Which column holds sealed texts, as the rotation of keys reads it.
comment on column aid_grant.sealed_payee is 'sealed; row: id; organization: organization_path';

-- Who is paid never changes; who sees every organisation's rows (the owner, never a service) may seal it anew.
create function refuse_grant_transition() returns trigger language plpgsql as $$
begin
  if row_security_active('aid_grant') or to_jsonb(old) - 'sealed_payee' is distinct from to_jsonb(new) - 'sealed_payee' then
    perform refuse_by_rule('legal_transition', 'aid_grant may not change in this way');
  end if;
  return new;
end $$;
drop trigger legal_transition on aid_grant;
create trigger legal_transition before update on aid_grant for each row
  when ((old.status, new.status) not in (('AWAITING_FUNDS', 'AWAITING_FUNDS'), ('AWAITING_FUNDS', 'COMMITTED'),
    ('COMMITTED', 'IN_BATCH'),
      ('IN_BATCH', 'COMMITTED'), ('IN_BATCH', 'PAID'), ('PAID', 'COMMITTED'))
    or (old.id, old.organization_path, old.book_path, old.campaign_id, old.purpose, old.amount_fen, old.sealed_payee)
      is distinct from (new.id, new.organization_path, new.book_path, new.campaign_id, new.purpose, new.amount_fen,
        new.sealed_payee))
  execute function refuse_grant_transition();

-- Nothing but sealed texts, of the present form or the first.
alter table aid_grant add constraint aid_grant_payee_is_sealed
  check (sealed_payee ~ '^v[12][.]');
