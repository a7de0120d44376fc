import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCaseFileId, exampleCounty, exampleHouseholdId } from '../examples.ts';
import { exitReason, localDate, organization, recordId } from '../fields.ts';

/** The household has left the register (脱困 or another reason): nothing more is paid to this file. */
export const caseFileExited = defineEvent({
  name: 'case-file-exited',
  version: 1,
  topic: 'case-records',
  summary: 'A household has left the register of hardship.',
  key: (data) => data.caseFileId,
  schema: z.object({
    caseFileId: recordId,
    householdId: recordId,
    organization,
    reason: exitReason,
    exitedOn: localDate,
  }),
  example: {
    caseFileId: exampleCaseFileId,
    householdId: exampleHouseholdId,
    organization: exampleCounty,
    reason: 'AIDED',
    exitedOn: '2027-03-31',
  },
});
