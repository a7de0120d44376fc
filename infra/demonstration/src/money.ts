import { partsOf, localDate } from '@nuangong/primitives';
import type { CityOrganization } from '@nuangong/demonstration-city';
import { act, look } from './act.ts';
import type { CityAtWork } from './city-at-work.ts';
import { prefixOf } from './register.ts';

/** The payload of `openFund`. */
export interface OpenedFund {
  readonly fund: { readonly id: string };
}

export const openFund = { service: 'funds', name: 'openFund', gives: 'fund { id }' } as const;
export const recordReceipt = { service: 'funds', name: 'recordReceipt', gives: 'receipt { id }' } as const;

/** The county's finance officer opens a fund of the county's own and records its receipt, today. */
export async function provideOwnMoney(
  city: CityAtWork,
  county: CityOrganization,
  { name, campaignId, amount, memo }: Readonly<Record<'name' | 'campaignId' | 'amount' | 'memo', string>>,
): Promise<void> {
  const finance = `${prefixOf(county)}-finance`;
  const { year } = partsOf(localDate(city.today()));
  const { fund } = await act<OpenedFund>(city, finance, openFund, {
    name,
    source: 'LOCAL_FISCAL',
    purposes: ['送温暖'],
    year,
    campaignId,
    priority: 100,
  });
  await act(city, finance, recordReceipt, {
    fundId: fund.id,
    amount,
    payer: `${county.name.replace('总工会', '')}财政局`,
    receivedOn: city.today(),
    memo,
    idempotencyKey: crypto.randomUUID(),
  });
}

/** The finance officer prepares a batch of what is committed, or of some grants; gives its id. */
export async function prepareBatch(
  city: CityAtWork,
  county: CityOrganization,
  campaignId: string,
  grantIds?: readonly string[],
): Promise<string> {
  const { batch } = await act<{ readonly batch: { readonly id: string } }>(
    city,
    `${prefixOf(county)}-finance`,
    { service: 'funds', name: 'prepareBatch', gives: 'batch { id }' },
    { campaignId, ...(grantIds !== undefined && { grantIds }) },
  );
  return batch.id;
}

/** The head of finance answers the findings of a batch and approves it. */
export async function approveBatch(city: CityAtWork, county: CityOrganization, batchId: string): Promise<void> {
  const lead = `${prefixOf(county)}-finance-lead`;
  const { batch } = await look<{ readonly batch: { readonly findings: readonly { readonly key: string }[] } }>(
    city,
    lead,
    'funds',
    'query ($id: ID!) { batch(id: $id) { findings { key } } }',
    { id: batchId },
  );
  const answers = batch.findings.map(({ key }) => ({ finding: key, reason: '已与本人核对' }));
  await act(city, lead, { service: 'funds', name: 'approveBatch' }, { batchId, answers });
}

/** The finance officer pays an approved batch. */
export async function payBatch(city: CityAtWork, county: CityOrganization, batchId: string): Promise<void> {
  await act(city, `${prefixOf(county)}-finance`, { service: 'funds', name: 'payBatch' }, { batchId });
}

interface Payment {
  readonly id: string;
  readonly householdId: string;
}

/** The first payments of the county's latest paid batch. */
export async function paymentsOf(
  city: CityAtWork,
  county: CityOrganization,
  campaignId: string,
): Promise<readonly Payment[]> {
  const { batches } = await look<{
    readonly batches: {
      readonly items: readonly {
        readonly payments: { readonly items: readonly Payment[] };
      }[];
    };
  }>(
    city,
    `${prefixOf(county)}-finance`,
    'funds',
    `query ($filter: DisbursementBatchFilter) { batches(filter: $filter, perPage: 1) { items {
      payments(perPage: 20) { items { id householdId } } } } }`,
    { filter: { own: true, campaignId, status: 'PAID' } },
  );
  return batches.items[0]?.payments.items ?? [];
}

/** The ids of the county's committed grants of a campaign that are in no batch. */
export async function committedGrants(
  city: CityAtWork,
  county: CityOrganization,
  campaignId: string,
): Promise<readonly string[]> {
  return (await grantsOf(city, county, campaignId)).map(({ id }) => id);
}

/** The same with their households. */
export async function grantsOf(
  city: CityAtWork,
  county: CityOrganization,
  campaignId: string,
): Promise<readonly Payment[]> {
  const { grants } = await look<{ readonly grants: { readonly items: readonly Payment[] } }>(
    city,
    `${prefixOf(county)}-finance`,
    'funds',
    'query ($filter: GrantFilter) { grants(filter: $filter, perPage: 200) { items { id householdId } } }',
    { filter: { status: 'COMMITTED', held: false, campaignId } },
  );
  return grants.items;
}

/** The finance officer records that the bank returned a payment today. */
export async function recordReturn(
  city: CityAtWork,
  county: CityOrganization,
  paymentId: string,
  reason: string,
): Promise<void> {
  await act(
    city,
    `${prefixOf(county)}-finance`,
    { service: 'funds', name: 'recordReturnedPayment' },
    {
      paymentId,
      bankReference: String(Number.parseInt(paymentId.slice(-8), 16)).padStart(10, '0'),
      reason,
      returnedOn: city.today(),
    },
  );
}

/** The head of finance confirms a returned payment. */
export async function confirmReturn(city: CityAtWork, county: CityOrganization, paymentId: string): Promise<void> {
  await act(
    city,
    `${prefixOf(county)}-finance-lead`,
    { service: 'funds', name: 'confirmReturnedPayment' },
    { paymentId },
  );
}

/** The head of finance finds that a payment did not come back. */
export async function refuseReturn(
  city: CityAtWork,
  county: CityOrganization,
  paymentId: string,
  answer: string,
): Promise<void> {
  const command = { service: 'funds', name: 'refuseReturnedPayment' } as const;
  await act(city, `${prefixOf(county)}-finance-lead`, command, { paymentId, answer });
}
