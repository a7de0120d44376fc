import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCaseFileId, exampleCounty, exampleHouseholdId, exampleId } from '../examples.ts';
import {
  instant,
  organization,
  personName,
  recordId,
  sensitive,
  staffMember,
  text,
  wordsElsewhere,
} from '../fields.ts';

/**
 * The payee of a household's unpaid grants has been corrected, or confirmed unchanged (`changed` false). `sealedPayee`
 * contains `JSON.stringify({ name, identityNumber, bankAccount, why })`, bound to the case file's id; `why` beside it
 * then only says where it can be read. A second person has confirmed it: `confirmedBy` is never `correctedBy`.
 */
export const payeeCorrected = defineEvent({
  name: 'payee-corrected',
  version: 1,
  topic: 'case-records',
  summary: 'The payee of a household’s unpaid grants has been corrected or confirmed.',
  key: (data) => data.caseFileId,
  schema: z.object({
    caseFileId: recordId,
    householdId: recordId,
    organization,
    payeeName: personName,
    sealedPayee: sensitive(z.string().min(1).max(10_000)),
    changed: z.boolean(),
    why: text,
    correctedBy: staffMember,
    confirmedBy: staffMember,
    confirmedAt: instant,
  }),
  example: {
    caseFileId: exampleCaseFileId,
    householdId: exampleHouseholdId,
    organization: exampleCounty,
    payeeName: '王某',
    sealedPayee: 't2.0a1b2c3d.AES256GCM.d3JhcHBlZC1rZXk.c2VhbGVkLWJ5LWNhc2UtcmVjb3Jkcw',
    changed: true,
    why: wordsElsewhere,
    correctedBy: { id: exampleId(90), name: '李干事' },
    confirmedBy: { id: exampleId(91), name: '赵审核' },
    confirmedAt: '2026-12-20T02:00:00.000Z',
  },
});
