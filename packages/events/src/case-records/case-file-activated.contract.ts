import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCaseFileId, exampleCounty, exampleHouseholdId } from '../examples.ts';
import { count, hardshipCause, hardshipClass, localDate, organization, recordId } from '../fields.ts';

/**
 * The file of a household in hardship is active: aid may be paid to it. `members`, `workers` and `migrantWorkers` count
 * people, the migrant workers being part of the workers; each of the two flags is true if it applies to any member.
 */
export const caseFileActivated = defineEvent({
  name: 'case-file-activated',
  version: 1,
  topic: 'case-records',
  summary: 'The case file of a household in hardship has become active (先建档、后帮扶).',
  key: (data) => data.caseFileId,
  schema: z.object({
    caseFileId: recordId,
    caseFileVersion: count,
    householdId: recordId,
    organization,
    hardshipClass,
    causes: z.array(hardshipCause),
    members: count,
    workers: count,
    migrantWorkers: count,
    newGenerationMigrantWorker: z.boolean(),
    modelWorker: z.boolean(),
    activatedOn: localDate,
  }),
  example: {
    caseFileId: exampleCaseFileId,
    caseFileVersion: 3,
    householdId: exampleHouseholdId,
    organization: exampleCounty,
    hardshipClass: 'BELOW_LINE',
    causes: ['MAJOR_ILLNESS'],
    members: 3,
    workers: 1,
    migrantWorkers: 0,
    newGenerationMigrantWorker: false,
    modelWorker: false,
    activatedOn: '2026-12-08',
  },
});
