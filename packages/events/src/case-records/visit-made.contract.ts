import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCampaignId, exampleCounty, exampleHouseholdId, exampleId } from '../examples.ts';
import { localDate, organization, recordId } from '../fields.ts';

/** A household has been visited (走访慰问), with goods or money brought along or without. */
export const visitMade = defineEvent({
  name: 'visit-made',
  version: 1,
  topic: 'case-records',
  summary: 'A household has been visited.',
  key: (data) => data.householdId,
  schema: z.object({
    visitId: recordId,
    householdId: recordId,
    organization,
    campaignId: recordId.nullable(),
    visitedOn: localDate,
    withGoodsOrMoney: z.boolean(),
  }),
  example: {
    visitId: exampleId(25),
    householdId: exampleHouseholdId,
    organization: exampleCounty,
    campaignId: exampleCampaignId,
    visitedOn: '2027-01-20',
    withGoodsOrMoney: true,
  },
});
