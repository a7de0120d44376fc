import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCaseFileId, exampleCounty, exampleHouseholdId } from '../examples.ts';
import { localDate, organization, recordId, textAboutPerson } from '../fields.ts';

/** The file is suspended: nothing is paid to it until it is resumed or the payer decides otherwise. */
export const caseFileSuspended = defineEvent({
  name: 'case-file-suspended',
  version: 1,
  topic: 'case-records',
  summary: 'The case file of a household has been suspended.',
  key: (data) => data.caseFileId,
  schema: z.object({
    caseFileId: recordId,
    householdId: recordId,
    organization,
    reason: textAboutPerson,
    suspendedOn: localDate,
  }),
  example: {
    caseFileId: exampleCaseFileId,
    householdId: exampleHouseholdId,
    organization: exampleCounty,
    reason: '家庭收入待核实',
    suspendedOn: '2027-01-05',
  },
});
