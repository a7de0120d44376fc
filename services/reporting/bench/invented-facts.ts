import { factsInColumns } from '../src/testing/facts-in-columns.ts';

/** The campaign whose table is measured. */
export const campaignId = '00000000-0000-7000-8000-0000000c2027';

/**
 * Adds 1,000,000 invented facts of 23 counties: 280,000 case files (5% in a second version, 7% exited), their grants
 * and payments (three in four of the measured campaign, 2% returned), visits, and the rarer kinds. One file in fifty
 * has no worker; one in three payments or receipts without a campaign is for Sending Warmth. The facts are the same in
 * every run.
 */
export const insertInventedFacts = factsInColumns(`
select event_id as id, '51/5101/5101' || lpad(county::text, 2, '0') || '/' as organization_path,
  ('00000000-0000-7000-8000-0000005101' || lpad(county::text, 2, '0'))::uuid as organization_id, kind, happened_on,
  case when of_household then ('019a0000-0000-7000-8000-' || lpad(to_hex(household), 12, '0'))::uuid end as household_id,
  case when kind in ('GRANT_APPROVED', 'PAYMENT_MADE', 'PAYMENT_RETURNED', 'VISIT_MADE', 'RECEIPT_RECORDED',
    'ALLOCATION_RECEIVED')
    then case when dice % 100 < 75 then '${campaignId}' when dice % 100 < 90 then
      '00000000-0000-7000-8000-0000000c2026' end::uuid end as campaign_id,
  case kind when 'PAYMENT_MADE' then 30000 + dice % 5 * 10000 when 'RECEIPT_RECORDED' then 5000000 when
    'ALLOCATION_RECEIVED' then 3000000
    when 'WAGES_RECOVERED' then 900000 else 0 end as amount_fen,
  case kind when 'VACANCY_OFFERED' then 1 + dice % 20 else 1 end as count,
  case when kind = 'CASE_FILE_ACTIVATED' and household % 50 = 7 then 0 else 1 + dice % 2 end as persons,
  case when kind = 'CASE_FILE_ACTIVATED' and household % 5 = 0 then 1 else 0 end as migrant_persons,
  household % 5 = 0 as migrant_worker, household % 20 = 0 as new_generation, household % 50 = 0 as model_worker,
  dice % 3 = 0 as for_warmth, ends_earlier,
  case when kind in ('CASE_FILE_ACTIVATED', 'CASE_FILE_EXITED') then (array['BELOW_LINE', 'MARGINAL', 'SUDDEN'])[1 +
    household % 3] end as hardship_class,
  case when kind in ('RECEIPT_RECORDED', 'ALLOCATION_RECEIVED')
    then (array['LOCAL_FISCAL', 'UNION', 'DONATION', 'CENTRAL_FISCAL', 'OTHER'])[1 + dice % 5] end as source,
  case when kind in ('GRANT_APPROVED', 'PAYMENT_MADE', 'PAYMENT_RETURNED')
    then (array['LIVING', 'LIVING', 'MEDICAL', 'EDUCATION'])[1 + dice % 4] end as aid_type,
  case kind when 'PAYMENT_MADE' then (array['HEATING', 'HOLIDAY_VISIT'])[1 + dice % 2] end as mark,
  kind = 'CASE_FILE_EXITED' and dice % 10 < 6 as aided,
  kind = 'VACANCY_OFFERED' and dice % 2 = 0 as for_laid_off,
  subject_id, happened_on + interval '9 hours' + n * interval '1 millisecond' as recorded_at, event_id, 0 as part,
  subject_id as record_id, 'INVENTED' as record_type,
  case when kind = 'ALLOCATION_RECEIVED' then '51/5101/' end as counterparty_path,
  case when kind = 'WAGES_RECOVERED' then 'worker-' || dice % 9000 end as person_ref, '{}'::jsonb as related,
  row_number() over (order by happened_on, n) as told
from (values
  (1, 'CASE_FILE_ACTIVATED', 294000, true, date '2024-01-01', 1060), (2, 'CASE_FILE_EXITED', 20000, true,
    '2026-06-01', 270),
  (3, 'GRANT_APPROVED', 270000, true, '2026-12-10', 20), (4, 'PAYMENT_MADE', 270000, true, '2026-11-20', 90),
  (5, 'PAYMENT_RETURNED', 6000, true, '2026-12-20', 90), (6, 'VISIT_MADE', 80000, true, '2026-11-20', 90),
  (7, 'TRAINING_ATTENDED', 20000, true, '2026-10-01', 140), (8, 'LEGAL_CASE_OPENED', 10000, true, '2026-10-01', 140),
  (9, 'VACANCY_OFFERED', 8000, false, '2026-10-01', 140), (10, 'WAGES_RECOVERED', 12000, false, '2026-10-01', 140),
  (11, 'RECEIPT_RECORDED', 5000, false, '2026-11-20', 90), (12, 'ALLOCATION_RECEIVED', 5000, false, '2026-11-20', 90)
) as kinds(place, kind, facts, of_household, first_day, days)
cross join generate_series(0, facts - 1) as n
cross join lateral (
  select case kind when 'CASE_FILE_ACTIVATED' then n % 280000 when 'CASE_FILE_EXITED' then n * 13 when
    'PAYMENT_RETURNED' then n * 44
    else n end as origin
) as told_of
cross join lateral (
  select (hashint8extended(n, 1) & 1073741823)::int as dice,
    case when kind in ('CASE_FILE_ACTIVATED', 'CASE_FILE_EXITED') then origin
      else ((hashint8extended(origin, 2) & 1073741823) % 280000)::int end as household
) as drawn
cross join lateral (
  select household % 23 + 1 as county, first_day + (dice / 7) % days as happened_on,
    kind in ('CASE_FILE_EXITED', 'PAYMENT_RETURNED') or kind = 'CASE_FILE_ACTIVATED' and n >= 280000 as ends_earlier,
    ('019c00' || lpad(place::text, 2, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as event_id,
    ('019b00' || lpad(case kind when 'CASE_FILE_EXITED' then 1 when 'PAYMENT_RETURNED' then 4 else place end::text,
      2, '0')
      || '-0000-7000-8000-' || lpad(to_hex(origin), 12, '0'))::uuid as subject_id
) as told`);
