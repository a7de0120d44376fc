import type { EventOfType } from '@nuangong/events';
import { recordFacts, type FactWriter } from './record-facts.ts';
import { isForWarmth } from './warmth-purpose.ts';

/** Records a paid grant: one payment to a household, by type of aid. */
export async function whenPaymentMade(event: EventOfType<'nuangong.payment-made.v1'>, tx: FactWriter): Promise<void> {
  const { data } = event;
  await recordFacts(tx, event, [
    {
      kind: 'PAYMENT_MADE',
      organization: data.organization,
      on: data.paidOn,
      recordType: 'PAYMENT',
      recordId: data.paymentId,
      householdId: data.householdId,
      campaignId: data.campaignId,
      amountFen: data.amountFen,
      count: 1,
      persons: 1,
      dimensions: {
        aidType: data.aidType,
        mark: data.mark,
        migrantWorker: data.migrantWorker,
        modelWorker: data.modelWorker,
        forWarmth: isForWarmth(data.purpose === undefined ? undefined : [data.purpose]),
      },
      related: {
        voucherId: data.voucherId,
        voucherNumber: data.voucherNumber,
        grantId: data.grantId,
        applicationId: data.applicationId,
        caseFileId: data.caseFileId,
        batchId: data.batchId,
      },
    },
  ]);
}
