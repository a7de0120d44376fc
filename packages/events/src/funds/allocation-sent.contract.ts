import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleAllocationId, exampleCampaignId, exampleCity, exampleCounty } from '../examples.ts';
import { fen, fundSource, localDate, organization, recordId } from '../fields.ts';

/** A superior organisation has sent money to a subordinate one (下拨); it is in transit until received. */
export const allocationSent = defineEvent({
  name: 'allocation-sent',
  version: 1,
  topic: 'funds',
  summary: 'A superior organisation has sent money down (下拨).',
  key: (data) => data.allocationId,
  schema: z.object({
    allocationId: recordId,
    from: organization,
    to: organization,
    source: fundSource,
    amountFen: fen,
    campaignId: recordId.nullable(),
    on: localDate,
  }),
  example: {
    allocationId: exampleAllocationId,
    from: exampleCity,
    to: exampleCounty,
    source: 'UNION',
    amountFen: 6_000_000n,
    campaignId: exampleCampaignId,
    on: '2026-12-02',
  },
});
