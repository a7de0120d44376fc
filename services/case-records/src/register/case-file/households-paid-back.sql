-- Households with a payment that came back and has not been followed by a correction or confirmation of the payee.
create function households_paid_back(households uuid[]) returns table (household_id uuid) language sql stable as $$
  select distinct a.household_id
  from aid_application a
  cross join lateral (select s.from_status, s.at from application_step s
    where s.application_id = a.id order by s.at desc, s.id desc limit 1) as last_step
  where a.status = 'FUNDED' and last_step.from_status = 'PAID'
    and (households is null or a.household_id = any(households))
    and not exists (select from person_correction c
      where c.household_id = a.household_id and c.state in ('WAITING', 'DONE') and c.corrected_at > last_step.at)
$$;
