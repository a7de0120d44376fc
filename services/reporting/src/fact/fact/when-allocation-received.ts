import type { EventOfType } from '@nuangong/events';
import { recordFacts, type FactWriter } from './record-facts.ts';
import { isForWarmth } from './warmth-purpose.ts';

/**
 * Records a transfer when the subordinate has acknowledged it. Only organisations whose subtree does not contain the
 * sender count it.
 */
export async function whenAllocationReceived(
  event: EventOfType<'nuangong.allocation-received.v1'>,
  tx: FactWriter,
): Promise<void> {
  const { data } = event;
  await recordFacts(tx, event, [
    {
      kind: 'ALLOCATION_RECEIVED',
      organization: data.to,
      on: data.on,
      recordType: 'ALLOCATION',
      recordId: data.allocationId,
      campaignId: data.campaignId,
      amountFen: data.amountFen,
      count: 1,
      dimensions: { source: data.source, forWarmth: isForWarmth(data.purposes) },
      counterpartyPath: data.from.path,
      related: { fromName: data.from.name },
    },
  ]);
}
