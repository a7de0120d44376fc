-- A window clerk counts as a clerk, whoever reviews or approves does not pay, and whoever runs the system handles
-- neither cases nor money. The pairs of packages/access/src/incompatible-roles.ts; a test compares them.
create or replace function incompatible_roles() returns table (one "Role", other "Role")
language sql immutable parallel safe as $$
  select one::"Role", other::"Role" from (values
    ('{CLERK,WINDOW_CLERK}'::"Role"[], '{REVIEWER,APPROVER}'::"Role"[]),
    ('{REVIEWER}', '{APPROVER}'),
    ('{CLERK,WINDOW_CLERK,REVIEWER,APPROVER}', '{FINANCE,FINANCE_LEAD}'),
    ('{FINANCE}', '{FINANCE_LEAD}'),
    ('{ADMINISTRATOR}', '{CLERK,WINDOW_CLERK,REVIEWER,APPROVER,EMPLOYMENT,LEGAL_AID,FINANCE,FINANCE_LEAD}'),
    ('{AUDITOR}', array_remove(enum_range(null::"Role"), 'AUDITOR'))
  ) as v(ones, others), unnest(ones) as one, unnest(others) as other
$$;
