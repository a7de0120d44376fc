-- The pairs of packages/access/src/incompatible-roles.ts; a test compares them. As a function, since the service's own
-- role may write any table.
create function incompatible_roles() returns table (one "Role", other "Role") language sql immutable parallel safe as $$
  select v.one::"Role", v.other::"Role" from (values
    ('CLERK', 'REVIEWER'), ('CLERK', 'APPROVER'), ('REVIEWER', 'APPROVER'),
    ('CLERK', 'FINANCE'), ('APPROVER', 'FINANCE'), ('FINANCE', 'FINANCE_LEAD'),
    ('ADMINISTRATOR', 'FINANCE'), ('ADMINISTRATOR', 'FINANCE_LEAD'),
    ('AUDITOR', 'CLERK'), ('AUDITOR', 'REVIEWER'), ('AUDITOR', 'APPROVER'), ('AUDITOR', 'WINDOW_CLERK'),
    ('AUDITOR', 'EMPLOYMENT'), ('AUDITOR', 'LEGAL_AID'), ('AUDITOR', 'FINANCE'), ('AUDITOR', 'FINANCE_LEAD'),
    ('AUDITOR', 'STATISTICS'), ('AUDITOR', 'ADMINISTRATOR')
  ) as v(one, other)
$$;

create function roles_go_together(held "Role"[]) returns boolean language sql immutable parallel safe
  return not exists (select from incompatible_roles() r where held @> array[r.one, r.other]);

alter table staff drop constraint staff_maker_is_not_checker, drop constraint staff_administrator_is_not_finance;

-- Asked only when roles are written: who held such a pair before keeps the account, and signs in, until it is mended.
create function staff_roles_go_together() returns trigger language plpgsql as $$
begin
  if not roles_go_together(new.roles) then
    raise exception 'staff_roles_go_together' using errcode = 'check_violation', constraint = 'staff_roles_go_together';
  end if;
  return new;
end $$;
create trigger staff_roles_go_together before insert or update of roles on staff
  for each row execute function staff_roles_go_together();
