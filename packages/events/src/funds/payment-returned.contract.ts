import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import {
  exampleCampaignId,
  exampleCounty,
  exampleGrantId,
  exampleHouseholdId,
  examplePaymentId,
} from '../examples.ts';
import { fen, localDate, organization, recordId, textAboutPerson } from '../fields.ts';

/** The bank has returned a payment (退汇): its grant is open again. */
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
    returnedOn: localDate,
  }),
  example: {
    paymentId: examplePaymentId,
    grantId: exampleGrantId,
    householdId: exampleHouseholdId,
    organization: exampleCounty,
    campaignId: exampleCampaignId,
    amountFen: 30_000n,
    reason: '户名与账号不符',
    returnedOn: '2026-12-15',
  },
});
