import type { EventOfType } from '@nuangong/events';
import { recordFacts, type FactWriter } from './record-facts.ts';

/** When unpaid wages have come back: the migrant workers’ part and the others’, each a fact of its own. */
export async function whenWageClaimRecovered(
  event: EventOfType<'nuangong.wage-claim-recovered.v1'>,
  tx: FactWriter,
): Promise<void> {
  const { data } = event;
  const recovered = {
    kind: 'WAGES_RECOVERED',
    organization: data.organization,
    on: data.recoveredOn,
    recordType: 'WAGE_CLAIM',
    recordId: data.wageClaimId,
    subjectId: data.recoveryId,
    related: { recoveryId: data.recoveryId },
  } as const;
  const others = { persons: data.workers - data.migrantWorkers, amountFen: data.amountFen - data.migrantAmountFen };
  await recordFacts(tx, event, [
    { ...recovered, count: 1, ...others },
    ...(data.migrantWorkers > 0 || data.migrantAmountFen > 0n
      ? [{ ...recovered, persons: data.migrantWorkers, amountFen: data.migrantAmountFen, migrantWorker: true }]
      : []),
  ]);
}
