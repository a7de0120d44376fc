import type { contracts, EventData, EventOfType } from '@nuangong/events';
import { recordFacts, type FactWriter } from './record-facts.ts';

type Recovered = EventData<(typeof contracts)['wage-claim-recovered.v1']>;
type Part = NonNullable<Recovered['parts']>[number];

/** When unpaid wages have come back: a fact for each worker, who is the same in every instalment. */
export async function whenWageClaimRecovered(
  event: EventOfType<'nuangong.wage-claim-recovered.v1'>,
  tx: FactWriter,
): Promise<void> {
  const { data } = event;
  const parts = data.parts ?? supposedParts(data);
  await recordFacts(
    tx,
    event,
    parts.map(({ personRef, migrantWorker, amountFen }) => ({
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
      migrantWorker,
      related: { recoveryId: data.recoveryId },
    })),
  );
}

/**
 * The workers of a recovery that was told before their parts were: as many as it says, and those of one claim taken for
 * the same ones each time. The first of the migrant workers, and of the others, stands for the money of all.
 */
function supposedParts(data: Recovered): readonly Part[] {
  const some = (count: number, amountFen: bigint, migrantWorker: boolean): readonly Part[] =>
    Array.from({ length: count }, (_, place) => ({
      personRef: `${data.wageClaimId}/${migrantWorker ? 'migrant' : 'other'}/${place}`,
      migrantWorker,
      amountFen: place === 0 ? amountFen : 0n,
    }));
  const { workers, migrantWorkers, amountFen, migrantAmountFen } = data;
  return [
    ...some(workers - migrantWorkers, amountFen - migrantAmountFen, false),
    ...some(migrantWorkers, migrantAmountFen, true),
  ];
}
