import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import {
  exampleCounty,
  exampleHouseholdId,
  exampleJobSeekerId,
  exampleReferralId,
  exampleVacancyId,
} from '../examples.ts';
import { localDate, organization, recordId } from '../fields.ts';

/** A job seeker has been sent to a vacancy (职业介绍). */
export const workerReferred = defineEvent({
  name: 'worker-referred',
  version: 1,
  topic: 'employment-legal',
  summary: 'A job seeker has been referred to a vacancy.',
  key: (data) => data.jobSeekerId,
  schema: z.object({
    referralId: recordId,
    jobSeekerId: recordId,
    vacancyId: recordId,
    householdId: recordId.nullable(),
    organization,
    referredOn: localDate,
  }),
  example: {
    referralId: exampleReferralId,
    jobSeekerId: exampleJobSeekerId,
    vacancyId: exampleVacancyId,
    householdId: exampleHouseholdId,
    organization: exampleCounty,
    referredOn: '2026-12-09',
  },
});
