import { randomUUID } from 'node:crypto';
import { organizationIdOf, winterCampaignId, type CityOrganization } from '@nuangong/demonstration-city';
import { insist, type Closing, type Desk } from './desk.ts';
import type { Notebook } from './acknowledged.ts';

type FundItem = { readonly id: string; readonly name: string; readonly source: string };

const fundName = '县财政配套送温暖资金';

const fundsOf = async (desk: Desk): Promise<readonly FundItem[]> => {
  const { funds } = await desk.read<{ funds: { items: FundItem[] } }>(
    'funds',
    'query ($filter: FundFilter) { funds(filter: $filter, perPage: 50) { items { id name source } } }',
    { filter: { own: true } },
  );
  return funds.items;
};

/** The county's own fund of the campaign; opened if it is missing. */
export async function findCountyFund(finance: Desk, closing: Closing): Promise<string | undefined> {
  while (performance.now() < closing.at) {
    const found = (await fundsOf(finance)).find(({ name }) => name === fundName);
    if (found) return found.id;
    await finance.command(
      'funds',
      { name: 'openFund', gives: 'fund { id }' },
      {
        name: fundName,
        source: 'LOCAL_FISCAL',
        purposes: ['送温暖'],
        year: 2026,
        campaignId: winterCampaignId,
        priority: 2,
      },
    );
  }
  return undefined;
}

/** Records income once, however often it is sent; sends it again on purpose if asked to. */
export async function recordReceipt(
  finance: Desk,
  closing: Closing,
  notebook: Notebook,
  receipt: { readonly fundId: string; readonly yuan: number; readonly receivedOn: string; readonly twice: boolean },
): Promise<void> {
  const input = {
    fundId: receipt.fundId,
    amount: `${receipt.yuan}.00`,
    payer: '县财政局',
    receivedOn: receipt.receivedOn,
    idempotencyKey: randomUUID(),
  };
  const send = () => finance.command('funds', { name: 'recordReceipt', gives: 'receipt { id }' }, input);
  const [answer] = await Promise.all([insist(closing, send), receipt.twice ? insist(closing, send) : undefined]);
  if (answer?.kind !== 'DONE') return;
  const { idempotencyKey } = input;
  notebook.note({ kind: 'RECEIPT_RECORDED', idempotencyKey, amountFen: BigInt(receipt.yuan) * 100n });
}

/** The city sends the county union funds, and the county acknowledges them. */
export async function allocate(
  desks: { readonly city: Desk; readonly county: Desk },
  closing: Closing,
  notebook: Notebook,
  transfer: { readonly to: CityOrganization; readonly yuan: number },
): Promise<void> {
  const union = (await fundsOf(desks.city)).find(({ source }) => source === 'UNION');
  const input = {
    fundId: union?.id,
    toOrganizationId: organizationIdOf(transfer.to.code),
    amount: `${transfer.yuan}.00`,
    matchingRequirement: 'EQUAL',
    campaignId: winterCampaignId,
    idempotencyKey: randomUUID(),
  };
  const sent = await insist(closing, () =>
    desks.city.command<{ allocation: { id: string } }>(
      'funds',
      { name: 'sendAllocation', gives: 'allocation { id }' },
      input,
    ),
  );
  if (sent?.kind !== 'DONE') return;
  const allocationId = sent.value.allocation.id;
  notebook.note({ kind: 'ALLOCATION_SENT', allocationId, amountFen: BigInt(transfer.yuan) * 100n });
  const received = await insist(closing, () =>
    desks.county.command('funds', { name: 'receiveAllocation', gives: 'allocation { status }' }, { allocationId }),
  );
  if (received?.kind === 'DONE') notebook.note({ kind: 'ALLOCATION_RECEIVED', allocationId });
}
