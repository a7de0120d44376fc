import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCaseFileId, exampleCounty, exampleHouseholdId } from '../examples.ts';
import { localDate, organization, recordId, sealedWords, textAboutPerson, wordsElsewhere } from '../fields.ts';

/**
 * The file is suspended: nothing is paid to it until it is resumed or the payer decides otherwise. `sealedReason` is
 * the reason, sealed for the case file’s id; `reason` then only says where it can be read.
 */
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
    sealedReason: sealedWords.optional(),
    suspendedOn: localDate,
  }),
  example: {
    caseFileId: exampleCaseFileId,
    householdId: exampleHouseholdId,
    organization: exampleCounty,
    reason: wordsElsewhere,
    sealedReason: 't2.0a1b2c3d.AES256GCM.d3JhcHBlZC1rZXk.c2VhbGVkLWJ5LXRoZS1tYWtlcg',
    suspendedOn: '2027-01-05',
  },
});
