/** What can run a statement: a node-pg client or pool. */
interface Client {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

/** The city, its campaign and its 23 counties that generated facts belong to. */
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
 * Each fact is made of its number alone. Of 100: 30 case files, 1 exit, 40 payments, 1 return, 10 visits, 3 receipts,
 * 2 allocations, 5 trainings, 3 vacancies, 3 legal cases, 2 recovered wages. A household belongs to one county; half of
 * the facts are a base union's. Some days lie outside the campaign, some facts are booked to none or to another.
 */
const facts = `
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
        when place < 98 then 'LEGAL_CASE_OPENED' else 'WAGES_RECOVERED' end::"FactKind" as kind,
      lpad(to_hex(number), 12, '0') as hex
    from numbered
  )
  insert into fact (id, organization_path, organization_id, kind, happened_on, household_id, campaign_id, amount_fen,
    count, persons, migrant_persons, migrant_worker, new_generation, model_worker, ends_earlier, hardship_class, source, aid_type, mark,
    subject_id, recorded_at, event_id, part, record_id, record_type, counterparty_path, person_ref, related)
  select id, '51/5101/' || code || '/' || case when dice % 2 = 0 then code || '-01/' else '' end,
    ('00000000-0000-7000-8000-000000' || code)::uuid, kind, day,
    case when kind in ('CASE_FILE_ACTIVATED', 'CASE_FILE_EXITED', 'PAYMENT_MADE', 'PAYMENT_RETURNED', 'VISIT_MADE',
      'TRAINING_ATTENDED', 'LEGAL_CASE_OPENED')
      then ('00000000-0000-7000-9' || lpad(to_hex(county), 3, '0') || '-'
        || lpad(to_hex(dice % ($1::int / 60 + 1)), 12, '0'))::uuid
    end,
    case when kind in ('PAYMENT_MADE', 'VISIT_MADE', 'RECEIPT_RECORDED', 'ALLOCATION_RECEIVED') and dice % 20 > 0
      then $2::uuid when dice % 40 = 20 then '00000000-0000-7000-8000-0000000c0002'::uuid end,
    case when kind in ('PAYMENT_MADE', 'PAYMENT_RETURNED', 'RECEIPT_RECORDED', 'ALLOCATION_RECEIVED', 'WAGES_RECOVERED')
      then 10000 + dice else 0 end,
    1 + dice % 5, 1 + dice % 4,
    case when kind = 'CASE_FILE_ACTIVATED' and dice % 5 = 0 then 1 + dice % 2 else 0 end, dice % 5 = 0, dice % 10 = 0, dice % 50 = 0,
    kind in ('CASE_FILE_EXITED', 'PAYMENT_RETURNED'),
    case when kind = 'CASE_FILE_ACTIVATED'
      then (array['BELOW_LINE', 'MARGINAL', 'SUDDEN'])[1 + dice % 3]::"HardshipClass" end,
    case when kind in ('RECEIPT_RECORDED', 'ALLOCATION_RECEIVED')
      then (array['CENTRAL_FISCAL', 'LOCAL_FISCAL', 'UNION', 'DONATION', 'OTHER'])[1 + dice % 5]::"FundSource" end,
    case when kind = 'PAYMENT_MADE'
      then (array['LIVING', 'LIVING', 'MEDICAL', 'EDUCATION'])[1 + dice % 4]::"AidType" end,
    case kind when 'CASE_FILE_EXITED' then (case when dice % 2 = 0 then 'AIDED' end)
      when 'PAYMENT_MADE' then (array['HEATING', 'HOLIDAY_VISIT', null])[1 + dice % 3]
      when 'VACANCY_OFFERED' then (case when dice % 3 > 0 then 'FOR_LAID_OFF' end) end::"FactMark",
    case when kind in ('CASE_FILE_EXITED', 'PAYMENT_RETURNED') then earlier else id end,
    day + interval '9 hours' + number * interval '1 millisecond', id, 0, id, 'GENERATED',
    case when kind = 'ALLOCATION_RECEIVED' then '51/5101/' end,
    case when kind = 'WAGES_RECOVERED' then 'person-' || dice % 500 end,
    jsonb_build_object('grantId', id, 'applicationId', id, 'voucherId', id, 'caseFileId', id, 'voucherNumber', hex)
  from placed, lateral (
    select ('00000000-0000-7000-8000-' || hex)::uuid as id,
      ('00000000-0000-7000-8000-' || lpad(to_hex(number - 20), 12, '0'))::uuid as earlier,
      date '2026-11-20' + (dice % 105)::int as day
  ) as made
  order by number`;

/**
 * Makes `count` facts of a city with 23 counties, its organisations and its campaign, the same ones at each run; the
 * client must see all organisations (the owner). Ends with ANALYZE: without it, plans and measurements say nothing.
 */
export async function generateFacts(client: Client, count: number): Promise<typeof generatedCity> {
  const { campaignId, from, to } = generatedCity;
  await client.query(organizations);
  await client.query(campaign, [campaignId, from, to]);
  await client.query(facts, [count, campaignId]);
  await client.query('vacuum analyze fact');
  return generatedCity;
}
