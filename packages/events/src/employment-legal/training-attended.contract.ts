import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCounty, exampleHouseholdId, exampleId } from '../examples.ts';
import { localDate, organization, recordId, sensitive, text } from '../fields.ts';

/** A person has attended a training course. `personRef` is the same for the same person and reveals nothing else. */
export const trainingAttended = defineEvent({
  name: 'training-attended',
  version: 1,
  topic: 'employment-legal',
  summary: 'A person has attended a training course.',
  key: (data) => data.enrolmentId,
  schema: z.object({
    enrolmentId: recordId,
    personRef: sensitive(text),
    householdId: recordId.nullable(),
    organization,
    migrantWorker: z.boolean(),
    attendedOn: localDate,
  }),
  example: {
    enrolmentId: exampleId(44),
    personRef: 'b1946ac92492d2347c6235b4d2611184',
    householdId: exampleHouseholdId,
    organization: exampleCounty,
    migrantWorker: true,
    attendedOn: '2026-12-18',
  },
});
