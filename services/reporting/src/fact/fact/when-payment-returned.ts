import type { EventOfType } from '@nuangong/events';
import { recordFacts, type FactWriter } from './record-facts.ts';

/** Records that the bank returned a payment: it no longer counts from the day it came back. */
export async function whenPaymentReturned(
  event: EventOfType<'nuangong.payment-returned.v1'>,
  tx: FactWriter,
): Promise<void> {
  const { data } = event;
  await recordFacts(tx, event, [
    {
      kind: 'PAYMENT_RETURNED',
      organization: data.organization,
      on: data.returnedOn,
      recordType: 'PAYMENT',
      recordId: data.paymentId,
      householdId: data.householdId,
      campaignId: data.campaignId,
      amountFen: data.amountFen,
      count: 1,
      endsEarlier: 'ALWAYS',
      inheritsFrom: ['PAYMENT_MADE'],
    },
  ]);
}
