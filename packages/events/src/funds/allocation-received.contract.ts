import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleAllocationId, exampleCampaignId, exampleCity, exampleCounty } from '../examples.ts';
import { fen, fundSource, localDate, organization, recordId, text } from '../fields.ts';

/** The subordinate organisation has acknowledged the money of an allocation; its fund may be spent. */
export const allocationReceived = defineEvent({
  name: 'allocation-received',
  version: 1,
  topic: 'funds',
  summary: 'A subordinate organisation has acknowledged an allocation.',
  key: (data) => data.allocationId,
  schema: z.object({
    allocationId: recordId,
    from: organization,
    to: organization,
    source: fundSource,
    amountFen: fen,
    campaignId: recordId.nullable(),
    on: localDate,
    purposes: z.array(text).optional(),
  }),
  example: {
    allocationId: exampleAllocationId,
    from: exampleCity,
    to: exampleCounty,
    source: 'UNION',
    amountFen: 6_000_000n,
    campaignId: exampleCampaignId,
    on: '2026-12-03',
    purposes: ['送温暖'],
  },
});
