import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCounty, exampleHouseholdId, exampleId, exampleJobSeekerId, exampleReferralId } from '../examples.ts';
import { localDate, organization, recordId } from '../fields.ts';

/** A referral has led to work (就业). */
export const workerPlaced = defineEvent({
  name: 'worker-placed',
  version: 1,
  topic: 'employment-legal',
  summary: 'A referred job seeker has been taken on.',
  key: (data) => data.jobSeekerId,
  schema: z.object({
    placementId: recordId,
    referralId: recordId,
    jobSeekerId: recordId,
    householdId: recordId.nullable(),
    organization,
    placedOn: localDate,
  }),
  example: {
    placementId: exampleId(43),
    referralId: exampleReferralId,
    jobSeekerId: exampleJobSeekerId,
    householdId: exampleHouseholdId,
    organization: exampleCounty,
    placedOn: '2026-12-20',
  },
});
