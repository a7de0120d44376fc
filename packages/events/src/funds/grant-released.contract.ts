import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleApplicationId, exampleCounty, exampleGrantId, exampleHouseholdId, exampleId } from '../examples.ts';
import {
  fen,
  localDate,
  organization,
  recordId,
  staffMember,
  sealedWords,
  textAboutPerson,
  wordsElsewhere,
} from '../fields.ts';

/**
 * An unpaid grant lapses, for instance because the household left the register: its commitment is released, nothing is
 * paid. `sealedReason` is the reason, sealed for the grant’s id; `reason` then only says where it can be read.
 */
export const grantReleased = defineEvent({
  name: 'grant-released',
  version: 1,
  topic: 'funds',
  summary: 'An unpaid grant has been released: its money is no longer committed.',
  key: (data) => data.grantId,
  schema: z.object({
    grantId: recordId,
    applicationId: recordId,
    householdId: recordId,
    organization,
    amountFen: fen,
    reason: textAboutPerson,
    sealedReason: sealedWords.optional(),
    releasedBy: staffMember,
    releasedOn: localDate,
  }),
  example: {
    grantId: exampleGrantId,
    applicationId: exampleApplicationId,
    householdId: exampleHouseholdId,
    organization: exampleCounty,
    amountFen: 30_000n,
    reason: wordsElsewhere,
    sealedReason: 't2.0a1b2c3d.AES256GCM.d3JhcHBlZC1rZXk.c2VhbGVkLWJ5LXRoZS1tYWtlcg',
    releasedBy: { id: exampleId(92), name: '孙财务' },
    releasedOn: '2027-01-08',
  },
});
