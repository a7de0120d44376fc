import type { EventOfType } from '@nuangong/events';
import { recordFacts, type FactWriter } from './record-facts.ts';
import { isForWarmth } from './warmth-purpose.ts';

/** Records money that has come into a fund from outside the unions’ tree. */
export async function whenReceiptRecorded(
  event: EventOfType<'nuangong.receipt-recorded.v1'>,
  tx: FactWriter,
): Promise<void> {
  const { data } = event;
  await recordFacts(tx, event, [
    {
      kind: 'RECEIPT_RECORDED',
      organization: data.organization,
      on: data.receivedOn,
      recordType: 'RECEIPT',
      recordId: data.receiptId,
      campaignId: data.campaignId,
      amountFen: data.amountFen,
      count: 1,
      dimensions: { source: data.source, forWarmth: isForWarmth(data.purposes) },
      related: { fundId: data.fundId },
    },
  ]);
}
