-- The housing-safety checklist of a visit (§001-4): each point found safe, a hazard, or not looked at.
alter table visit
  add column gas_safety text not null default 'NOT_CHECKED' check (gas_safety in ('SAFE', 'HAZARD', 'NOT_CHECKED')),
  add column fire_safety text not null default 'NOT_CHECKED' check (fire_safety in ('SAFE', 'HAZARD', 'NOT_CHECKED')),
  add column collapse_safety text not null default 'NOT_CHECKED'
    check (collapse_safety in ('SAFE', 'HAZARD', 'NOT_CHECKED')),
  add column dwelling_safety text not null default 'NOT_CHECKED'
    check (dwelling_safety in ('SAFE', 'HAZARD', 'NOT_CHECKED'));

-- A visit counts in line 4A of the warmth table: one that says nothing is not recorded. Visits of before stay.
alter table visit add constraint visit_says_something check (brought is not null or sealed_findings is not null
  or array[gas_safety, fire_safety, collapse_safety, dwelling_safety] && array['SAFE', 'HAZARD']) not valid;
