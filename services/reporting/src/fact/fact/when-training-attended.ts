import type { EventOfType } from '@nuangong/events';
import { recordFacts, type FactWriter } from './record-facts.ts';

/** Records that a person has attended a training course. */
export async function whenTrainingAttended(
  event: EventOfType<'nuangong.training-attended.v1'>,
  tx: FactWriter,
): Promise<void> {
  const { data } = event;
  await recordFacts(tx, event, [
    {
      kind: 'TRAINING_ATTENDED',
      organization: data.organization,
      on: data.attendedOn,
      recordType: 'ENROLMENT',
      recordId: data.enrolmentId,
      householdId: data.householdId,
      personRef: data.personRef,
      count: 1,
      persons: 1,
      dimensions: { migrantWorker: data.migrantWorker },
    },
  ]);
}
