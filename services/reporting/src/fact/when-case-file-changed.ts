import type { EventOfType } from '@nuangong/events';
import { recordFacts, type FactWriter } from './record-facts.ts';

/**
 * When what is known of a household has changed while its file is active: a new version takes the old one's place from
 * that day. Where no class is left the last one stands until the file is reviewed: every active file has one.
 */
export async function whenCaseFileChanged(
  event: EventOfType<'nuangong.case-file-changed.v1'>,
  tx: FactWriter,
): Promise<void> {
  const { data } = event;
  await recordFacts(tx, event, [
    {
      kind: 'CASE_FILE_ACTIVATED',
      organization: data.organization,
      on: data.changedOn,
      recordType: 'CASE_FILE',
      recordId: data.caseFileId,
      householdId: data.householdId,
      count: 1,
      persons: data.workers,
      migrantWorker: data.migrantWorker,
      newGeneration: data.newGenerationMigrantWorker,
      modelWorker: data.modelWorker,
      related: { caseFileVersion: data.caseFileVersion, members: data.members },
      endsEarlier: 'IF_ANY',
      onlyWhile: 'CASE_FILE_ACTIVATED',
      ...(data.hardshipClass === null
        ? { inheritsFrom: 'CASE_FILE_ACTIVATED' as const }
        : { hardshipClass: data.hardshipClass }),
    },
  ]);
}
