import type { EventOfType } from '@nuangong/events';
import { recordFacts, type FactWriter } from './record-facts.ts';

/** Records an active case file with its household, workers and class; a new version replaces the old one. */
export async function whenCaseFileActivated(
  event: EventOfType<'nuangong.case-file-activated.v1'>,
  tx: FactWriter,
): Promise<void> {
  const { data } = event;
  await recordFacts(tx, event, [
    {
      kind: 'CASE_FILE_ACTIVATED',
      organization: data.organization,
      on: data.activatedOn,
      recordType: 'CASE_FILE',
      recordId: data.caseFileId,
      householdId: data.householdId,
      count: 1,
      persons: data.workers,
      migrantPersons: data.migrantWorkers,
      dimensions: {
        hardshipClass: data.hardshipClass,
        migrantWorker: data.migrantWorkers > 0,
        newGeneration: data.newGenerationMigrantWorker,
        modelWorker: data.modelWorker,
      },
      related: { caseFileVersion: data.caseFileVersion, members: data.members },
      endsEarlier: 'IF_ANY',
    },
  ]);
}
