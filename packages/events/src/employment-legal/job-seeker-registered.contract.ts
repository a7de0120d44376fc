import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCounty, exampleHouseholdId, exampleJobSeekerId } from '../examples.ts';
import { localDate, organization, recordId } from '../fields.ts';

/** A person looks for work through the aid centre (求职登记), from a case file or from outside. */
export const jobSeekerRegistered = defineEvent({
  name: 'job-seeker-registered',
  version: 1,
  topic: 'employment-legal',
  summary: 'A person has registered as looking for work.',
  key: (data) => data.jobSeekerId,
  schema: z.object({
    jobSeekerId: recordId,
    householdId: recordId.nullable(),
    organization,
    migrantWorker: z.boolean(),
    registeredOn: localDate,
  }),
  example: {
    jobSeekerId: exampleJobSeekerId,
    householdId: exampleHouseholdId,
    organization: exampleCounty,
    migrantWorker: false,
    registeredOn: '2026-12-08',
  },
});
