import { setTimeout as sleep } from 'node:timers/promises';
import { winterCampaignId } from '@nuangong/demonstration-city';
import type { Random } from '../random.ts';
import { insist, type Closing, type Desk } from './desk.ts';
import type { Notebook } from './acknowledged.ts';

type Batch = { readonly id: string; readonly status: 'PREPARED' | 'APPROVED' | 'PAID' | 'RETURNED' };
type Payment = { readonly id: string; readonly status: string };

/**
 * Approvals reach the funds service as events: only after this many rounds with nothing to pay does the driver stop.
 */
const patientRounds = 3;

type PayDesks = { readonly finance: Desk; readonly lead: Desk };

/** Prepares, approves and pays batches until the households' grants are paid or wait for money that will not come. */
export async function payGrants(
  desks: PayDesks,
  closing: Closing,
  notebook: Notebook,
  isOver: () => boolean,
): Promise<void> {
  let idleRounds = 0;
  while (performance.now() < closing.at) {
    const over = isOver();
    const open = await openBatches(desks.finance);
    for (const batch of open) await advance(desks, closing, notebook, batch);
    const { grants } = await desks.finance.read<{ grants: { total: number } }>(
      'funds',
      'query ($filter: GrantFilter) { grants(filter: $filter, perPage: 1) { total } }',
      { filter: { status: 'COMMITTED', held: false, campaignId: winterCampaignId } },
    );
    if (grants.total > 0) {
      idleRounds = 0;
      await desks.finance.command(
        'funds',
        { name: 'prepareBatch', gives: 'batch { id }' },
        { campaignId: winterCampaignId },
      );
    } else if (over && open.length === 0) {
      idleRounds += 1;
      if (idleRounds > patientRounds) return;
    }
    await sleep(120);
  }
}

async function openBatches(finance: Desk): Promise<readonly Batch[]> {
  const { batches } = await finance.read<{ batches: { items: Batch[] } }>(
    'funds',
    'query ($filter: DisbursementBatchFilter) { batches(filter: $filter, perPage: 20) { items { id status } } }',
    { filter: { own: true, campaignId: winterCampaignId } },
  );
  return batches.items.filter(({ status }) => status === 'PREPARED' || status === 'APPROVED');
}

/** Approves and pays; the payment is requested twice concurrently, as by two impatient users. */
async function advance(desks: PayDesks, closing: Closing, notebook: Notebook, batch: Batch): Promise<void> {
  if (batch.status === 'PREPARED') {
    const answers = await answersTo(desks.lead, batch.id);
    await insist(closing, () =>
      desks.lead.command('funds', { name: 'approveBatch', gives: 'batch { status }' }, { batchId: batch.id, answers }),
    );
  }
  const pay = () =>
    desks.finance.command('funds', { name: 'payBatch', gives: 'batch { status }' }, { batchId: batch.id });
  const answers = await Promise.all([insist(closing, pay), insist(closing, pay)]);
  if (answers.some((answer) => answer?.kind === 'DONE')) notebook.note({ kind: 'BATCH_PAID', batchId: batch.id });
}

/** A reason for every finding of a batch, as a head of finance would write it. */
async function answersTo(lead: Desk, batchId: string): Promise<readonly { finding: string; reason: string }[]> {
  const { batch } = await lead.read<{ batch: { findings: { key: string }[] } }>(
    'funds',
    'query ($id: ID!) { batch(id: $id) { findings { key } } }',
    { id: batchId },
  );
  return batch.findings.map(({ key }) => ({ finding: key, reason: '已与本人核对' }));
}

/** The bank returns one payment of the county: finance records it, the head of finance confirms it. */
export async function returnOnePayment(
  { finance, lead }: PayDesks,
  closing: Closing,
  notebook: Notebook,
  random: Random,
  returnedOn: string,
): Promise<void> {
  const { batches } = await finance.read<{ batches: { items: { payments: { items: Payment[] } }[] } }>(
    'funds',
    `query ($filter: DisbursementBatchFilter) { batches(filter: $filter, perPage: 5) { items { status
      payments(perPage: 20) { items { id status } } } } }`,
    { filter: { own: true, status: 'PAID' } },
  );
  const paid = batches.items.flatMap(({ payments }) => payments.items).filter(({ status }) => status === 'PAID');
  if (paid.length === 0) return;
  const payment = random.oneOf(paid);
  const bankReference = payment.id.toUpperCase();
  await insist(closing, () =>
    finance.command(
      'funds',
      { name: 'recordReturnedPayment' },
      { paymentId: payment.id, bankReference, reason: '账号与户名不符', returnedOn },
    ),
  );
  const answer = await insist(closing, () =>
    lead.command('funds', { name: 'confirmReturnedPayment' }, { paymentId: payment.id }),
  );
  if (answer?.kind === 'DONE') notebook.note({ kind: 'PAYMENT_RETURNED', paymentId: payment.id });
}
