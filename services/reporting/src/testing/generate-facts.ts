import { factsInColumns } from './facts-in-columns.ts';

/** What can run a statement: a node-pg client or pool. */
interface Client {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

/** The city, campaign and 23 counties of generated facts. */
export const generatedCity = {
  cityId: '00000000-0000-7000-8000-000000005101',
  cityPath: '51/5101/',
  campaignId: '00000000-0000-7000-8000-0000000c0001',
  from: '2026-12-01',
  to: '2027-02-28',
  counties: 23,
} as const;

/** The id and path of a generated county, from 1. */
export function generatedCounty(number: number): { readonly id: string; readonly path: string } {
  const code = `5101${String(number).padStart(2, '0')}`;
  return { id: `00000000-0000-7000-8000-000000${code}`, path: `51/5101/${code}/` };
}

const organizations = `
  insert into organization (id, organization_path, code, name, kind, parent_id)
  select '00000000-0000-7000-8000-000000005101'::uuid, '51/5101/', '5101', '锦官市总工会',
    'CITY'::"OrganizationKind", null::uuid
  union all
  select ('00000000-0000-7000-8000-000000' || code)::uuid, '51/5101/' || code || '/', code, code || '县总工会', 'COUNTY',
    '00000000-0000-7000-8000-000000005101'
  from (select '5101' || lpad(number::text, 2, '0') as code from generate_series(1, 23) as number) as county
  on conflict (id) do nothing`;

const campaign = `
  insert into campaign (id, organization_path, name, starts_on, ends_on)
  values ($1, '51/5101/', '送温暖活动', $2, $3) on conflict (id) do nothing`;

/**
 * Each fact depends only on its number. Of 100: 30 case files, 1 exit, 40 payments, 1 return, 10 visits, 3 receipts, 2
 * allocations, 5 trainings, 3 vacancies, 3 legal cases, 2 recovered wages. A household belongs to one county; half of
 * the facts belong to a base union. Some days lie outside the campaign, some facts are booked to none or to another.
 */
const facts = factsInColumns(`
  with numbered as (
    select number, number % 100 as place, 1 + (hashint8(number) & 8388607) % 23 as county,
      hashint8extended(number, 7) & 1048575 as dice
    from generate_series(1, $1::int) as number
  ), placed as (
    select numbered.*, '5101' || lpad(county::text, 2, '0') as code,
      case when place < 30 then 'CASE_FILE_ACTIVATED' when place < 31 then 'CASE_FILE_EXITED'
        when place < 71 then 'PAYMENT_MADE' when place < 72 then 'PAYMENT_RETURNED' when place < 82 then 'VISIT_MADE'
        when place < 85 then 'RECEIPT_RECORDED' when place < 87 then 'ALLOCATION_RECEIVED'
        when place < 92 then 'TRAINING_ATTENDED' when place < 95 then 'VACANCY_OFFERED'
        when place < 98 then 'LEGAL_CASE_OPENED' else 'WAGES_RECOVERED' end as kind,
      lpad(to_hex(number), 12, '0') as hex
    from numbered
  )
  select id, '51/5101/' || code || '/' || case when dice % 2 = 0 then code || '-01/' else '' end as organization_path,
    ('00000000-0000-7000-8000-000000' || code)::uuid as organization_id, kind, day as happened_on,
    case when kind in ('CASE_FILE_ACTIVATED', 'CASE_FILE_EXITED', 'PAYMENT_MADE', 'PAYMENT_RETURNED', 'VISIT_MADE',
      'TRAINING_ATTENDED', 'LEGAL_CASE_OPENED')
      then ('00000000-0000-7000-9' || lpad(to_hex(county), 3, '0') || '-'
        || lpad(to_hex(dice % ($1::int / 60 + 1)), 12, '0'))::uuid
    end as household_id,
    case when kind in ('PAYMENT_MADE', 'VISIT_MADE', 'RECEIPT_RECORDED', 'ALLOCATION_RECEIVED') and dice % 20 > 0
      then $2::uuid when dice % 40 = 20 then '00000000-0000-7000-8000-0000000c0002'::uuid end as campaign_id,
    case when kind in ('PAYMENT_MADE', 'PAYMENT_RETURNED', 'RECEIPT_RECORDED', 'ALLOCATION_RECEIVED', 'WAGES_RECOVERED')
      then 10000 + dice else 0 end as amount_fen,
    1 + dice % 5 as count, 1 + dice % 4 as persons,
    case when kind = 'CASE_FILE_ACTIVATED' and dice % 5 = 0 then 1 + dice % 2 else 0 end as migrant_persons,
    dice % 5 = 0 as migrant_worker, dice % 10 = 0 as new_generation, dice % 50 = 0 as model_worker, false as for_warmth,
    kind in ('CASE_FILE_EXITED', 'PAYMENT_RETURNED') as ends_earlier,
    case when kind = 'CASE_FILE_ACTIVATED'
      then (array['BELOW_LINE', 'MARGINAL', 'SUDDEN'])[1 + dice % 3] end as hardship_class,
    case when kind in ('RECEIPT_RECORDED', 'ALLOCATION_RECEIVED')
      then (array['CENTRAL_FISCAL', 'LOCAL_FISCAL', 'UNION', 'DONATION', 'OTHER'])[1 + dice % 5] end as source,
    case when kind = 'PAYMENT_MADE'
      then (array['LIVING', 'LIVING', 'MEDICAL', 'EDUCATION'])[1 + dice % 4] end as aid_type,
    case when kind = 'PAYMENT_MADE' then (array['HEATING', 'HOLIDAY_VISIT', null])[1 + dice % 3] end as mark,
    kind = 'CASE_FILE_EXITED' and dice % 2 = 0 as aided,
    kind = 'VACANCY_OFFERED' and dice % 3 > 0 as for_laid_off,
    case when kind in ('CASE_FILE_EXITED', 'PAYMENT_RETURNED') then earlier else id end as subject_id,
    day + interval '9 hours' + number * interval '1 millisecond' as recorded_at, id as event_id, 0 as part,
    id as record_id, 'GENERATED' as record_type,
    case when kind = 'ALLOCATION_RECEIVED' then '51/5101/' end as counterparty_path,
    case when kind = 'WAGES_RECOVERED' then 'person-' || dice % 500 end as person_ref,
    jsonb_build_object('grantId', id, 'applicationId', id, 'voucherId', id, 'caseFileId', id, 'voucherNumber', hex)
      as related,
    number as told
  from placed, lateral (
    select ('00000000-0000-7000-8000-' || hex)::uuid as id,
      ('00000000-0000-7000-8000-' || lpad(to_hex(number - 20), 12, '0'))::uuid as earlier,
      date '2026-11-20' + (dice % 105)::int as day
  ) as made`);

/**
 * Makes `count` facts of a city with 23 counties, its organisations and its campaign, the same ones in each run; the
 * client must see all organisations (the owner). Ends with ANALYZE: without it, plans and measurements mean nothing.
 */
export async function generateFacts(client: Client, count: number): Promise<typeof generatedCity> {
  const { campaignId, from, to } = generatedCity;
  await client.query(organizations);
  await client.query(campaign, [campaignId, from, to]);
  await client.query(facts, [count, campaignId]);
  await client.query('vacuum analyze fact');
  await client.query('vacuum analyze fact_profile');
  return generatedCity;
}
