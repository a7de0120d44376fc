import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCampaignId, exampleCounty, exampleGrantId, exampleHouseholdId, examplePaymentId } from '../examples.ts';
import { fen, localDate, organization, recordId, sealedWords, textAboutPerson, wordsElsewhere } from '../fields.ts';

/**
 * The bank has returned a payment (退汇): its grant is open again. `sealedReason` is the reason, sealed for the grant’s
 * id; `reason` then only says where it can be read.
 */
export const paymentReturned = defineEvent({
  name: 'payment-returned',
  version: 1,
  topic: 'funds',
  summary: 'The bank has returned a payment.',
  key: (data) => data.grantId,
  schema: z.object({
    paymentId: recordId,
    grantId: recordId,
    householdId: recordId,
    organization,
    campaignId: recordId.nullable(),
    amountFen: fen,
    reason: textAboutPerson,
    sealedReason: sealedWords.optional(),
    returnedOn: localDate,
  }),
  example: {
    paymentId: examplePaymentId,
    grantId: exampleGrantId,
    householdId: exampleHouseholdId,
    organization: exampleCounty,
    campaignId: exampleCampaignId,
    amountFen: 30_000n,
    reason: wordsElsewhere,
    sealedReason: 't2.0a1b2c3d.AES256GCM.d3JhcHBlZC1rZXk.c2VhbGVkLWJ5LXRoZS1tYWtlcg',
    returnedOn: '2026-12-15',
  },
});
