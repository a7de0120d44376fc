import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCaseFileId, exampleCounty, exampleHouseholdId } from '../examples.ts';
import { localDate, organization, recordId } from '../fields.ts';

/** A suspended file is active again. */
export const caseFileResumed = defineEvent({
  name: 'case-file-resumed',
  version: 1,
  topic: 'case-records',
  summary: 'A suspended case file has become active again.',
  key: (data) => data.caseFileId,
  schema: z.object({ caseFileId: recordId, householdId: recordId, organization, resumedOn: localDate }),
  example: {
    caseFileId: exampleCaseFileId,
    householdId: exampleHouseholdId,
    organization: exampleCounty,
    resumedOn: '2027-01-12',
  },
});
