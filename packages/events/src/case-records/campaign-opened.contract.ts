import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCampaignId, exampleCity } from '../examples.ts';
import { fen, localDate, organization, recordId, text } from '../fields.ts';

/** A Sending Warmth campaign is open from `from` to `to`, both included; the standard is per household. */
export const campaignOpened = defineEvent({
  name: 'campaign-opened',
  version: 1,
  topic: 'case-records',
  summary: 'A campaign (送温暖活动) has been opened to the organisations below its own.',
  key: (data) => data.campaignId,
  schema: z.object({
    campaignId: recordId,
    name: text,
    organization,
    from: localDate,
    to: localDate,
    policyPack: text,
    standardFen: fen,
    budgetFen: fen,
  }),
  example: {
    campaignId: exampleCampaignId,
    name: '2026年冬季送温暖活动',
    organization: exampleCity,
    from: '2026-12-01',
    to: '2027-02-28',
    policyPack: 'county-winter-300',
    standardFen: 30_000n,
    budgetFen: 10_000_000n,
  },
});
