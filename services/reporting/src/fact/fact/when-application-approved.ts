import type { EventOfType } from '@nuangong/events';
import { localDateAt } from '@nuangong/primitives';
import { recordFacts, type FactWriter } from './record-facts.ts';

/** Records an approved application. No cell counts it yet; it links a payment to its decision and roster row. */
export async function whenApplicationApproved(
  event: EventOfType<'nuangong.application-approved.v1'>,
  tx: FactWriter,
): Promise<void> {
  const { data } = event;
  await recordFacts(tx, event, [
    {
      kind: 'GRANT_APPROVED',
      organization: data.organization,
      on: localDateAt(new Date(data.approvedAt)),
      recordType: 'APPLICATION',
      recordId: data.applicationId,
      householdId: data.householdId,
      campaignId: data.campaignId,
      amountFen: data.amountFen,
      count: 1,
      dimensions: {
        aidType: data.aidType,
        mark: data.mark,
        migrantWorker: data.migrantWorker,
        modelWorker: data.modelWorker,
      },
      related: {
        grantId: data.grantId,
        caseFileId: data.caseFileId,
        eligibilityDecisionId: data.eligibilityDecisionId,
        payeeName: data.payeeName,
        worksheetRow: data.worksheetRow,
      },
    },
  ]);
}
