import type { EventOfType } from '@nuangong/events';
import { recordFacts, type FactWriter } from './record-facts.ts';

/** Records a visit to a household. */
export async function whenVisitMade(event: EventOfType<'nuangong.visit-made.v1'>, tx: FactWriter): Promise<void> {
  const { data } = event;
  await recordFacts(tx, event, [
    {
      kind: 'VISIT_MADE',
      organization: data.organization,
      on: data.visitedOn,
      recordType: 'VISIT',
      recordId: data.visitId,
      householdId: data.householdId,
      campaignId: data.campaignId,
      count: 1,
      dimensions: { withGoodsOrMoney: data.withGoodsOrMoney },
    },
  ]);
}
