import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCampaignId, exampleCity, exampleId, exampleUnionFundId } from '../examples.ts';
import { fen, fundSource, localDate, organization, recordId, text } from '../fields.ts';

/** Money of one source has come into a fund, for the purposes that the fund states. */
export const receiptRecorded = defineEvent({
  name: 'receipt-recorded',
  version: 1,
  topic: 'funds',
  summary: 'Money has come into a fund.',
  key: (data) => data.receiptId,
  schema: z.object({
    receiptId: recordId,
    organization,
    fundId: recordId,
    source: fundSource,
    amountFen: fen,
    campaignId: recordId.nullable(),
    receivedOn: localDate,
    purposes: z.array(text).optional(),
  }),
  example: {
    receiptId: exampleId(34),
    organization: exampleCity,
    fundId: exampleUnionFundId,
    source: 'UNION',
    amountFen: 50_000_000n,
    campaignId: exampleCampaignId,
    receivedOn: '2026-11-30',
    purposes: ['送温暖'],
  },
});
