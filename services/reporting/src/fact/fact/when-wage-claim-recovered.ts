import type { EventOfType } from '@nuangong/events';
import { recordFacts, type FactWriter } from './record-facts.ts';

/** Records recovered wages: a fact for each worker, with the same person reference in every instalment. */
export async function whenWageClaimRecovered(
  event: EventOfType<'nuangong.wage-claim-recovered.v1'>,
  tx: FactWriter,
): Promise<void> {
  const { data } = event;
  await recordFacts(
    tx,
    event,
    data.parts.map(({ personRef, migrantWorker, amountFen }) => ({
      kind: 'WAGES_RECOVERED',
      organization: data.organization,
      on: data.recoveredOn,
      recordType: 'WAGE_CLAIM',
      recordId: data.wageClaimId,
      subjectId: data.recoveryId,
      personRef,
      amountFen,
      count: 1,
      persons: 1,
      dimensions: { migrantWorker },
      related: { recoveryId: data.recoveryId },
    })),
  );
}
