import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCounty } from '../examples.ts';
import { localDate, organization, recordId } from '../fields.ts';

/** Somebody works at an aid centre from a day on, or to a day; told without a name, for it is counted. */
export const centrePostChanged = defineEvent({
  name: 'centre-post-changed',
  version: 1,
  topic: 'identity',
  summary: 'Somebody works at an aid centre from a day on, or does no longer; nobody is named.',
  key: (data) => data.centrePostId,
  schema: z.object({
    centrePostId: recordId,
    aidCentreId: recordId,
    organization,
    /** Of the centre, when the event is told. */
    level: z.enum(['PROVINCE', 'PREFECTURE', 'COUNTY']),
    /** Whether the person stands in a public-institution post. */
    publicPost: z.boolean(),
    from: localDate,
    /** The last day, once it has ended. */
    to: localDate.nullable(),
  }),
  example: {
    centrePostId: '01970000-0000-7000-8000-00000000c101',
    aidCentreId: '01970000-0000-7000-8000-00000000c001',
    organization: exampleCounty,
    level: 'COUNTY',
    publicPost: true,
    from: '2026-12-01',
    to: null,
  },
});
