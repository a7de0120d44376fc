import type { EventOfType } from '@nuangong/events';
import type { FactTold } from './fact.ts';
import { recordFacts, type FactWriter } from './record-facts.ts';

/**
 * Records a new version of a household's file when its facts change; it replaces the old one from that day. When no
 * class is left, the last one stays until the file is reviewed, because every active file has one. What changes while
 * the file is suspended counts once it is active again.
 */
export async function whenCaseFileChanged(
  event: EventOfType<'nuangong.case-file-changed.v1'>,
  tx: FactWriter,
): Promise<void> {
  await recordFacts(tx, event, [versionOf(event, 'CASE_FILE_ACTIVATED'), versionOf(event, 'CASE_FILE_SUSPENDED')]);
}

function versionOf(
  { data }: EventOfType<'nuangong.case-file-changed.v1'>,
  standing: 'CASE_FILE_ACTIVATED' | 'CASE_FILE_SUSPENDED',
): FactTold {
  return {
    kind: standing,
    organization: data.organization,
    on: data.changedOn,
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
    onlyWhile: standing,
    ...(data.hardshipClass === null && { inheritsFrom: [standing] }),
  };
}
