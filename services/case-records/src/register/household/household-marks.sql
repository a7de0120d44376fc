-- The marks of households in lists and files; null selects all visible households.
create function household_marks(households uuid[], untouched_since timestamptz)
returns table (household_id uuid, mark text) language sql stable as $$
  select h.id, case when h.live then 'UNTOUCHED_DRAFT' else 'LET_GO' end
  from household h join case_file f on f.household_id = h.id
  where f.status in ('DRAFT', 'RETURNED') and (not h.live or f.updated_at < untouched_since)
    and (households is null or h.id = any(households))
  union all
  select r.household_id, 'PAYMENT_RETURNED' from households_paid_back(households) r
  union all
  select c.household_id, 'PAYEE_CORRECTION_WAITING' from person_correction c
  where c.state = 'WAITING' and (households is null or c.household_id = any(households))
  union
  select m.household_id, 'NAME_DIFFERS_ELSEWHERE' from household_member m join person p on p.id = m.person_id
  where p.named_otherwise_elsewhere and m.living and (households is null or m.household_id = any(households))
  union
  select d.household_id, 'SAME_PERSON_SUSPECTED' from suspected_doubles(households) d
  where not exists (select from same_person_answer a
    where a.household_id = d.household_id and a.double_id = d.double_id)
$$;
